import AssayModel
import Testing

@testable import AssayAnalysis

/// Keys with very many claims or values: refused aloud, or done in time.
@Suite struct CrowdedKeyTests {
  typealias Claim = EvidenceSample.Claim
  typealias Relation = EvidenceSample.Relation

  private static func values(_ count: Int) -> Evidence {
    EvidenceSample.evidence(
      (0..<count).map { Claim(fact: (1, Relation.lasting, 0), figure: "1e\($0)") })
  }

  @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
  func tooManyRowsAreTold(givesAll: Bool, givesPairs: Bool) throws {
    let evidence = Self.values(40)
    var scope = ConflictScope(givesAll: givesAll, givesPairs: givesPairs)
    let whole = try ConflictFinder.conflicts(in: evidence, scope)
    #expect(whole.crowded == nil && whole.count == 780)
    for most in [0, 1, 700, 779] {
      scope.mostRows = most
      let found = try ConflictFinder.conflicts(in: evidence, scope)
      #expect(found.crowded?.claim == 0 && found.crowded?.valueCount == 40, "\(most)")
      #expect(found.count <= most + 24)
    }
    scope.mostRows = 780
    #expect(try ConflictFinder.conflicts(in: evidence, scope).crowded == nil)
    scope.mostRows = 10_000
    scope.mostPairs = 799
    let found = try ConflictFinder.conflicts(in: evidence, scope)
    #expect(found.crowded?.valueCount == 40 && found.count == 0)
  }

  /// Pairs of claims that say one thing are rows as well.
  @Test func pairsOfOneValueAreTold() throws {
    let evidence = EvidenceSample.evidence(
      Array(repeating: Claim(fact: (1, Relation.lasting, 0), figure: "50"), count: 100))
    var scope = ConflictScope(givesAll: true, givesPairs: true)
    scope.mostRows = 100
    let found = try ConflictFinder.conflicts(in: evidence, scope)
    #expect(found.crowded != nil)
    scope.givesPairs = false
    let one = try ConflictFinder.conflicts(in: evidence, scope)
    #expect(one.crowded == nil && one.pairCounts == [4950] && one.leftCounts == [100])
  }

  /// Many claims that say two things each to one question: no pair of claims is tried by itself.
  @Test func manyClaimsThatSayTwoThings() throws {
    let count = 20_000
    let evidence = EvidenceSample.evidence(
      (0..<count).map { (place: Int) -> Claim in
        Claim(
          source: Int32(place % 6 + 1),
          answers: [
            ClaimTable.Answer(question: 1, answer: 0, isFor: true),
            ClaimTable.Answer(question: 1, answer: 1, isFor: true),
          ])
      })
    let found = try ConflictFinder.conflicts(in: evidence, ConflictScope())
    let all = Double(count)
    #expect(found.pairCounts == [all * all - all])
    #expect(found.left == [0] && found.right == [1])
  }

  @Test func manyClaimsOfFewValues() throws {
    let count = 30_000
    let evidence = EvidenceSample.evidence(
      (0..<count).map { (place: Int) -> Claim in
        Claim(
          source: Int32(place % 6 + 1), fact: (1, Relation.lasting, 0),
          figure: place % 3 == 0 ? "50" : "90", speaker: Int32(place % 7))
      })
    let found = try ConflictFinder.conflicts(in: evidence, ConflictScope(givesAll: true))
    let pairs = Double(count) * Double(count - 1) / 2
    #expect(found.pairCounts.reduce(0, +) == pairs)
    #expect(found.count == 5)
  }

  @Test func stopsWhenItIsAsked() {
    let evidence = Self.values(40)
    #expect(throws: Cancelled.interrupted) {
      try ConflictFinder.conflicts(in: evidence, ConflictScope(), WorkMonitor { true })
    }
  }
}
