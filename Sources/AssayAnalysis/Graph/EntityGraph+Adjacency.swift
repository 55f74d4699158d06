import AssayModel

extension EntityGraph {
  /// The edges of every node in one direction, in compressed rows.
  ///
  /// The row of node `v` is `starts[v]..<starts[v + 1]`; there `neighbours` and `edges` run side
  /// by side.
  struct Adjacency: Sendable {
    let starts: [Int32]
    let neighbours: [Int32]
    let edges: [Int32]

    /// Distributes `order`, numbers of edges, over the nodes that `key` names, by a counting sort
    /// that leaves equals in the order they had.
    ///
    /// - Precondition: `key` and `other` give nodes in `0..<nodeCount` for all of `order`.
    /// - Complexity: O(nodes + edges).
    @inline(__always)
    init(
      nodeCount: Int, sorting order: [Int32], of edges: [Edge], _ monitor: WorkMonitor,
      by key: (Edge) -> Int32, to other: (Edge) -> Int32
    ) throws(Cancelled) {
      try monitor.check()
      var starts = [Int32](repeating: 0, count: nodeCount + 1)
      for number in order { starts[Int(key(edges[Int(number)])) + 1] += 1 }
      for node in 0..<nodeCount { starts[node + 1] += starts[node] }
      var places = starts
      var neighbours = [Int32](repeating: 0, count: order.count)
      var numbers = neighbours
      for (step, number) in order.enumerated() {
        try monitor.check(at: step)
        let edge = edges[Int(number)]
        let node = Int(key(edge))
        let place = Int(places[node])
        places[node] += 1
        neighbours[place] = other(edge)
        numbers[place] = number
      }
      (self.starts, self.neighbours, self.edges) = (starts, neighbours, numbers)
    }

    /// Where the row of a node stands in ``neighbours`` and ``edges``.
    func row(of node: Int32) -> Range<Int> {
      Int(starts[Int(node)])..<Int(starts[Int(node) + 1])
    }

    /// Where the edges from `node` to `neighbour` stand, found by halving; empty for none.
    func row(of node: Int32, to neighbour: Int32) -> Range<Int> {
      let row = row(of: node)
      let start = firstPlace(in: row) { $0 >= neighbour }
      return start..<firstPlace(in: start..<row.upperBound) { $0 > neighbour }
    }

    /// The first place whose neighbour passes a test that all after it pass too.
    private func firstPlace(in row: Range<Int>, where isPast: (Int32) -> Bool) -> Int {
      var (low, high) = (row.lowerBound, row.upperBound)
      while low < high {
        let middle = low + (high - low) / 2
        if isPast(neighbours[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }

  /// All edges that join a node with one neighbour, as places in both directions' rows.
  ///
  /// A loop stands in both.
  struct Joint {
    let neighbour: Int32
    let outgoing: Range<Int>
    let incoming: Range<Int>
  }

  /// The neighbours of a node in either direction, each once, ascending.
  struct Joints: Sequence, IteratorProtocol {
    private let graph: EntityGraph
    private var outgoing: Range<Int>
    private var incoming: Range<Int>

    init(_ graph: EntityGraph, of node: Int32) {
      self.graph = graph
      outgoing = graph.outgoing.row(of: node)
      incoming = graph.incoming.row(of: node)
    }

    mutating func next() -> Joint? {
      // Greater than every node, as their count is at most `Int32.max`.
      let nextOut = outgoing.isEmpty ? Int32.max : graph.outgoing.neighbours[outgoing.lowerBound]
      let nextIn = incoming.isEmpty ? Int32.max : graph.incoming.neighbours[incoming.lowerBound]
      let neighbour = nextOut < nextIn ? nextOut : nextIn
      guard neighbour < Int32.max else { return nil }
      return Joint(
        neighbour: neighbour,
        outgoing: Self.take(neighbour, of: graph.outgoing, from: &outgoing),
        incoming: Self.take(neighbour, of: graph.incoming, from: &incoming))
    }

    private static func take(
      _ neighbour: Int32, of adjacency: Adjacency, from row: inout Range<Int>
    ) -> Range<Int> {
      var end = row.lowerBound
      while end < row.upperBound && adjacency.neighbours[end] == neighbour { end += 1 }
      let taken = row.lowerBound..<end
      row = end..<row.upperBound
      return taken
    }
  }
}
