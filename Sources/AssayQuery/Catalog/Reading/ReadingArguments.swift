import AssayLanguage
import AssayModel
import AssayText

/// What the stages that read the text have in common.
extension Binder {
  /// Makes sure that the rows say which text is meant.
  func requireText(_ call: StageCall, _ input: LogicalPlan) throws(Diagnostic) {
    let known: [RelationSpec] = [.passages, .documents, .sources, .claims]
    if let name = input.relation?.name, known.contains(where: { $0.name == name }) { return }
    throw Diagnostic(
      .typeMismatch, at: call.name.span,
      "`\(call.name.text)` needs passages, documents, sources or claims; these rows have "
        + input.columnNames,
      hint: "put it after one of these and what narrows it, before `count` and the like")
  }

  /// The text in quotes that comes next.
  ///
  /// - Parameter read: makes of it what is meant; its faults are shown within the quotes.
  mutating func quoted<Value>(
    _ arguments: inout StageArguments, in call: StageCall, example: String,
    _ read: (String) throws(WordPatternFault) -> Value
  ) throws(Diagnostic) -> Value {
    let span = arguments.span
    guard arguments.word == nil, let expression = arguments.takeExpression() else {
      throw Diagnostic(
        .wrongArguments, at: arguments.isAtEnd ? call.span : span,
        "`\(call.name.text)` takes words in quotes", hint: "write `\(example)`")
    }
    guard case .text(let words) = try constant(expression) else {
      throw Diagnostic(
        .typeMismatch, at: span, "expected words in quotes", hint: "write `\(example)`")
    }
    do throws(WordPatternFault) {
      return try read(words)
    } catch {
      guard case .literal = expression else {
        throw Diagnostic(.badWordPattern, at: span, error.message, hint: error.hint)
      }
      let inner = Span(span.start + 1, max(span.start + 1, span.end - 1))
      let start = min(inner.start + error.span.start, inner.end)
      let end = min(inner.start + error.span.end, inner.end)
      let place = start < end ? Span(start, end) : span
      throw Diagnostic(.badWordPattern, at: place, error.message, hint: error.hint)
    }
  }

  /// A whole number that comes next.
  mutating func wholeNumber(
    _ arguments: inout StageArguments, in call: StageCall, after word: String,
    _ range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int {
    let span = arguments.isAtEnd ? call.span : arguments.span
    let wanted = "`\(word)` takes a whole number, \(range.lowerBound) to \(range.upperBound)"
    guard arguments.word == nil, let expression = arguments.takeExpression() else {
      throw Diagnostic(
        .wrongArguments, at: span, wanted,
        hint: StageSpec.named(call.name.text).map { "write `\($0.usage)`" })
    }
    guard case .number(let number) = try constant(expression), number == number.rounded(),
      number >= Double(range.lowerBound), number <= Double(range.upperBound)
    else { throw Diagnostic(.outOfRange, at: span, wanted) }
    return Int(number)
  }

  /// The rows of a stage that counts in groups: with the keys of `by` as their only columns, if
  /// there are any, and what those columns are called in the result.
  mutating func grouped(
    _ call: StageCall, _ input: LogicalPlan, besides own: [String]
  ) throws(Diagnostic) -> (rows: LogicalPlan, keys: [ColumnSpec]) {
    guard !call.keys.isEmpty else { return (input, []) }
    let keys = try columns(call.keys, in: Rows(input))
    for (key, item) in zip(keys, call.keys) where (own + ["key", "file"]).contains(key.name) {
      throw Diagnostic(
        .duplicateColumn, at: item.alias?.span ?? item.expression.span,
        "the result has a column `\(key.name)` of its own",
        hint: "give this one another name, as in `by … as group`")
    }
    let specs = keys.map { key in
      ColumnSpec(
        key.name, key.value.type, required: !key.value.isNullable, "What the rows are grouped by.")
    }
    return (.project(input, keys), specs)
  }
}
