extension Printer {
  mutating func print(_ expression: Expression, inParentheses: Bool = false) {
    if inParentheses { text += "(" }
    switch expression {
    case .path(let names): text += names.map(\.text).joined(separator: ".")
    case .reference(let name): text += "@" + name.text
    case .variable(let name): text += "$" + name.text
    case .literal(let literal, _): text += Self.words(of: literal)
    case .unary(let sign, let operand, _): print(sign, operand)
    case .binary(let sign, let left, let right): print(left, sign, right)
    case .membership(let value, let members, _):
      print(value, inParentheses: value.precedence < BinaryOperator.comparisonPrecedence + 1)
      text += " in "
      printList(members)
    case .presence(let value, let isPresent, _):
      print(value, inParentheses: value.precedence < BinaryOperator.comparisonPrecedence + 1)
      text += isPresent ? " is present" : " is missing"
    case .call(let name, let arguments, _):
      text += name.text
      printList(arguments)
    case .query(let query): print(query)
    }
    if inParentheses { text += ")" }
  }

  /// `(a, b)`.
  mutating func printList(_ items: [Expression]) {
    text += "("
    for (index, item) in items.enumerated() {
      if index > 0 { text += ", " }
      print(item)
    }
    text += ")"
  }

  private mutating func print(_ sign: UnaryOperator, _ operand: Expression) {
    switch sign {
    case .not:
      text += "not "
      print(operand, inParentheses: operand.precedence < BinaryOperator.notPrecedence)
    case .minus:
      text += "-"
      print(operand, inParentheses: operand.precedence < BinaryOperator.unaryPrecedence)
    }
  }

  private mutating func print(_ left: Expression, _ sign: BinaryOperator, _ right: Expression) {
    // Comparisons do not follow each other, so both sides of one need parentheses around another.
    let isComparison = sign.precedence == BinaryOperator.comparisonPrecedence
    print(left, inParentheses: left.precedence < sign.precedence + (isComparison ? 1 : 0))
    text += " \(sign.rawValue) "
    print(right, inParentheses: right.precedence <= sign.precedence)
  }
}

extension Expression {
  /// How tightly what it is made with binds; more than any operator for what needs none.
  fileprivate var precedence: Int {
    switch self {
    case .binary(let sign, _, _): sign.precedence
    case .unary(.not, _, _): BinaryOperator.notPrecedence
    case .unary(.minus, _, _): BinaryOperator.unaryPrecedence
    case .membership, .presence: BinaryOperator.comparisonPrecedence
    case .path, .reference, .variable, .literal, .call, .query: BinaryOperator.unaryPrecedence + 1
    }
  }
}
