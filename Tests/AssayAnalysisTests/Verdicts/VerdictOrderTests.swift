import Testing

@testable import AssayAnalysis

/// The verdict on two claims is the first that applies; each row sets two rules that lie beside each
/// other against one another, or one that decides alone.
@Suite struct VerdictOrderTests {
  typealias Claim = EvidenceSample.Claim
  typealias Relation = EvidenceSample.Relation

  /// What a row expects; `nil` for no row at all.
  struct Expected: Sendable {
    let verdict: Verdict
    let field: DecidingField
    var flags: VerdictFlags = []
  }

  private static func amount(_ figure: String, _ source: Int32 = 4) -> Claim {
    Claim(source: source, fact: (1, Relation.amount, 0), figure: figure, when: 0...100)
  }

  private static func object(
    _ object: Int32, _ source: Int32 = 4, _ relation: Int32 = Relation.one
  ) -> Claim {
    Claim(source: source, fact: (5, relation, object))
  }

  private static func answer(
    _ answer: Int32, _ source: Int32 = 4, of question: Int32 = 1, isFor: Bool = true
  ) -> Claim {
    Claim(
      source: source,
      answers: [ClaimTable.Answer(question: question, answer: answer, isFor: isFor)])
  }

  private static func changed(_ claim: Claim, _ change: (inout Claim) -> Void) -> Claim {
    var claim = claim
    change(&claim)
    return claim
  }

  /// Differs from ``amount(_:_:)`` in everything that a rule may look at, up to what is named.
  private static func unlike(_ figure: String, _ change: (inout Claim) -> Void = { _ in }) -> Claim
  {
    var claim = amount(figure, 5)
    (claim.when, claim.place, claim.scope, claim.mode) = (200...300, 4, 0, .plan)
    change(&claim)
    return claim
  }

  private static var base: Claim { changed(amount("50")) { $0.place = 5 } }

  static let table: [(String, Claim, Claim, Expected?)] = [
    // The order: each row takes away what decided the row before.
    ("unit before time", base, unlike("50 kg"), Expected(verdict: .cannotCompare, field: .unit)),
    (
      "rate before time", changed(base) { $0.figure = "50 USD" }, unlike("50 PEN"),
      Expected(verdict: .cannotCompare, field: .unit)
    ),
    (
      "mode before time", base, unlike("50") { $0.mode = .opinion },
      Expected(verdict: .cannotCompare, field: .mode)
    ),
    ("time before place", base, unlike("90"), Expected(verdict: .differsInTime, field: .when)),
    (
      "place before scope", base, unlike("90") { $0.when = 50...60 },
      Expected(verdict: .differsInPlace, field: .place)
    ),
    (
      "scope before plan", base,
      unlike("90") { ($0.when, $0.place) = (50...60, 5) },
      Expected(verdict: .differsInScope, field: .scope)
    ),
    (
      "plan before content", base,
      unlike("90") { ($0.when, $0.place, $0.scope) = (50...60, 5, -1) },
      Expected(verdict: .planAndFact, field: .mode)
    ),
    ("content", amount("50"), amount("90", 5), Expected(verdict: .contradicts, field: .value)),
    // Modes.
    (
      "a question beside a question", changed(amount("50")) { $0.mode = .question },
      changed(amount("50", 5)) { $0.mode = .question },
      Expected(verdict: .cannotCompare, field: .mode)
    ),
    (
      "two opinions", changed(amount("50")) { $0.mode = .opinion },
      changed(amount("90", 5)) { $0.mode = .opinion },
      Expected(verdict: .contradicts, field: .value)
    ),
    (
      "two plans", changed(amount("50")) { $0.mode = .plan },
      changed(amount("90", 5)) { $0.mode = .plan }, Expected(verdict: .contradicts, field: .value)
    ),
    (
      "an estimate is no plan", amount("50"), changed(amount("90", 5)) { $0.mode = .estimate },
      Expected(verdict: .contradicts, field: .value)
    ),
    // Origins.
    (
      "one source", amount("50"), amount("50"),
      Expected(verdict: .restates, field: .source, flags: .isSelf)
    ),
    (
      "a derived source", amount("50", 1), amount("50", 3),
      Expected(verdict: .restates, field: .source)
    ),
    (
      "one speaker", changed(amount("50")) { $0.speaker = 7 },
      changed(amount("50", 5)) { $0.speaker = 7 },
      Expected(verdict: .restates, field: .speaker, flags: .reportedOnly)
    ),
    ("two origins", amount("50"), amount("50", 5), Expected(verdict: .agrees, field: .value)),
    ("two objects", object(1), object(1, 5), Expected(verdict: .agrees, field: .object)),
    // Contents.
    ("a part", object(1), object(3, 5), Expected(verdict: .refines, field: .object)),
    (
      "no figure", amount("50"), changed(amount("50", 5)) { $0.figure = nil },
      Expected(verdict: .refines, field: .value)
    ),
    ("a bound", amount(">= 50"), amount("60", 5), Expected(verdict: .compatible, field: .value)),
    (
      "many", object(1, 4, Relation.many), object(4, 5, Relation.many),
      Expected(verdict: .manyValued, field: .cardinality)
    ),
    (
      "many, and denied", object(1, 4, Relation.many),
      changed(object(1, 5, Relation.many)) { $0.isDenied = true },
      Expected(verdict: .contradicts, field: .denied)
    ),
    // Flags.
    (
      "undated", amount("50"), changed(amount("90", 5)) { $0.when = nil },
      Expected(verdict: .contradicts, field: .value, flags: .ifSameTime)
    ),
    (
      "undated, but it lasts",
      changed(amount("50")) { ($0.fact.1, $0.when) = (Relation.lasting, nil) },
      changed(amount("90", 5)) { $0.fact.1 = Relation.lasting },
      Expected(verdict: .contradicts, field: .value)
    ),
    (
      "all flags", changed(amount("50")) { $0.speaker = 1 },
      changed(amount("90")) { $0.when = nil },
      Expected(verdict: .contradicts, field: .value, flags: [.ifSameTime, .reportedOnly, .isSelf])
    ),
    // Total and part: 3 lies in 2.
    (
      "a total and its part", changed(amount("90")) { $0.place = 2 },
      changed(amount("50", 5)) { $0.place = 3 }, Expected(verdict: .compatible, field: .place)
    ),
    (
      "a part beyond its total", changed(amount("50")) { $0.place = 2 },
      changed(amount("90", 5)) { $0.place = 3 }, Expected(verdict: .contradicts, field: .value)
    ),
    (
      "a total and its part in two currencies", changed(amount("90 USD")) { $0.place = 2 },
      changed(amount("50 PEN", 5)) { $0.place = 3 }, Expected(verdict: .compatible, field: .place)
    ),
    // Rates hold in the days from 0 to 365.
    ("a rate", amount("100 USD"), amount("400 PEN", 5), Expected(verdict: .agrees, field: .value)),
    (
      "a rate, turned", amount("400 PEN"), amount("100 USD", 5),
      Expected(verdict: .agrees, field: .value)
    ),
    (
      "a rate, apart", amount("100 USD"), amount("900 PEN", 5),
      Expected(verdict: .contradicts, field: .value)
    ),
    (
      "no rate for these days", changed(amount("100 USD")) { $0.when = 400...500 },
      changed(amount("400 PEN", 5)) { $0.when = 400...500 },
      Expected(verdict: .cannotCompare, field: .unit)
    ),
    (
      "no date, no rate", amount("100 USD"), changed(amount("400 PEN", 5)) { $0.when = nil },
      Expected(verdict: .cannotCompare, field: .unit)
    ),
    (
      "a rate and two denials", changed(amount("100 USD")) { $0.isDenied = true },
      changed(amount("900 PEN", 5)) { $0.isDenied = true },
      Expected(verdict: .compatible, field: .denied)
    ),
    (
      "a rate and a denial", changed(amount("100 USD")) { $0.isDenied = true },
      amount("400 PEN", 5), Expected(verdict: .contradicts, field: .denied)
    ),
    // Keys.
    ("another qualifier", amount("50"), changed(amount("90", 5)) { $0.qualifier = 0 }, nil),
    (
      "another object", changed(amount("50")) { $0.fact.2 = 1 },
      changed(amount("90", 5)) { $0.fact.2 = 4 }, nil
    ),
    (
      "from both sides, the same", Claim(source: 4, fact: (5, Relation.ledBy, 4)),
      Claim(source: 5, fact: (4, Relation.leads, 5)), Expected(verdict: .agrees, field: .object)
    ),
    (
      "from both sides, denied", Claim(source: 4, fact: (5, Relation.ledBy, 4)),
      Claim(source: 5, fact: (4, Relation.leads, 5), isDenied: true),
      Expected(verdict: .contradicts, field: .denied)
    ),
    (
      "one leader", Claim(source: 4, fact: (5, Relation.ledBy, 4)),
      Claim(source: 5, fact: (1, Relation.leads, 5)),
      Expected(verdict: .contradicts, field: .object)
    ),
    (
      "several bodies", Claim(source: 4, fact: (1, Relation.ledBy, 4)),
      Claim(source: 5, fact: (4, Relation.leads, 5)),
      Expected(verdict: .manyValued, field: .cardinality)
    ),
    (
      "symmetric", Claim(source: 4, fact: (5, Relation.met, 4)),
      Claim(source: 5, fact: (4, Relation.met, 5)), Expected(verdict: .agrees, field: .object)
    ),
    (
      "symmetric, written alike", Claim(source: 4, fact: (5, Relation.met, 4)),
      Claim(source: 5, fact: (5, Relation.met, 4)), Expected(verdict: .agrees, field: .object)
    ),
    (
      "with itself", Claim(source: 4, fact: (5, Relation.met, 5)),
      Claim(source: 5, fact: (5, Relation.met, 5)), Expected(verdict: .agrees, field: .object)
    ),
    // Questions.
    ("an answer", answer(0), answer(0, 5), Expected(verdict: .agrees, field: .answer)),
    ("two answers", answer(0), answer(1, 5), Expected(verdict: .contradicts, field: .answer)),
    (
      "against an answer", answer(0), answer(0, 5, isFor: false),
      Expected(verdict: .contradicts, field: .denied)
    ),
    (
      "against another", answer(0), answer(1, 5, isFor: false),
      Expected(verdict: .compatible, field: .denied)
    ),
    (
      "several answers", answer(0, of: 2), answer(1, 5, of: 2),
      Expected(verdict: .manyValued, field: .cardinality)
    ),
    (
      "several answers, undated", answer(0, of: 2), answer(0, 5, of: 2, isFor: false),
      Expected(verdict: .contradicts, field: .denied, flags: .ifSameTime)
    ),
    ("two questions", answer(0), answer(1, 5, of: 2), nil),
  ]

  @Test(arguments: table)
  func firstRuleDecides(name: String, left: Claim, right: Claim, expected: Expected?) throws {
    for list in [[left, right], [right, left]] {
      let evidence = EvidenceSample.evidence(list)
      for givesPairs in [false, true] {
        let found = try ConflictFinder.conflicts(
          in: evidence, ConflictScope(givesAll: true, givesPairs: givesPairs))
        #expect(found.verdicts == (expected.map { [$0.verdict] } ?? []))
        #expect(found.deciding == (expected.map { [$0.field] } ?? []))
        #expect(found.flags == (expected.map { [$0.flags] } ?? []))
        guard expected != nil else { continue }
        #expect(found.left == [0] && found.right == [1] && found.pairCounts == [1])
      }
    }
  }

  typealias Link = Evidence.Link

  /// Links on claims 0 and 1, which contradict each other; claim 2 is of the source of claim 0.
  static let links: [(String, [Link], Verdict)] = [
    ("none", [], .contradicts),
    ("restates", [Link(claim: 0, relation: .restates, other: 1)], .restates),
    ("supports", [Link(claim: 1, relation: .supports, other: 0)], .agrees),
    ("refines", [Link(claim: 0, relation: .refines, other: 1)], .refines),
    ("another's correction", [Link(claim: 1, relation: .corrects, other: 0)], .contradicts),
    ("own correction", [Link(claim: 2, relation: .corrects, other: 0)], .retracted),
    ("own retraction", [Link(claim: 2, relation: .retracts, other: 0)], .retracted),
    (
      "a retraction before a link",
      [
        Link(claim: 2, relation: .retracts, other: 0),
        Link(claim: 0, relation: .contradicts, other: 1),
      ], .retracted
    ),
  ]

  @Test(arguments: links)
  func aPersonsWordCounts(name: String, links: [Link], verdict: Verdict) throws {
    let evidence = EvidenceSample.evidence(
      [Self.amount("50"), Self.amount("90", 5), Claim(source: 4)], links: links)
    for givesPairs in [false, true] {
      let found = try ConflictFinder.conflicts(
        in: evidence, ConflictScope(givesAll: true, givesPairs: givesPairs))
      #expect(found.verdicts == [verdict], "\(name)")
      #expect(links.isEmpty || found.deciding == [.link])
    }
  }

  /// A link on claims that share no key has a row as well.
  @Test func aLinkNeedsNoKey() throws {
    let evidence = EvidenceSample.evidence(
      [Self.amount("50"), Self.object(1)], links: [Link(claim: 1, relation: .contradicts, other: 0)]
    )
    let found = try ConflictFinder.conflicts(in: evidence, ConflictScope())
    #expect(found.left == [0] && found.right == [1] && found.verdicts == [.contradicts])
  }

  /// A linked pair is not counted among those of its values, nor does it stand for them.
  @Test func aLinkedPairIsTakenOut() throws {
    let evidence = EvidenceSample.evidence(
      [Self.amount("50"), Self.amount("90", 5), Self.amount("90", 6)],
      links: [Link(claim: 0, relation: .restates, other: 1)])
    let found = try ConflictFinder.conflicts(in: evidence, ConflictScope())
    #expect(found.left == [0] && found.right == [2])
    #expect(found.pairCounts == [1] && found.leftCounts == [1] && found.rightCounts == [1])
  }

  /// A row is told once if all who give the one answer speak against the other as well, and is kept
  /// if one of them does not.
  @Test func rowsWithinAnotherAreToldOnce() throws {
    func says(_ answers: [(Int32, Bool)], _ source: Int32) -> Claim {
      Claim(
        source: source,
        answers: answers.map { ClaimTable.Answer(question: 1, answer: $0.0, isFor: $0.1) })
    }
    let evidence = EvidenceSample.evidence([
      says([(2, true)], 4), says([(1, true), (2, false)], 5), says([(2, false)], 6),
    ])
    let found = try ConflictFinder.conflicts(in: evidence, ConflictScope())
    #expect(found.left == [0] && found.right == [1])
    #expect(found.pairCounts == [2] && found.rightCounts == [2])
    let more = EvidenceSample.evidence([
      says([(2, true)], 4), says([(1, true), (2, false)], 5), says([(1, true)], 6),
    ])
    let kept = try ConflictFinder.conflicts(in: more, ConflictScope())
    #expect(kept.pairCounts == [2])
  }
}
