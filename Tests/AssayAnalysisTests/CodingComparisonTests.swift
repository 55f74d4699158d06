import AssayModel
import Testing

@testable import AssayAnalysis

@Suite struct CodingComparisonTests {
  /// `coder document sentence: codes`, the key counted from 1.
  private static func claims(_ lines: [String]) -> [CodedClaim] {
    lines.enumerated().map { number, line in
      let numbers = line.split { " :".contains($0) }.compactMap { Int32($0) }
      return CodedClaim(
        key: Int32(number + 1), coder: numbers[0], document: numbers[1], sentence: numbers[2],
        codes: Array(numbers.dropFirst(3)))
    }
  }

  private static func compare(
    _ first: Int32, _ second: Int32, _ lines: [String], _ counts: [Int]
  ) throws -> CodingComparison {
    try CodingComparison(
      of: first, and: second, claims(lines), sentenceCounts: counts, .idle)
  }

  @Test func pairsTheMostAlikeOfASentence() throws {
    let compared = try Self.compare(
      0, 1, ["0 0 2: 1 1 1", "0 0 2: 2 2 2", "1 0 2: 2 2 1", "1 0 2: 3 1 1"], [5])
    #expect(compared.pairs.map(\.first) == [0, 1])
    #expect(compared.pairs.map(\.second) == [3, 2])
    #expect(compared.apart(in: 0).count == 1)
    #expect(compared.apart(in: 1).isEmpty)
  }

  @Test func countsOnlyWhatBothHaveRead() throws {
    let lines = ["0 0 0: 1", "1 0 1: 1", "0 1 0: 1", "2 1 0: 1"]
    let compared = try Self.compare(0, 1, lines, [3, 100])
    #expect(compared.sentenceCount == 3)
    #expect(compared.lonelySentences == 2)
    #expect(compared.about(field: 0) == nil)
    #expect(try Self.compare(1, 2, lines, [3, 100]).sentenceCount == 0)
  }

  @Test func whoComesFirstDoesNotMatter() throws {
    let lines = ["0 0 0: 1 0", "1 0 0: 1 2", "0 0 1: 2 0", "1 0 3: 2 2", "1 0 3: 2 1"]
    let (one, other) = (
      try Self.compare(0, 1, lines, [6]), try Self.compare(1, 0, lines, [6])
    )
    #expect(one.aboutSentences.alpha == other.aboutSentences.alpha)
    #expect(one.aboutSentences.kappa == other.aboutSentences.kappa)
    for field in 0..<2 {
      #expect(one.about(field: field)?.alpha == other.about(field: field)?.alpha)
    }
  }

  /// A field that nobody fills says nothing about anybody.
  @Test func whatNobodyFillsIsNoField() throws {
    let compared = try Self.compare(0, 1, ["0 0 0: 1 0", "1 0 0: 1 0"], [1])
    #expect(compared.about(field: 0) != nil)
    #expect(compared.about(field: 1) == nil)
  }
}
