import AssayAnalysis
import AssayModel
import Testing

/// Refusals, winners and what single models are there for.
@Suite struct TrustTests {
  /// One item a row, one source a column, -1 for silence.
  static let refusals: [(rows: [[Int]], refusal: WeighRefusal?)] = [
    ([], .noVotes),
    ([[-1, -1]], .noVotes),
    ([[0, -1], [1, -1]], .oneSource),
    ([[0, -1], [-1, 0]], .noOverlap),
    ([[0, 0], [0, 0]], .oneValuePerItem),
    ([[0, 1, 1]], .eachSourceSaysOneThing),
    ([[0, 1, -1], [-1, -1, 0]], .eachSourceSaysOneThing),
    ([[0, 1], [0, 0]], nil),
  ]

  @Test(arguments: refusals)
  func saysWhyNotToWeigh(rows: [[Int]], refusal: WeighRefusal?) throws {
    let votes = try #require(LooseVotes(rows: rows).ordered)
    #expect(votes.refusal == refusal)
    for model in TrustModel.allCases {
      #expect(try votes.scores(under: model).scores.allSatisfy { $0.isFinite })
    }
  }

  @Test func takesSoundVotesOnly() throws {
    func isSound(
      _ source: [Int32], _ value: [Int32], sources: Int = 2, items: Int = 1,
      number: [Double] = [], alike: [AlikeValues] = []
    ) throws -> Bool {
      try Votes(
        source: source, value: value, itemOfValue: [0, 0], sourceCount: sources, itemCount: items,
        number: number, alike: alike) != nil
    }
    #expect(try isSound([0, 1], [0, 1]))
    #expect(try !isSound([0], [0, 1]))
    #expect(try !isSound([2], [0]))
    #expect(try !isSound([-1], [0]))
    #expect(try !isSound([0], [2]))
    #expect(try !isSound([0], [0], items: 0))
    #expect(try !isSound([], [], sources: .max))
    #expect(try !isSound([], [], sources: -1))
    #expect(try !isSound([], [], number: [1]))
    #expect(try !isSound([], [], alike: [AlikeValues(0, 0, weight: 1)]))
    #expect(try !isSound([], [], alike: [AlikeValues(0, 1, weight: .nan)]))
    #expect(try !isSound([], [], alike: [AlikeValues(0, .max, weight: 1)]))
  }

  @Test func namesAreUniqueAndFound() {
    #expect(Set(TrustModel.allCases.map(\.name)).count == TrustModel.allCases.count)
    for model in TrustModel.allCases {
      #expect(TrustModel(name: model.name) == model)
      #expect(model.summary.hasSuffix(".") && !model.paper.isEmpty)
    }
  }

  @Test func showsTiesAsTies() throws {
    let votes = try #require(LooseVotes(rows: [[0, 1], [1, 0]]).ordered)
    for model in TrustModel.allCases {
      let winners = try votes.winners(by: votes.scores(under: model))
      #expect(Array(winners[0]) == [0, 1], "\(model)")
      #expect(winners[2].isEmpty)
    }
    let winners = try TrustModel.allCases.map { try votes.winners(by: votes.scores(under: $0)) }
    #expect(Agreement(on: 0, among: winners).values.isEmpty)
  }

  @Test func countsTheModelsThatAgree() throws {
    let votes = try #require(LooseVotes(rows: [[0, 0, 1], [0, 0, 1], [0, 1, 0]]).ordered)
    let winners = try TrustModel.allCases.map { try votes.winners(by: votes.scores(under: $0)) }
    let agreement = Agreement(on: 0, among: winners)
    #expect(agreement.values == [0])
    #expect(agreement.models == TrustModel.allCases.count)
  }

  @Test func namesTheSourceThatDecides() throws {
    let votes = try #require(LooseVotes(rows: [[0, 1, 1], [0, 0, 1]]).ordered)
    let flips = try votes.flips(under: [.majority])
    #expect(
      flips.map { [$0.source, $0.item] } == [[0, 1], [1, 0], [1, 1], [2, 0]])
    #expect(flips.first?.before == [2] && flips.first?.after == [2, 3])
    #expect(throws: Cancelled.interrupted) { try votes.flips(WorkMonitor { true }) }
  }

  @Test func figuresAreWeighedByTheirMedian() throws {
    var loose = LooseVotes(rows: [[0, 1, 2, 3], [0, 1, 2, 3], [0, 1, 2, 3]])
    loose.number = [10, 11, 12, 500, 3, 3.1, 3.2, -70, 0.1, 0.1, 0.2, 1e308]
    let votes = try #require(loose.ordered)
    let found = try votes.scores(under: .crh)
    #expect(found.trust[3] < found.trust.prefix(3).min() ?? 0)
    #expect(try votes.winners(by: found)[0].elementsEqual([1]))
    #expect(found.scores.allSatisfy { (0...1).contains($0) })
  }

  /// Six sources that err on their own against four that repeat one another's errors.
  @Test func copiersLoseWeight() throws {
    var draw = SplitMix(seed: 11)
    var rows: [[Int]] = []
    for _ in 0..<60 {
      var row = (0..<6).map { _ in Int.random(in: 0..<10, using: &draw) < 7 ? 0 : 1 }
      for speaker in 0..<6 where row[speaker] == 1 {
        row[speaker] = Int.random(in: 1...8, using: &draw)
      }
      let isRight = Int.random(in: 0..<10, using: &draw) < 4
      let copied = isRight ? 0 : Int.random(in: 1...8, using: &draw)
      rows.append(row + Array(repeating: copied, count: 4))
    }
    let votes = try #require(LooseVotes(rows: rows).ordered)
    let aware = try votes.scores(under: .copyAware)
    let own = aware.independence.prefix(6).min() ?? 0
    let copied = aware.independence.suffix(4).max() ?? 1
    #expect(own > 0.9)
    #expect(copied < 0.5)
    #expect(aware.hasConverged)
    let right = { (scores: TrustScores) in
      let winners = try votes.winners(by: scores)
      return (0..<60).count { winners[$0].elementsEqual(votes.values(of: $0).prefix(1)) }
    }
    #expect(try right(aware) > right(votes.scores(under: .majority)))
    // Without its copies, the copied source keeps its votes.
    let alone = try votes.without(7).without(8).without(9).scores(under: .copyAware)
    #expect(alone.independence[6] > 0.9)
  }

  /// An item with so many votes that no copying is looked for on it, beside one with few.
  @Test func largeItemsAreNotSearchedForCopies() throws {
    let few = (0..<2000).map { $0 < 4 ? $0 / 2 : -1 }
    let many = (0..<2000).map { $0 % 3 == 0 ? 1 : 0 }
    let votes = try #require(LooseVotes(rows: [many, few]).ordered)
    let found = try votes.scores(under: .copyAware)
    #expect(found.independence.allSatisfy { (0...1).contains($0) })
    #expect(found.independence[1000] == 1)
    #expect(try votes.winners(by: found)[0].elementsEqual([0]))
  }
}
