import AssayAnalysis
import Testing

/// The models against the published package; see ``GoldenVotes``.
@Suite struct TrustGoldenTests {
  @Test(arguments: GoldenVotes.sharedCases)
  func agreesOnSharedVotes(golden: TrustGolden) throws { try check(golden, on: .shared) }

  @Test(arguments: GoldenVotes.investedCases)
  func agreesOnInvestedVotes(golden: TrustGolden) throws { try check(golden, on: .invested) }

  @Test(arguments: GoldenVotes.matrixCases)
  func agreesOnTheMatrix(golden: TrustGolden) throws { try check(golden, on: .matrix) }

  @Test(arguments: GoldenVotes.randomCases)
  func agreesOnRandomVotes(golden: TrustGolden) throws { try check(golden, on: .random) }

  @Test(arguments: zip(GoldenVotes.randomCRH, [false, true]))
  func resolvesRandomVotes(golden: TrustGolden, areFigures: Bool) throws {
    try check(golden, on: .random, areFigures: areFigures)
  }

  private func check(
    _ golden: TrustGolden, on votes: GoldenVotes, areFigures: Bool = false
  ) throws {
    let given = try #require(
      try Votes(
        source: votes.source, value: votes.value, itemOfValue: votes.item,
        sourceCount: golden.trust.count, itemCount: Int(votes.item.max() ?? 0) + 1,
        number: areFigures ? votes.figure : [], alike: golden.isAlike ? alike(votes) : []))
    let found = try given.scores(under: golden.model, rounds: golden.rounds)
    #expect(greatestDifference(found.scores, golden.scores) <= 1e-6)
    #expect(greatestDifference(found.trust, golden.trust) <= 1e-6)
    if let rounds = golden.rounds { #expect(found.rounds == rounds) }
  }

  private func alike(_ votes: GoldenVotes) -> [AlikeValues] {
    var pairs: [AlikeValues] = []
    for first in votes.item.indices {
      for second in votes.item.indices.prefix(first) where votes.item[first] == votes.item[second] {
        let weight = 1 - abs(votes.figure[first] - votes.figure[second]) / 4
        if weight > 0 { pairs.append(AlikeValues(Int32(first), Int32(second), weight: weight)) }
      }
    }
    return pairs
  }
}

/// The greatest difference of two rows, infinite when their lengths differ.
func greatestDifference(_ left: [Double], _ right: [Double]) -> Double {
  guard left.count == right.count else { return .infinity }
  return zip(left, right).map { abs($0 - $1) }.max() ?? 0
}
