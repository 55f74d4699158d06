import AssayModel
import AssayText

extension Parser {
  /// An expression whose operators bind at least as tightly as `precedence`.
  mutating func expression(_ precedence: Int = 0) throws(Diagnostic) -> Expression {
    if depth == 0, precedence == 0 { operators = 0 }
    var left = try prefix()
    while true {
      if let compared = try comparisonWord(after: left, precedence) {
        left = compared
        continue
      }
      guard let sign = binaryOperator(), sign.precedence >= precedence else { return left }
      try count()
      cursor.advance()
      left = .binary(sign, left, try expression(sign.precedence + 1))
      if sign.precedence == BinaryOperator.comparisonPrecedence, let next = binaryOperator(),
        next.precedence == BinaryOperator.comparisonPrecedence
      {
        throw Diagnostic(
          .unexpectedToken, at: cursor.span, "comparisons do not follow each other",
          hint: "join them with `and`")
      }
    }
  }

  /// One more operator in the expression at hand.
  private mutating func count() throws(Diagnostic) {
    operators += 1
    guard operators <= Self.longest else {
      throw Diagnostic(
        .tooDeep, at: cursor.span, "more than \(Self.longest) operators in one expression")
    }
  }

  /// Whether `within sentence` or `within paragraph` comes next, which compares nothing.
  private var isReach: Bool {
    cursor.isWord("within")
      && ["sentence", "paragraph"].contains(cursor.text(cursor.following))
  }

  private func binaryOperator() -> BinaryOperator? {
    switch cursor.current.kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .plus: .plus
    case .minus: .minus
    case .star: .times
    case .slash: .divide
    case .word where endsAtReach && isReach: nil
    case .word: BinaryOperator(rawValue: cursor.text(cursor.current))
    default: nil
    }
  }

  /// `x in (…)`, `x not in (…)`, `x is missing`, `x is present`, `x is not missing`.
  private mutating func comparisonWord(
    after left: Expression, _ precedence: Int
  ) throws(Diagnostic) -> Expression? {
    guard cursor.current.kind == .word, precedence <= BinaryOperator.comparisonPrecedence else {
      return nil
    }
    if cursor.takeWord("is") {
      let isNegated = cursor.takeWord("not")
      let isPresent = cursor.isWord("present")
      guard isPresent || cursor.isWord("missing") else {
        throw cursor.unexpected("`missing` or `present`")
      }
      try count()
      cursor.advance()
      let span = Span(left.span.start, cursor.previousEnd)
      return .presence(left, isPresent: isPresent != isNegated, span)
    }
    let isNegated = cursor.isWord("not") && cursor.text(cursor.following) == "in"
    if isNegated { cursor.advance() }
    guard cursor.takeWord("in") else { return nil }
    guard cursor.current.kind == .openParenthesis else {
      throw cursor.unexpected("`(` and a list of values")
    }
    try count()
    let members = try parenthesized()
    let span = Span(left.span.start, cursor.previousEnd)
    let membership = Expression.membership(left, members, span)
    return isNegated ? .unary(.not, membership, span) : membership
  }

  private mutating func prefix() throws(Diagnostic) -> Expression {
    let start = cursor.current.start
    if cursor.takeWord("not") {
      try enter()
      defer { depth -= 1 }
      let operand = try expression(BinaryOperator.notPrecedence)
      return .unary(.not, operand, Span(start, cursor.previousEnd))
    }
    if cursor.take(.minus) {
      try enter()
      defer { depth -= 1 }
      let operand = try expression(BinaryOperator.unaryPrecedence)
      return .unary(.minus, operand, Span(start, cursor.previousEnd))
    }
    return try primary()
  }

  private mutating func primary() throws(Diagnostic) -> Expression {
    let token = cursor.current
    let span = cursor.span
    switch token.kind {
    case .word: return try word()
    case .reference:
      cursor.advance()
      return .reference(Name(String(cursor.text(token).dropFirst()), at: span))
    case .variable: return .variable(variable())
    case .text: return .literal(.text(try cursor.quoted()), span)
    case .number, .date, .range, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde:
      return try literal()
    case .openParenthesis:
      try enter()
      cursor.advance()
      let inner = try expression()
      try cursor.close(span)
      depth -= 1
      return inner
    default: throw cursor.unexpected("a value")
    }
  }

  /// A figure or date, by the parser of such values.
  private mutating func literal() throws(Diagnostic) -> Expression {
    let start = cursor.current.start
    let literal = try cursor.literal()
    return .literal(literal, Span(start, cursor.previousEnd))
  }

  /// A column and what follows it, a call, or a truth value.
  private mutating func word() throws(Diagnostic) -> Expression {
    guard !Keyword.reserved.contains(cursor.text(cursor.current)) || isTruthValue else {
      throw .reservedWord(cursor)
    }
    let first = try cursor.name("a column")
    if first.text == "true" || first.text == "false" {
      return .literal(.boolean(first.text == "true"), first.span)
    }
    if cursor.current.kind == .openParenthesis { return try call(first) }
    var names = [first]
    while cursor.take(.dot) { names.append(try cursor.name("a column")) }
    return .path(names)
  }

  /// Whether a truth value stands here, which is no name.
  var isTruthValue: Bool { cursor.isWord("true") || cursor.isWord("false") }

  private mutating func call(_ name: Name) throws(Diagnostic) -> Expression {
    guard grammar.queryFunctions.contains(name.text),
      cursor.following.kind != .closeParenthesis
    else {
      let arguments = try parenthesized()
      return .call(name, arguments, Span(name.span.start, cursor.previousEnd))
    }
    let open = cursor.span
    try enter()
    cursor.advance()
    let argument = Expression.query(try query())
    try cursor.close(open)
    depth -= 1
    return .call(name, [argument], Span(name.span.start, cursor.previousEnd))
  }

  /// `(a, b, c)`, which may be empty.
  mutating func parenthesized() throws(Diagnostic) -> [Expression] {
    let open = cursor.span
    try enter()
    cursor.advance()
    var items: [Expression] = []
    while cursor.current.kind != .closeParenthesis {
      if !items.isEmpty || !cursor.isAtEndOfStatement { items.append(try expression()) }
      guard cursor.take(.comma) else { break }
    }
    try cursor.close(open)
    depth -= 1
    return items
  }
}

extension Diagnostic {
  /// As in `claims | where value = missing`.
  fileprivate static func reservedWord(_ cursor: TokenCursor) -> Diagnostic {
    let word = cursor.text(cursor.current)
    let isPresence = word == "missing" || word == "present"
    return Diagnostic(
      .unexpectedToken, at: cursor.span, "expected a value, found `\(word)`",
      hint: isPresence ? "write `is \(word)`" : nil)
  }
}
