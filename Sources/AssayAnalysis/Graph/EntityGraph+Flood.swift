import AssayModel

extension EntityGraph {
  /// One half of a search from both ends: the nodes near one end, found level by level.
  struct Flood {
    private static let unseen: Int32 = -1
    private static let avoided: Int32 = -2

    /// Steps from the end, negative for nodes not reached; shape: nodes.
    private(set) var distances: [Int32]
    /// The nodes of the last level; empty when everything within reach has been seen.
    private(set) var level: [Int32]
    /// How many nodes have been seen, the end with them.
    private(set) var size = 1
    private var depth: Int32 = 0

    /// - Precondition: `end` is a node of `graph`. It is not left out even if `avoiding` has it.
    init(_ graph: EntityGraph, from end: Int32, avoiding: Set<Int32>) {
      distances = Array(repeating: Self.unseen, count: graph.nodeCount)
      for node in avoiding where graph.contains(node) { distances[Int(node)] = Self.avoided }
      distances[Int(end)] = 0
      level = [end]
    }

    /// Goes on to the next level.
    mutating func grow(in graph: EntityGraph, _ monitor: WorkMonitor) throws(Cancelled) {
      depth += 1
      var next: [Int32] = []
      for (place, node) in level.enumerated() {
        try monitor.check(at: place)
        for neighbour in graph.neighbours(of: node)
        where distances[Int(neighbour)] == Self.unseen {
          distances[Int(neighbour)] = depth
          next.append(neighbour)
        }
      }
      size += next.count
      level = next
    }

    /// Goes on until everything within reach has been seen.
    mutating func fill(in graph: EntityGraph, _ monitor: WorkMonitor) throws(Cancelled) {
      while !level.isEmpty { try grow(in: graph, monitor) }
    }

    /// Notes the distances of the nodes that lie on shortest paths from the other end to `level`.
    ///
    /// - Parameters:
    ///   - level: where the two floods meet; not empty.
    ///   - other: the flood of the other end.
    mutating func trace(
      back level: [Int32], through other: Flood, in graph: EntityGraph, _ monitor: WorkMonitor
    ) throws(Cancelled) {
      guard let first = level.first else { return }
      var (level, distance) = (level, distances[Int(first)])
      for before in stride(from: other.distances[Int(first)] - 1, through: 0, by: -1) {
        distance += 1
        var next: [Int32] = []
        for (place, node) in level.enumerated() {
          try monitor.check(at: place)
          for neighbour in graph.neighbours(of: node)
          where other.distances[Int(neighbour)] == before
            && distances[Int(neighbour)] == Self.unseen
          {
            distances[Int(neighbour)] = distance
            next.append(neighbour)
          }
        }
        level = next
      }
    }
  }
}
