import AssayModel
import AssayQuery
import AssayText

extension Workspace {
  /// Holds an assertion to the corpus.
  ///
  /// - Throws: `expectationFailed`, with what the two sides of a comparison are.
  package func check(
    _ condition: BoundExpression, message: String?, at span: Span
  ) throws(Diagnostic) {
    guard case .boolean(true) = try evaluate(condition) else {
      let words = statementText.map { $0.text(at: condition.span) } ?? "the condition"
      let what = message ?? "`\(words)` does not hold"
      throw Diagnostic(
        .expectationFailed, at: condition.span, what, hint: try sides(of: condition))
    }
  }

  /// What the two sides of a comparison are, unless the program says so itself.
  private func sides(of condition: BoundExpression) throws(Diagnostic) -> String? {
    guard case .compare(_, let left, let right) = condition.node else { return nil }
    var found: [String] = []
    for side in [left, right] {
      if case .constant = side.node { continue }
      let value = try evaluate(side)?.words ?? "missing"
      let words = statementText.map { $0.text(at: side.span) } ?? "a side"
      found.append("`\(words)` is \(value)")
    }
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }

  /// The statement that a plan becomes, with its values, for `explain`.
  package func explanation(of plan: LogicalPlan) -> String {
    var planner = Planner()
    let compiled = SQLCompiler.compile(planner.plan(plan))
    let columns = compiled.columns.map { "\($0.name): \($0.type.name)" }
    var lines = ["columns  \(columns.joined(separator: ", "))"]
    for segment in planner.segments {
      let input = SQLCompiler.compile(segment.input)
      let keys = SQLCompiler.compileKeys(segment.input)
      lines += Self.lines(of: keys ?? input.sql, input.probes)
      lines.append("analysis \(segment.analysis.words) of these rows, as \(segment.table)")
    }
    return (lines + Self.lines(of: compiled.sql, compiled.probes)).joined(separator: "\n") + "\n"
  }

  /// A statement with its values, and what is asked about the rows that it leaves out.
  private static func lines(of sql: SQL, _ probes: [LeftOutProbe]) -> [String] {
    var lines = ["sql      \(sql.text)"]
    let values = sql.bindings.map { binding in
      switch binding {
      case .integer(let integer): String(integer)
      case .real(let real): Numeral.words(real)
      case .text(let text): "'\(text)'"
      }
    }
    if !values.isEmpty { lines.append("values   \(values.joined(separator: ", "))") }
    for probe in probes { lines.append("left out \(probe.sql.text)") }
    return lines
  }
}

extension Constant {
  /// As the language writes it.
  package var words: String {
    switch self {
    case .number(let number): Numeral.words(number)
    case .text(let text): "\"\(text)\""
    case .boolean(let boolean): boolean ? "true" : "false"
    case .date(let date): date.description
    case .figure(let figure): figure.description
    case .record(_, _, let id): "@\(id)"
    }
  }
}
