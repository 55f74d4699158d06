import AssayLanguage
import AssayText
import Testing

@Suite struct LexerTests {
  /// A text and its tokens, each with its kind.
  static let table: [(text: String, tokens: String)] = [
    ("", ""),
    ("a-b a - b a-", "word(a-b) word(a) minus(-) word(b) word(a) minus(-)"),
    ("a_1 año ñ", "word(a_1) word(año) word(ñ)"),
    ("@aid-2012 @2x $year", "reference(@aid-2012) reference(@2x) variable($year)"),
    ("1 3_500 4.5 4.", "number(1) number(3_500) number(4.5) number(4) dot(.)"),
    ("2012 2012-10 2012-10-07", "number(2012) date(2012-10) date(2012-10-07)"),
    (
      "198X 19XX 2012~ 2012? 2012-10~",
      "date(198X) date(19XX) date(2012~) date(2012?) date(2012-10~)"
    ),
    (
      "2012-XX 2012-XX-XX 2012-10-XX~ 2012-21 2012?~ 2012-10-07?~",
      "date(2012-XX) date(2012-XX-XX) date(2012-10-XX~) date(2012-21) date(2012?~) "
        + "date(2012-10-07?~)"
    ),
    ("2012..2014 a..b", "number(2012) range(..) number(2014) word(a) range(..) word(b)"),
    ("2012-1 20120-10", "number(2012) minus(-) number(1) number(20120) minus(-) number(10)"),
    (
      "= == != < <= > >= ~",
      "equal(=) equal(==) notEqual(!=) less(<) lessOrEqual(<=) greater(>) greaterOrEqual(>=) tilde(~)"
    ),
    ("a # b | c\nd", "word(a) newline(\n) word(d)"),
    ("a\r\nb", "word(a) newline(\n) word(b)"),
    ("\"a\\\"b\" c", "text(\"a\\\"b\") word(c)"),
    ("\"\"\"a\n\"b\" \"\"\" c", "text(\"\"\"a\n\"b\" \"\"\") word(c)"),
    ("\"\" \"#\"", "text(\"\") text(\"#\")"),
    (
      "30% (a)[b]{c},;:",
      "number(30) percent(%) openParenthesis(() word(a) closeParenthesis()) openBracket([) word(b) closeBracket(]) openBrace({) word(c) closeBrace(}) comma(,) semicolon(;) colon(:)"
    ),
    ("\u{FEFF}a", "word(a)"),
  ]

  @Test(arguments: table)
  func makesTokens(text: String, tokens: String) {
    let source = SourceText(name: "", text)
    var lexer = Lexer(source)
    var found: [String] = []
    while case let token = lexer.next(), token.kind != .endOfText {
      found.append("\(token.kind)(\(source.text(at: Span(token.start, token.end))))")
    }
    #expect(found.joined(separator: " ") == tokens)
    #expect(lexer.faults.isEmpty)
  }

  /// Texts in quotes and the words they mean.
  static let texts: [(quoted: String, words: String)] = [
    (#""""#, ""),
    (#""a b""#, "a b"),
    (#""\"\\\n\t\u{E9}\u{1F600}""#, "\"\\\n\té😀"),
    ("\"\"\"\nfirst\n \"second\"\n\"\"\"", "first\n \"second\"\n"),
  ]

  @Test(arguments: texts)
  func undoesEscapes(quoted: String, words: String) throws {
    let source = SourceText(name: "", quoted)
    var lexer = Lexer(source)
    #expect(try source.unquoted(lexer.next()) == words)
    #expect(lexer.next().kind == .endOfText)
  }

  static let escapes = [
    #""\q""#, #""\u""#, #""\u{}""#, #""\u{0}""#, #""\u{110000}""#, #""\u{D800}""#, #""\u{+41}""#,
    #""\u{41""#, #""\r""#,
  ]

  @Test(arguments: escapes)
  func refusesEscapes(quoted: String) {
    let source = SourceText(name: "", quoted)
    var lexer = Lexer(source)
    let token = lexer.next()
    #expect { try source.unquoted(token) } throws: { ($0 as? Diagnostic)?.code == .badEscape }
  }

  /// What the bytes are, and where they stop being text.
  static let bytes: [(bytes: [UInt8], fault: Span?)] = [
    ([], nil), (Array("año".utf8), nil), ([0x61, 0xFF], Span(1, 2)), ([0xC3], Span(0, 1)),
    ([0x61, 0x00, 0x62], Span(1, 2)), ([0xED, 0xA0, 0x80], Span(0, 1)),
  ]

  @Test(arguments: bytes)
  func knowsUTF8(bytes: [UInt8], fault: Span?) {
    let found = SourceText(name: "", bytes: bytes).encodingFault()
    #expect(found?.span?.start == fault?.start)
    #expect(found == nil || found?.code == .notUTF8)
  }

  @Test func countsLines() {
    var lexer = Lexer(SourceText(name: "", "a\n\"\"\"x\ny\"\"\"\n\"open\\\nb"))
    var lines: [Int] = []
    while case let token = lexer.next(), token.kind != .endOfText {
      if token.kind == .word { lines.append(lexer.line) }
    }
    #expect(lines == [1, 5])
  }
}
