import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// The rows of `network`.
  func network(_ scope: Analysis.NetworkScope) throws -> Table {
    let claims = try ClaimGraphReader(workspace: workspace, onlyAsserted: scope.onlyAsserted)
      .graph(of: input)
    return try scope.givesNodes ? networkNodes(claims) : networkPairs(claims)
  }

  /// A row for each subject and object that claims join, most claims first.
  private func networkPairs(_ claims: ClaimGraph) throws(Cancelled) -> Table {
    let joined = try claims.graph.joinedPairs(isOrdered: true, monitor)
    // Pairs come in the order of their ids, which decides between equals.
    let order = try joined.pairs.indices.sorted(monitor) {
      let (one, other) = (joined.pairs[$0].count, joined.pairs[$1].count)
      return one != other ? one > other : $0 < $1
    }
    let pairs = try order.map(monitor) { joined.pairs[$0] }
    func labelled(_ pair: EntityGraph.JoinedPair) -> [ClaimGraph.Edge] {
      joined.labels(of: pair).map { claims.claims[Int($0)] }
    }
    let reported = try pairs.map(monitor) { pair in
      let count = labelled(pair).count { $0.isReported }
      return (Double(count) / Double(max(1, pair.count))).rounded(toPlaces: 4)
    }
    return Table(
      rowCount: pairs.count,
      cells: [
        .keys(try pairs.map(monitor) { claims.entities[Int($0.first)] }),
        .keys(try pairs.map(monitor) { claims.entities[Int($0.second)] }),
        .counts(try pairs.map(monitor) { Int32(clamping: $0.count) }),
        .counts(try pairs.map(monitor) { Self.countDifferent(labelled($0), \.source) }),
        .counts(try pairs.map(monitor) { Self.countDifferent(labelled($0), \.predicate) }),
        .numbers(reported),
        .keys(try pairs.map(monitor) { labelled($0).first?.key ?? 0 }),
      ],
      emptyReason: claims.tally.emptyReason,
      notes: notes(claims, try claims.graph.components(monitor)),
      grounds: { row in
        Table.Grounds(
          rule: "These claims have the one entity as their subject and the other as their object.",
          claims: [("", labelled(pairs[row]).map(\.key))])
      })
  }

  private static func countDifferent(
    _ edges: [ClaimGraph.Edge], _ field: KeyPath<ClaimGraph.Edge, Int32>
  ) -> Int32 {
    edges.count == 1 ? 1 : Int32(clamping: Set(edges.map { $0[keyPath: field] }).count)
  }

  /// A row for each entity, highest rank first.
  private func networkNodes(_ claims: ClaimGraph) throws(Cancelled) -> Table {
    let degrees = try claims.graph.degrees(monitor)
    let components = try claims.graph.components(monitor)
    let numbers = try bySize(components)
    // A round leaves at most 0.85 of the change before, so 200 are more than any graph needs.
    let ranking = try claims.graph.pageRank(mostRounds: 200, monitor)
    // Rounded before they are sorted, so that ranks that look equal come in the order of ids.
    let ranks = try ranking.ranks.map(monitor) { $0.rounded(toDigits: 6) }
    let order = try ranks.indices.sorted(monitor) {
      ranks[$0] != ranks[$1] ? ranks[$0] > ranks[$1] : $0 < $1
    }
    func counts(_ value: KeyPath<EntityGraph.Degree, Int>) throws(Cancelled) -> Table.Cells {
      .counts(try order.map(monitor) { Int32(clamping: degrees[$0][keyPath: value]) })
    }
    return Table(
      rowCount: order.count,
      cells: [
        .keys(order.map { claims.entities[$0] }),
        try counts(\.incoming), try counts(\.outgoing), try counts(\.neighbours),
        try counts(\.edges),
        .numbers(order.map { ranks[$0] }),
        .counts(order.map { numbers[Int(components.ofNode[$0])] }),
      ],
      emptyReason: claims.tally.emptyReason, notes: notes(claims, components),
      grounds: { row in
        let entity = claims.entities[order[row]]
        let own = claims.claims.filter { $0.subject == entity || $0.object == entity }
        return Table.Grounds(
          rule: "These claims have the entity as their subject or their object.",
          claims: [("", own.map(\.key))])
      })
  }

  /// The number of each component by its size, from 1; of equals the one with the first id leads.
  private func bySize(_ components: EntityGraph.Components) throws(Cancelled) -> [Int32] {
    let sizes = components.sizes
    let order = try sizes.indices.sorted(monitor) {
      sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1
    }
    var numbers = [Int32](repeating: 0, count: sizes.count)
    for (place, component) in order.enumerated() {
      numbers[component] = Int32(truncatingIfNeeded: place + 1)
    }
    return numbers
  }

  private func notes(_ claims: ClaimGraph, _ components: EntityGraph.Components) -> [String] {
    guard let largest = components.largest else { return [] }
    let count = claims.entities.count
    let entities = count == 1 ? "1 entity" : "\(count) entities"
    let parts =
      components.count == 1
      ? "\(entities) in 1 part"
      : "\(entities) in \(components.count) parts, the largest of \(components.sizes[largest])"
    return [parts] + claims.tally.notes
  }
}
