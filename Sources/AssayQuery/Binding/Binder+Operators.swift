import AssayLanguage
import AssayModel
import AssayText

extension Binder {
  mutating func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, in rows: Rows, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    switch sign {
    case .and, .or:
      let (first, second) = (try condition(left, in: rows), try condition(right, in: rows))
      let node: BoundExpression.Node = sign == .and ? .and(first, second) : .or(first, second)
      return BoundExpression(node, .boolean, first.isNullable || second.isNullable, span)
    case .equal: return try compare(.equal, left, right, in: rows, at: span)
    case .notEqual: return try compare(.notEqual, left, right, in: rows, at: span)
    case .less: return try compare(.less, left, right, in: rows, at: span)
    case .lessOrEqual: return try compare(.lessOrEqual, left, right, in: rows, at: span)
    case .greater: return try compare(.greater, left, right, in: rows, at: span)
    case .greaterOrEqual: return try compare(.greaterOrEqual, left, right, in: rows, at: span)
    case .overlaps, .before, .after, .within:
      return try relate(sign, left, right, in: rows, at: span)
    case .has, .matches: return try search(sign, left, right, in: rows, at: span)
    case .plus, .minus, .times, .divide:
      return try compute(sign, left, right, in: rows, at: span)
    }
  }

  /// Both sides, a literal read as the type of the other side.
  private mutating func operands(
    _ left: Expression, _ right: Expression, in rows: Rows
  ) throws(Diagnostic) -> (BoundExpression, BoundExpression) {
    if Self.isLiteral(left), !Self.isLiteral(right) {
      let second = try bind(right, in: rows)
      return (try bind(left, in: rows, as: second.type), second)
    }
    let first = try bind(left, in: rows)
    return (first, try bind(right, in: rows, as: first.type))
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
    let first = try bind(left, in: rows)
    let second = try bind(right, in: rows, as: first.type)
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
    let first = try bind(left, in: rows)
    switch first.type {
    case .text, .word, .list: break
    case .reference:
      throw .wrongType(
        first.type, wanted: "a text", at: first.span, hint: "search a column of the record: `.id`")
    default: throw .wrongType(first.type, wanted: "a text", at: first.span)
    }
    guard case .text(let words) = try constant(right) else {
      throw Diagnostic(.typeMismatch, at: right.span, "expected words in quotes")
    }
    if sign == .has {
      let folded = WordFolding.words(of: words)
      guard !folded.isEmpty else {
        throw Diagnostic(.wrongArguments, at: right.span, "there is no word to look for")
      }
      return BoundExpression(.hasWords(first, folded), .boolean, first.isNullable, span)
    }
    if let (message, offset) = vocabulary.fault(inPattern: words) {
      let start = min(right.span.start + 1 + offset, right.span.end)
      throw Diagnostic(
        .badPattern, at: Span(start, max(start, right.span.end - 1)),
        "no regular expression: \(message)")
    }
    return BoundExpression(.matches(first, words), .boolean, first.isNullable, span)
  }

  /// `x in (a, b)`: for dates and figures `x = a or x = b`, since they may also overlap.
  mutating func membership(
    _ tested: Expression, _ members: [Expression], in rows: Rows, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    guard !members.isEmpty else {
      throw Diagnostic(.wrongArguments, at: span, "the list after `in` is empty")
    }
    let first = try bind(tested, in: rows)
    if first.type != .date, first.type != .figure,
      let constants = try constants(members, comparableWith: first, in: rows, at: span)
    {
      return BoundExpression(.isOneOf(first, constants), .boolean, first.isNullable, span)
    }
    var result: BoundExpression?
    guard members.count <= 400 else {
      throw Diagnostic(.tooDeep, at: span, "more than 400 dates or figures in a list")
    }
    for member in members {
      let second = try bind(member, in: rows, as: first.type)
      let equal = try compare(.equal, first, second, at: span)
      result =
        result.map { BoundExpression(.or($0, equal), .boolean, equal.isNullable, span) } ?? equal
    }
    return result ?? value(.boolean(false), at: span)
  }

  /// The members of a list, if all of them are known beforehand.
  private mutating func constants(
    _ members: [Expression], comparableWith tested: BoundExpression, in rows: Rows, at span: Span
  ) throws(Diagnostic) -> [Constant]? {
    var constants: [Constant] = []
    for member in members {
      let bound = try bind(member, in: rows, as: tested.type)
      try requireComparable(tested, bound, at: member.span)
      guard case .constant(let constant) = bound.node else { return nil }
      constants.append(constant)
    }
    return constants
  }

  private mutating func compute(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, in rows: Rows, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let first = try bind(left, in: rows)
    let second = try bind(right, in: rows)
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
