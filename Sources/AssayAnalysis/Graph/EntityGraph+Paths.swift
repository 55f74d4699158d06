import AssayModel

extension EntityGraph {
  /// The shortest paths between two nodes, edges walked in either direction.
  ///
  /// Parallel edges make no further paths: there is one for each sequence of nodes, and its steps
  /// name all the edges they could take. The order is that of the node numbers.
  ///
  /// - Parameters:
  ///   - from: where the paths begin; a path from a node to itself has no steps.
  ///   - to: where they end.
  ///   - limit: how many paths are given at most; for 0 or less only their existence is told.
  ///   - avoiding: nodes that may not be passed. The two ends are not left out even if named, and
  ///     numbers of no nodes do no harm.
  ///   - longest: the most steps that a path may have; `nil` for any number.
  /// - Returns: the paths, or why there are none; parts are counted without the nodes avoided.
  /// - Complexity: O(nodes + edges), and O(length × the degrees on the way) for each path.
  /// - SeeAlso: I. Pohl, *Bi-directional Search* (1971). Whole levels are grown from the end that
  ///   has the smaller one, so the floods first meet in nodes of one level that every shortest
  ///   path passes.
  package func paths(
    from: Int32, to: Int32, limit: Int = 10, avoiding: Set<Int32> = [], longest: Int? = nil,
    _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> PathAnswer {
    guard contains(from), contains(to) else { return .noSuchNode }
    // An end that is avoided would stop the flood of the other end.
    let avoiding = avoiding.subtracting([from, to])
    var near = Flood(self, from: from, avoiding: avoiding)
    var far = Flood(self, from: to, avoiding: avoiding)
    var meeting = from == to ? [from] : []
    while meeting.isEmpty {
      if near.level.isEmpty || far.level.isEmpty {
        try near.fill(in: self, monitor)
        try far.fill(in: self, monitor)
        return .apart(fromSize: near.size, toSize: far.size)
      }
      if near.level.count <= far.level.count {
        try near.grow(in: self, monitor)
        meeting = near.level.filter { far.distances[Int($0)] >= 0 }
      } else {
        try far.grow(in: self, monitor)
        meeting = far.level.filter { near.distances[Int($0)] >= 0 }
      }
    }
    try far.trace(back: meeting, through: near, in: self, monitor)
    let length = Int(far.distances[Int(from)])
    if let longest, length > longest { return .tooLong(length: length) }
    return try descend(from: from, by: far.distances, limit: limit, monitor)
  }

  /// The edges between two nodes in both directions, ascending by number.
  ///
  /// - Returns: empty for nodes that no edge joins, and for numbers of no nodes; a loop is given
  ///   once, as forward.
  /// - Complexity: O(log degree + e log e) for e edges given.
  package func links(from: Int32, to: Int32) -> [Path.Link] {
    guard contains(from), contains(to) else { return [] }
    let forward = outgoing.edges[outgoing.row(of: from, to: to)]
    let backward = from == to ? [] : incoming.edges[incoming.row(of: from, to: to)]
    let links =
      forward.map { Path.Link(edge: $0, isForward: true) }
      + backward.map { Path.Link(edge: $0, isForward: false) }
    return backward.isEmpty ? links : links.sorted { $0.edge < $1.edge }
  }

  /// The neighbours in both directions, one for each edge, in no order that counts.
  @inline(__always)
  func neighbours(of node: Int32) -> some Sequence<Int32> {
    [outgoing, incoming].lazy.flatMap { $0.neighbours[$0.row(of: node)] }
  }

  /// Walks from node to node, each one step closer to the goal, and turns back for the next path.
  ///
  /// Every node with a distance leads to the goal, so no walk is in vain.
  private func descend(
    from: Int32, by distances: [Int32], limit: Int, _ monitor: WorkMonitor
  ) throws(Cancelled) -> PathAnswer {
    /// The nodes to go on to, the least one last.
    func closer(than node: Int32) -> [Int32] {
      let distance = distances[Int(node)] - 1
      guard distance >= 0 else { return [] }
      return Joints(self, of: node).map(\.neighbour).filter { distances[Int($0)] == distance }
        .reversed()
    }
    var paths: [Path] = []
    var walked: [Int32] = []
    var waiting = [[from]]
    while !waiting.isEmpty {
      try monitor.check()
      guard let node = waiting[waiting.count - 1].popLast() else {
        waiting.removeLast()
        _ = walked.popLast()
        continue
      }
      walked.append(node)
      if distances[Int(node)] == 0 {
        if paths.count >= limit { return .joined(paths, areAll: false) }
        paths.append(path(through: walked))
      }
      waiting.append(closer(than: node))
    }
    return .joined(paths, areAll: true)
  }

  private func path(through nodes: [Int32]) -> Path {
    let steps = zip(nodes, nodes.dropFirst()).map { before, node in
      Path.Step(node: node, links: links(from: before, to: node))
    }
    return Path(start: nodes.first ?? 0, steps: steps)
  }
}
