import Testing

@testable import AssayAnalysis

/// Keys beyond every table, amounts and days at the end of what there is: no trap, and no row of a
/// claim beside itself.
@Suite struct OddKeyTests {
  @Test func areTakenAsUnknown() throws {
    for seed: UInt64 in 1...150 {
      let sample = QuestionSample(QuestionSample.random(seed: seed, count: 30))
      var evidence = Evidence(claims: sample.claims)
      (evidence.sources, evidence.predicates) = (sample.sources, sample.predicates)
      evidence.questions = sample.questions
      evidence.sources.origins[1] = [0, -1, 2, .max]
      evidence.predicates.inverses[5] = .max
      for givesPairs in [false, true] {
        let found = try ConflictFinder.conflicts(
          in: evidence, ConflictScope(givesAll: true, givesPairs: givesPairs))
        #expect(zip(found.left, found.right).allSatisfy { $0 != $1 }, "seed \(seed)")
      }
      let facts = try Facts(evidence)
      let wording: [(source: Int32, other: Int32, share: Double)] = [(9, -3, 0.5), (.max, 1, 0.5)]
      let origins = try Origins(evidence, facts, rules: .all, wording: wording)
      #expect(
        try Support(evidence, facts, origins).rows.count == facts.values.count, "seed \(seed)")
      #expect(try Voting(evidence, facts, origins).votes != nil, "seed \(seed)")
    }
  }
}
