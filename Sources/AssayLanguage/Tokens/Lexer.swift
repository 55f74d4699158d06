import AssayModel
import AssayText

/// Text to tokens, one at a time.
///
/// Works on bytes and makes no strings, so that corpus text is read at the speed of a scan. The
/// bytes have to be UTF-8: ``SourceText/encodingFault()`` says so beforehand.
package struct Lexer {
  package let source: SourceText
  /// The line of the next token, from 1.
  package private(set) var line = 1
  /// What could not be read as a token, in order.
  package private(set) var faults: [Diagnostic] = []
  private var offset = 0

  /// - Parameters:
  ///   - offset: where to begin; a token has to begin there.
  ///   - line: the line of that place, from 1.
  package init(_ source: SourceText, from offset: Int = 0, line: Int = 1) {
    self.source = source
    self.line = line
    self.offset = offset
    // A byte order mark says nothing in UTF-8.
    if offset == 0, source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { self.offset = 3 }
  }

  /// The next token; at the end of the text `.endOfText`, as often as asked.
  package mutating func next() -> Token {
    skipBlanks()
    let start = offset
    guard start < source.bytes.count else {
      return Token(kind: .endOfText, start: start, end: start)
    }
    let byte = source.bytes[start]
    if byte.isWordStart { return word(from: start) }
    if byte.isDigit { return number(from: start) }
    switch byte {
    case UInt8(ascii: "\n"):
      line += 1
      return token(.newline, 1)
    case UInt8(ascii: "\""): return text(from: start)
    case UInt8(ascii: "@"): return name(.reference, from: start)
    case UInt8(ascii: "$"): return name(.variable, from: start)
    default: return sign(byte)
    }
  }

  /// The faults so far, which the lexer then forgets.
  mutating func takeFaults() -> [Diagnostic] {
    defer { faults.removeAll() }
    return faults
  }

  /// Spaces, tabs, carriage returns and comments separate tokens and are none.
  private mutating func skipBlanks() {
    source.bytes.withUnsafeBufferPointer { bytes in
      var index = offset
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
        case UInt8(ascii: "#"):
          while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        default:
          offset = index
          return
        }
      }
      offset = index
    }
  }

  private mutating func token(_ kind: Token.Kind, _ length: Int) -> Token {
    defer { offset += length }
    return Token(kind: kind, start: offset, end: offset + length)
  }

  private mutating func word(from start: Int) -> Token {
    offset = endOfWord(from: start)
    return Token(kind: .word, start: start, end: offset)
  }

  /// A letter, then letters, digits, `_`, and `-` between them.
  private func endOfWord(from start: Int) -> Int {
    source.bytes.withUnsafeBufferPointer { bytes in
      var index = start + 1
      while index < bytes.count {
        if bytes[index].isWordPart {
          index += 1
        } else if bytes[index] == UInt8(ascii: "-"), index + 1 < bytes.count,
          bytes[index + 1].isWordPart
        {
          index += 2
        } else {
          break
        }
      }
      return index
    }
  }

  /// `@id` and `$name`: an id may begin with a digit.
  private mutating func name(_ kind: Token.Kind, from start: Int) -> Token {
    guard start + 1 < source.bytes.count, source.bytes[start + 1].isWordPart else {
      return invalid(1, "a name has to follow `\(source.text(at: Span(start, start + 1)))`")
    }
    offset = endOfWord(from: start + 1)
    return Token(kind: kind, start: start, end: offset)
  }

  private mutating func sign(_ byte: UInt8) -> Token {
    let following = offset + 1 < source.bytes.count ? source.bytes[offset + 1] : 0
    let isEqual = following == UInt8(ascii: "=")
    switch byte {
    case UInt8(ascii: "|"): return token(.pipe, 1)
    case UInt8(ascii: ","): return token(.comma, 1)
    case UInt8(ascii: ";"): return token(.semicolon, 1)
    case UInt8(ascii: ":"): return token(.colon, 1)
    case UInt8(ascii: "."):
      return following == UInt8(ascii: ".") ? token(.range, 2) : token(.dot, 1)
    case UInt8(ascii: "("): return token(.openParenthesis, 1)
    case UInt8(ascii: ")"): return token(.closeParenthesis, 1)
    case UInt8(ascii: "["): return token(.openBracket, 1)
    case UInt8(ascii: "]"): return token(.closeBracket, 1)
    case UInt8(ascii: "{"): return token(.openBrace, 1)
    case UInt8(ascii: "}"): return token(.closeBrace, 1)
    case UInt8(ascii: "="): return token(.equal, isEqual ? 2 : 1)
    case UInt8(ascii: "!") where isEqual: return token(.notEqual, 2)
    case UInt8(ascii: "<"): return token(isEqual ? .lessOrEqual : .less, isEqual ? 2 : 1)
    case UInt8(ascii: ">"): return token(isEqual ? .greaterOrEqual : .greater, isEqual ? 2 : 1)
    case UInt8(ascii: "~"): return token(.tilde, 1)
    case UInt8(ascii: "+"): return token(.plus, 1)
    case UInt8(ascii: "-"): return token(.minus, 1)
    case UInt8(ascii: "*"): return token(.star, 1)
    case UInt8(ascii: "/"): return token(.slash, 1)
    case UInt8(ascii: "%"): return token(.percent, 1)
    default: return unreadable(byte)
    }
  }

  /// A run of bytes that begin nothing: one fault, so that garbage does not make thousands.
  private mutating func unreadable(_ byte: UInt8) -> Token {
    let start = offset
    let bytes = source.bytes
    var length = 1
    while start + length < bytes.count, bytes[start + length] == byte { length += 1 }
    let isControl = byte < 0x20 || byte == 0x7F
    let shown = isControl ? "a control character" : "`\(Character(UnicodeScalar(byte)))`"
    let hint = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") ? "texts stand in \"…\"" : nil
    return invalid(length, "\(shown) has no meaning here", hint: hint)
  }

  private mutating func invalid(
    _ length: Int, _ message: String, hint: String? = nil
  ) -> Token {
    let token = token(.invalid, length)
    let span = Span(token.start, token.end)
    faults.append(Diagnostic(.unreadableCharacter, at: span, message, hint: hint))
    return token
  }
}

extension Lexer {
  /// `"…"`, with a backslash before `"`, `\`, `n`, `t`, `u`; `"""` for several lines.
  private mutating func text(from start: Int) -> Token {
    let bytes = source.bytes
    let quote = UInt8(ascii: "\"")
    let isBlock = start + 2 < bytes.count && bytes[start + 1] == quote && bytes[start + 2] == quote
    var index = start + (isBlock ? 3 : 1)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        if !isBlock {
          offset = index + 1
          return Token(kind: .text, start: start, end: offset)
        }
        if index + 2 < bytes.count, bytes[index + 1] == quote, bytes[index + 2] == quote {
          offset = index + 3
          return Token(kind: .text, start: start, end: offset)
        }
      } else if byte == UInt8(ascii: "\\"), index + 1 < bytes.count,
        bytes[index + 1] != UInt8(ascii: "\n")
      {
        index += 1
      } else if byte == UInt8(ascii: "\n") {
        if !isBlock { break }
        line += 1
      }
      index += 1
    }
    return unterminated(from: start, to: min(index, bytes.count), isBlock: isBlock)
  }

  private mutating func unterminated(from start: Int, to end: Int, isBlock: Bool) -> Token {
    offset = end
    let mark = isBlock ? "\"\"\"" : "\""
    faults.append(
      Diagnostic(
        .unterminatedText, at: Span(start, min(start + mark.utf8.count, end)),
        "this text never ends", hint: "close it with `\(mark)`"))
    return Token(kind: .invalid, start: start, end: end)
  }

  /// A number, or a date when it looks like one: `2012-10`, `198X`, `2012-XX`, `2012~`.
  private mutating func number(from start: Int) -> Token {
    let bytes = source.bytes
    func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    func isDatePart(_ from: Int) -> Bool {
      if at(from) == UInt8(ascii: "X") {
        return at(from + 1) == UInt8(ascii: "X") && !at(from + 2).isWordPart
      }
      return at(from).isDigit && at(from + 1).isDigit
    }
    var index = start
    while at(index).isDigit || at(index) == UInt8(ascii: "_") && at(index + 1).isDigit {
      index += 1
    }
    var kind = Token.Kind.number
    let digits = index - start
    if digits == 4, at(index) == UInt8(ascii: "-"), isDatePart(index + 1) {
      kind = .date
      index += 3
      if at(index) == UInt8(ascii: "-"), isDatePart(index + 1) { index += 3 }
    } else if 2...3 ~= digits, at(index) == UInt8(ascii: "X") {
      kind = .date
      while at(index) == UInt8(ascii: "X") { index += 1 }
    } else if at(index) == UInt8(ascii: "."), at(index + 1).isDigit {
      index += 1
      while at(index).isDigit || at(index) == UInt8(ascii: "_") && at(index + 1).isDigit {
        index += 1
      }
    }
    if kind == .date || digits == 4,
      at(index) == UInt8(ascii: "~") || at(index) == UInt8(ascii: "?")
    {
      kind = .date
      index += 1
      if at(index) == UInt8(ascii: "~"), at(index - 1) == UInt8(ascii: "?") { index += 1 }
    }
    offset = index
    return Token(kind: kind, start: start, end: index)
  }
}

extension UInt8 {
  /// Whether the byte may begin a word: a letter of ASCII, or any letter beyond it.
  package var isWordStart: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 || self >= 0x80 }

  /// Whether the byte may stand within a word, `-` aside.
  package var isWordPart: Bool { isWordStart || isDigit || self == UInt8(ascii: "_") }
}
