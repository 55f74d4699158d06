import Testing

@testable import AssayAnalysis

/// Which sources, and which claims of a value, count once.
@Suite struct OriginTests {
  private static let seeds: ClosedRange<UInt64> = 1...300

  /// The least place that each place is tied to, by going round until nothing changes.
  private func naive(_ count: Int, _ areTied: (Int, Int) -> Bool) -> [Int] {
    var groups = Array(0..<count)
    var isSettled = false
    while !isSettled {
      isSettled = true
      for one in 0..<count {
        for other in 0..<count where groups[one] != groups[other] && areTied(one, other) {
          (groups[one], isSettled) = (min(groups[one], groups[other]), false)
          groups[other] = groups[one]
        }
      }
    }
    return groups
  }

  /// Groups numbered in the order of their first members.
  private func numbered<Group: Hashable>(_ groups: [Group]) -> [Int] {
    var known: [Group: Int] = [:]
    return groups.map { group in
      let number = known[group] ?? known.count
      known[group] = number
      return number
    }
  }

  /// By derivation and speaker alone, claims count as the pairs of them that are dependent say.
  @Test(arguments: [OriginRules.all, [.derivation, .speaker], .derivation, .speaker, []])
  func componentsAreThoseOfANaiveUnion(rules: OriginRules) throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed)
      let wording: [(source: Int32, other: Int32, share: Double)] = [(5, 6, 0.5)]
      let origins = try Origins(evidence, nil, rules: rules, wording: wording)
      let dependence = Dependence(evidence.claims, evidence.sources)
      let claims = evidence.claims
      let members = claims.keys.indices.map { Int32($0) }.filter { $0 % 5 != 4 }
      let expected = naive(members.count) { one, other in
        let (left, right) = (members[one], members[other])
        if rules == [.derivation, .speaker] { return dependence.tie(left, right) != nil }
        let (source, partner) = (claims.sources[Int(left)], claims.sources[Int(right)])
        let speaker = claims.speakers[Int(left)]
        return source == partner
          || rules.contains(.derivation) && max(source, partner) <= 3
          || rules.contains(.wording) && min(source, partner) >= 5
          || rules.contains(.speaker) && speaker > 0 && speaker == claims.speakers[Int(right)]
      }
      let found = try origins.components(of: members[...])
      #expect(found.numbers.map { Int($0) } == numbered(expected), "seed \(seed)")
      #expect(found.count == Set(expected).count || members.isEmpty, "seed \(seed)")
    }
  }

  /// With derivation alone, sources are tied as those of dependent claims are.
  @Test func sourcesAreTiedAlike() throws {
    var draw = SplitMix(seed: 5)
    for round in 0..<200 {
      let count = Int.random(in: 1...30, using: &draw)
      var evidence = Evidence(claims: ClaimTable())
      evidence.sources.rank = [0] + (0..<Int32(count)).shuffled(using: &draw)
      evidence.sources.published = DayColumn(count: count + 1)
      evidence.sources.reliability = [Int8](repeating: -1, count: count + 1)
      evidence.sources.origins = (0...count).map { source in
        guard source > 0, Bool.random(using: &draw) else { return [] }
        return (0..<2).map { _ in Int32.random(in: -1...Int32(count) + 2, using: &draw) }
      }
      let origins = try Origins(evidence, nil, rules: .derivation)
      let roots = Dependence.roots(evidence.sources)
      #expect(numbered(origins.roots) == numbered(roots), "round \(round)")
      // The first by id stands for all.
      for (source, root) in origins.roots.enumerated() where source > 0 {
        #expect(evidence.sources.rank[Int(root)] <= evidence.sources.rank[source])
      }
    }
  }

  /// Claims whose groups come together only at the end, from the last one to the first.
  @Test func aLongChainIsOneOrigin() throws {
    let count = 60_000
    var claims = ClaimTable(count: 2 * count)
    for place in 0..<count {
      claims.sources[place] = Int32(place + 1)
      claims.sources[2 * count - 1 - place] = Int32(place + 1)
      claims.speakers[place] = Int32(place + 1)
      claims.speakers[2 * count - 1 - place] = Int32(max(place, 1))
    }
    var evidence = Evidence(claims: claims)
    evidence.sources.rank = (0...Int32(count)).map { $0 }
    evidence.sources.origins = Array(repeating: [], count: count + 1)
    let origins = try Origins(evidence, nil, rules: [.speaker])
    let members = (0..<Int32(2 * count)).map { $0 }
    #expect(try origins.components(of: members[...]).count == 1)
  }

  /// Three rare figures tie two sources, two do not, nor do figures that many have.
  @Test(arguments: [(3, 2, true), (2, 2, false), (3, 3, true), (3, 4, false)])
  func sharedFiguresTie(count: Int, carriers: Int32, areTied: Bool) throws {
    var claims: [EvidenceSample.Claim] = []
    for subject in 1...Int32(count) {
      let fact = (subject, EvidenceSample.Relation.lasting, Int32(0))
      for source in 1...carriers {
        claims.append(.init(source: source, fact: fact, figure: "\(700 + 11 * subject)"))
      }
      claims.append(.init(source: 6, fact: fact, figure: "50"))
    }
    let evidence = EvidenceSample.evidence(claims)
    let origins = try Origins(evidence, Facts(evidence), rules: .figures)
    #expect(origins.ties.isEmpty == !areTied)
    for tie in origins.ties {
      #expect(tie.reason == .figures && tie.measure == Double(count) && tie.source > tie.other)
    }
    #expect(try Origins(evidence, Facts(evidence), rules: []).ties.isEmpty)
  }

  /// Two sources that give the same two figures each, of which nobody else speaks.
  @Test func figuresOfNobodyElseDoNotTie() throws {
    var claims: [EvidenceSample.Claim] = []
    for subject: Int32 in 1...4 {
      for source: Int32 in 1...2 {
        for figure in ["501", "777"] {
          let fact = (subject, EvidenceSample.Relation.lasting, Int32(0))
          claims.append(.init(source: source, fact: fact, figure: figure))
        }
      }
    }
    let evidence = EvidenceSample.evidence(claims)
    #expect(try Origins(evidence, Facts(evidence), rules: .figures).ties.isEmpty)
  }

  /// Outlets, origins and speakers of each value, counted one by one.
  @Test func supportIsCounted() throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed)
      let facts = try Facts(evidence)
      let origins = try Origins(evidence, facts, rules: [.derivation, .speaker])
      let support = try Support(evidence, facts, origins)
      #expect(support.rows.count == facts.values.count)
      for row in support.rows {
        let members = facts.claims(of: facts.values[Int(row.value)])
        let outlets = Set(members.map { evidence.claims.sources[Int($0)] })
        let speakers = Set(members.map { evidence.claims.speakers[Int($0)] }).subtracting([0])
        #expect(Int(row.outlets) == outlets.count && Int(row.speakers) == speakers.count)
        #expect(try Int(row.origins) == origins.components(of: members).count)
        #expect(row.origins <= row.outlets && members.contains(row.firstClaim))
      }
      for (one, next) in zip(support.rows, support.rows.dropFirst()) {
        #expect((one.origins, one.outlets) >= (next.origins, next.outlets))
      }
    }
  }
}
