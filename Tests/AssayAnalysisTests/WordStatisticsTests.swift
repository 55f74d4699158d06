import Foundation
import Testing

@testable import AssayAnalysis

@Suite struct WordStatisticsTests {
  /// Where the reference scores lie, if they are here.
  private static let gold = "/association/ucs-gold-100.ds"
  private static let ratios = "/association/log-ratio-gold.tsv"

  /// From Dunning (1993), table 1: the four cells of pairs of words, and −2 log λ.
  static let dunning: [(pair: String, cells: [Double], score: Double)] = [
    ("the swiss", [110, 2442, 111, 29114], 270.72),
    ("can be", [29, 13, 123, 31612], 263.90),
    ("previous year", [31, 23, 139, 31584], 256.84),
    ("mineral water", [10, 0, 3, 31764], 167.23),
  ]

  @Test(arguments: dunning)
  func logLikelihoodIsThePublishedOne(pair: String, cells: [Double], score: Double) {
    let counts = Cooccurrence(
      together: cells[0], first: cells[0] + cells[1], second: cells[0] + cells[2],
      total: cells.reduce(0, +))
    #expect(abs(counts.logLikelihood - score) < 0.005, "\(pair)")
  }

  @Test func scoresAreThoseOfTheDefinition() throws {
    let counts = Cooccurrence(together: 10, first: 100, second: 40, total: 10_000)
    #expect(counts.expected == 0.4)
    #expect(abs(try #require(counts.mutualInformation) - 4.643856189774724) < 1e-12)
    #expect(abs(try #require(counts.tScore) - 3.0357865537616448) < 1e-12)
    #expect(abs(try #require(counts.logDice) - 11.192645077942396) < 1e-12)
  }

  @Test func whatNeverOccursTogetherHasNoScore() {
    let counts = Cooccurrence(together: 0, first: 100, second: 40, total: 10_000)
    #expect(counts.logDice == nil && counts.mutualInformation == nil && counts.tScore == nil)
    #expect(counts.logLikelihood < 0)
    #expect(Cooccurrence(together: 0, first: 0, second: 0, total: 0).logLikelihood == 0)
  }

  @Test func keynessComparesShares() throws {
    let key = Keyness(count: 10, size: 1000, otherCount: 10, otherSize: 1000)
    #expect(key.logLikelihood == 0)
    #expect(key.logRatio == 0)
    // 2 · 20 · ln 2: all of the word in one of two equal halves.
    let one = Keyness(count: 20, size: 1000, otherCount: 0, otherSize: 1000)
    #expect(abs(one.logLikelihood - 27.725887222397812) < 1e-12)
    #expect(abs(try #require(one.logRatio) - 5.321928094887363) < 1e-12)
    #expect(Keyness(count: 0, size: 1000, otherCount: 20, otherSize: 1000).logLikelihood < 0)
    #expect(Keyness(count: 0, size: 0, otherCount: 1, otherSize: 1).logRatio == nil)
  }

  /// The example of Gries (2008): five parts of 9 to 11 letters, and the letter `a` in them.
  @Test func dispersionIsThePublishedOne() throws {
    let letter = Dispersion(counts: [1, 2, 3, 4, 5], sizes: [9, 10, 10, 10, 11])
    #expect(letter.range == 5)
    #expect(abs(try #require(letter.deviationOfProportions) - 0.18) < 1e-12)
    #expect(abs(try #require(letter.juilland) - 0.785) < 0.0005)
    let lone = Dispersion(counts: [2, 0, 0, 0, 0], sizes: [9, 10, 10, 10, 11])
    #expect(abs(try #require(lone.normalizedDeviation) - 1) < 1e-12)
    #expect(Dispersion(counts: [0, 0], sizes: [5, 5]).deviationOfProportions == nil)
  }

  @Test(.enabled(if: SharedData.has(gold)))
  func scoresAreThoseOfUCS() throws {
    let rows = try SharedData.table(Self.gold)
    #expect(rows.count == 94)
    for row in rows {
      func number(_ name: String) throws -> Double { try #require(Double(row[name] ?? "")) }
      let counts = Cooccurrence(
        together: try number("f"), first: try number("f1"), second: try number("f2"),
        total: try number("N"))
      let dice = pow(2, (try #require(counts.logDice)) - 14)
      let scores = [
        (dice, try number("am.Dice")), (try #require(counts.tScore), try number("am.t.score")),
        (counts.logLikelihood, try number("am.log.likelihood")),
        (try #require(counts.mutualInformation), try number("am.MI") / log10(2.0)),
      ]
      for (score, gold) in scores { #expect(abs(score - gold) <= 1e-9 * max(1, abs(gold))) }
    }
  }

  @Test(.enabled(if: SharedData.has(ratios)))
  func ratiosAreThoseOfAnother() throws {
    let rows = try SharedData.table(Self.ratios)
    #expect(rows.count > 100)
    for row in rows {
      func number(_ name: String) throws -> Double { try #require(Double(row[name] ?? "")) }
      let counts = Cooccurrence(
        together: try number("f"), first: try number("f1"), second: try number("f2"),
        total: try number("N"))
      #expect(abs(try #require(counts.logRatio) - (try number("lr"))) < 1e-9)
    }
  }
}

/// Other people's data beside the project, which tests may read and the project does not hold.
enum SharedData {
  private static let folder =
    URL(filePath: #filePath).deletingLastPathComponent().path + "/../../../shared/data"

  static func has(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: folder + path)
  }

  /// The rows of a table with tabs between its cells, by the names of the columns.
  static func table(_ path: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: folder + path, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }
}
