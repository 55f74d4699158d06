import AssayAnalysis

/// The plain ways to the same answers, too slow for real graphs.
struct GraphReference {
  let graph: EntityGraph

  /// Distances from a node by going over all edges until nothing changes; `nil` where there is no
  /// way.
  func distances(from start: Int32, avoiding: Set<Int32> = []) -> [Int?] {
    var distances = [Int?](repeating: nil, count: graph.nodeCount)
    distances[Int(start)] = 0
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for edge in graph.edges where !avoiding.contains(edge.from) && !avoiding.contains(edge.to) {
        for (one, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
          guard let distance = distances[Int(one)] else { continue }
          if distance + 1 < distances[Int(other)] ?? .max {
            distances[Int(other)] = distance + 1
            hasChanged = true
          }
        }
      }
    }
    return distances
  }

  /// The node sequences of all paths that pass no node twice, the shortest of them, in order.
  func shortestPaths(from: Int32, to: Int32) -> [[Int32]] {
    var found: [[Int32]] = []
    func extend(_ path: [Int32], by node: Int32) {
      let path = path + [node]
      if node == to { return found.append(path) }
      for next in 0..<Int32(graph.nodeCount)
      where !path.contains(next) && areJoined(node, next) {
        extend(path, by: next)
      }
    }
    extend([], by: from)
    let least = found.map(\.count).min()
    return found.filter { $0.count == least }
  }

  private func areJoined(_ one: Int32, _ other: Int32) -> Bool {
    graph.edges.contains {
      ($0.from, $0.to) == (one, other) || ($0.from, $0.to) == (other, one)
    }
  }
}
