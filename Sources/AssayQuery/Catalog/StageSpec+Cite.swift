import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let cite = StageSpec(
    "cite", "cite", "Writes the rows as numbered footnotes, down to the quoted words.",
    details: """
      Of rows that are claims, or that have a column `claim`: what is said, by whom, in which \
      source, when it was published, where it is found, and the quote. `| cite | save "notes.txt"` \
      writes them to a file.
      """,
    form: .arguments, isEnding: true, example: "claims | by @leon-panetta | take 2 | cite"
  ) { call, input, binder throws(Diagnostic) in
    guard call.items.isEmpty else {
      throw Diagnostic(.wrongArguments, at: call.span, "`cite` takes nothing")
    }
    let prefix: String
    if input.relation?.name == RelationSpec.claims.name,
      input.columns.contains(where: { $0.name == "says" && $0.type == .text })
    {
      prefix = ""
    } else if input.columns.contains(where: { $0.name == "claim" && $0.type == .reference(.claim) })
    {
      prefix = "claim."
    } else {
      throw Diagnostic(
        .typeMismatch, at: call.name.span,
        "`cite` needs claims, or rows with a column `claim`; these have \(input.columnNames)")
    }
    let items = citedColumns.map { column in
      let path = (prefix + column).split(separator: ".").map {
        Name(String($0), at: call.name.span)
      }
      let name = column.split(separator: ".").last.map(String.init) ?? column
      return StageItem(
        .path(path), alias: Name(column == "speaker.name" ? "speaker" : name, at: call.name.span))
    }
    binder.ending.format = .footnotes
    return .project(input, try binder.columns(items, in: Rows(input)))
  }

  /// What a footnote says, in its order.
  private static let citedColumns = [
    "says", "speaker.name", "source.author", "source.title", "source.publisher",
    "source.published", "source.url", "quote",
  ]
}

extension LogicalPlan {
  /// The first names of the columns, for a message.
  var columnNames: String {
    let names = columns.map(\.name)
    return names.count <= 8
      ? names.joined(separator: ", ") : names.prefix(7).joined(separator: ", ") + ", …"
  }
}
