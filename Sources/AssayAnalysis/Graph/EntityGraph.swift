import AssayModel

/// Entities joined by claims: nodes with numbers from 0, and directed edges that carry labels.
///
/// Parallel edges and loops are kept. Every number that a method gives for an edge is its position
/// in ``edges``, and lists of neighbours stand in the order of node numbers, then edge numbers, so
/// that answers never depend on chance.
package struct EntityGraph: Sendable {
  /// A claim read as an arrow from one entity to another.
  package struct Edge: Hashable, Sendable {
    /// The node that it leaves.
    package let from: Int32
    /// The node that it reaches; ``from`` itself for a loop.
    package let to: Int32
    /// The number of the claim that makes it; many edges may share one.
    package let label: Int32

    /// An edge as given; whether its nodes exist is for the graph to say.
    package init(from: Int32, to: Int32, label: Int32) {
      (self.from, self.to, self.label) = (from, to, label)
    }
  }

  /// How many nodes there are; they have the numbers `0..<nodeCount`.
  package let nodeCount: Int
  /// The edges as they were given, with those of ``leftOut``.
  package let edges: [Edge]
  /// The positions in ``edges`` of those that join nothing, ascending.
  ///
  /// One of their nodes is not in `0..<nodeCount`; no method counts or follows them.
  package let leftOut: [Int]

  let outgoing: Adjacency
  let incoming: Adjacency

  /// Joins the nodes `0..<nodeCount` by `edges`.
  ///
  /// - Parameters:
  ///   - nodeCount: taken as 0 if negative, and as 2³¹ − 1 if greater, the numbers of 32 bits.
  ///   - edges: may be in any order; those whose nodes do not exist, and all from position
  ///     2³¹ − 1 on, are noted in ``leftOut``.
  /// - Complexity: O(nodes + edges), three counting sorts.
  package init(
    nodeCount: Int, edges: [Edge], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    let count = min(max(nodeCount, 0), Int(Int32.max))
    var kept: [Int32] = []
    var leftOut: [Int] = []
    kept.reserveCapacity(edges.count)
    for (position, edge) in edges.enumerated() {
      try monitor.check(at: position)
      let isInside = 0..<count ~= Int(edge.from) && 0..<count ~= Int(edge.to)
      if isInside && position < Int(Int32.max) {
        kept.append(Int32(position))
      } else {
        leftOut.append(position)
      }
    }
    (self.nodeCount, self.edges, self.leftOut) = (count, edges, leftOut)
    // Each sort is stable, so the order of the one before decides among equals.
    let byTo = try Adjacency(
      nodeCount: count, sorting: kept, of: edges, monitor, by: { $0.to }, to: { $0.from })
    outgoing = try Adjacency(
      nodeCount: count, sorting: byTo.edges, of: edges, monitor, by: { $0.from }, to: { $0.to })
    incoming = try Adjacency(
      nodeCount: count, sorting: outgoing.edges, of: edges, monitor, by: { $0.to }, to: { $0.from })
  }

  /// How many edges join two nodes of the graph, or a node with itself; ``leftOut`` not counted.
  package var edgeCount: Int { outgoing.edges.count }

  /// Whether the graph has a node of this number.
  package func contains(_ node: Int32) -> Bool { 0..<nodeCount ~= Int(node) }
}
