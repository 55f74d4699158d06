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

  private static func compare(_ lines: [String], _ counts: [Int]) throws -> [CodingComparison] {
    try CodingComparison.all(claims(lines), sentenceCounts: counts, .idle)
  }

  @Test func pairsTheMostAlikeOfASentence() throws {
    let compared = try #require(
      try Self.compare(
        ["0 0 2: 1 1 1", "0 0 2: 2 2 2", "1 0 2: 2 2 1", "1 0 2: 3 1 1"], [5]
      ).first)
    #expect(compared.pairs.map(\.first) == [0, 1])
    #expect(compared.pairs.map(\.second) == [3, 2])
    #expect(compared.apart(in: 0).count == 1)
    #expect(compared.apart(in: 1).isEmpty)
  }

  @Test func countsOnlyWhatBothHaveRead() throws {
    let lines = ["0 0 0: 1", "1 0 1: 1", "0 1 0: 1", "2 1 0: 1"]
    let compared = try Self.compare(lines, [3, 100])
    #expect(compared.map(\.first) == [0, 0])
    #expect(compared.map(\.second) == [1, 2])
    #expect(compared.map(\.sentenceCount) == [3, 100])
    #expect(compared.map(\.lonelySentences) == [2, 0])
    #expect(compared[0].about(field: 0) == nil)
  }

  @Test func whoComesFirstDoesNotMatter() throws {
    let lines = ["0 0 0: 1 0", "1 0 0: 1 2", "0 0 1: 2 0", "1 0 3: 2 2", "1 0 3: 2 1"]
    let turned = lines.map { ($0.first == "0" ? "1" : "0") + $0.dropFirst() }
    let one = try #require(try Self.compare(lines, [6]).first)
    let other = try #require(try Self.compare(turned, [6]).first)
    #expect(one.aboutSentences.alpha == other.aboutSentences.alpha)
    #expect(one.aboutSentences.kappa == other.aboutSentences.kappa)
    for field in 0..<2 {
      #expect(one.about(field: field)?.alpha == other.about(field: field)?.alpha)
    }
  }

  /// A field that nobody fills says nothing about anybody.
  @Test func whatNobodyFillsIsNoField() throws {
    let compared = try #require(try Self.compare(["0 0 0: 1 0", "1 0 0: 1 0"], [1]).first)
    #expect(compared.about(field: 0) != nil)
    #expect(compared.about(field: 1) == nil)
  }
}
