extension EntityGraph {
  /// A way from one node to another.
  package struct Path: Hashable, Sendable {
    /// An edge walked along its arrow or against it.
    package struct Link: Hashable, Sendable {
      /// The number of the edge, its position in ``EntityGraph/edges``.
      package let edge: Int32
      /// Whether the edge leads from the node before to the node of the step.
      package let isForward: Bool
    }

    /// One move to a neighbour.
    package struct Step: Hashable, Sendable {
      /// The node that is reached.
      package let node: Int32
      /// All edges between the node before and this one, ascending by number; never empty.
      package let links: [Link]
    }

    /// The node it begins at.
    package let start: Int32
    /// The moves in order; none where a node is asked for the way to itself.
    package let steps: [Step]

    /// How many edges have to be walked, 0 or more.
    package var length: Int { steps.count }
    /// The nodes passed, the first and the last with them.
    package var nodes: [Int32] { [start] + steps.map(\.node) }
  }

  /// What a search for the shortest paths has found.
  package enum PathAnswer: Hashable, Sendable {
    /// Paths of one length, ordered by their node numbers; `areAll` unless the limit cut them off.
    case joined([Path], areAll: Bool)
    /// The shortest path has this many steps, more than were asked for.
    case tooLong(length: Int)
    /// No path: the nodes lie in two parts with these numbers of nodes, themselves counted.
    case apart(fromSize: Int, toSize: Int)
    /// One of the two numbers is that of no node.
    case noSuchNode

    /// The paths found; empty in every case but ``joined(_:areAll:)``.
    package var paths: [Path] {
      switch self {
      case .joined(let paths, areAll: _): paths
      case .tooLong, .apart, .noSuchNode: []
      }
    }
  }
}
