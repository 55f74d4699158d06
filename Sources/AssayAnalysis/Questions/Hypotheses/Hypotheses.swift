import AssayModel

/// Analysis of competing hypotheses: the claims that name a question × its answers.
///
/// A claim for an answer is consistent with it and, unless several answers may hold, inconsistent
/// with the others. A claim against an answer is inconsistent with it and neutral to the others. A
/// claim of mode `question` is silent. The answer with the least against it stands first.
///
/// Claims of one origin count once: against an answer, an origin weighs as much as the weightiest of
/// its claims against it (``EvidenceWeight``), and likewise for it.
///
/// - SeeAlso: R. J. Heuer, *Psychology of Intelligence Analysis* (CIA, 1999), chapter 8: refute
///   rather than confirm (step 5), diagnosticity (step 3), sensitivity (step 6).
package struct Hypotheses: Sendable {
  /// What a claim says to an answer.
  package enum Cell: UInt8, CaseIterable, Sendable {
    case consistent, inconsistent, neutral, silent
  }

  /// What is for and against one answer. Weights are sums over origins, at least 0, with no unit.
  package struct Answer: Hashable, Sendable {
    /// The sum of the weights against it: its inconsistency score.
    package let against: Double
    /// The sum of the weights for it; it has no part in the order.
    package let support: Double
    package let consistentClaims: Int
    package let inconsistentClaims: Int
    package let consistentOrigins: Int
    package let inconsistentOrigins: Int
    /// 1 for the least inconsistent; one more than the number of answers with less against them.
    package let standing: Int
    /// Whether another answer has the same standing.
    package let isTied: Bool

    fileprivate init(
      _ answer: Int, against: OriginScores, support: OriginScores, standings: Standings
    ) {
      self.against = EvidenceWeight.number(against.totals[answer])
      self.support = EvidenceWeight.number(support.totals[answer])
      (consistentClaims, consistentOrigins) =
        (support.claimCounts[answer], support.originCounts[answer])
      (inconsistentClaims, inconsistentOrigins) =
        (against.claimCounts[answer], against.originCounts[answer])
      (standing, isTied) = (standings.places[answer], standings.isTied(answer))
    }
  }

  /// A claim that names the question.
  package struct Row: Hashable, Sendable {
    /// The claim's place.
    package let claim: Int32
    /// From 0 to 1.
    package let weight: Double
    /// The share of the pairs of answers that the claim treats differently, from 0 to 1.
    ///
    /// 0 when it says the same to all, or there is only one answer. It leaves the weight aside.
    package let diagnosticity: Double
    /// What changes when this claim alone is left out.
    package let withoutClaim: Sensitivity
    /// What changes when every claim of its origin is left out.
    package let withoutOrigin: Sensitivity
  }

  /// One for each answer of the question, in the order of the declaration.
  package let answers: [Answer]
  /// In the order of the claims.
  package let rows: [Row]
  /// How many claims were left out because they were taken back.
  package let retractedCount: Int
  /// The answers that stand first, by their places, ascending; more than one for a tie.
  package let leaders: [Int32]
  private let cells: [Cell]

  /// - Parameters:
  ///   - question: Its key; one without a place in the table has no answers and no evidence.
  ///   - credibility: For each claim place its grade, 1 to 6; anything else, and a place beyond the
  ///     end, is no grade.
  ///   - retracted: For each claim place whether it was taken back, which leaves it out; beyond the
  ///     end it was not.
  ///   - origin: For each claim place the number of its origin; below 0, and beyond the end, the
  ///     claim is an origin of its own.
  ///   - parts: The numbers of the origins that some claims, given by their places, have among
  ///     themselves; those of `origin` if `nil`. Claims on one side of an answer count by these.
  /// - Complexity: O(claims + evidence × answers · log answers).
  package init(
    on question: Int32, claims: ClaimTable, sources: SourceTable, questions: QuestionTable,
    credibility: [Int8] = [], retracted: [Bool] = [], origin: [Int32] = [],
    parts: (([Int32]) throws(Cancelled) -> [Int32])? = nil, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    try monitor.enter(.comparing, of: claims.count)
    let isKnown = question > 0 && Int(question) < questions.answers.count
    let count = isKnown ? questions.answers[Int(question)].count : 0
    let rule = StanceRule(
      question: question, count: count, allowsSeveral: questions.allows(severalTo: question))
    var retractedCount = 0
    var (cells, places, weights) = ([Cell](), [Int32](), [Int]())
    for place in 0..<(count > 0 ? claims.count : 0) {
      try monitor.reach(place)
      guard let said = rule.cells(of: place, in: claims) else { continue }
      if place < retracted.count, retracted[place] {
        retractedCount += 1
        continue
      }
      let weight = EvidenceWeight(
        credibility: place < credibility.count ? credibility[place] : 0,
        reliability: sources.grade(of: claims.sources[place]), mode: claims.modes[place],
        isHedged: claims.isHedged[place])
      weights.append(weight.fiftieths)
      places.append(Int32(truncatingIfNeeded: place))
      cells += said
    }
    var numbering = PairNumbering()
    let origins = places.map { claim in
      let shared = Int(claim) < origin.count ? origin[Int(claim)] : -1
      return shared < 0 ? numbering.number(1, claim) : numbering.number(0, shared)
    }
    func numbers(of rows: [Int]) throws(Cancelled) -> [Int32] {
      guard let parts else { return rows.map { origins[$0] } }
      return try parts(rows.map { places[$0] })
    }
    let (against, support) = (
      try OriginScores(
        of: .inconsistent, cells, answers: count, weights: weights, origins: origins,
        parts: numbers, monitor),
      try OriginScores(
        of: .consistent, cells, answers: count, weights: weights, origins: origins,
        parts: numbers, monitor)
    )
    let standings = Standings(of: against.totals)
    leaders = standings.leaders
    answers = (0..<count).map {
      Answer($0, against: against, support: support, standings: standings)
    }
    rows = try places.indices.map { row throws(Cancelled) in
      if row & 255 == 0 { try monitor.check() }
      let claimless = against.totals(withoutClaim: row)
      let originless = against.totals(withoutOrigin: origins[row])
      return Row(
        claim: places[row], weight: EvidenceWeight.number(weights[row]),
        diagnosticity: Self.diagnosticity(of: cells[row * count..<(row + 1) * count]),
        withoutClaim: Sensitivity(from: standings, to: claimless, against.totals),
        withoutOrigin: Sensitivity(from: standings, to: originless, against.totals))
    }
    (self.cells, self.retractedCount) = (cells, retractedCount)
  }

  /// What a row of ``rows`` says to each answer; nothing for a row that is not there.
  package func cells(of row: Int) -> ArraySlice<Cell> {
    guard rows.indices.contains(row) else { return [] }
    return cells[row * answers.count..<(row + 1) * answers.count]
  }

  private static func diagnosticity(of cells: ArraySlice<Cell>) -> Double {
    let pairs = cells.count * (cells.count - 1) / 2
    let alike = Cell.allCases.reduce(0) { sum, cell in
      let same = cells.count { $0 == cell }
      return sum + same * (same - 1) / 2
    }
    return pairs > 0 ? Double(pairs - alike) / Double(pairs) : 0
  }
}

extension SourceTable {
  /// The grade of a source: 0 for A to 5 for F; -1 for none and for a key beyond the table.
  package func grade(of key: Int32) -> Int8 {
    key > 0 && Int(key) < reliability.count ? reliability[Int(key)] : -1
  }
}
