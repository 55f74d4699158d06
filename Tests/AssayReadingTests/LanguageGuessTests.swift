import AssayReading
import Testing

/// The language of a text by its most frequent words.
@Suite struct LanguageGuessTests {
  static let texts: [(text: String, tag: String?)] = [
    ("The council said that the bridge would be open before the end of the year.", "en"),
    ("El puente fue abierto el primero de mayo y la gente de la ciudad vino para verlo.", "es"),
    ("Die Brücke wurde am ersten Mai bei schönem Wetter für alle Menschen eröffnet.", nil),
    ("Bridge 12", nil), ("", nil), ("12 34 56 78 90", nil),
    ("\u{FFFE}\u{0}\u{1}", nil),
  ]

  @Test(arguments: texts.indices)
  func isTold(index: Int) {
    #expect(LanguageGuess().tag(of: Array(Self.texts[index].text.utf8)) == Self.texts[index].tag)
  }

  @Test func bytesThatAreNoTextAreNoLanguage() {
    #expect(LanguageGuess().tag(of: (0..<1000).map { UInt8($0 & 0xFF) }) == nil)
  }
}
