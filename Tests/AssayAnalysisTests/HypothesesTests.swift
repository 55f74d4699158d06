import AssayAnalysis
import AssayModel
import Testing

@Suite struct HypothesesTests {
  typealias Claim = QuestionSample.Claim

  /// What a claim says to three answers: `+` consistent, `-` inconsistent, `0` neutral, `.` silent.
  static let cells: [(claim: Claim, several: Bool, cells: String, diagnosticity: Double)] = [
    (Claim(source: 1, answers: [.yes(0)]), false, "+--", 2.0 / 3),
    (Claim(source: 1, answers: [.yes(0)]), true, "+00", 2.0 / 3),
    (Claim(source: 1, answers: [.no(2)]), false, "00-", 2.0 / 3),
    (Claim(source: 1, answers: [.no(0), .yes(1)]), true, "-+0", 1),
    (Claim(source: 1, answers: [.yes(0), .no(0)]), false, "000", 0),
    (Claim(source: 1, answers: [.yes(0), .yes(1), .yes(2)]), false, "+++", 0),
    (Claim(source: 1, answers: [.yes(0)], mode: .question), false, "...", 0),
  ]

  @Test(arguments: cells)
  func claimsHaveTheirCells(claim: Claim, several: Bool, cells: String, diagnosticity: Double)
    throws
  {
    let found = try hypotheses([claim], answers: 3, several: several)
    #expect(String(found.cells(of: 0).map(Self.sign)) == cells)
    #expect(found.rows.first?.diagnosticity == diagnosticity)
    #expect(found.cells(of: 1).isEmpty && found.cells(of: -1).isEmpty)
  }

  private static func sign(_ cell: Hypotheses.Cell) -> Character {
    switch cell {
    case .consistent: "+"
    case .inconsistent: "-"
    case .neutral: "0"
    case .silent: "."
    }
  }

  static let weights: [(Int8, Int8, Mode, hedged: Bool, Double)] = [
    (1, 0, .fact, false, 1), (5, 4, .fact, false, 0.04), (2, 1, .estimate, false, 0.64),
    (0, -1, .fact, false, 0.36), (6, 5, .fact, false, 0.36), (127, -128, .fact, false, 0.36),
    (1, 0, .fact, true, 0.5), (1, 0, .plan, true, 0.5), (1, 0, .opinion, false, 0.5),
    (1, 0, .question, false, 0),
  ]

  @Test(arguments: weights)
  func gradesHaveTheirWeight(
    credibility: Int8, reliability: Int8, mode: Mode, hedged: Bool, weight: Double
  ) {
    let found = EvidenceWeight(
      credibility: credibility, reliability: reliability, mode: mode, isHedged: hedged)
    #expect(EvidenceWeight.number(found.fiftieths) == weight)
  }

  @Test func anOriginCountsOnceAndAsItsWeightiest() throws {
    let claims =
      (1...3).map { Claim(source: $0, answers: [.yes(0)]) }
      + [Claim(source: 4, answers: [.yes(1)])]
    let found = try hypotheses(claims, credibility: [1, 2, 3, 1], origin: [5, 5, 5, 6])
    #expect(found.answers.map(\.against) == [0.6, 0.6])
    #expect(found.answers.map(\.support) == [0.6, 0.6])
    #expect(found.answers.map(\.isTied) == [true, true])
    #expect(found.answers[1].inconsistentClaims == 3 && found.answers[1].inconsistentOrigins == 1)
    #expect(found.leaders == [0, 1])
    // The second claim of the origin stands in for the first, but not all the way.
    #expect(found.rows[0].withoutClaim.leaders == [1])
    #expect(!found.rows[1].withoutClaim.orderChanges)
    #expect(found.rows[1].withoutOrigin.leaders == [1])
    #expect(found.rows[3].withoutClaim.leaders == [0])
  }

  @Test func sharesAPlaceInATie() throws {
    let found = try hypotheses([Claim(source: 1, answers: [.no(1)])], answers: 3)
    #expect(found.answers.map(\.standing) == [1, 3, 1])
    #expect(found.answers.map(\.isTied) == [true, false, true])
    #expect(found.rows[0].withoutClaim.leaders == [0, 1, 2])
    #expect(found.rows[0].withoutClaim.leadersChange)
  }

  @Test(arguments: [0, 2, -1, Int32.max] as [Int32])
  func aQuestionThatIsNotThereHasNothing(question: Int32) throws {
    let sample = QuestionSample([Claim(source: 1, answers: [.yes(0, of: question)])])
    let found = try Hypotheses(
      on: question, claims: sample.claims, sources: sample.sources, questions: sample.questions)
    #expect(found.answers.isEmpty && found.rows.isEmpty && found.leaders.isEmpty)
  }

  /// Leaving out is the same as never having had it.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func sensitivityIsWhatALookWithoutItShows(seed: UInt64) throws {
    let claims = QuestionSample.random(seed: seed, count: 5 + Int(seed) % 20)
    var draw = QuestionSample.Draw(state: seed)
    let grades = claims.map { _ in draw.pick([0, 1, 2, 3, 4, 5, 6] as [Int8]) }
    let origins = claims.map { _ in draw.pick([-1, 0, 1, 2] as [Int32]) }
    func look(_ kept: [Int]) throws -> Hypotheses {
      try hypotheses(
        kept.map { claims[$0] }, answers: 3, credibility: kept.map { grades[$0] },
        origin: kept.map { origins[$0] })
    }
    let all = try look(Array(claims.indices))
    let standings = all.answers.map(\.standing)
    for row in all.rows {
      let out = Int(row.claim)
      let claimless = try look(claims.indices.filter { $0 != out })
      #expect(row.withoutClaim.leaders == claimless.leaders, "seed \(seed)")
      #expect(
        row.withoutClaim.orderChanges == (claimless.answers.map(\.standing) != standings))
      #expect(row.withoutClaim.leadersChange == (claimless.leaders != all.leaders))
      let originless = try look(
        claims.indices.filter { $0 != out && (origins[out] < 0 || origins[$0] != origins[out]) })
      #expect(row.withoutOrigin.leaders == originless.leaders, "seed \(seed)")
      #expect((0...1).contains(row.diagnosticity) && (0...1).contains(row.weight))
    }
    #expect(try look(draw.shuffle(Array(claims.indices))).answers == all.answers, "seed \(seed)")
  }

  private func hypotheses(
    _ claims: [Claim], answers: Int = 2, several: Bool = false, credibility: [Int8] = [],
    origin: [Int32] = []
  ) throws -> Hypotheses {
    let sample = QuestionSample(claims, answers: [answers], several: several)
    return try Hypotheses(
      on: 1, claims: sample.claims, sources: sample.sources, questions: sample.questions,
      credibility: credibility, origin: origin)
  }
}
