import AssayAnalysis
import AssayModel
import Testing

/// The claims behind what is left out.
@Suite struct OmissionCarriersTests {
  private func omissions(_ sample: QuestionSample, limit: Int = 1000) throws -> Omissions {
    try Omissions(
      claims: sample.claims, sources: sample.sources, predicates: sample.predicates,
      questions: sample.questions, least: 1, limit: limit)
  }

  @Test func aClaimComesOnceWithItsInverse() throws {
    // The second says the same from the other side; the third covers the subject.
    let found = try omissions(
      QuestionSample([
        .init(source: 1, fact: (7, 3, 8)), .init(source: 2, fact: (8, 4, 7)),
        .init(source: 3, fact: (7, 1, 0)), .init(source: 1, answers: [.yes(0), .no(0)]),
      ]))
    let carried = zip(found.rows, found.topics).filter {
      $0.0.key == .fact(subject: 7, predicate: 3, object: 0)
    }
    #expect(carried.map { found.claims(carrying: $0.1) } == [[0, 1]])
    #expect(found.claims(carrying: -1).isEmpty)
    #expect(found.claims(carrying: .max).isEmpty)
  }

  /// As many sources as carriers, ascending, and none of them the one that leaves it out.
  @Test(arguments: 0..<40)
  func claimsAreThoseOfTheCarriers(seed: UInt64) throws {
    let sample = QuestionSample(
      QuestionSample.random(seed: seed, count: 60), sources: 9, answers: [2, 3],
      several: seed % 2 == 0)
    let found = try omissions(sample, limit: seed % 3 == 0 ? 5 : 1000)
    #expect(found.topics.count == found.rows.count)
    for (row, topic) in zip(found.rows, found.topics) {
      let places = found.claims(carrying: topic)
      let sources = Set(places.map { sample.claims.sources[Int($0)] }.filter { $0 > 0 })
      #expect(sources.count == row.carriers)
      #expect(!sources.contains(row.source))
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
    }
  }
}
