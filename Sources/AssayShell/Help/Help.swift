import AssayLanguage
import AssayModel
import AssayQuery
import AssayRender
import AssayText

/// What `help` and `describe` say, read from the lists.
package enum Help {
  /// `help`, `help TOPIC`.
  static func show(_ words: [String], at span: Span, in session: Session) throws(Diagnostic) {
    guard !words.isEmpty else { return try session.write(overview) }
    let topic = words.joined(separator: " ")
    if let list = HelpList.named(topic) {
      return try session.show(list.columns, list.rows, noun: list.noun)
    }
    try session.write(text(on: topic, at: span))
  }

  /// The table of a list, the entries for a word, or a page of the manual.
  ///
  /// - Throws: `unknownTopic`.
  package static func text(
    on topic: String, _ format: OutputFormat, _ settings: RenderSettings
  ) throws(Diagnostic) -> String {
    guard let list = HelpList.named(topic) else { return try text(on: topic, at: nil) }
    let output = Output()
    var sink = format.renderer(to: output, settings)
    // What is only collected does not fail.
    try? sink.write(list.columns, list.rows, noun: list.noun)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private static func text(on topic: String, at span: Span?) throws(Diagnostic) -> String {
    let entries = HelpEntry.named(topic)
    // A page may have the name of a stage that it tells of.
    let texts = entries.map(\.text) + [Manual.page(topic)].compactMap(\.self)
    if !texts.isEmpty { return texts.joined(separator: "\n") }
    throw Diagnostic(
      .unknownTopic, at: span, "the manual has no topic `\(topic)`",
      hint: Spelling.closest(to: topic, among: topics).map { "did you mean `\($0)`?" }
        ?? "`help` lists the topics")
  }

  /// Everything that `help` knows, for completion and suggestions.
  static var topics: [String] {
    let lists = HelpList.all.map(\.name)
    let pages = Manual.pages.map(\.name)
    return lists + pages + HelpEntry.all.map(\.name).filter { !pages.contains($0) }
  }

  /// The columns of a relation, or of the rows that a stage makes.
  static func describe(_ name: Name?, at span: Span, in session: Session) throws(Diagnostic) {
    guard let name else {
      throw Diagnostic(
        .wrongArguments, at: span, "expected a relation",
        hint: "relations: \(RelationSpec.all.map(\.name).joined(separator: ", "))")
    }
    guard let relation = RelationSpec.named(name.text) ?? StageSpec.named(name.text)?.rows else {
      let known = RelationSpec.all.map(\.name) + StageSpec.all.filter { $0.rows != nil }.map(\.name)
      throw Diagnostic(
        .unknownRelation, at: name.span, "no relation `\(name.text)`",
        hint: Spelling.closest(to: name.text, among: known).map { "did you mean `\($0)`?" }
          ?? "relations: \(known.joined(separator: ", "))")
    }
    let rows = relation.columns.map { column in
      [column.name, column.type.name, column.isRequired ? nil : "may be missing", column.summary]
    }
    let columns = ["column", "type", "missing", "summary"].map { Column($0, .text) }
    try session.show(columns, rows, noun: "columns")
  }

  private static var overview: String {
    var text = """
      Assay answers questions to a corpus of sources, claims and entities.

        claims | about @peru | where mode = plan | count by source

      A query begins with a relation and goes through stages, with `|` between them. A line that
      begins with `|` goes on from the last result. Tab completes, Ctrl-R searches the history,
      Ctrl-C gives up the line or stops a query, Ctrl-D leaves.

      Topics:

      """
    for list in HelpList.all { text += "  help \(padded(list.name)) \(list.summary)\n" }
    for page in Manual.pages { text += "  help \(padded(page.name)) \(page.title)\n" }
    text += "  help \(padded("where")) a stage, function, relation, record, command, or code\n"
    return text
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 12 - name.utf8.count))
  }
}
