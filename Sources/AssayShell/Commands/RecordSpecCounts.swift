import AssayEngine
import AssayModel

/// How many records of each kind a corpus has.
enum RecordSpecCounts {
  /// As in `5 sources, 189 entities, 289 claims`; kinds without a record are left out.
  static func words(_ workspace: Workspace) -> String {
    let counted = RecordKind.allCases.compactMap { kind -> String? in
      guard kind != .document, let count = try? workspace.count(of: kind), count > 0 else {
        return nil
      }
      return "\(count) \(count == 1 ? kind.word : kind.relation)"
    }
    return counted.isEmpty ? "no records" : counted.joined(separator: ", ")
  }
}
