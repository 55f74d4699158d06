import Testing

@testable import AssayAnalysis

/// What makes claims one value, one item, one vote.
@Suite struct FactTests {
  typealias Claim = EvidenceSample.Claim
  typealias Relation = EvidenceSample.Relation

  private static func amount(_ figure: String, _ source: Int32 = 1) -> Claim {
    Claim(source: source, fact: (1, Relation.lasting, 0), figure: figure)
  }

  private static func changing(_ figure: String, _ when: ClosedRange<Int32>?) -> Claim {
    Claim(fact: (1, Relation.amount, 0), figure: figure, when: when)
  }

  /// Claims, and the claims of each value of each item.
  static let table: [(String, [Claim], [[[Int32]]])] = [
    ("nothing", [], []),
    ("no fact", [Claim()], []),
    ("rounded", [amount("84.3"), amount("90"), amount("84")], [[[0, 2], [1]]]),
    ("about", [amount("100"), amount("~ 105"), amount("130")], [[[0, 1], [2]]]),
    (
      "past a range that begins between them",
      [amount("84"), amount("84.2..90"), amount("84.3")], [[[0, 2], [1]]]
    ),
    (
      "past a denial of the same",
      [
        amount("84"), Claim(fact: (1, Relation.lasting, 0), isDenied: true, figure: "84.1"),
        amount("84.3"),
      ], [[[0, 2], [1]]]
    ),
    ("units", [amount("1 t"), amount("1000 kg"), amount("3 t")], [[[0, 1], [2]]]),
    ("what is measured", [amount("1 t"), amount("1000")], [[[0]], [[1]]]),
    (
      "times", [changing("1", 0...9), changing("2", 5...12), changing("3", 20...30)],
      [[[0], [1]], [[2]]]
    ),
    (
      "undated ones go with the most",
      [changing("1", 0...9), changing("2", 20...30), changing("3", 21...22), changing("2", nil)],
      [[[0]], [[1, 3], [2]]]
    ),
    (
      "scopes and plans",
      [
        amount("1"), Claim(fact: (1, Relation.lasting, 0), figure: "1", scope: 0),
        Claim(fact: (1, Relation.lasting, 0), figure: "1", mode: .plan),
      ], [[[0]], [[1]], [[2]]]
    ),
    (
      "questions state nothing",
      [
        amount("1"), Claim(fact: (1, Relation.lasting, 0), figure: "2", mode: .question),
      ], [[[0]]]
    ),
    (
      "one leader of several bodies, from either side",
      [
        Claim(fact: (5, Relation.ledBy, 1)), Claim(fact: (2, Relation.leads, 5)),
        Claim(fact: (1, Relation.leads, 5)),
      ], [[[0, 2], [1]]]
    ),
  ]

  @Test(arguments: table)
  func claimsAreGathered(name: String, claims: [Claim], expected: [[[Int32]]]) throws {
    let facts = try Facts(EvidenceSample.evidence(claims))
    let found = facts.items.map { item in
      item.values.map { Array(facts.claims(of: facts.values[$0])) }
    }
    #expect(found == expected)
  }

  /// Claims by their sources, and whether each item that is voted on is disputed.
  static let votes: [(String, [Claim], [Bool])] = [
    ("two amounts", [amount("1"), amount("2", 4)], [true]),
    (
      "several amounts",
      [
        Claim(fact: (1, Relation.amounts, 0), figure: "1"),
        Claim(source: 4, fact: (1, Relation.amounts, 0), figure: "2"),
      ], [false]
    ),
    (
      "several objects",
      [
        Claim(fact: (1, Relation.many, 2)), Claim(source: 4, fact: (1, Relation.many, 4)),
        Claim(source: 5, fact: (1, Relation.many, 4), isDenied: true),
      ], [false, true]
    ),
  ]

  @Test(arguments: votes)
  func disputesAreVotedOn(name: String, claims: [Claim], isDisputed: [Bool]) throws {
    let evidence = EvidenceSample.evidence(claims)
    let facts = try Facts(evidence)
    let origins = try Origins(evidence, facts, rules: .all)
    #expect(try Voting(evidence, facts, origins).items.map(\.isDisputed) == isDisputed)
  }
}
