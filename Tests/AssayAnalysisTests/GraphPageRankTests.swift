import AssayAnalysis
import Testing

@Suite struct GraphPageRankTests {
  /// `pagerank(G, alpha=0.85, tol=1e-15, max_iter=10000, weight=None)` of NetworkX 3.6.1 for the
  /// karate club; edges both ways.
  static let club = [
    0.096997285388, 0.052876924061, 0.057078509488, 0.035859857786, 0.021977952365, 0.029111154678,
    0.029111154678, 0.024490497035, 0.029766056081, 0.014309397129, 0.021977952365, 0.009564745492,
    0.014644892012, 0.029536456152, 0.014535993998, 0.014535993998, 0.016784005444, 0.014558677209,
    0.014535993998, 0.019604636326, 0.014535993998, 0.014558677209, 0.014535993998, 0.031522514777,
    0.021076033559, 0.021006197394, 0.015044038083, 0.025639767483, 0.019573459464, 0.026288537695,
    0.024590155249, 0.037158087069, 0.071693226006, 0.100919182333,
  ]
  /// The same for the club's edges as arrows from the lower number to the higher.
  static let clubAsArrows = [
    0.015060494763, 0.015860583547, 0.017545770549, 0.01941000867, 0.015860583547, 0.015860583547,
    0.02709516356, 0.024909511126, 0.017724821668, 0.016924732884, 0.02709516356, 0.015860583547,
    0.021360086004, 0.024909511126, 0.015060494763, 0.015060494763, 0.042585215794, 0.017545770549,
    0.015060494763, 0.017545770549, 0.015060494763, 0.017545770549, 0.015060494763, 0.015060494763,
    0.015060494763, 0.021887919055, 0.015060494763, 0.023752157176, 0.016924732884, 0.024021489147,
    0.021767714571, 0.045925466403, 0.095489335972, 0.259047101151,
  ]
  /// The same for `GraphSamples.odd` as a `MultiDiGraph`.
  static let odd = [
    0.207916315194, 0.165369688196, 0.246616999592, 0.11742525947, 0.16757085171, 0.047550442919,
    0.047550442919,
  ]
  /// The same with `alpha=0.5`.
  static let oddHalfDamped = [
    0.182331235077, 0.151074451921, 0.190145430866, 0.121988278706, 0.173865856306, 0.090297373562,
    0.090297373562,
  ]
  /// The same with `alpha=0.85`, as a `MultiGraph`.
  static let oddBothWays = [
    0.251637227739, 0.16794650378, 0.21535551817, 0.111456446117, 0.118719445001, 0.110494615291,
    0.024390243902,
  ]

  static let golden: [(EntityGraph, damping: Double, isDirected: Bool, ranks: [Double])] = [
    (GraphSamples.karateClub, 0.85, false, club),
    (GraphSamples.karateClub, 0.85, true, clubAsArrows),
    (GraphSamples.odd, 0.85, true, odd),
    (GraphSamples.odd, 0.5, true, oddHalfDamped),
    (GraphSamples.odd, 0.85, false, oddBothWays),
  ]

  @Test(arguments: golden.indices)
  func isThatOfNetworkX(row: Int) throws {
    let (graph, damping, isDirected, ranks) = Self.golden[row]
    let found = try graph.pageRank(damping: damping, isDirected: isDirected)
    #expect(found.isSettled)
    #expect(zip(found.ranks, ranks).allSatisfy { ($0 - $1).magnitude < 1e-8 })
    #expect(found.ranks.count == ranks.count)
    #expect((found.ranks.reduce(0, +) - 1).magnitude < 1e-12)
  }

  @Test(arguments: [
    0, -1, 1, 0.5, 2, Double.nan, .infinity, -.infinity, .leastNonzeroMagnitude,
    .greatestFiniteMagnitude,
  ])
  func addsUpToOneForAnySetting(number: Double) throws {
    for seed in 0..<10 {
      let graph = GraphSamples.random(nodes: 1 + 5 * seed, edges: 9 * seed, seed: UInt64(seed))
      for isDirected in [true, false] {
        let damped = try graph.pageRank(damping: number, isDirected: isDirected)
        let tolerant = try graph.pageRank(tolerance: number, isDirected: isDirected)
        for found in [damped, tolerant] {
          #expect((found.ranks.reduce(0, +) - 1).magnitude < 1e-12)
          #expect(found.ranks.allSatisfy { (0...1.000_001).contains($0) })
        }
      }
    }
  }

  @Test func withoutEdgesAllAreEqual() throws {
    let found = try EntityGraph(nodeCount: 4, edges: []).pageRank()
    #expect(found.ranks == [0.25, 0.25, 0.25, 0.25])
    #expect(found.isSettled)
  }

  @Test func saysThatItHasNotSettled() throws {
    let graph = GraphSamples.karateClub
    let none = try graph.pageRank(mostRounds: -1)
    #expect(none.rounds == 0 && none.change == nil && !none.isSettled)
    #expect(Set(none.ranks).count == 1)
    let few = try graph.pageRank(mostRounds: 3, isDirected: false)
    #expect(few.rounds == 3 && !few.isSettled)
    let bound = try #require(few.change) * 0.85 / 0.15
    let difference = zip(few.ranks, Self.club).map { ($0 - $1).magnitude }.reduce(0, +)
    #expect(difference <= bound)
  }
}
