import AssayText
import Testing

/// JSON is read strictly, and no bytes bring the reader down.
@Suite struct JSONReaderTests {
  private func read(_ bytes: [UInt8]) throws -> JSONNode {
    try JSONReader.value(
      of: SourceText(name: "x.json", bytes: bytes), code: .brokenManifest)
  }

  private static func words(_ node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .boolean(let isTrue): "\(isTrue)"
    case .number(let digits): digits
    case .text(let text): "<\(text)>"
    case .list(let items): "[" + items.map(words).joined(separator: " ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.name)=\(words($0.value))" }.joined(separator: " ") + "}"
    }
  }

  @Test(arguments: [
    ("null", "null"), (" true\n", "true"), ("false", "false"), ("0", "0"), ("-1.50e+3", "-1.50e+3"),
    ("12E5", "12E5"), (#""a\"\\\/\b\f\n\r\té""#, "<a\"\\/\u{8}\u{C}\n\r\té>"),
    (#""\u00e9\ud83d\ude00""#, "<é😀>"), ("[]", "[]"), ("[1 , [ ] ,\"\"]", "[1 [] <>]"),
    ("{}", "{}"), (#"{ "a" : 1, "b":{"a":null} }"#, "{a=1 b={a=null}}"),
  ])
  func isRead(text: String, words: String) throws {
    #expect(Self.words(try read(Array(text.utf8))) == words)
  }

  /// Texts with their first fault marked by `«`.
  @Test(arguments: [
    "«", "«nul", "«Null", "«'a'", "«NaN", "+«1", "[1«", "[1,«]", "[1 «2]", "{«a:1}", "{\"a\"«1}",
    "{\"a\":1,«}", "{\"a\":1«", "{\"a\":1,«\"a\":2}", "-«", "1.«", "1.5e«", "«01", "1«2x", "[] «[]",
    "«\"a", "\"«\u{1}\"", "\"«\\x\"", "\"«\\ud800\"", "\"«\\ud800\\u0041\"", "\"«\\u12\"", "\"«\\",
    "«\u{FEFF}{}", "{\"a\":«}", "[«",
  ])
  func isRefusedWhereItIs(marked: String) throws {
    // The sign of `+1` is what begins no value, and `12x` goes on behind its number.
    let moved = ["+«1": "«+1", "1«2x": "12«x"][marked] ?? marked
    let parts = moved.split(separator: "«", omittingEmptySubsequences: false)
    let fault = try #require(throws: Diagnostic.self) {
      try read(Array(parts.joined().utf8))
    }
    #expect(fault.code == .brokenManifest)
    #expect(fault.span?.start == parts[0].utf8.count, "\(marked) \(fault)")
  }

  @Test func isNotNestedWithoutEnd() throws {
    let deep = Array(String(repeating: "[", count: 64).utf8)
    _ = try read(deep + Array(String(repeating: "]", count: 64).utf8))
    #expect(throws: Diagnostic.self) {
      try read(Array(repeating: UInt8(ascii: "["), count: 1 << 20))
    }
    #expect(throws: Diagnostic.self) { try read(Array(repeating: UInt8(ascii: "{"), count: 99)) }
  }

  /// Bytes of a sound text, changed anywhere: read or refused, with a place within the text.
  @Test func noBytesBringItDown() {
    let sound = Array(#"{"a": [1, -2.5e3, "é\u00e9\n", true, null], "b": {"c": {}}}"#.utf8)
    for place in sound.indices {
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x5D, 0x2C, 0x31, 0x80, 0xC3, 0xFF] {
        var changed = sound
        changed[place] = byte
        for text in [changed, Array(changed[..<place]), Array(changed[place...])] {
          do {
            _ = try read(text)
          } catch let fault as Diagnostic {
            #expect((fault.span?.end ?? 0) <= text.count)
          } catch {
            Issue.record("\(error)")
          }
        }
      }
    }
  }
}
