import AssayLanguage
import AssayModel
import AssayText

extension Binder {
  /// The meaning of an expression in these rows.
  ///
  /// - Parameter expected: the type that a bare word, a number or a text may be read as.
  mutating func bind(
    _ expression: Expression, in rows: Rows, as expected: ValueType? = nil
  ) throws(Diagnostic) -> BoundExpression {
    let span = expression.span
    switch expression {
    case .path(let names): return try path(names, in: rows, as: expected)
    case .reference(let name):
      var kinds = RecordKind.allCases
      if case .reference(let kind) = expected { kinds = [kind] }
      return value(try record(name, kinds: kinds), at: span)
    case .variable(let name):
      guard var constant = environment.values[name.text] else { throw unknown(name) }
      if case .record(let kind, _, let id) = constant {
        // The corpus may have been read again since, and its keys may be others.
        constant = try record(Name(id, at: name.span), kinds: [kind])
      }
      return try coerce(constant, to: expected, at: span)
    case .literal(let literal, _): return try bind(literal, as: expected, at: span)
    case .unary(.not, let operand, _):
      let bound = try condition(operand, in: rows)
      return BoundExpression(.not(bound), .boolean, bound.isNullable, span)
    case .unary(.minus, let operand, _): return try negated(operand, in: rows, as: expected, span)
    case .binary(let sign, let left, let right):
      return try binary(sign, left, right, in: rows, at: span)
    case .membership(let tested, let members, _):
      return try membership(tested, members, in: rows, at: span)
    case .presence(let tested, let isPresent, _):
      let missing = BoundExpression(.isMissing(try bind(tested, in: rows)), .boolean, false, span)
      return isPresent ? BoundExpression(.not(missing), .boolean, false, span) : missing
    case .call(let name, let arguments, _):
      return try call(name, arguments, in: rows, as: expected, at: span)
    case .query:
      throw Diagnostic(.wrongArguments, at: span, "a query cannot stand here")
    }
  }

  /// An expression that is true or false.
  mutating func condition(
    _ expression: Expression, in rows: Rows
  ) throws(Diagnostic) -> BoundExpression {
    let bound = try bind(expression, in: rows, as: .boolean)
    try requireCondition(bound)
    return bound
  }

  /// Makes sure that something is true or false.
  func requireCondition(_ bound: BoundExpression) throws(Diagnostic) {
    guard bound.type == .boolean else {
      throw .wrongType(
        bound.type, wanted: "a condition", at: bound.span,
        hint: "compare it: `… = …`, or ask `… is present`")
    }
  }

  private func unknown(_ name: Name) -> Diagnostic {
    let near = Spelling.closest(to: name.text, among: environment.values.keys.sorted())
    return Diagnostic(
      .unknownName, at: name.span, "nothing is bound to `$\(name.text)`",
      hint: near.map { "did you mean `$\($0)`?" } ?? "bind it: `let $\(name.text) = …`")
  }

  private mutating func negated(
    _ operand: Expression, in rows: Rows, as expected: ValueType?, _ span: Span
  ) throws(Diagnostic) -> BoundExpression {
    let bound = try bind(operand, in: rows, as: expected)
    if case .constant(.number(let number)) = bound.node { return value(.number(-number), at: span) }
    if case .constant(.figure(let figure)) = bound.node, figure.bound == .exactly {
      return value(.figure(Quantity(-figure.number, figure.unit)), at: span)
    }
    guard bound.type == .number else {
      throw .wrongType(bound.type, wanted: "a number", at: bound.span)
    }
    let zero = value(.number(0), at: span)
    return BoundExpression(.arithmetic(.minus, zero, bound), .number, bound.isNullable, span)
  }

  /// A column and what follows it.
  private mutating func path(
    _ names: [Name], in rows: Rows, as expected: ValueType?
  ) throws(Diagnostic) -> BoundExpression {
    if let fault = rows.faulty[names[0].text] { throw fault }
    // Beside a value of a closed list one of its words is that value, whatever columns there are.
    if names.count == 1, case .word(let list) = expected, list.words.contains(names[0].text),
      !rows.columns.contains(where: { $0.name == names[0].text && $0.type == expected }),
      let word = try word(names[0], as: expected)
    {
      return word
    }
    // A column may have a dotted name, as after `count by source.publisher`.
    for length in stride(from: names.count, through: 1, by: -1) {
      let dotted = names.prefix(length).map(\.text).joined(separator: ".")
      guard let index = rows.columns.firstIndex(where: { $0.name == dotted }) else { continue }
      let column = rows.columns[index]
      let span = names[0].span.joined(with: names[length - 1].span)
      var bound = BoundExpression(
        .column(index, name: column.name), column.type, column.isNullable, span)
      for name in names.dropFirst(length) { bound = try follow(bound, name) }
      return bound
    }
    if names.count == 1, let word = try word(names[0], as: expected) { return word }
    if rows.relation?.name == "claims", let field = vocabulary.qualifier(names[0].text) {
      let node = BoundExpression.Node.qualifier(predicate: field.key, name: names[0].text)
      var bound = BoundExpression(node, field.type, true, names[0].span)
      for name in names.dropFirst() { bound = try follow(bound, name) }
      return bound
    }
    if names.count == 1, let doubt = rows.doubt { throw doubt }
    throw unknownColumn(names[0], in: rows, as: names.count == 1 ? expected : nil)
  }

  /// A bare word where a value of a closed list, or a predicate, may stand.
  private func word(_ name: Name, as expected: ValueType?) throws(Diagnostic) -> BoundExpression? {
    switch expected {
    case .word(let list):
      guard list.words.contains(name.text) else {
        throw .unknownWord(name.text, in: list, at: name.span)
      }
      return BoundExpression(.constant(.text(name.text)), .word(list), false, name.span)
    case .reference(.predicate):
      return value(try record(name, kinds: [.predicate]), at: name.span)
    default: return nil
    }
  }

  private func follow(
    _ base: BoundExpression, _ name: Name
  ) throws(Diagnostic) -> BoundExpression {
    let span = base.span.joined(with: name.span)
    if case .reference(let kind) = base.type {
      let relation = RelationSpec.of(kind)
      guard let column = relation.column(name.text) else {
        throw .unknownColumn(name, among: relation.columns.map(\.name))
      }
      return BoundExpression(
        .follow(base, relation, column), column.type, base.isNullable || !column.isRequired, span)
    }
    let parts = ValuePart.of(base.type)
    guard !parts.isEmpty else {
      throw .wrongType(
        base.type, wanted: "a reference, a date or a figure before `.`", at: base.span)
    }
    guard let part = parts.first(where: { $0.rawValue == name.text }) else {
      throw .unknownColumn(name, among: parts.map(\.rawValue))
    }
    let mayLack = [.year, .month, .day].contains(part)
    return BoundExpression(.part(base, part), part.type, base.isNullable || mayLack, span)
  }

  func value(_ constant: Constant, at span: Span) -> BoundExpression {
    BoundExpression(.constant(constant), constant.type, false, span)
  }

  private func bind(
    _ literal: Literal, as expected: ValueType?, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    switch literal {
    case .number(let number, let digits):
      if expected == .date, digits.utf8.count == 4, let year = PartialDate(digits) {
        return value(.date(year), at: span)
      }
      return try coerce(.number(number), to: expected, at: span)
    case .figure(let figure): return value(.figure(figure), at: span)
    case .date(let date): return value(.date(date), at: span)
    case .text(let text): return try coerce(.text(text), to: expected, at: span)
    case .boolean(let boolean): return value(.boolean(boolean), at: span)
    case .range(let from, let to):
      if expected != .figure, let years = PartialDate(from.digits + ".." + to.digits) {
        return value(.date(years), at: span)
      }
      if expected == .date { throw .impossibleDate(from.digits + ".." + to.digits, at: span) }
      guard let figure = Quantity(from: from.number, to: to.number, .none) else {
        throw Diagnostic(.badNumber, at: span, "the range ends before it begins")
      }
      return value(.figure(figure), at: span)
    }
  }

  /// A known value, read as the type that the place expects where that makes sense.
  func coerce(
    _ constant: Constant, to expected: ValueType?, at span: Span
  ) throws(Diagnostic) -> BoundExpression {
    switch (constant, expected) {
    case (.number(let number), .figure):
      return value(.figure(Quantity(number, .none)), at: span)
    case (.number(let number), .date) where number == number.rounded() && 1000...9999 ~= number:
      guard let year = PartialDate(String(Int(number))) else { return value(constant, at: span) }
      return value(.date(year), at: span)
    case (.text(let text), .date):
      guard let date = PartialDate(text) else {
        throw .impossibleDate(text, at: span)
      }
      return value(.date(date), at: span)
    case (.text(let text), .word(let list)):
      guard list.words.contains(text) else { throw .unknownWord(text, in: list, at: span) }
      return BoundExpression(.constant(constant), .word(list), false, span)
    case (.text(let text), .reference(let kind)):
      return value(try record(Name(text, at: span), kinds: [kind]), at: span)
    case (.record(let kind, _, let id), .reference(let wanted)) where kind != wanted:
      return value(try record(Name(id, at: span), kinds: [wanted]), at: span)
    default: return value(constant, at: span)
    }
  }
}

extension BoundExpression {
  init(_ node: Node, _ type: ValueType, _ isNullable: Bool, _ span: Span) {
    (self.node, self.type, self.isNullable, self.span) = (node, type, isNullable, span)
  }
}

extension Constant {
  /// The type of the value.
  package var type: ValueType {
    switch self {
    case .number: .number
    case .text: .text
    case .boolean: .boolean
    case .date: .date
    case .figure: .figure
    case .record(let kind, _, _): .reference(kind)
    }
  }
}
