import AssayModel

extension EntityGraph {
  /// How often a reader who follows edges at random stands at each node, and how sure that is.
  package struct PageRank: Hashable, Sendable {
    /// The share of each node, 0...1, no unit; shape: nodes. They add up to 1 but for rounding.
    package let ranks: [Double]
    /// How many rounds were run.
    package let rounds: Int
    /// What the last round changed, summed over all nodes, 0...2; `nil` where none was run.
    ///
    /// The true ranks differ from ``ranks`` by at most damping / (1 − damping) times as much.
    package let change: Double?
    /// Whether the change fell to the tolerance before the rounds ran out; without nodes it has.
    package let isSettled: Bool
  }

  /// The stationary shares of a walk that follows an edge, or now and then starts anywhere.
  ///
  /// Edges weigh by their number: of three edges, two to one node, that node gets two thirds. The
  /// share of a node without an edge to leave by is spread evenly over all nodes.
  ///
  /// - Parameters:
  ///   - damping: how likely the walk is to follow an edge, 0...1; taken as the nearest of these,
  ///     and as 0.85 if it is no number. It bounds how fast the ranks settle: a round changes at
  ///     most this fraction of what the round before did, and just that where the walk swings
  ///     between two sides, so that 1e-10 can take some 140 rounds of 0.85.
  ///   - tolerance: the change in a round, summed over all nodes, at which the ranks are settled.
  ///   - mostRounds: none are run if it is 0 or less, and all ranks are then equal.
  ///   - isDirected: whether edges are followed only forward; otherwise both ways, a loop once.
  /// - Returns: ranks of no nodes for a graph without nodes.
  /// - Complexity: O(rounds × (nodes + edges)).
  /// - SeeAlso: L. Page, S. Brin, R. Motwani, T. Winograd, *The PageRank Citation Ranking:
  ///   Bringing Order to the Web* (1999). Dangling nodes, set aside there until the end, take part
  ///   here as they do in NetworkX.
  package func pageRank(
    damping: Double = 0.85, tolerance: Double = 1e-10, mostRounds: Int = 100,
    isDirected: Bool = true, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> PageRank {
    try monitor.enter(.ranking)
    guard nodeCount > 0 else {
      return PageRank(ranks: [], rounds: 0, change: nil, isSettled: true)
    }
    let damping = damping.isNaN ? 0.85 : min(max(damping, 0), 1)
    let weights = leavingWeights(isDirected: isDirected)
    let count = Double(nodeCount)
    var ranks = [Double](repeating: 1 / count, count: nodeCount)
    var shares = ranks
    var (rounds, change) = (0, Double.infinity)
    while rounds < mostRounds && !(change <= tolerance) {
      var stranded = 0.0
      for node in ranks.indices {
        if weights[node] > 0 {
          shares[node] = damping * ranks[node] / weights[node]
        } else {
          shares[node] = 0
          stranded += ranks[node]
        }
      }
      let everywhere = (1 - damping + damping * stranded) / count
      change = 0
      for node in ranks.indices {
        try monitor.check(at: node)
        let rank = everywhere + flow(into: Int32(node), of: shares, isDirected: isDirected)
        change += (rank - ranks[node]).magnitude
        ranks[node] = rank
      }
      rounds += 1
      try monitor.advance(by: 1)
    }
    return PageRank(
      ranks: ranks, rounds: rounds, change: rounds > 0 ? change : nil,
      isSettled: change <= tolerance)
  }

  /// How many edges the walk can leave each node by.
  private func leavingWeights(isDirected: Bool) -> [Double] {
    (0..<Int32(nodeCount)).map { node in
      let forward = outgoing.row(of: node).count
      if isDirected { return Double(forward) }
      let loops = outgoing.row(of: node, to: node).count
      return Double(forward + incoming.row(of: node).count - loops)
    }
  }

  @inline(__always)
  private func flow(into node: Int32, of shares: [Double], isDirected: Bool) -> Double {
    var sum = 0.0
    for place in incoming.row(of: node) { sum += shares[Int(incoming.neighbours[place])] }
    if isDirected { return sum }
    for place in outgoing.row(of: node) {
      let neighbour = outgoing.neighbours[place]
      if neighbour != node { sum += shares[Int(neighbour)] }
    }
    return sum
  }
}
