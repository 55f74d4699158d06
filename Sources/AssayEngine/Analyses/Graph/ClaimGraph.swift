import AssayAnalysis
import AssayModel

/// Claims as a graph: entities are its nodes, and each claim an edge from subject to object.
struct ClaimGraph {
  let graph: EntityGraph
  /// The key of each node's entity; nodes are numbered in the order of their ids.
  let entities: [Int32]
  /// The claims by the labels of their edges, in the order of their ids.
  let claims: [Edge]
  let tally: Tally
  /// For each key of an entity its node, -1 for those that are none.
  private let nodes: [Int32]

  /// - Parameters:
  ///   - claims: in the order of their ids.
  ///   - ordered: the keys of all entities in the order of their ids.
  init(
    _ claims: [Edge], entities ordered: [Int32], tally: Tally, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var nodes = [Int32](repeating: -1, count: Int(ordered.max() ?? 0) + 1)
    var edges: [EntityGraph.Edge] = []
    edges.reserveCapacity(claims.count)
    for claim in claims {
      for key in [claim.subject, claim.object] where nodes.indices.contains(Int(key)) {
        nodes[Int(key)] = 0
      }
    }
    var entities: [Int32] = []
    for key in ordered where nodes[Int(key)] == 0 {
      nodes[Int(key)] = Int32(entities.count)
      entities.append(key)
    }
    func node(_ key: Int32) -> Int32 { nodes.indices.contains(Int(key)) ? nodes[Int(key)] : -1 }
    for (label, claim) in claims.enumerated() {
      try monitor.check(at: label)
      edges.append(
        EntityGraph.Edge(
          from: node(claim.subject), to: node(claim.object),
          label: Int32(truncatingIfNeeded: label)))
    }
    graph = try EntityGraph(nodeCount: entities.count, edges: edges, monitor)
    (self.claims, self.entities, self.tally, self.nodes) = (claims, entities, tally, nodes)
  }

  /// The node of an entity; `nil` where no claim joins it with another.
  func node(of entity: Int64) -> Int32? {
    guard nodes.indices.contains(Int(entity)), nodes[Int(entity)] >= 0 else { return nil }
    return nodes[Int(entity)]
  }

  /// What an edge has to tell of its claim, by keys.
  struct Edge {
    let key: Int32
    let subject: Int32
    let object: Int32
    let predicate: Int32
    let source: Int32
    let isReported: Bool
  }

  /// How many claims are edges, and why the others are none.
  struct Tally {
    var edges = 0
    var withoutEnds = 0
    var denied = 0
    var questions = 0
    var reported = 0
    var notFacts = 0

    /// How many claims there are.
    var claims: Int { edges + withoutEnds + denied + questions + reported + notFacts }

    /// Why claims are no edges; `nil` when all are.
    private var reasons: String? {
      let reasons = [
        (withoutEnds, "without subject or object", "without subject or object"),
        (denied, "denied", "denied"), (questions, "question", "questions"),
        (reported, "reported", "reported"),
        (notFacts, "estimate, plan or opinion", "estimates, plans or opinions"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
      return reasons.isEmpty ? nil : reasons.joined(separator: ", ")
    }

    /// A line under the result, where claims were left out.
    var notes: [String] {
      let verb = claims - edges == 1 ? "joins" : "join"
      return reasons.map { ["\(claims - edges) of \(claims) claims \(verb) nothing: \($0)"] } ?? []
    }

    /// Why there is no row.
    var emptyReason: String {
      "none of these claims joins two entities" + (reasons.map { ": \($0)" } ?? "")
    }
  }
}
