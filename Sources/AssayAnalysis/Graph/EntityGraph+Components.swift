import AssayModel

extension EntityGraph {
  /// The parts of a graph that no edge joins with each other.
  package struct Components: Hashable, Sendable {
    /// The number of each node's part; shape: nodes.
    ///
    /// Parts have numbers from 0, in the order of the least node that each holds.
    package let ofNode: [Int32]
    /// How many nodes each part has, 1 or more; shape: parts. They add up to the nodes.
    package let sizes: [Int]

    /// How many parts there are; 0 only where there are no nodes.
    package var count: Int { sizes.count }

    /// The number of the part with the most nodes, the lowest of equals; `nil` without nodes.
    package var largest: Int? {
      sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) }
    }
  }

  /// The connected components, edges followed in either direction.
  ///
  /// - Complexity: O((nodes + edges) × log nodes) at worst, near O(nodes + edges) in use.
  /// - SeeAlso: R. E. Tarjan, J. van Leeuwen, *Worst-Case Analysis of Set Union Algorithms*
  ///   (1984): naive linking, to the least node of a set, and path halving.
  package func components(_ monitor: WorkMonitor = .idle) throws(Cancelled) -> Components {
    var parents = Array(0..<Int32(nodeCount))
    func root(of node: Int32) -> Int32 {
      var node = node
      while parents[Int(node)] != node {
        let above = parents[Int(parents[Int(node)])]
        parents[Int(node)] = above
        node = above
      }
      return node
    }
    for node in 0..<Int32(nodeCount) {
      try monitor.check(at: Int(node))
      for place in outgoing.row(of: node) {
        let (one, other) = (root(of: node), root(of: outgoing.neighbours[place]))
        if one != other { parents[Int(max(one, other))] = min(one, other) }
      }
    }
    var ofNode = [Int32](repeating: 0, count: nodeCount)
    var sizes: [Int] = []
    for node in 0..<Int32(nodeCount) {
      try monitor.check(at: Int(node))
      let least = root(of: node)
      if least == node {
        ofNode[Int(node)] = Int32(sizes.count)
        sizes.append(1)
      } else {  // the least node of a set comes first, so its part has its number already
        ofNode[Int(node)] = ofNode[Int(least)]
        sizes[Int(ofNode[Int(least)])] += 1
      }
    }
    return Components(ofNode: ofNode, sizes: sizes)
  }
}
