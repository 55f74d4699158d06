import AssayText
import Testing

@Suite struct VisibleTextTests {
  static let shown: [(text: String, visible: String)] = [
    ("", ""), ("plain", "plain"), ("é 中 👍 e\u{301}", "é 中 👍 e\u{301}"), ("שלום", "שלום"),
    ("\u{1B}[31mred", "␛[31mred"), ("a\nb\r\n", "a↵b␍↵"), ("a\tb", "a b"), ("\u{0}\u{7F}", "␀␡"),
    ("\u{1F}~ ", "␟~ "), ("\u{9B}31m", "\u{FFFD}31m"),
    ("\u{80}\u{9F}\u{A0}", "\u{FFFD}\u{FFFD}\u{A0}"),
    ("\u{202E}abc\u{202C}", "\u{FFFD}abc\u{FFFD}"),
    ("\u{2066}\u{2069}\u{2065}", "\u{FFFD}\u{FFFD}\u{2065}"),
    ("\u{200E}\u{200F}\u{200D}", "\u{FFFD}\u{FFFD}\u{200D}"),
    ("\u{2028}\u{2029}", "\u{FFFD}\u{FFFD}"),
    ("\u{61C}", "\u{FFFD}"),
  ]

  @Test(arguments: shown)
  func showsControls(text: String, visible: String) {
    #expect(VisibleText.of(text) == visible)
    let isPlain = Array(text.utf8).withUnsafeBufferPointer { VisibleText.isPlain($0) }
    #expect(isPlain == (text == visible))
  }

  static let broken: [(bytes: [UInt8], visible: String)] = [
    ([0x9B, 0x41], "\u{FFFD}A"), ([0xC3], "\u{FFFD}"), ([0x61, 0xE2, 0x80, 0x62], "a\u{FFFD}b"),
    ([0xE2, 0x80, 0x1B], "\u{FFFD}␛"), ([0xC0, 0x9B], "\u{FFFD}\u{FFFD}"),
  ]

  @Test(arguments: broken)
  func replacesBrokenBytes(bytes: [UInt8], visible: String) {
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { VisibleText.append($0, to: &out) }
    #expect(String(decoding: out, as: UTF8.self) == visible)
  }

  @Test func leavesNothingUnsafe() {
    var state: UInt32 = 1
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(state >> 24)
      }
      var out: [UInt8] = []
      bytes.withUnsafeBufferPointer { VisibleText.append($0, to: &out) }
      #expect(out.withUnsafeBufferPointer { VisibleText.isPlain($0) }, "\(bytes)")
    }
  }
}
