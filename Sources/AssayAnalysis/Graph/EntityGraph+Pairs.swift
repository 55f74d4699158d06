import AssayModel

extension EntityGraph {
  /// Two nodes with all the edges between them.
  package struct JoinedPair: Hashable, Sendable {
    /// The node that the edges leave; if their direction does not count, the lesser one.
    package let first: Int32
    /// The node that they reach; ``first`` itself for loops.
    package let second: Int32
    /// Where the labels of the edges stand in ``JoinedPairs/labels``; never empty.
    package let labels: Range<Int>

    /// How many edges there are, 1 or more.
    package var count: Int { labels.count }
  }

  /// The pairs of nodes that are joined, and the labels of what joins them.
  package struct JoinedPairs: Hashable, Sendable {
    /// Every pair once, in the order of its first node, then its second.
    package let pairs: [JoinedPair]
    /// The labels of all edges, pair after pair, those of a pair in the order of their edges.
    ///
    /// An edge counts once, so a label that several edges of a pair share stands there as often.
    package let labels: [Int32]

    /// The labels of one pair's edges.
    package func labels(of pair: JoinedPair) -> ArraySlice<Int32> {
      labels[pair.labels.clamped(to: labels.indices)]
    }
  }

  /// The pairs of nodes that at least one edge joins.
  ///
  /// - Parameter isOrdered: whether an edge from a to b and one from b to a make two pairs.
  /// - Complexity: O(nodes + edges log e), where e is the most edges of a pair; nodes that no edge
  ///   joins are never compared.
  package func joinedPairs(
    isOrdered: Bool = false, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> JoinedPairs {
    try monitor.enter(.counting, of: nodeCount)
    var pairs: [JoinedPair] = []
    var labels: [Int32] = []
    labels.reserveCapacity(edgeCount)
    for node in 0..<Int32(nodeCount) {
      try monitor.reach(Int(node))
      for joint in Joints(self, of: node) {
        var numbers = outgoing.edges[joint.outgoing]
        if !isOrdered {
          if joint.neighbour < node { continue }  // had when that node was the first
          if joint.neighbour > node && !joint.incoming.isEmpty {
            numbers += incoming.edges[joint.incoming]
            numbers.sort()
          }
        }
        guard !numbers.isEmpty else { continue }
        let start = labels.count
        for number in numbers { labels.append(edges[Int(number)].label) }
        pairs.append(
          JoinedPair(first: node, second: joint.neighbour, labels: start..<labels.count))
      }
    }
    return JoinedPairs(pairs: pairs, labels: labels)
  }
}
