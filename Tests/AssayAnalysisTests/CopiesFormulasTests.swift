import AssayAnalysis
import Testing

@Suite struct CopiesFormulasTests {
  private static let text = "All rights reserved; no part of this may be copied by anyone"

  @Test func matchesFewAlikeEachWithEach() throws {
    let found = try CopiesCases.matches(of: [Self.text, Self.text, Self.text])
    let pairs = found.map { [$0.first, $0.second] }
    #expect(pairs == [[0, 1], [0, 2], [1, 2]])
  }

  /// More than `commonness` units alike are a star around the first one.
  @Test func matchesManyAlikeWithTheFirst() throws {
    let count = 10_000
    let found = try CopiesCases.matches(of: [String](repeating: Self.text, count: count))
    #expect(found.map(\.first) == [Int](repeating: 0, count: count - 1))
    #expect(found.map(\.second) == Array(1..<count))
    #expect(found.allSatisfy { $0.firstContainment == 1 && $0.secondContainment == 1 })
  }

  /// Units of the document of the first one are matched with the first one elsewhere.
  @Test func matchesAcrossDocumentsOnly() throws {
    let found = try CopiesCases.matches(
      of: [String](repeating: Self.text, count: 7), CopyOptions(commonness: 3),
      documents: [1, 1, 1, 2, 2, 3, 1])
    let pairs = found.map { [$0.first, $0.second] }
    #expect(pairs == [[0, 3], [0, 4], [0, 5], [1, 3], [2, 3], [3, 6]])
  }

  @Test func matchesAVariantOfAFormulaOnce() throws {
    let units = [String](repeating: Self.text, count: 50) + [Self.text + " in 1854"]
    let found = try CopiesCases.matches(of: units)
    #expect(found.count == 50)
    #expect(found.filter { $0.second == 50 }.map(\.first) == [0])
  }

  /// Units that differ from each other by one word are each compared with a few before them.
  @Test func boundsWorkOnVariants() throws {
    let count = 3000
    let found = try CopiesCases.matches(of: (0..<count).map { "\(Self.text) \($0)" })
    #expect(Set(found.map(\.second)) == Set(1..<count))
    #expect(found.count <= count * CopyOptions().commonness)
  }

  /// One phrase over and over: every place is like every other one.
  @Test func boundsWorkOnRepetition() throws {
    let long = Array(repeating: "again and", count: 5000).joined(separator: " ")
    let match = try #require(try CopiesCases.matches(of: ["first " + long, long + " last"]).first)
    #expect(match.firstContainment > 0.99)
    #expect(match.spans.count == 1)
  }

  /// A run that begins with words which stand everywhere is found whole.
  @Test func findsRunsThatBeginWithAFormula() throws {
    let formula = "in the name of the law"
    let copied = formula + " " + (0..<30).map { "w\($0)" }.joined(separator: " ")
    let long = (0..<300).map { "\(formula) x\($0) " }.joined() + copied
    let match = try #require(try CopiesCases.matches(of: [long, copied]).first)
    #expect(match.secondContainment == 1)
    #expect(match.spans.map(\.wordCount) == [36])
  }
}
