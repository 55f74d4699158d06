import AssayModel
import AssayText

extension RecordParser {
  /// What stands between the word that begins a declaration and the brace.
  mutating func header(
    of kind: RecordKind, from start: Int, line: Int
  ) throws(Diagnostic) -> Record {
    let id = try cursor.id("an id for the \(kind.word)")
    self.id = id
    let header: Record.Header
    switch kind {
    case .source, .predicate, .document: header = .none
    case .entity:
      try cursor.expect(.colon, "`:` and a kind")
      header = .entity(kind: try cursor.word(of: .entityKind))
    case .question: header = .question(text: try cursor.quoted())
    case .claim:
      guard cursor.takeWord("from") else { throw cursor.unexpected("`from @source`") }
      header = .claim(source: try cursor.reference())
    case .link:
      let claim = try cursor.reference()
      let relation = try cursor.word(of: .linkRelation)
      header = .link(claim: claim, relation: relation, other: try cursor.reference())
    case .judgement: header = try judged()
    }
    let span = Span(start, cursor.previousEnd)
    return Record(kind: kind, id: id, span: span, line: line, header: header)
  }

  /// The kind that the word at hand declares, stepped over.
  mutating func recordKind() throws(Diagnostic) -> RecordKind {
    for kind in RecordSpec.kinds where cursor.takeWord(kind.word) { return kind }
    throw .unknownRecordKind(try cursor.name("a declaration"))
  }

  /// `on claim @id`, `on source @id`.
  private mutating func judged() throws(Diagnostic) -> Record.Header {
    guard cursor.takeWord("on") else { throw cursor.unexpected("`on claim @id`") }
    if cursor.takeWord("claim") { return .judgement(of: .claim, try cursor.reference()) }
    if cursor.takeWord("source") { return .judgement(of: .source, try cursor.reference()) }
    throw cursor.unexpected("`claim` or `source`")
  }
}
