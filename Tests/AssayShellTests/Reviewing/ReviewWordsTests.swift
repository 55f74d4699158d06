import Testing

@testable import AssayShell

/// Words that `review` reads, makes and shows.
@Suite struct ReviewWordsTests {
  @Test func linesAreWrapped() {
    let text = "claim x from @s {\n  says  \u{1B}[32m\"one two three four five\"\u{1B}[0m\n}"
    #expect(
      WrappedText.of(text, width: 24)
        == "claim x from @s {\n  says  \u{1B}[32m\"one two three\n        four five\"\u{1B}[0m\n}")
    #expect(WrappedText.of("one two three four five six", width: 20).contains("\n  five six"))
  }

  @Test func reasonsMayBeBegun() {
    #expect(ReviewAnswer("r n") == .reject(reason: "n"))
    #expect(ReviewAnswer("r  too   small ") == .reject(reason: "too small"))
    #expect(ReviewAnswer.reason("n") == "not a claim")
    #expect(ReviewAnswer.reason("o") == "o")
    #expect(ReviewAnswer.reason("too small") == "too small")
    #expect(ReviewAnswer("E") == .editText && ReviewAnswer("e") == .edit(field: nil))
    #expect(ReviewAnswer("k now") == nil)
  }

  /// An id, and what an entity with it is called in a sentence about three offices.
  static let names: [(id: String, name: String)] = [
    ("crs", "Congressional Research Service"), ("dea", "Dea"), ("lima", "Lima"),
    ("river-rímac", "River Rímac"), ("toll-house", "Toll House"), ("u-s-army", "U.S. Army"),
    ("u-s", "U.S."), ("army", "Army"), ("washington-d-c", "Washington D.C."),
    ("traders-union", "Traders’ Union"),
  ]

  @Test(arguments: names)
  func entitiesAreCalledAsInTheSentence(id: String, name: String) {
    let sentence =
      """
      In Lima, by the River Rímac, the Congressional Research Service met the U.S. Army. \
      The ‘Traders’ Union’ stayed in Washington D.C.
      """
    #expect(EntityName.of(id, in: sentence) == name)
  }
}
