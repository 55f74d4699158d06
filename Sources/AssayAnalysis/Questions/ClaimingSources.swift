import AssayModel

/// The sources that make claims, in the order of their ids.
///
/// A source without a place in the table comes after all others, by its key. A claim without a
/// source belongs to no row.
package struct ClaimingSources: Sendable {
  /// The key of each row's source.
  package let keys: [Int32]
  /// For each claim the row of its source; -1 for none.
  package let rowOfClaim: [Int32]

  /// - Complexity: O(claims + sources · log sources).
  package init(
    of claims: ClaimTable, sources: SourceTable, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    var numbering = PairNumbering()
    var found: [Int32] = []
    // A claim's source by its number in `found`: a table where there is one, as most keys are small.
    var known = [Int32](repeating: -1, count: sources.count)
    var numbers = [Int32](repeating: -1, count: claims.count)
    for (place, key) in claims.sources.enumerated() where key > 0 {
      try monitor.check(at: place)
      let isInTable = Int(key) < known.count
      if isInTable, known[Int(key)] >= 0 {
        numbers[place] = known[Int(key)]
        continue
      }
      let number = numbering.number(0, key)
      if Int(number) == found.count { found.append(key) }
      if isInTable { known[Int(key)] = number }
      numbers[place] = number
    }
    let order = try found.indices.sorted(monitor) {
      let left = (sources.order(of: found[$0]), found[$0])
      return left < (sources.order(of: found[$1]), found[$1])
    }
    var rows = [Int32](repeating: -1, count: found.count)
    for (row, number) in order.enumerated() { rows[number] = Int32(truncatingIfNeeded: row) }
    keys = order.map { found[$0] }
    rowOfClaim = numbers.map { $0 < 0 ? -1 : rows[Int($0)] }
  }
}

extension SourceTable {
  /// What to order a source by: its rank; the greatest number for one that is not in the table.
  package func order(of key: Int32) -> Int32 {
    key > 0 && Int(key) < count ? rank[Int(key)] : .max
  }
}
