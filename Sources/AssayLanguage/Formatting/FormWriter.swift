import AssayText

/// Writes the items of a sound text, one after the other, with what stands between them.
struct FormWriter {
  let source: SourceText
  let input: UnsafeBufferPointer<UInt8>
  var output: FormedText
  /// The tokens of the item at hand.
  var tokens: [Token] = []
  /// Whether the item at hand is a command, whose words are kept together or apart as they are.
  var isCommand = false
  /// The byte behind the last item.
  private var end: Int
  /// Whether a line after the last item would be read as a part of it, so that a `;` has to stay.
  private var isOpenEnded = false
  /// Where the line began that ends with the last item, if that is a statement on one line.
  private var lineStart: Int?
  /// Whether a parenthesis of a command is without its other half; from there on each `;` stays.
  private var isUnbalanced = false
  /// The word that begins the records of the table at hand; empty outside of one.
  private var tableKind = 0..<0

  init(_ source: SourceText, _ input: UnsafeBufferPointer<UInt8>) {
    (self.source, self.input) = (source, input)
    output = FormedText(capacity: input.count + input.count / 8 + 1)
    // A byte order mark is no part of the text.
    end = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// A text of declarations alone.
  mutating func corpusText() -> [UInt8] {
    var lexer = Lexer(source)
    while true {
      let token = lexer.next()
      switch token.kind {
      case .newline, .semicolon: continue
      case .endOfText: return finish()
      default: declaration(from: token, &lexer)
      }
    }
  }

  /// A text of statements, among them declarations.
  ///
  /// - Parameter parser: one that has read the text to its end and found no fault.
  mutating func program(readBy parser: Parser) -> [UInt8] {
    var parser = parser
    parser.cursor.index = 0
    while parser.cursor.current.kind != .endOfText {
      if parser.cursor.isAtEndOfStatement {
        parser.cursor.advance()
      } else if parser.beginsDeclaration {
        var lexer = Lexer(source, from: parser.cursor.current.start)
        declaration(from: lexer.next(), &lexer)
        while parser.cursor.current.start < end, parser.cursor.current.kind != .endOfText {
          parser.cursor.advance()
        }
      } else {
        tokens.removeAll(keepingCapacity: true)
        while !parser.cursor.isAtEndOfStatement {
          tokens.append(parser.cursor.current)
          parser.cursor.advance()
        }
        isCommand = parser.grammar.commands.contains(parser.cursor.text(tokens[0]))
        endTable()
        writeStatement()
        noteEnd()
      }
    }
    return finish()
  }

  /// Writes the statement at hand: on the line of the one before where it stood there and fits.
  private mutating func writeStatement() {
    if let lineStart, !words(end..<tokens[0].start).holdsNewline {
      let before = output.count
      output.append("; ")
      if statement(), let width = output.width(from: lineStart), width <= Formatter.widestLine {
        return
      }
      output.removeAll(from: before)
    }
    separate(before: tokens[0])
    let start = output.count
    lineStart = statement() ? start : nil
  }

  /// The declaration that begins with `first`.
  private mutating func declaration(from first: Token, _ lexer: inout Lexer) {
    tokens.removeAll(keepingCapacity: true)
    isCommand = false
    lineStart = nil
    var token = first
    var isInside = false
    while token.kind != .endOfText {
      let ends = token.kind == .newline || token.kind == .semicolon
      if ends, !isInside { break }
      tokens.append(token)
      if token.kind == .openBrace { isInside = true }
      if token.kind == .closeBrace { break }
      token = lexer.next()
    }
    let isAdjacent = separate(before: first)
    if !isAdjacent || !isWord(first, at: tableKind) { endTable() }
    if record() { tableKind = first.start..<first.end } else { endTable() }
    noteEnd()
  }

  /// Ends the rows that are lined up with each other.
  mutating func endTable() {
    guard !tableKind.isEmpty else { return }
    output.align()
    tableKind = 0..<0
  }

  private func isWord(_ token: Token, at place: Range<Int>) -> Bool {
    input[token.start..<token.end].elementsEqual(input[place])
  }

  private mutating func noteEnd() {
    guard let last = tokens.last else { return }
    end = last.end
    isOpenEnded = last.goesOn(in: source)
    if isCommand, !isUnbalanced { isUnbalanced = !isBalanced }
  }

  private var isBalanced: Bool {
    var depth = 0
    for token in tokens {
      depth += token.depthChange
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private mutating func finish() -> [UInt8] {
    endTable()
    separate(before: Token(kind: .endOfText, start: input.count, end: input.count))
    if !output.isEmpty { output.breakLine() }
    return output.bytes
  }

  /// Writes what stands between the last item and the one that begins with `token`, up to the
  /// beginning of its line.
  ///
  /// - Returns: whether it stands on the line after the last item.
  @discardableResult
  private mutating func separate(before token: Token) -> Bool {
    if isOpenEnded || isUnbalanced || token.kind == .pipe {
      if hasSeparator(before: token.start) { output.append(UInt8(ascii: ";")) }
    }
    var gap = Gap(in: input, from: end, to: token.start)
    var isAdjacent = !output.isEmpty
    while let comment = gap.nextComment() {
      if !output.isEmpty {
        if gap.newlines == 0 {
          output.append("  ")
        } else {
          isAdjacent = false
          output.breakLine(afterEmpty: gap.newlines > 1)
        }
      }
      write(comment)
    }
    if token.kind == .endOfText || output.isEmpty { return false }
    output.breakLine(afterEmpty: gap.newlines > 1)
    return isAdjacent && gap.newlines < 2
  }

  /// Whether a `;` stands between the last item and the byte at `next`.
  private func hasSeparator(before next: Int) -> Bool {
    var lexer = Lexer(source, from: end)
    while true {
      let token = lexer.next()
      if token.start >= next { return false }
      if token.kind == .semicolon { return true }
    }
  }

  func words(_ place: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: input[place])
  }

  mutating func write(_ place: Range<Int>) { output.append(words(place)) }

  mutating func write(_ token: Token) { output.append(words(token.start..<token.end)) }

  /// Whether the token is a text of several lines.
  func hasSeveralLines(_ token: Token) -> Bool {
    token.kind == .text && token.end - token.start > 6
      && words(token.start..<token.end).holdsNewline
  }
}

extension Token {
  /// 1 for what opens a parenthesis or bracket, -1 for what closes one.
  var depthChange: Int {
    switch kind {
    case .openParenthesis, .openBracket: 1
    case .closeParenthesis, .closeBracket: -1
    default: 0
    }
  }
}
