import AssayAnalysis
import Testing

/// What holds of every model on any votes.
@Suite struct TrustLawTests {
  @Test(arguments: TrustModel.allCases)
  func numbersAreFiniteAndInRange(model: TrustModel) throws {
    for seed: UInt64 in 1...300 {
      let votes = try #require(LooseVotes(seed: seed).ordered)
      let found = try votes.scores(under: model)
      #expect(found.scores.allSatisfy { (0...1).contains($0) }, "seed \(seed)")
      #expect(found.trust.allSatisfy { (0...40).contains($0) }, "seed \(seed)")
      #expect(found.independence.allSatisfy { (0...1).contains($0) }, "seed \(seed)")
      #expect(found.scores.count == votes.valueCount && found.trust.count == votes.sourceCount)
      for value in 0..<votes.valueCount where votes.sources(of: value).isEmpty {
        #expect(found.scores[value] == 0)
      }
    }
  }

  @Test(arguments: TrustModel.allCases)
  func numberingSaysNothing(model: TrustModel) throws {
    for seed: UInt64 in 1...100 {
      let given = LooseVotes(seed: seed)
      var draw = SplitMix(seed: seed &* 77)
      let sources = (0..<Int32(given.sourceCount)).shuffled(using: &draw)
      let values = (0..<Int32(given.itemOfValue.count)).shuffled(using: &draw)
      let order = given.source.indices.shuffled(using: &draw)
      var other = given
      other.source = order.map { sources[Int(given.source[$0])] }
      other.value = order.map { values[Int(given.value[$0])] }
      for (value, place) in values.enumerated() {
        other.itemOfValue[Int(place)] = given.itemOfValue[value]
        if !given.number.isEmpty { other.number[Int(place)] = given.number[value] }
      }
      other.alike = given.alike.map {
        AlikeValues(values[Int($0.second)], values[Int($0.first)], weight: $0.weight)
      }
      let (first, second) = (try #require(given.ordered), try #require(other.ordered))
      let (one, two) = try (first.scores(under: model), second.scores(under: model))
      #expect(
        greatestDifference(one.scores, values.map { two.scores[Int($0)] }) < 1e-7, "seed \(seed)")
      #expect(
        greatestDifference(one.trust, sources.map { two.trust[Int($0)] }) < 1e-7, "seed \(seed)")
      let (wins, same) = try (first.winners(by: one), second.winners(by: two))
      for item in 0..<given.itemCount {
        #expect(wins[item].map { values[Int($0)] }.sorted() == Array(same[item]), "seed \(seed)")
      }
    }
  }

  @Test(arguments: TrustModel.allCases)
  func aVoteGivenTwiceCountsOnce(model: TrustModel) throws {
    var votes = LooseVotes(seed: 3)
    let once = try #require(votes.ordered).scores(under: model)
    votes.source += votes.source
    votes.value += votes.value
    let twice = try #require(votes.ordered).scores(under: model)
    #expect(once.scores == twice.scores && once.trust == twice.trust)
  }

  @Test func leavingOutIsRunningWithout() throws {
    for seed: UInt64 in 1...40 {
      let given = LooseVotes(seed: seed)
      let votes = try #require(given.ordered)
      let flips = try votes.flips()
      var expected: [String] = []
      for source in 0..<Int32(given.sourceCount) where given.source.contains(source) {
        var rest = given
        let kept = given.source.indices.filter { given.source[$0] != source }
        rest.source = kept.map { given.source[$0] }
        rest.value = kept.map { given.value[$0] }
        let fewer = try #require(rest.ordered)
        for model in TrustModel.allCases {
          let before = try votes.winners(by: votes.scores(under: model))
          let after = try fewer.winners(by: fewer.scores(under: model))
          for item in 0..<given.itemCount {
            guard !after[item].isEmpty, before[item] != after[item] else { continue }
            expected.append(
              "\(source) \(model) \(item) \(Array(before[item])) \(Array(after[item]))")
          }
        }
      }
      let found = flips.map { "\($0.source) \($0.model) \($0.item) \($0.before) \($0.after)" }
      #expect(found == expected, "seed \(seed)")
    }
  }
}
