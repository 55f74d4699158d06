import AssayLanguage
import AssayModel
import AssayText

/// The words and values after the name of a stage, read one after the other.
struct StageArguments {
  private let call: StageCall
  private var next = 0
  /// The options that were taken.
  private var given: Set<String> = []

  init(_ call: StageCall) { self.call = call }

  var isAtEnd: Bool { next >= call.items.count }

  /// Where the argument at hand stands, or the stage's name.
  var span: Span { isAtEnd ? call.name.span : call.items[next].expression.span }

  /// The word at hand, if it is one.
  var word: Name? {
    guard !isAtEnd, case .path(let names) = call.items[next].expression, names.count == 1 else {
      return nil
    }
    return names[0]
  }

  /// Goes past the word, if it is at hand.
  mutating func take(_ word: String) -> Bool {
    guard self.word?.text == word else { return false }
    next += 1
    return true
  }

  /// Goes past the word of an option, if it is at hand.
  ///
  /// - Parameter others: options that cannot be given beside it.
  /// - Throws: `wrongArguments` where it is given a second time or contradicts another.
  mutating func takeOption(
    _ word: String, against others: [String] = []
  ) throws(Diagnostic) -> Bool {
    guard let name = self.word, name.text == word else { return false }
    guard !given.contains(word) else {
      throw Diagnostic(.wrongArguments, at: name.span, "`\(word)` is given twice")
    }
    if let other = others.first(where: { given.contains($0) }) {
      throw Diagnostic(
        .wrongArguments, at: name.span, "`\(word)` contradicts `\(other)`",
        hint: "give one of the two")
    }
    given.insert(word)
    return take(word)
  }

  /// The argument at hand.
  mutating func takeExpression() -> Expression? {
    guard !isAtEnd else { return nil }
    defer { next += 1 }
    return call.items[next].expression
  }

  /// What stands here is not wanted.
  func unexpected(words: [String]) -> Diagnostic {
    let usage = StageSpec.named(call.name.text)?.usage ?? call.name.text
    guard let word else {
      return Diagnostic(.wrongArguments, at: span, "write `\(usage)`")
    }
    guard !words.contains(word.text) else {
      return Diagnostic(
        .wrongArguments, at: word.span, "`\(call.name.text)` does not take `\(word.text)` here",
        hint: "write `\(usage)`")
    }
    return Diagnostic(
      .wrongArguments, at: word.span, "`\(call.name.text)` does not take `\(word.text)`",
      hint: Spelling.closest(to: word.text, among: words).map { "did you mean `\($0)`?" }
        ?? "write `\(usage)`")
  }
}

extension Binder {
  /// The key of the record that a stage names.
  mutating func record(
    _ arguments: inout StageArguments, _ kind: RecordKind, in call: StageCall
  ) throws(Diagnostic) -> (key: Int64, id: String) {
    let span = arguments.span
    guard let expression = arguments.takeExpression() else {
      throw Diagnostic(
        .wrongArguments, at: call.span,
        "`\(call.name.text)` needs `@` and the id of \(kind.wordWithArticle)",
        hint: StageSpec.named(call.name.text).map { "write `\($0.usage)`" })
    }
    if case .reference(let name) = expression {
      guard case .record(_, let key, let id) = try record(name, kinds: [kind]) else {
        return (0, "")
      }
      return (key, id)
    }
    let bound = try coerce(try constant(expression), to: .reference(kind), at: span)
    guard case .constant(.record(kind, let key, let id)) = bound.node else {
      throw Diagnostic(
        .wrongArguments, at: span, "expected `@` and the id of \(kind.wordWithArticle)")
    }
    return (key, id)
  }

  /// Makes sure that the rows are claims.
  func requireClaims(_ call: StageCall, _ input: LogicalPlan) throws(Diagnostic) {
    guard input.relation?.name != RelationSpec.claims.name else { return }
    throw Diagnostic(
      .typeMismatch, at: call.name.span,
      "`\(call.name.text)` needs claims; these rows have \(input.columnNames)",
      hint: "put it after `claims` and what narrows them, before `select`, `count` and the like")
  }

  /// The plan of an analysis.
  func analysis(
    _ kind: Analysis.Kind, _ call: StageCall, _ input: LogicalPlan, rows: RelationSpec,
    against: LogicalPlan? = nil
  ) -> LogicalPlan {
    .analysis(
      input,
      Analysis(
        kind, words: Printer.text(of: call), at: call.span, rows: rows, against: against))
  }
}
