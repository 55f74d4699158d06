import AssayLanguage
import AssayModel
import AssayText

extension Binder {
  /// A call of a function.
  mutating func call(
    _ name: Name, _ arguments: [Expression], in rows: Rows, as expected: ValueType?, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let specs = FunctionSpec.named(name.text)
    guard !specs.isEmpty else { throw unknownFunction(name, arguments, in: rows) }
    for spec in specs {
      switch (spec.kind, arguments.first) {
      case (.query(let function), .query(let query)?):
        return try queryCall(function, query, at: span)
      case (.aggregate(let function), let first):
        if case .query = first { continue }
        return try aggregate(function, spec, arguments, in: rows, at: span)
      case (.scalar(let function), _):
        return try scalar(function, spec, arguments, in: rows, as: expected, at: span)
      default: continue
      }
    }
    throw Diagnostic(
      .wrongArguments, at: span, "`\(name.text)` takes a query",
      hint: specs.first.map { "`\($0.usage)`" })
  }

  private mutating func unknownFunction(
    _ name: Name, _ arguments: [Expression], in rows: Rows
  ) -> Diagnostic {
    let known = Set(FunctionSpec.all.map(\.name)).sorted()
    let unknown = Diagnostic(
      .unknownFunction, at: name.span, "no function `\(name.text)`",
      hint: Spelling.closest(to: name.text, among: known).map { "did you mean `\($0)`?" }
        ?? "functions: \(known.joined(separator: ", "))")
    var inner = rows.doubting(unknown)
    inner.allowsAggregates = true
    return fault(unknown) { (binder) throws(Diagnostic) in
      _ = try binder.each(arguments) { (binder, argument) throws(Diagnostic) in
        if case .query(let query) = argument {
          _ = try binder.bind(query)
        } else {
          _ = try binder.bind(argument, in: inner)
        }
      }
    }
  }

  private mutating func queryCall(
    _ function: QueryFunction, _ query: Query, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let plan = try bind(query)
    switch function {
    case .count: return BoundExpression(.query(.count, plan), .number, false, span)
    case .empty: return BoundExpression(.query(.empty, plan), .boolean, false, span)
    case .value:
      guard plan.columns.count == 1, let column = plan.columns.first else {
        throw Diagnostic(
          .wrongArguments, at: span,
          "`value` takes a query with one column, this one has \(plan.columns.count)",
          hint: "choose one with `select`")
      }
      return BoundExpression(.query(.value, plan), column.type, true, span)
    }
  }

  private mutating func aggregate(
    _ function: AggregateFunction, _ spec: FunctionSpec, _ arguments: [Expression], in rows: Rows,
    at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    guard rows.allowsAggregates else {
      throw Diagnostic(
        .misplacedAggregate, at: span, "`\(spec.name)` gathers rows, so it stands in `summarize`",
        hint: function == .count
          ? "`… | count by …`, or `count(QUERY)`" : "`summarize x = \(spec.usage)`")
    }
    guard arguments.count == (function == .count ? 0 : 1) else {
      throw Diagnostic(.wrongArguments, at: span, "write `\(spec.usage)`")
    }
    if function == .count { return BoundExpression(.aggregate(.count, nil), .number, false, span) }
    var inner = rows
    inner.allowsAggregates = false
    let argument =
      function == .share
      ? try condition(arguments[0], in: inner) : try bind(arguments[0], in: inner)
    let node = BoundExpression.Node.aggregate(function, argument)
    switch (function, argument.type) {
    case (.countDistinct, _): return BoundExpression(node, .number, false, span)
    case (.share, _): return BoundExpression(node, .number, true, span)
    case (.list, .text), (.list, .word), (.list, .list), (.list, .reference):
      return BoundExpression(node, .list, true, span)
    case (.sum, .number), (.mean, .number), (.least, .number), (.greatest, .number):
      return BoundExpression(node, .number, true, span)
    case (.sum, .figure), (.least, .figure), (.greatest, .figure):
      return BoundExpression(node, .figure, true, span)
    case (.least, .date), (.greatest, .date): return BoundExpression(node, .date, true, span)
    case (.least, .text), (.greatest, .text), (.least, .word), (.greatest, .word):
      return BoundExpression(node, .text, true, span)
    default:
      throw Diagnostic(
        .typeMismatch, at: argument.span, "`\(spec.name)` does not take a \(argument.type.name)",
        hint: argument.type == .figure ? "take its number: `value.number`" : nil)
    }
  }

  private mutating func scalar(
    _ function: ScalarFunction, _ spec: FunctionSpec, _ arguments: [Expression], in rows: Rows,
    as expected: ValueType?, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let counts: ClosedRange<Int> =
      switch function {
      case .lower, .length, .abs: 1...1
      case .round: 1...2
      case .coalesce: 1...20
      case .choice: 3...3
      }
    guard counts.contains(arguments.count) else {
      throw Diagnostic(.wrongArguments, at: span, "write `\(spec.usage)`")
    }
    var (rows, wanted) = (rows, expected)
    let bound = try each(arguments.enumerated()) {
      (binder, argument) throws(Diagnostic) -> BoundExpression in
      if function == .choice, argument.offset == 0 {
        return try binder.condition(argument.element, in: rows)
      }
      do throws(Diagnostic) {
        let value = try binder.bind(argument.element, in: rows, as: wanted)
        if value.type != .boolean { wanted = value.type }
        return value
      } catch {
        rows.doubt = error
        throw error
      }
    }
    let type = try resultType(of: function, bound, spec)
    let isNullable =
      function == .coalesce
      ? bound.allSatisfy(\.isNullable)
      : bound.dropFirst(function == .choice ? 1 : 0).contains(where: \.isNullable)
    return BoundExpression(.scalar(function, bound), type, isNullable, span)
  }

  private func resultType(
    of function: ScalarFunction, _ arguments: [BoundExpression], _ spec: FunctionSpec
  ) throws(Diagnostic) -> ValueType {
    let wanted: ValueType? =
      switch function {
      case .lower, .length: .text
      case .abs, .round: .number
      case .coalesce, .choice: nil
      }
    if let wanted {
      for argument in arguments {
        let isText = wanted == .text && (argument.type == .list || argument.type.isWord)
        guard argument.type == wanted || function == .round && argument.type == .number || isText
        else { throw .wrongType(argument.type, wanted: "a \(wanted.name)", at: argument.span) }
      }
      return function == .length ? .number : wanted
    }
    let values = arguments.dropFirst(function == .choice ? 1 : 0)
    let first = values.first?.type ?? .text
    let isMixedText = values.contains { $0.type != first }
    for value in values where value.type != first {
      guard value.type == .text || value.type.isWord, first == .text || first.isWord else {
        throw .typeMismatch(first, value.type, at: value.span)
      }
    }
    return isMixedText ? .text : first
  }
}

extension ValueType {
  /// Whether values come from a closed list.
  package var isWord: Bool { if case .word = self { true } else { false } }
}
