import AssayModel

extension EntityGraph {
  /// How many others a node is joined with.
  ///
  /// Neighbours are counted once, however many edges join them; a node is no neighbour of itself.
  package struct Degree: Hashable, Sendable {
    /// Neighbours with an edge to the node.
    package let incoming: Int
    /// Neighbours with an edge from the node.
    package let outgoing: Int
    /// Neighbours with an edge in either direction; at most ``incoming`` + ``outgoing``.
    package let neighbours: Int
    /// Edges from or to the node; a loop counts once.
    package let edges: Int
  }

  /// The degree of every node; shape: ``nodeCount``.
  ///
  /// - Complexity: O(nodes + edges).
  package func degrees(_ monitor: WorkMonitor = .idle) throws(Cancelled) -> [Degree] {
    try (0..<Int32(nodeCount)).map { node throws(Cancelled) in
      try monitor.check(at: Int(node))
      var (incoming, outgoing, neighbours, loops) = (0, 0, 0, 0)
      for joint in Joints(self, of: node) {
        guard joint.neighbour != node else {
          loops = joint.outgoing.count
          continue
        }
        neighbours += 1
        if !joint.incoming.isEmpty { incoming += 1 }
        if !joint.outgoing.isEmpty { outgoing += 1 }
      }
      let ends = self.outgoing.row(of: node).count + self.incoming.row(of: node).count
      return Degree(
        incoming: incoming, outgoing: outgoing, neighbours: neighbours, edges: ends - loops)
    }
  }
}
