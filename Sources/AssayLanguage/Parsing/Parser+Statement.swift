import AssayModel
import AssayText

extension Parser {
  mutating func statement() throws(Diagnostic) -> Statement {
    if cursor.current.kind == .pipe || cursor.current.kind == .openParenthesis {
      return .query(try query())
    }
    guard cursor.current.kind == .word else { throw cursor.unexpected("a statement") }
    let start = cursor.current.start
    let name = Name(cursor.text(cursor.current), at: cursor.span)
    switch name.text {
    case "edition": return try edition(from: start)
    case "let": return try letStatement()
    case "def": return try def()
    case "param": return try param()
    case "expect": return try expect(from: start)
    case "explain":
      cursor.advance()
      let query = try query()
      return .explain(query, Span(start, cursor.previousEnd))
    case _ where grammar.commands.contains(name.text): return try command(from: start)
    default:
      guard mayBeginQuery else { throw .unknownStatement(name, of: grammar) }
      return .query(try query())
    }
  }

  /// Whether what follows the word at hand may follow the name of a relation.
  private var mayBeginQuery: Bool {
    if grammar.relations.contains(cursor.text(cursor.current)) || cursor.isWord("it") {
      return true
    }
    if Keyword.reserved.contains(cursor.text(cursor.current)) { return false }
    switch cursor.following.kind {
    case .pipe, .openParenthesis, .newline, .semicolon, .endOfText, .invalid: return true
    default: return false
    }
  }

  private mutating func edition(from start: Int) throws(Diagnostic) -> Statement {
    cursor.advance()
    guard cursor.current.kind == .number, let number = Int(cursor.text(cursor.current)) else {
      throw cursor.unexpected("the number of an edition")
    }
    cursor.advance()
    return .edition(number, Span(start, cursor.previousEnd))
  }

  /// `let name = QUERY` or `let $name = EXPR`.
  private mutating func letStatement() throws(Diagnostic) -> Statement {
    cursor.advance()
    if cursor.current.kind == .variable {
      let name = variable()
      try cursor.expect(.equal, "`=`")
      return .letValue(name, try expression())
    }
    let name = try definedName()
    try cursor.expect(.equal, "`=`")
    return .letQuery(name, try query())
  }

  /// A name that later stands where a query or a value begins.
  mutating func definedName(_ what: String = "a name") throws(Diagnostic) -> Name {
    guard !Keyword.reserved.contains(cursor.text(cursor.current)) else {
      throw cursor.unexpected(what)
    }
    return try cursor.name(what)
  }

  private mutating func def() throws(Diagnostic) -> Statement {
    cursor.advance()
    let name = try definedName()
    let open = cursor.span
    try cursor.expect(.openParenthesis, "`(`")
    var parameters: [Name] = []
    while cursor.current.kind != .closeParenthesis {
      if cursor.current.kind == .variable {
        parameters.append(variable())
      } else {
        parameters.append(try cursor.name("the name of a parameter"))
      }
      guard cursor.take(.comma) else { break }
    }
    try cursor.close(open)
    try cursor.expect(.equal, "`=`")
    return .def(name, parameters: parameters, try query())
  }

  /// `param name: type = default`.
  private mutating func param() throws(Diagnostic) -> Statement {
    cursor.advance()
    let name = cursor.current.kind == .variable ? variable() : try cursor.name("a name")
    try cursor.expect(.colon, "`:` and a type")
    let type = try cursor.name("a type")
    let value: Expression? = cursor.take(.equal) ? try expression() : nil
    return .param(name, type: type, default: value)
  }

  private mutating func expect(from start: Int) throws(Diagnostic) -> Statement {
    cursor.advance()
    let condition = try expression()
    var message: String?
    if cursor.take(.comma) {
      guard cursor.current.kind == .text else { throw cursor.unexpected("a message in quotes") }
      message = try cursor.quoted()
    }
    return .expect(condition, message: message, Span(start, cursor.previousEnd))
  }

  private mutating func command(from start: Int) throws(Diagnostic) -> Statement {
    let name = Name(cursor.text(cursor.current), at: cursor.span)
    cursor.advance()
    var arguments: [Name] = []
    while !cursor.isAtEndOfStatement {
      guard cursor.current.kind != .invalid else { throw cursor.unexpected("a word") }
      let span = cursor.span
      if cursor.current.kind == .text {
        arguments.append(Name(try cursor.quoted(), at: span))
      } else {
        arguments.append(Name(cursor.text(cursor.current), at: span))
        cursor.advance()
      }
    }
    return .command(name, arguments: arguments, Span(start, cursor.previousEnd))
  }

  /// The `$` name at hand, without its sign.
  mutating func variable() -> Name {
    defer { cursor.advance() }
    return Name(String(cursor.text(cursor.current).dropFirst()), at: cursor.span)
  }
}

extension Diagnostic {
  /// As in `hlep where`.
  static func unknownStatement(_ name: Name, of grammar: Grammar) -> Diagnostic {
    let records = RecordSpec.all.map(\.kind.word)
    let known =
      Keyword.statements + records + grammar.commands.sorted() + grammar.relations.sorted()
    return Diagnostic(
      .unknownStatement, at: name.span, "`\(name.text)` begins no statement",
      hint: Spelling.closest(to: name.text, among: known).map { "did you mean `\($0)`?" }
        ?? "a query is `RELATION | stage | …`; `help` lists the rest")
  }
}
