import AssayModel

/// What each value rests on: how many outlets carry it, and how many origins they have.
package struct Support: Sendable {
  /// A value with its numbers.
  package struct Row: Sendable {
    /// The places of item and value in the facts.
    package let item: Int32
    package let value: Int32
    package let outlets: Int32
    package let origins: Int32
    /// How many speakers it has; sources in their own voice are none.
    package let speakers: Int32
    /// The claim that came first: of the source that was published first, else the first by id.
    package let firstClaim: Int32
    /// The first claim by id.
    fileprivate let leastClaim: Int32
  }

  /// The most origins first, then the most outlets, then by the first claim.
  package let rows: [Row]

  /// - Complexity: O(claims + values × log values).
  package init(
    _ evidence: Evidence, _ facts: Facts, _ origins: Origins, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    try monitor.enter(.counting, of: facts.items.count)
    let claims = evidence.claims
    var rows: [Row] = []
    rows.reserveCapacity(facts.values.count)
    for (number, item) in facts.items.enumerated() {
      try monitor.reach(number)
      for (value, place) in item.values.enumerated() {
        if value > 0 { try monitor.check(at: value) }
        let members = facts.claims(of: facts.values[place])
        rows.append(
          Row(
            item: Int32(truncatingIfNeeded: number), value: Int32(truncatingIfNeeded: place),
            outlets: Self.count(members) { claims.sources[$0] },
            origins: Int32(
              truncatingIfNeeded: try origins.components(of: members, monitor).count),
            speakers: Self.count(members) { claims.speakers[$0] },
            firstClaim: Self.first(members, evidence),
            leastClaim: members.first ?? 0))
      }
    }
    self.rows = try rows.sorted(monitor) {
      (-$0.origins, -$0.outlets, $0.leastClaim) < (-$1.origins, -$1.outlets, $1.leastClaim)
    }
  }

  /// How many different keys, 0 aside, there are.
  private static func count(_ claims: ArraySlice<Int32>, _ key: (Int) -> Int32) -> Int32 {
    if claims.count == 1 { return key(Int(claims[claims.startIndex])) > 0 ? 1 : 0 }
    return Int32(truncatingIfNeeded: Set(claims.map { key(Int($0)) }.filter { $0 > 0 }).count)
  }

  private static func first(_ claims: ArraySlice<Int32>, _ evidence: Evidence) -> Int32 {
    func day(_ claim: Int32) -> Int32 {
      let source = Int(evidence.claims.sources[Int(claim)])
      let published = evidence.sources.published
      return published.first.indices.contains(source) && !published.isMissing(source)
        ? published.first[source] : Int32.max
    }
    return claims.min { (day($0), $0) < (day($1), $1) } ?? 0
  }
}
