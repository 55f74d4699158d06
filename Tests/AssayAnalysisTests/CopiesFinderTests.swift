import AssayAnalysis
import AssayModel
import AssayText
import Testing

@Suite struct CopiesFinderTests {
  /// Two units with the shared runs marked; the runs of the first, in order, are those of the
  /// second in the order in which `order` gives them.
  static let marked: [(first: String, second: String, order: [Int])] = [
    // All words alike, whatever their dress.
    ("«The Board met on 8 May 1854»", "(«THE BOARD — met on 8 May, 1854»).", [0]),
    ("«École naïve d'été à Łódź»!", "«ecole NAIVE d'ete a Lodz»", [0]),
    ("«中文字母排列»。", "—«中、文字 母排列»", [0]),
    // More words around them.
    ("x «one two three four five six» y", "before it «one two three four five six» after", [0]),
    ("«one two three four five six» y z", "a b «one two three four five six»", [0]),
    // One word changed, left out, put in.
    (
      "«one two three four five» SIX «seven eight nine ten eleven»",
      "«one two three four five» 6 «seven eight nine ten eleven»", [0, 1]
    ),
    (
      "«one two three four five» SIX «seven eight nine ten eleven»",
      "«one two three four five» «seven eight nine ten eleven»", [0, 1]
    ),
    // Sentences in another order.
    (
      "«One two three four five.» «Six seven eight nine ten.»".replacing(".»", with: "»."),
      "«Six seven eight nine ten.» «One two three four five.»".replacing(".»", with: "»."), [1, 0]
    ),
    // The longest run is taken, though a shorter one begins before it.
    (
      "z a «b c d e f g h i» y",
      "z a b c d e q «b c d e f g h i» x", [0]
    ),
    // Words used once are not used again.
    ("«a b c d e f»", "«a b c d e f» a b c d e f", [0]),
  ]

  @Test(arguments: marked)
  func marksSharedRuns(first: String, second: String, order: [Int]) throws {
    let units = [CopiesCases.MarkedText(first), CopiesCases.MarkedText(second)]
    let matches = try CopiesCases.matches(of: units.map { $0.text }, CopyOptions(windowShingles: 1))
    let match = try #require(matches.first)
    #expect(matches.count == 1)
    #expect([match.first, match.second] == [0, 1])
    #expect(match.spans.map(\.first) == units[0].spans)
    #expect(match.spans.map(\.second) == order.map { units[1].spans[$0] })
    #expect(match.sharedWords == match.spans.reduce(0) { $0 + $1.wordCount })
  }

  static let apart: [(first: String, second: String)] = [
    ("", ""), ("word", "word"), ("...", "..."), ("a b c d e", "a b c d e"),
    ("one two three four five six", "six five four three two one"),
    ("one two three four five six", ""),
    ("a b c d e f g h i j k l m n", "a b c d e f 1 2 3 4 5 6 7 8"),  // 6 of 14: under one half
    ("a b c d 1 e f g h 2 i j k l", "a b c d 3 e f g h 4 i j k l"),  // runs of 4
  ]

  @Test(arguments: apart)
  func leavesOthersApart(first: String, second: String) throws {
    #expect(try CopiesCases.matches(of: [first, second]).isEmpty)
  }

  @Test func countsBothWays() throws {
    let match = try #require(
      try CopiesCases.matches(of: ["a b c d e f g h", "1 2 a b c d e f g h 3 4 5 6 7 8"]).first)
    #expect(match.sharedWords == 8)
    #expect(match.firstContainment == 1)
    #expect(match.secondContainment == 0.5)
    #expect(match.spans.first?.secondWord == 2)
  }

  @Test func neverMatchesWithinADocument() throws {
    let text = "one and the same sentence in each"
    #expect(try CopiesCases.matches(of: [text, text, text], documents: [1, 1, 1]).isEmpty)
    let pairs = try CopiesCases.matches(of: [text, text + " of them", text], documents: [1, 1, 2])
      .map { [$0.first, $0.second] }
    #expect(pairs == [[0, 2], [1, 2]])
  }

  @Test func findsShortUnitsOnlyWhole() throws {
    let options = CopyOptions(sharedWords: 3)
    #expect(try CopiesCases.matches(of: ["so it was", "So it was."], options).count == 1)
    #expect(try CopiesCases.matches(of: ["so it was", "so it was not then"], options).isEmpty)
  }

  @Test func takesAnyOptions() throws {
    let strange = CopyOptions(
      shingleWords: .min, windowShingles: .max, runWords: 0, sharedWords: .min, containment: .nan,
      commonness: .min)
    let widest = CopyOptions(
      shingleWords: .max, windowShingles: .max, runWords: .max, sharedWords: .max,
      containment: .infinity, commonness: .max)
    let text = (0..<3000).map { String($0) }.joined(separator: " ")
    #expect(try CopiesCases.matches(of: [text, "", "0", text + " x"], strange).count == 1)
    #expect(try CopiesCases.matches(of: [text, "", "0", text + " x"], widest).isEmpty)
  }

  @Test func givesUpWhenCancelled() throws {
    var finder = CopyFinder()
    finder.add("a text")
    #expect(throws: Cancelled.interrupted) { try finder.matches(WorkMonitor { true }) }
    #expect(try finder.matches() == [])
    #expect(try CopyFinder().matches() == [])
  }

  @Test func sumsUpDocuments() throws {
    var finder = CopyFinder()
    let shared = "one two three four five six seven eight"
    finder.add(shared, document: 7)
    finder.add(shared + " nine ten", document: -1)
    finder.add("eleven twelve", document: 7)
    finder.add("two three four five six seven eight nine", document: -1)
    finder.add("nothing of the kind stands in this one", document: 3)
    let overlaps = try finder.overlaps(of: finder.matches())
    #expect(
      overlaps.map { [Int($0.first), Int($0.second), $0.firstSharedWords, $0.secondSharedWords] }
        == [[-1, 7, 15, 8]])
    #expect(overlaps.first?.firstShare == 15.0 / 18)
    #expect(overlaps.first?.secondShare == 0.8)
  }
}
