import AssayAnalysis
import AssayModel
import AssayQuery
import AssayStore
import AssayText

/// Reads claims as a graph, of each only what an edge has to tell.
struct ClaimGraphReader {
  let workspace: Workspace
  let onlyAsserted: Bool

  /// The graph of the claims that are the rows of a plan.
  func graph(of plan: LogicalPlan) throws -> ClaimGraph {
    var tally = ClaimGraph.Tally()
    let edges = try edges(of: plan, &tally)
    return try ClaimGraph(
      inOrder(edges), entities: keys("SELECT key FROM entities ORDER BY id"), tally: tally,
      workspace.monitor)
  }

  private func edges(
    of plan: LogicalPlan, _ tally: inout ClaimGraph.Tally
  ) throws -> [ClaimGraph.Edge] {
    var sql: SQL =
      "SELECT key, subject, object, denied, mode, speaker, predicate, source FROM claims"
    var isWhole = false
    if case .relation = plan { isWhole = true }
    if !isWhole, let wanted = SQLCompiler.compileKeys(plan) { sql += " WHERE key IN (\(wanted))" }
    var edges: [ClaimGraph.Edge] = []
    let statement = try workspace.prepare(sql)
    try workspace.monitor.enter(.readingClaims)
    var seen = 0
    while try workspace.step(statement) {
      seen += 1
      try workspace.monitor.reach(seen)
      let mode = statement.bytes(4).first
      let isReported = !statement.isNull(5)
      if statement.isNull(1) || statement.isNull(2) {
        tally.withoutEnds += 1
      } else if statement.integer(3) != 0 {
        tally.denied += 1
      } else if mode == UInt8(ascii: "q") {
        tally.questions += 1
      } else if onlyAsserted && isReported {
        tally.reported += 1
      } else if onlyAsserted && mode != UInt8(ascii: "f") {
        tally.notFacts += 1
      } else {
        tally.edges += 1
        edges.append(
          ClaimGraph.Edge(
            key: statement.key(0), subject: statement.key(1), object: statement.key(2),
            predicate: statement.key(6), source: statement.key(7), isReported: isReported))
      }
    }
    return edges
  }

  /// The edges in the order of their claims' ids, so that nothing depends on keys.
  private func inOrder(_ edges: [ClaimGraph.Edge]) throws -> [ClaimGraph.Edge] {
    guard !edges.isEmpty else { return [] }
    var places: [Int32] = []
    try workspace.monitor.enter(.ordering)
    for (place, edge) in edges.enumerated() {
      try workspace.monitor.check(at: place)
      let missing = Int(edge.key) + 1 - places.count
      if missing > 0 {
        places.append(contentsOf: repeatElement(-1, count: max(missing, places.count / 2)))
      }
      places[Int(edge.key)] = Int32(truncatingIfNeeded: place)
    }
    var sorted: [ClaimGraph.Edge] = []
    sorted.reserveCapacity(edges.count)
    for key in try keys("SELECT key FROM claims INDEXED BY claims_id ORDER BY id") {
      guard places.indices.contains(Int(key)), places[Int(key)] >= 0 else { continue }
      sorted.append(edges[Int(places[Int(key)])])
    }
    return sorted
  }

  private func keys(_ sql: SQL) throws -> [Int32] {
    let statement = try workspace.prepare(sql)
    var keys: [Int32] = []
    while try workspace.step(statement) { keys.append(statement.key(0)) }
    return keys
  }
}
