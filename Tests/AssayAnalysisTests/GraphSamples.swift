import AssayModel
import AssayAnalysis

/// Graphs that the tests of `EntityGraph` share.
enum GraphSamples {
  /// The friendships of 34 members of a karate club; the lower number is where an edge begins.
  ///
  /// W. W. Zachary, *An Information Flow Model for Conflict and Fission in Small Groups* (1977),
  /// numbered from 0 as in NetworkX.
  static let karateClub = graph(
    nodes: 34,
    [
      (0, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31]),
      (1, [2, 3, 7, 13, 17, 19, 21, 30]), (2, [3, 7, 8, 9, 13, 27, 28, 32]), (3, [7, 12, 13]),
      (4, [6, 10]), (5, [6, 10, 16]), (6, [16]), (8, [30, 32, 33]), (9, [33]), (13, [33]),
      (14, [32, 33]), (15, [32, 33]), (18, [32, 33]), (19, [33]), (20, [32, 33]), (22, [32, 33]),
      (23, [25, 27, 29, 32, 33]), (24, [25, 27, 31]), (25, [31]), (26, [29, 33]), (27, [33]),
      (28, [31, 33]), (29, [32, 33]), (30, [32, 33]), (31, [32, 33]), (32, [33]),
    ])

  /// Two parallel edges, a loop, a node that none leaves (4), one that none reaches (5), and one
  /// alone (6).
  static let odd = graph(
    nodes: 7, [(0, [1, 1, 2]), (1, [2]), (2, [0, 2, 3]), (3, [4]), (5, [4, 0]), (1, [0])])

  /// Edges in the order given, with their numbers as labels.
  static func graph(nodes: Int, _ rows: [(from: Int32, to: [Int32])]) -> EntityGraph {
    let joined = rows.flatMap { row in row.to.map { (row.from, $0) } }
    return undisturbed { () throws(Cancelled) in
      try EntityGraph(
        nodeCount: nodes,
        edges: joined.enumerated().map { number, edge in
          EntityGraph.Edge(from: edge.0, to: edge.1, label: Int32(number))
        })
    }
  }

  /// Edges drawn evenly, so that loops and parallel edges occur, from a seed.
  static func random(nodes: Int, edges: Int, seed: UInt64) -> EntityGraph {
    var draws = Draws(seed: seed)
    return undisturbed { () throws(Cancelled) in
      try EntityGraph(
        nodeCount: nodes,
        edges: (0..<edges).map { number in
          EntityGraph.Edge(
            from: draws.next(below: nodes), to: draws.next(below: nodes), label: Int32(number % 7))
        })
    }
  }

  /// SplitMix64 (Steele, Lea, Flood, 2014).
  struct Draws {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int32 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int32((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }
}
