import AssayEngine
import AssayModel
import AssayText

/// A record as its file has it, and what refers to it.
enum RecordView {
  /// How many records of a group are shown.
  private static let most = 20

  /// The record, with the groups of those that refer to it.
  static func text(
    of record: FoundRecord, words: String, _ groups: [ReferenceGroup]
  ) -> String {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    var text = "# \(record.path):\(record.line)\n"
    for line in lines { text += VisibleText.of(String(line)) + "\n" }
    for group in groups {
      let kind = group.count == 1 ? group.kind.word : group.kind.relation
      text += "\n\(group.count) \(kind), \(group.role)\n"
      let width = group.first.map { DisplayWidth.of($0.id) }.max() ?? 0
      for (id, words) in group.first {
        let space = String(repeating: " ", count: width - DisplayWidth.of(id))
        text += VisibleText.of("  @\(id)\(words.isEmpty ? "" : "\(space)  \(words)")") + "\n"
      }
      if group.count > group.first.count {
        text += "  … and \(group.count - group.first.count) more\n"
      }
    }
    if groups.isEmpty { text += "\nNothing refers to it.\n" }
    return text
  }

  /// `show @id`: every record with the id.
  static func show(_ records: [FoundRecord], in session: Session) throws(Diagnostic) {
    var texts: [String] = []
    for record in records {
      let words = try CorpusEditor(session.workspace).text(of: record)
      let groups = try session.workspace.references(to: record, limit: most)
      texts.append(text(of: record, words: words, groups))
    }
    try session.write(texts.joined(separator: "\n"))
  }
}
