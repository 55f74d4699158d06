import AssayText
import Testing

@Suite struct SpellingTests {
  static let table: [(word: String, among: [String], closest: String?)] = [
    ("wher", ["take", "where"], "where"), ("clams", ["claims", "links"], "claims"),
    ("tkae", ["take", "tail"], "take"), ("CLAIMS", ["claims"], "claims"),
    ("confidance", ["confidence"], "confidence"), ("nuzlls", ["nulls"], "nulls"),
    ("truth", ["trust"], "trust"), ("joint", ["count"], nil), ("line", ["when"], nil),
    ("x", ["y"], nil),
    ("drogs", ["bases", "drugs"], "drugs"), ("navy", ["nave", "nazy"], "nave"),
  ]

  @Test(arguments: table)
  func isTheNearest(word: String, among: [String], closest: String?) {
    #expect(Spelling.closest(to: word, among: among) == closest)
  }
}
