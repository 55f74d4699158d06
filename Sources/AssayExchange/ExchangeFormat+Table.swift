import AssayModel

extension ExchangeFormat {
  /// The table of all formats in Markdown, as the manual has it.
  package static var table: String {
    let rows = allCases.map { format in
      let files = format.extensions.map { "`.\($0)`" }.joined(separator: ", ")
      let place = format == .csv ? "a folder" : files
      return "| `\(format.rawValue)` | \(place) | \(format.carriedWords) | \(format.lostWords) |\n"
    }
    return "| format | files | carries | leaves out |\n| --- | --- | --- | --- |\n" + rows.joined()
  }

  /// What it carries, in words.
  private var carriedWords: String {
    let kinds = RecordSpec.kinds + [.document]
    let whole = kinds.filter { carried($0) == .all }
    guard whole.count < kinds.count else { return "everything" }
    var parts = whole.isEmpty ? [] : [whole.map(\.relation).joined(separator: ", ")]
    for kind in kinds {
      guard case .fields(let names) = carried(kind) else { continue }
      parts.append("of \(kind.relation) " + names.map { "`\($0)`" }.joined(separator: ", "))
    }
    return parts.joined(separator: "; ")
  }

  /// What it leaves out, in words.
  private var lostWords: String {
    let kinds = (RecordSpec.kinds + [.document]).filter { carried($0) == .none }
    let words = kinds.map(\.relation) + (carriesSnapshots ? [] : ["snapshots"])
    let lost = words.isEmpty ? [] : [words.joined(separator: ", ")]
    let told = (lost + [restriction].compactMap(\.self)).joined(separator: "; ")
    return told.isEmpty ? "nothing" : told
  }
}
