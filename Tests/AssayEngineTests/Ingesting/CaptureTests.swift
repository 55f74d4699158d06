import AssayText
import Testing

@testable import AssayEngine

/// What became of a quote in a later text.
@Suite struct CaptureTests {
  /// A quote, the later text, and the words of it that are most like the quote.
  static let wordings: [(quote: String, text: String, found: String?)] = [
    (
      "it had cost more than 40,000 pounds",
      "First words. The mayor said it had cost about 40,000 pounds in all. Last words.",
      "it had cost about 40,000 pounds"
    ),
    (
      "The bridge is open to all", "Once. The bridge was open to all. Twice.",
      "The bridge was open to all"
    ),
    ("Salmon were seen below the weir", "Nothing of the kind is in this text at all.", nil),
    ("open", "It is Open.", nil),
    ("", "It is open.", nil),
    ("one two three four", "", nil),
    ("alpha beta gamma delta", "delta gamma beta alpha", nil),
    ("El puente está abierto hoy", "Sí. El puente está cerrado hoy.", "El puente está cerrado hoy"),
  ]

  @Test(arguments: wordings.indices)
  func theClosestWordsAreFound(index: Int) throws {
    let (quote, text, found) = Self.wordings[index]
    let span = try ClosestWording(Array(text.utf8)).span(of: Array(quote.utf8), .idle)
    let words = span.map { String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self) }
    #expect(words == found)
  }

  static let differences: [(old: String, new: String, shown: String)] = [
    ("a b c", "a b c", "a b c"), ("a b c", "a x c", "a [-b-] {+x+} c"),
    ("a b", "a b c d", "a b {+c d+}"), ("a b c", "c", "[-a b-] c"), ("a  b", "a\nb", "a b"),
  ]

  @Test(arguments: differences.indices)
  func wordsAreLaidBesideEachOther(index: Int) {
    let (old, new, shown) = Self.differences[index]
    #expect(Workspace.difference(Array(old.utf8), Array(new.utf8)) == shown)
  }

  /// Paragraphs by letters: where each is the same place in the later text.
  static let places: [(old: String, new: String, pair: (Int, Int), isSame: Bool)] = [
    ("abc", "abc", (2, 2), true), ("abc", "xabc", (2, 3), true), ("abc", "xabc", (2, 2), false),
    ("abc", "axc", (2, 2), true), ("abc", "axyc", (2, 3), true), ("abc", "ac", (3, 2), true),
    ("abcd", "acdb", (2, 4), false), ("abc", "cab", (1, 2), true),
  ]

  @Test(arguments: places.indices)
  func placesAreKnownByTheirNeighbours(index: Int) throws {
    func text(_ letters: String) throws -> CaptureText {
      let paragraphs = letters.map { "The paragraph \($0) stands here.\n\n" }.joined()
      return try CaptureText(Array(paragraphs.utf8), isMarkdown: false, .idle)
    }
    let (old, new, pair, isSame) = Self.places[index]
    let alignment = CaptureAlignment(try text(old), try text(new))
    #expect(alignment.isSamePlace(pair.0, pair.1) == isSame)
  }
}
