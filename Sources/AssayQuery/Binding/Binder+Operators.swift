import AssayLanguage
import AssayModel
import AssayText

extension Binder {
  mutating func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, in rows: Rows, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    switch sign {
    case .and, .or, .plus, .minus, .times, .divide:
      return try chain(sign, left, right, in: rows)
    case .equal: return try compare(.equal, left, right, in: rows, at: span)
    case .notEqual: return try compare(.notEqual, left, right, in: rows, at: span)
    case .less: return try compare(.less, left, right, in: rows, at: span)
    case .lessOrEqual: return try compare(.lessOrEqual, left, right, in: rows, at: span)
    case .greater: return try compare(.greater, left, right, in: rows, at: span)
    case .greaterOrEqual: return try compare(.greaterOrEqual, left, right, in: rows, at: span)
    case .overlaps, .before, .after, .within:
      return try relate(sign, left, right, in: rows, at: span)
    case .has, .matches: return try search(sign, left, right, in: rows, at: span)
    }
  }

  /// A row of `and`, `or` and arithmetic, from its left end on: it may be long, and a step deeper
  /// for each operator would need much of the stack.
  private mutating func chain(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, in rows: Rows
  ) throws(Diagnostic) -> BoundExpression {
    var links = [(sign: sign, right: right)]
    var start = left
    while case .binary(let sign, let left, let right) = start, sign.isChained {
      links.append((sign, right))
      start = left
    }
    var value: BoundExpression?
    var fault: Diagnostic?
    do throws(Diagnostic) {
      value = try bind(
        start, in: rows, as: links.last?.sign.joinsConditions ?? false ? .boolean : nil)
    } catch {
      fault = error
    }
    for (sign, right) in links.reversed() {
      do throws(Diagnostic) {
        if let left = value, sign.joinsConditions { try requireCondition(left) }
      } catch {
        value = nil
        note(error, unless: &fault)
      }
      do throws(Diagnostic) {
        let other =
          sign.joinsConditions ? try condition(right, in: rows) : try bind(right, in: rows)
        guard let left = value else { continue }
        value = try link(sign, left, other, at: start.span.joined(with: right.span))
      } catch {
        value = nil
        note(error, unless: &fault)
      }
    }
    if let fault { throw fault }
    return value ?? self.value(.boolean(false), at: start.span)
  }

  private func link(
    _ sign: BinaryOperator, _ first: BoundExpression, _ second: BoundExpression, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let isNullable = first.isNullable || second.isNullable
    switch sign {
    case .and: return BoundExpression(.and(first, second), .boolean, isNullable, span)
    case .or: return BoundExpression(.or(first, second), .boolean, isNullable, span)
    default: return try compute(sign, first, second, at: span)
    }
  }

  /// Both sides, a literal read as the type of the other side.
  private mutating func operands(
    _ left: Expression, _ right: Expression, in rows: Rows
  ) throws(Diagnostic) -> (BoundExpression, BoundExpression) {
    if Self.isLiteral(left), !Self.isLiteral(right) {
      let (second, first) = try pair(right, left, in: rows)
      return (first, second)
    }
    return try pair(left, right, in: rows)
  }

  /// Two expressions, the second read as the type of the first.
  private mutating func pair(
    _ first: Expression, _ second: Expression, in rows: Rows
  ) throws(Diagnostic) -> (BoundExpression, BoundExpression) {
    let bound: BoundExpression
    do throws(Diagnostic) {
      bound = try bind(first, in: rows)
    } catch {
      let doubtful = rows.doubting(error)
      throw fault(error) { (binder) throws(Diagnostic) in
        _ = try binder.bind(second, in: doubtful)
      }
    }
    return (bound, try bind(second, in: rows, as: bound.type))
  }

  private static func isLiteral(_ expression: Expression) -> Bool {
    switch expression {
    case .literal, .reference, .variable: true
    default: false
    }
  }

  private mutating func compare(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, in rows: Rows, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let (first, second) = try operands(left, right, in: rows)
    return try compare(comparison, first, second, at: span)
  }

  private func compare(
    _ comparison: Comparison, _ first: BoundExpression, _ second: BoundExpression, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    try requireComparable(first, second, at: span)
    if case .reference = first.type, comparison != .equal, comparison != .notEqual {
      throw .wrongType(
        first.type, wanted: "values that have an order", at: span,
        hint: "compare a column of the record: `\("source").published`")
    }
    // Dates and figures are intervals: a comparison of two that overlap has no answer.
    let isInterval = first.type == .date || first.type == .figure
    let isNullable =
      first.isNullable || second.isNullable || isInterval && comparison != .overlaps
      || first.type == .figure
    return BoundExpression(.compare(comparison, first, second), .boolean, isNullable, span)
  }

  private func requireComparable(
    _ first: BoundExpression, _ second: BoundExpression, at span: Span
  ) throws(Diagnostic) {
    if first.type == second.type { return }
    switch (first.type, second.type) {
    case (.text, .word), (.word, .text), (.list, .text), (.text, .list), (.word, .word): return
    case (.figure, .number), (.number, .figure):
      throw .typeMismatch(
        first.type, second.type, at: span, hint: "`value.number` is the number of a figure")
    case (.reference, .text), (.text, .reference):
      throw .typeMismatch(
        first.type, second.type, at: span, hint: "write `@id`, or compare `.id`")
    default: throw .typeMismatch(first.type, second.type, at: span)
    }
  }

  /// `overlaps`, `before`, `after`, `within`.
  private mutating func relate(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, in rows: Rows, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let (first, second) = try pair(left, right, in: rows)
    if sign == .within, case .reference(.entity) = first.type {
      guard case .constant(.record(.entity, let key, _)) = second.node else {
        throw Diagnostic(.notConstant, at: second.span, "expected an `@entity` after `within`")
      }
      return BoundExpression(.partOf(first, whole: key), .boolean, first.isNullable, span)
    }
    let isFigure = first.type == .figure && sign != .before && sign != .after
    guard first.type == .date || isFigure else {
      throw .wrongType(first.type, wanted: "a date before `\(sign.rawValue)`", at: first.span)
    }
    try requireComparable(first, second, at: span)
    switch sign {
    case .overlaps: return try compare(.overlaps, first, second, at: span)
    case .before: return try compare(.less, first, second, at: span)
    case .after: return try compare(.greater, first, second, at: span)
    default: return try compare(.equal, first, second, at: span)
    }
  }

  /// `has` and `matches`.
  private mutating func search(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, in rows: Rows, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let (first, sought) = try both(
      { (binder) throws(Diagnostic) in try binder.searchable(left, in: rows) },
      { (binder) throws(Diagnostic) in try binder.sought(sign, right) })
    let node: BoundExpression.Node =
      sign == .has ? .hasWords(first, sought) : .matches(first, sought)
    return BoundExpression(node, .boolean, first.isNullable, span)
  }

  /// An expression that has words in it.
  private mutating func searchable(
    _ expression: Expression, in rows: Rows
  ) throws(Diagnostic) -> BoundExpression {
    let bound = try bind(expression, in: rows)
    switch bound.type {
    case .text, .word, .list: return bound
    case .reference:
      throw .wrongType(
        bound.type, wanted: "a text", at: bound.span, hint: "search a column of the record: `.id`")
    default: throw .wrongType(bound.type, wanted: "a text", at: bound.span)
    }
  }

  /// The folded words after `has`, the pattern after `matches`.
  private mutating func sought(
    _ sign: BinaryOperator, _ right: Expression
  ) throws(Diagnostic) -> String {
    guard case .text(let words) = try constant(right) else {
      throw Diagnostic(.typeMismatch, at: right.span, "expected words in quotes")
    }
    if sign == .has {
      let folded = WordFolding.words(of: words)
      guard !folded.isEmpty else {
        throw Diagnostic(.wrongArguments, at: right.span, "there is no word to look for")
      }
      return folded
    }
    if let (message, offset) = vocabulary.fault(inPattern: words) {
      let start = min(right.span.start + 1 + offset, right.span.end)
      throw Diagnostic(
        .badPattern, at: Span(start, max(start, right.span.end - 1)),
        "no regular expression: \(message)")
    }
    return words
  }

  /// `x in (a, b)`: for dates and figures `x = a or x = b`, since they may also overlap.
  mutating func membership(
    _ tested: Expression, _ members: [Expression], in rows: Rows, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    guard !members.isEmpty else {
      throw Diagnostic(.wrongArguments, at: span, "the list after `in` is empty")
    }
    let first: BoundExpression
    do throws(Diagnostic) {
      first = try bind(tested, in: rows)
    } catch {
      let doubtful = rows.doubting(error)
      throw fault(error) { (binder) throws(Diagnostic) in
        _ = try binder.each(members) { (binder, member) throws(Diagnostic) in
          try binder.bind(member, in: doubtful)
        }
      }
    }
    let isPlain = first.type != .date && first.type != .figure
    // Each is bound once: lists may be nested.
    let bound = try each(members) { (binder, member) throws(Diagnostic) in
      let bound = try binder.bind(member, in: rows, as: first.type)
      if isPlain { try binder.requireComparable(first, bound, at: member.span) }
      return bound
    }
    if isPlain {
      let constants = bound.compactMap { member -> Constant? in
        guard case .constant(let constant) = member.node else { return nil }
        return constant
      }
      if constants.count == bound.count {
        return BoundExpression(.isOneOf(first, constants), .boolean, first.isNullable, span)
      }
    }
    guard members.count <= 400 else {
      throw Diagnostic(.tooDeep, at: span, "more than 400 values in a list that are not fixed")
    }
    let comparisons = try bound.map { (member) throws(Diagnostic) in
      try compare(.equal, first, member, at: span)
    }
    return comparisons.dropFirst().reduce(comparisons[0]) { either, equal in
      BoundExpression(.or(either, equal), .boolean, equal.isNullable, span)
    }
  }

  private func compute(
    _ sign: BinaryOperator, _ first: BoundExpression, _ second: BoundExpression, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let isNullable = first.isNullable || second.isNullable
    switch (first.type, second.type, sign) {
    case (.number, .number, _):
      if sign == .divide, case .constant(.number(0)) = second.node {
        throw Diagnostic(.divisionByZero, at: second.span, "division by zero")
      }
      let operation: Arithmetic = [.plus: .plus, .minus: .minus, .times: .times][sign] ?? .divide
      let mayLack = isNullable || operation == .divide
      if let folded = Self.folded(operation, first, second) {
        return value(.number(folded), at: span)
      }
      return BoundExpression(.arithmetic(operation, first, second), .number, mayLack, span)
    case (.figure, .figure, .plus), (.figure, .figure, .minus):
      let operation: Arithmetic = sign == .plus ? .plus : .minus
      return BoundExpression(.arithmetic(operation, first, second), .figure, true, span)
    case (.figure, .number, .times), (.figure, .number, .divide):
      let operation: Arithmetic = sign == .times ? .times : .divide
      return BoundExpression(.arithmetic(operation, first, second), .figure, true, span)
    case (.number, .figure, .times):
      return BoundExpression(.arithmetic(.times, second, first), .figure, true, span)
    case (.text, .text, .plus), (.word, .text, .plus), (.text, .word, .plus):
      return BoundExpression(.arithmetic(.join, first, second), .text, isNullable, span)
    default:
      throw Diagnostic(
        .typeMismatch, at: span,
        "`\(sign.rawValue)` does not take a \(first.type.name) and a \(second.type.name)")
    }
  }

  private static func folded(
    _ operation: Arithmetic, _ first: BoundExpression, _ second: BoundExpression
  ) -> Double? {
    guard case .constant(.number(let left)) = first.node,
      case .constant(.number(let right)) = second.node
    else { return nil }
    switch operation {
    case .plus: return left + right
    case .minus: return left - right
    case .times: return left * right
    case .divide: return left / right
    case .join: return nil
    }
  }
}

extension BinaryOperator {
  /// Whether both sides are conditions.
  fileprivate var joinsConditions: Bool { self == .and || self == .or }
  /// Whether the sides are understood without each other, so that a row of them is read as one.
  fileprivate var isChained: Bool {
    [.and, .or, .plus, .minus, .times, .divide].contains(self)
  }
}
