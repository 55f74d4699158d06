import AssayAnalysis
import Glibc
import Testing

/// Copy-aware votes, once more and as plainly as can be: all pairs, all items, logarithms.
private struct PlainCopyAware {
  let votes: Votes
  var accuracy: [Double]
  var scores: [Double]

  init(_ votes: Votes) throws {
    self.votes = votes
    accuracy = (0..<votes.sourceCount).map { _ in 0.8 }
    scores = try votes.scores(under: .majority).scores
  }

  func gives(_ source: Int, _ value: Int) -> Bool {
    votes.sources(of: value).contains(Int32(source))
  }

  func values(_ source: Int, of item: Int) -> [Int] {
    votes.values(of: item).map { Int($0) }.filter { gives(source, $0) }
  }

  /// The chance that the first copies from the second, times 0.8.
  func copying(_ first: Int, _ second: Int) -> Double {
    var (forth, back, common) = (log(0.125), log(0.125), false)
    for item in 0..<votes.itemCount {
      let (one, two) = (values(first, of: item), values(second, of: item))
      let both = one.filter(two.contains)
      if !one.isEmpty, !two.isEmpty, both.isEmpty {
        forth += log(0.2)
        back += log(0.2)
      }
      for value in both {
        common = true
        let (chance, here, there) = (scores[value], accuracy[first], accuracy[second])
        let alone = chance * here * there + (1 - chance) * (1 - here) * (1 - there) / 100
        forth += log(0.2 + 0.8 * (chance * there + (1 - chance) * (1 - there)) / alone)
        back += log(0.2 + 0.8 * (chance * here + (1 - chance) * (1 - here)) / alone)
      }
    }
    guard common, exp(forth) + exp(back) > 1 else { return 0 }
    return 0.8 / (1 + exp(back - forth) + exp(-forth))
  }

  mutating func goRound() {
    let sources = 0..<votes.sourceCount
    let copies = sources.map { one in sources.map { $0 == one ? 0 : copying(one, $0) } }
    var next = scores
    for item in 0..<votes.itemCount {
      let spoken = votes.values(of: item).map { Int($0) }.filter { !votes.sources(of: $0).isEmpty }
      for value in spoken {
        next[value] = votes.sources(of: value).map { Int($0) }.reduce(0) { sum, source in
          let accuracy = accuracy[source]
          return sum + log(100 * accuracy / (1 - accuracy)) * share(source, value, copies)
        }
      }
      let total = spoken.reduce(Double(max(0, 101 - spoken.count))) { $0 + exp(next[$1]) }
      for value in spoken { next[value] = exp(next[value]) / total }
    }
    scores = next
    for source in sources {
      let given = scores.indices.filter { gives(source, $0) }
      if given.isEmpty { continue }
      let mean = given.reduce(0) { $0 + scores[$1] } / Double(given.count)
      accuracy[source] = min(max(mean, 0.01), 0.99)
    }
  }

  /// The mean over a thousand moments of asking.
  private func share(_ source: Int, _ value: Int, _ copies: [[Double]]) -> Double {
    var sum = 0.0
    for step in 0..<1000 {
      let moment = (Double(step) + 0.5) / 1000
      var share = 1.0
      for other in votes.sources(of: value).map({ Int($0) }) where other != source {
        let (forth, back) = (copies[source][other], copies[other][source])
        share *= 1 - max(0, forth - back) - 2 * min(forth, back) * moment
      }
      sum += share / 1000
    }
    return sum
  }
}

@Suite struct TrustCopyReferenceTests {
  @Test(arguments: 1...30)
  func agreesWithThePlainOne(seed: UInt64) throws {
    var loose = LooseVotes(seed: seed)
    if seed % 3 == 0 {
      var draw = SplitMix(seed: seed)
      loose = LooseVotes(
        rows: (0..<12).map { _ in
          let row = (0..<5).map { _ in max(0, Int.random(in: -3...3, using: &draw)) }
          return row + [row[0], row[0], row[1]]
        })
    }
    let votes = try #require(loose.ordered)
    var plain = try PlainCopyAware(votes)
    for rounds in 1...3 {
      plain.goRound()
      let found = try votes.scores(under: .copyAware, rounds: rounds)
      for value in 0..<votes.valueCount where !votes.sources(of: value).isEmpty {
        #expect(abs(found.scores[value] - plain.scores[value]) < 1e-4)
        for source in votes.sources(of: value) {
          #expect(abs(found.trust[Int(source)] - plain.accuracy[Int(source)]) < 1e-4)
        }
      }
    }
  }
}
