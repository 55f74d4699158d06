import AssayModel
import AssayText

/// A walk over the tokens of a program, newlines that are mere spaces left out.
package struct TokenCursor {
  package let source: SourceText
  package private(set) var tokens: [Token]
  package var index = 0
  /// Whether a word behind a number is its unit.
  var takesUnits = true

  /// Inside `( )` and `[ ]`, before a line that begins with `|`, and behind `|`, `,` and `=`, a
  /// newline is a space.
  ///
  /// One that is never closed does not count, so that it spoils no more than its own statement.
  package init(_ all: [Token], in source: SourceText) {
    self.source = source
    tokens = []
    tokens.reserveCapacity(all.count)
    var depth = 0
    var unclosed = Self.unclosed(all, in: source)[...]
    for (index, token) in all.enumerated() {
      switch token.kind {
      case .openParenthesis, .openBracket:
        if unclosed.first == index { unclosed.removeFirst() } else { depth += 1 }
      case .closeParenthesis, .closeBracket: depth = max(0, depth - 1)
      case .newline where depth > 0 || tokens.last?.goesOn(in: source) ?? false: continue
      case .pipe:
        while let last = tokens.last, last.kind == .newline { tokens.removeLast() }
      default: break
      }
      tokens.append(token)
    }
  }

  /// Where in `all` stand the parentheses and brackets that nothing closes, in order.
  private static func unclosed(_ all: [Token], in source: SourceText) -> [Int] {
    var open: [Int] = []
    var unclosed: [Int] = []
    for (index, token) in all.enumerated() {
      switch token.kind {
      case .openParenthesis, .openBracket: open.append(index)
      case .closeParenthesis, .closeBracket: _ = open.popLast()
      case .semicolon, .openBrace, .closeBrace, .endOfText:
        unclosed += open
        open.removeAll()
      case .word where !open.isEmpty && all[index - 1].kind == .newline:
        // No expression goes on with one of these.
        guard Keyword.statements.contains(source.text(at: Span(token.start, token.end))) else {
          continue
        }
        unclosed += open
        open.removeAll()
      default: break
      }
    }
    return unclosed
  }

  /// Empties the cursor; the memory stays.
  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    index = 0
  }

  /// Steps over what is left.
  mutating func skipAll() { index = tokens.count - 1 }

  mutating func append(_ token: Token) { tokens.append(token) }

  /// Ends the tokens that were appended before `token`, which messages then name.
  mutating func close(before token: Token) {
    let end = token.kind == .newline ? token.start : token.end
    tokens.append(Token(kind: .endOfText, start: token.start, end: end))
  }

  package var current: Token { tokens[index] }
  package var following: Token { tokens[min(index + 1, tokens.count - 1)] }
  package var span: Span { Span(current.start, current.end) }
  /// Where the token before the current one ends.
  package var previousEnd: Int { index > 0 ? tokens[index - 1].end : 0 }

  package func text(_ token: Token) -> String { source.text(at: Span(token.start, token.end)) }

  package mutating func advance() { if index + 1 < tokens.count { index += 1 } }

  /// Steps over the current token if it is of this kind.
  package mutating func take(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  /// Whether the current token is this word.
  package func isWord(_ word: String) -> Bool {
    let token = current
    guard token.kind == .word, token.end - token.start == word.utf8.count else { return false }
    var index = token.start
    for byte in word.utf8 {
      if source.bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// The ``WordHash`` of the current token.
  var hash: UInt64 {
    source.bytes.withUnsafeBufferPointer { bytes in
      WordHash.of(UnsafeBufferPointer(rebasing: bytes[current.start..<current.end]))
    }
  }

  /// Steps over the current token if it is this word.
  package mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  /// The word at hand, stepped over.
  package mutating func name(_ what: String) throws(Diagnostic) -> Name {
    guard current.kind == .word else { throw unexpected(what) }
    defer { advance() }
    return Name(text(current), at: span)
  }

  package mutating func expect(_ kind: Token.Kind, _ what: String) throws(Diagnostic) {
    guard take(kind) else { throw unexpected(what) }
  }

  /// Steps over the `)` that belongs to the `(` at `open`.
  mutating func close(_ open: Span) throws(Diagnostic) {
    if take(.closeParenthesis) { return }
    guard isAtEndOfStatement else { throw unexpected("`)`") }
    throw Diagnostic(
      .unclosed, at: open, "this parenthesis is never closed", hint: "end it with `)`")
  }

  package var isAtEndOfStatement: Bool {
    switch current.kind {
    case .newline, .semicolon, .endOfText: true
    default: false
    }
  }

  /// Whether `fault` says only that the token at hand, which the lexer could not read, does not
  /// belong here.
  func isAboutUnreadable(_ fault: Diagnostic) -> Bool {
    current.kind == .invalid && fault.code == .unexpectedToken && fault.span?.start == current.start
  }

  /// `what` had to stand here.
  package func unexpected(_ what: String) -> Diagnostic {
    // What nobody sees there is the end of a block of Markdown.
    let start = current.start
    if let shown = source.shown, start < source.bytes.count, shown[start] != source.bytes[start] {
      return Diagnostic(
        .unexpectedToken, at: Span(start, start), "expected \(what), found the end of the block")
    }
    return .unexpected(current, text: text(current), expected: what)
  }
}

extension Diagnostic {
  /// As in `claims | where (mode = plan`.
  static func unexpected(_ token: Token, text: String, expected: String) -> Diagnostic {
    let isNamed = token.kind == .newline || token.kind == .text || text.isEmpty
    let found = isNamed || text.utf8.count > 60 ? token.name : "`\(text)`"
    let end = token.kind == .newline ? token.start : token.end
    return Diagnostic(
      .unexpectedToken, at: Span(token.start, end), "expected \(expected), found \(found)")
  }
}
