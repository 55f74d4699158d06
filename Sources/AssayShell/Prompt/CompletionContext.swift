import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

/// Where in a statement the cursor is.
struct CompletionContext {
  /// What sort of word may stand there.
  enum Place: Hashable {
    case statement, relation, stage
    /// Behind the rows that a query begins with, where only `|` goes on.
    case afterRows
    /// Within the stage of this name.
    case argument(of: String)
    /// Within an expression that is asked of no rows, as of `expect`.
    case expression
    /// The type of a parameter.
    case type
    /// Within the command of this name.
    case command(String)
    /// Within the declaration that this word begins.
    case declaration(String)
    /// Where nothing is offered.
    case nothing
  }

  /// A token and its text.
  struct Piece {
    let kind: Token.Kind
    let text: String
  }

  let place: Place
  /// The byte at which the word before the cursor begins, its `@`, `$` or `"` included.
  let wordStart: Int
  /// The word before the cursor; empty where none is begun.
  let word: String
  /// Whether the word is a text whose end is not yet there.
  let isInText: Bool
  /// The query up to the `|` before the stage at the cursor.
  let queryBefore: String
  /// What stands between the word that begins the stage, command or declaration and the word at
  /// the cursor; of a declaration with the newlines.
  let pieces: [Piece]

  /// - Parameter bytes: the text before the cursor.
  init(_ bytes: [UInt8]) {
    let source = SourceText(name: "", bytes: bytes)
    var lexer = Lexer(source)
    var tokens: [Token] = []
    var token = lexer.next()
    while token.kind != .endOfText {
      tokens.append(token)
      token = lexer.next()
    }
    let open = tokens.last.flatMap { last in
      last.end == bytes.count && last.kind == .invalid
        && lexer.faults.contains { $0.code == .unterminatedText && $0.span?.start == last.start }
        ? last.start : nil
    }
    isInText = open != nil
    let start = open ?? Self.startOfWord(bytes)
    wordStart = start
    word = String(decoding: bytes[start...], as: UTF8.self)
    let before = tokens.filter { $0.end <= start }
    let isBlock = open.map { bytes[$0...].starts(with: Array("\"\"\"".utf8)) } ?? false
    let isComment = bytes[(before.last?.end ?? 0)..<start].contains(UInt8(ascii: "#"))
    guard !isBlock, !isComment else {
      (place, queryBefore, pieces) = (.nothing, "", [])
      return
    }
    let found = Self.locate(Self.lastStatement(of: before, in: source), in: source, cursor: start)
    place = found.place
    queryBefore = found.query.map { source.text(at: $0) } ?? ""
    pieces = found.tokens.map {
      Piece(kind: $0.kind, text: source.text(at: Span($0.start, $0.end)))
    }
  }

  /// A place, the bytes of the query before it, and the tokens that lead to it.
  private typealias Found = (place: Place, query: Span?, tokens: [Token])

  /// The word before the cursor, with `@` or `$` before it and `.` within.
  private static func startOfWord(_ bytes: [UInt8]) -> Int {
    var start = bytes.count
    while start > 0 {
      let byte = bytes[start - 1]
      guard byte.isWordPart || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else { break }
      start -= 1
    }
    // `sort -when`: the sign is not part of the word.
    while start < bytes.count, bytes[start] == UInt8(ascii: "-") { start += 1 }
    if start > 0, [UInt8(ascii: "@"), UInt8(ascii: "$")].contains(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// The tokens since the last newline or `;` that ends a statement.
  private static func lastStatement(of tokens: [Token], in source: SourceText) -> [Token] {
    var (start, braces, parentheses) = (0, 0, 0)
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .openBrace: braces += 1
      case .closeBrace: braces = max(0, braces - 1)
      case .openParenthesis, .openBracket: parentheses += 1
      case .closeParenthesis, .closeBracket: parentheses = max(0, parentheses - 1)
      case .semicolon where braces == 0: (start, parentheses) = (index + 1, 0)
      case .newline where braces == 0 && parentheses == 0:
        let last = tokens[start..<index].last { $0.kind != .newline }
        let next = tokens[index...].first { $0.kind != .newline }
        if last?.goesOn(in: source) != true, next?.kind != .pipe { start = index + 1 }
      default: break
      }
    }
    return Array(tokens[start...].drop { $0.kind == .newline })
  }

  /// What the words that begin a statement say of its end.
  private static func locate(_ all: [Token], in source: SourceText, cursor: Int) -> Found {
    func text(_ index: Int) -> String {
      index < all.count ? source.text(at: Span(all[index].start, all[index].end)) : ""
    }
    guard let first = all.first else { return (.statement, nil, []) }
    let word = first.kind == .word ? text(0) : ""
    let isRecord = RecordSpec.all.contains { $0.kind.word == word }
    if isRecord || word == "corpus" || word == "use" {
      return (.declaration(word), nil, Array(all.dropFirst()))
    }
    let tokens = all.filter { $0.kind != .newline }
    let walk = QueryWalk(tokens, in: source, cursor: cursor)
    let equal = tokens.firstIndex { $0.kind == .equal }
    switch word {
    case "let", "def":
      guard let equal else { return (.nothing, nil, []) }
      let isValue = word == "let" && tokens[1].kind == .variable
      return walk.found(from: equal + 1, isExpression: isValue)
    case "param":
      if let equal { return walk.found(from: equal + 1, isExpression: true) }
      return (tokens.last?.kind == .colon ? .type : .nothing, nil, [])
    case "expect": return walk.found(from: 1, isExpression: true)
    case "explain": return walk.found(from: 1, isExpression: false)
    case "edition": return (.nothing, nil, [])
    case _ where CommandSpec.named(word)?.pattern.first == "STATEMENT":
      return walk.found(from: 1, isExpression: false)
    case _ where CommandSpec.named(word) != nil && !tokens.contains { $0.kind == .pipe }:
      return (.command(word), nil, Array(tokens.dropFirst()))
    case _ where [.word, .pipe, .openParenthesis].contains(first.kind):
      return walk.found(from: CommandSpec.named(word) == nil ? 0 : 1, isExpression: false)
    default: return (.nothing, nil, [])
    }
  }
}

/// A walk over a query or an expression to the cursor, which finds what the cursor is inside of.
private struct QueryWalk {
  private let tokens: [Token]
  private let source: SourceText
  private let cursor: Int

  /// Something in parentheses, or the whole.
  private struct Frame {
    /// A query, or else a call, a list or a part of an expression.
    var isQuery: Bool
    /// Where it begins among the tokens.
    let first: Int
    /// The last `|` in it.
    var pipe: Int?
  }

  init(_ tokens: [Token], in source: SourceText, cursor: Int) {
    (self.tokens, self.source, self.cursor) = (tokens, source, cursor)
  }

  private func text(_ index: Int) -> String {
    source.text(at: Span(tokens[index].start, tokens[index].end))
  }

  /// What the cursor is inside of, when a query or an expression begins at a token.
  func found(
    from start: Int, isExpression: Bool
  ) -> (place: CompletionContext.Place, query: Span?, tokens: [Token]) {
    var frames = [Frame(isQuery: !isExpression, first: start)]
    for index in tokens.indices.dropFirst(start) {
      switch tokens[index].kind {
      case .openParenthesis:
        frames.append(
          Frame(isQuery: beginsQuery(index, in: frames[frames.count - 1]), first: index + 1))
      case .closeParenthesis where frames.count > 1: frames.removeLast()
      case .pipe:
        frames[frames.count - 1].isQuery = true
        frames[frames.count - 1].pipe = index
      default: break
      }
    }
    let innermost = frames[frames.count - 1]
    guard innermost.isQuery || frames.contains(where: { $0.pipe != nil }) else {
      return (.expression, nil, Array(tokens.dropFirst(start)))
    }
    // A part of an expression belongs to the stage around it.
    let frame = innermost.isQuery ? innermost : frames.last { $0.pipe != nil } ?? innermost
    guard let pipe = frame.pipe else { return (beginning(frame), nil, []) }
    guard pipe + 1 < tokens.count else {
      return (.stage, nil, [])
    }
    let query = Span(
      frame.first < pipe ? tokens[frame.first].start : tokens[pipe].start, tokens[pipe].start)
    return (.argument(of: text(pipe + 1)), query, Array(tokens[(pipe + 2)...]))
  }

  /// The place in a query without a stage.
  private func beginning(_ frame: Frame) -> CompletionContext.Place {
    let words = tokens[min(frame.first, tokens.count)...]
    guard let last = words.last else { return .relation }
    return words.count == 1 && last.kind == .word || last.kind == .closeParenthesis
      ? .afterRows : .nothing
  }

  /// Whether a query stands in the parenthesis at `index`.
  private func beginsQuery(_ index: Int, in frame: Frame) -> Bool {
    guard index > frame.first else { return frame.isQuery }
    guard tokens[index - 1].kind == .word else { return false }
    let word = text(index - 1)
    let stage = frame.pipe.flatMap { $0 + 1 < index ? text($0 + 1) : nil }
    // `count()` gathers rows there.
    if FunctionSpec.queryFunctions.contains(word) { return stage != "summarize" }
    return stage.flatMap { StageSpec.named($0) }?.usage.contains("(QUERY") ?? false
  }
}
