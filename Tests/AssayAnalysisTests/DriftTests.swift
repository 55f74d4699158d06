import AssayAnalysis
import AssayModel
import Testing

@Suite struct DriftTests {
  typealias Claim = QuestionSample.Claim

  /// Two figures, and the change from the first to the second.
  static let changes: [(from: (Double, Double), to: (Double, Double), String)] = [
    ((50, 50), (75, 75), "0.5 1.5 apart"),
    ((100, 100), (50, 50), "-0.5 0.5 apart"),
    ((50, .infinity), (60, 60), "nil nil overlaps"),
    ((0, 0), (5, 5), "nil nil apart"),
    ((5, 5), (0, 0), "-1.0 0.0 apart"),
    ((-10, -10), (10, 10), "2.0 nil apart"),
    ((-10, -10), (-20, -20), "-1.0 2.0 apart"),
    ((10, 30), (20, 40), "0.5 1.5 overlaps"),
    ((1e-300, 1e-300), (1e308, 1e308), "nil nil apart"),
    ((-.infinity, 3), (4, .infinity), "nil nil apart"),
  ]

  @Test(arguments: changes)
  func changeIsOfTheMiddle(from: (Double, Double), to: (Double, Double), shown: String) throws {
    let drift = try drift([figure(1, from, day: 1), figure(1, to, day: 2)])
    #expect(drift.rows.count == 2)
    let change = try #require(drift.rows.last?.fromPrevious)
    let relative = change.relative.map { "\($0)" } ?? "nil"
    let factor = change.factor.map { "\($0)" } ?? "nil"
    #expect("\(relative) \(factor) \(change.overlaps ? "overlaps" : "apart")" == shown)
    #expect(drift.rows.last?.fromFirst == change && drift.rows.first?.fromPrevious == nil)
  }

  /// Claims, and the groups they make: the places of each.
  static let groups: [(claims: [Claim], groups: [[Int32]])] = [
    ([], []),
    ([figure(1, (1, 1), day: 1)], []),
    // One source and one date tell of no change; two sources do, and so do two dates.
    ([figure(1, (1, 1), day: 1), figure(1, (2, 2), day: 1)], []),
    ([figure(2, (1, 1)), figure(2, (2, 2), day: 1)], []),
    ([figure(1, (1, 1), day: 1), figure(2, (2, 2), day: 1)], [[1, 0]]),
    ([figure(1, (1, 1), day: 2), figure(1, (2, 2), day: 1)], [[1, 0]]),
    // Units 0 and 1 are of one dimension, 2 and 9 are not.
    (
      [
        figure(1, (1, 1), unit: 0, day: 1), figure(2, (2, 2), unit: 2, day: 1),
        figure(3, (2, 2), unit: 1, day: 1), figure(4, (2, 2), unit: 9, day: 1),
      ], [[2, 0]]
    ),
    ([figure(1, (1, 1), day: 1), figure(2, (2, 2), day: 1, isDenied: true)], []),
    // Held on 600, said on 550, published on 500, unknown.
    (
      [
        figure(2, (1, 1)), figure(3, (1, 1), day: 600), figure(3, (1, 1), said: 550),
        figure(1, (1, 1)),
      ], [[3, 2, 1, 0]]
    ),
  ]

  @Test(arguments: groups)
  func groupsAreInOrder(claims: [Claim], groups: [[Int32]]) throws {
    let drift = try drift(claims)
    #expect(drift.groups.map { drift.rows[$0.rows].map(\.claim) } == groups)
  }

  @Test func aGroupHasItsSpread() throws {
    let claims = [
      figure(1, (50, 50), day: 1), figure(2, (50, .infinity), day: 2), figure(2, (90, 110), day: 2),
      figure(3, (40, 60)),
    ]
    let group = try #require(drift(claims).groups.first)
    #expect(group.spread == 2)
    #expect(group.sources == 3)
    #expect(group.dates == 2)
    #expect(!group.hasCommonAmount)
    #expect(try drift(claims).rows.map(\.clock) == [.held, .held, .held, .none])
    #expect(try drift(Array(claims.prefix(2))).groups.first?.hasCommonAmount == true)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func isFiniteAndDoesNotDependOnTheOrderOfClaims(seed: UInt64) throws {
    let claims = QuestionSample.random(seed: seed, count: Int(seed) * 10).map {
      var claim = $0
      claim.fact = (1, claim.fact.1 > 2 ? 1 : 2, 0)
      return claim
    }
    var draw = QuestionSample.Draw(state: seed)
    let (all, shuffled) = try (drift(claims), drift(draw.shuffle(claims)))
    func outline(_ drift: Drift) -> [String] {
      drift.groups.map { group in
        let spread = group.spread.map { "\($0)" } ?? "-"
        let rows = drift.rows[group.rows].map { "\($0.clock) \($0.first)" }
        return "\(group.sources) \(group.dates) \(spread) \(group.hasCommonAmount) \(rows)"
      }.sorted()
    }
    #expect(outline(all) == outline(shuffled), "seed \(seed)")
    for row in all.rows {
      for change in [row.fromPrevious, row.fromFirst].compactMap({ $0 }) {
        #expect(change.relative?.isFinite ?? true)
        #expect((change.factor ?? 0) >= 0)
      }
    }
  }

  private static func figure(
    _ source: Int32, _ ends: (Double, Double), unit: Int32 = 0, day: Int32? = nil,
    said: Int32? = nil, isDenied: Bool = false
  ) -> Claim {
    Claim(
      source: source, fact: (1, 2, 0), isDenied: isDenied, figure: (ends.0, ends.1, unit),
      day: day, said: said)
  }

  private func figure(_ source: Int32, _ ends: (Double, Double), day: Int32? = nil) -> Claim {
    Self.figure(source, ends, day: day)
  }

  private func drift(_ claims: [Claim]) throws -> Drift {
    let sample = QuestionSample(claims)
    return try Drift(claims: sample.claims, sources: sample.sources, dimensions: [0, 0, 1])
  }
}
