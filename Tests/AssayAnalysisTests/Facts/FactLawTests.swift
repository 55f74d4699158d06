import Testing

@testable import AssayAnalysis

/// Items and values hold every claim once.
@Suite struct FactLawTests {
  private static let seeds: ClosedRange<UInt64> = 1...200

  /// A claim that states a fact is in one value, and in one more for each of its answers; what is
  /// asked or taken back is in none.
  @Test func everyClaimIsInOneValue() throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed)
      let (facts, claims) = try (Facts(evidence), evidence.claims)
      var expected: [Int32] = []
      for claim in 0..<claims.count
      where claims.modes[claim] != .question && !evidence.retracted[claim] {
        let hasFact = claims.subjects[claim] > 0 && claims.predicates[claim] > 0
        let count = (hasFact ? 1 : 0) + claims.answers(of: claim).count
        expected += Array(repeating: Int32(claim), count: count)
      }
      #expect(facts.members.sorted() == expected, "seed \(seed)")
      // The ranges follow on one another and leave nothing out.
      #expect(
        facts.values.map(\.claims.lowerBound) == [0].prefix(facts.values.count)
          + facts.values.dropLast().map(\.claims.upperBound))
      #expect(
        facts.items.map(\.values.lowerBound) == [0].prefix(facts.items.count)
          + facts.items.dropLast().map(\.values.upperBound))
      for value in facts.values {
        let members = facts.claims(of: value)
        #expect(!members.isEmpty && zip(members, members.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }

  /// Values that are counted apart are not the same, or they would speak for each other in full.
  @Test func valuesOfAnItemDiffer() throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed)
      for item in try Facts(evidence).items {
        for pair in item.alike {
          #expect(item.values.contains(Int(pair.first)) && item.values.contains(Int(pair.second)))
          #expect(pair.first < pair.second, "seed \(seed)")
          #expect(pair.weight > 0 && pair.weight < 1, "seed \(seed)")
        }
      }
    }
  }

  /// Keys say nothing of what is stated. Of a symmetric relation the side that is asked does hang on
  /// the keys, so it is left out.
  @Test func keysSayNothing() throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed, withMet: false)
      let one = try Facts(evidence).words
      let other = try Facts(evidence.renamed(seed: seed &* 31)).words
      #expect(one.sorted() == other.sorted(), "seed \(seed)")
    }
  }

  /// What is disputed has two values that contradict each other, if all is said at one time.
  @Test func disputesAreContradictions() throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed, saysOneThing: true, withLinks: false)
      let facts = try Facts(evidence)
      let comparer = ContentComparer(units: evidence.units, containment: evidence.containment)
      let keys = try ComparisonKeys(evidence, fromBothSides: false, .idle)
      let columns = ComparedColumns(evidence.claims)
      for item in facts.items where item.question == 0 {
        var contents: [Content] = []
        for value in item.values {
          let claim = facts.members[facts.values[value].claims.lowerBound]
          let entry = try #require(keys.entries.first { $0.claim == claim && $0.answer < 0 })
          let key = KeyContext(entry, KeyRules(evidence))
          contents.append(Content(columns, entry, objectIsKey: key.objectIsKey))
        }
        let isDisputed = contents.contains { one in
          contents.contains { other in
            comparer.compare(one, other, allowsSeveral: item.allowsSeveral, isAnswer: false)
              .relation == .apart
          }
        }
        #expect(item.isDisputed == isDisputed, "seed \(seed)")
      }
    }
  }
}

extension Facts {
  /// Each item with its values in words; objects have keys and are left out.
  var words: [String] {
    items.map { item in
      let given = item.values.map { place in
        let value = values[place]
        return "\(Array(claims(of: value))) \(value.isDenied) \(value.answer) \(value.number)"
      }
      let alike = item.alike.map {
        "\(Int($0.first) - item.values.lowerBound) \(Int($0.second) - item.values.lowerBound)"
          + " \($0.weight)"
      }
      return "\(item.isDisputed) \(item.question) \(item.allowsSeveral) \(given) \(alike.sorted())"
    }
  }
}
