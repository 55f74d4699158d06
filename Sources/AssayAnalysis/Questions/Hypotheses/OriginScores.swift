import AssayModel

/// For each answer the sum over origins of the weightiest claim on one side, in fiftieths.
///
/// Claims count once if they have one origin among the claims on that side of that answer: that a
/// speaker is quoted on another answer ties nobody here.
struct OriginScores {
  let totals: [Int]
  /// How many claims are on that side of each answer.
  let claimCounts: [Int]
  /// How many origins are.
  let originCounts: [Int]
  private let cells: [Hypotheses.Cell]
  private let side: Hypotheses.Cell
  private let weights: [Int]
  /// For each claim × answer the number of its group on that side; -1 where it is not there.
  private let groups: [Int32]
  /// For each group the greatest and the second greatest weight.
  private let tops: [(first: Int, second: Int)]
  /// For each origin × answer the greatest weights of its groups, added up.
  private let shares: [Int]

  /// - Parameters:
  ///   - cells: Claims × `answers`, row after row.
  ///   - weights: One for each claim; so are the `origins`, numbered from 0.
  ///   - parts: The numbers of the origins of some claims, given by their rows, among themselves;
  ///     each lies within one of `origins`.
  init(
    of side: Hypotheses.Cell, _ cells: [Hypotheses.Cell], answers: Int, weights: [Int],
    origins: [Int32], parts: ([Int]) throws(Cancelled) -> [Int32], _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let originCount = Int(origins.max() ?? -1) + 1
    var totals = Array(repeating: 0, count: answers)
    var (claimCounts, originCounts) = (totals, totals)
    var groups = [Int32](repeating: -1, count: cells.count)
    var tops: [(first: Int, second: Int)] = []
    var shares = Array(repeating: 0, count: originCount * answers)
    for answer in 0..<answers {
      let rows = weights.indices.filter { cells[$0 * answers + answer] == side }
      let numbers = try parts(rows)
      var known: [Int32: Int] = [:]
      for (place, row) in rows.enumerated() {
        try monitor.check(at: place)
        let group = known[numbers[place]] ?? tops.count
        if group == tops.count {
          known[numbers[place]] = group
          tops.append((0, 0))
        }
        groups[row * answers + answer] = Int32(truncatingIfNeeded: group)
        let (weight, top) = (weights[row], tops[group])
        guard weight > top.first else {
          tops[group].second = max(top.second, weight)
          continue
        }
        totals[answer] += weight - top.first
        shares[Int(origins[row]) * answers + answer] += weight - top.first
        tops[group] = (weight, top.first)
      }
      (claimCounts[answer], originCounts[answer]) = (rows.count, known.count)
    }
    (self.totals, self.claimCounts, self.originCounts) = (totals, claimCounts, originCounts)
    (self.cells, self.side, self.weights) = (cells, side, weights)
    (self.groups, self.tops, self.shares) = (groups, tops, shares)
  }

  /// The totals when the claim of a row is left out: its origin falls back on its next claim.
  func totals(withoutClaim row: Int) -> [Int] {
    var left = totals
    for answer in left.indices {
      let group = groups[row * left.count + answer]
      guard group >= 0 else { continue }
      let top = tops[Int(group)]
      if top.first == weights[row] { left[answer] -= top.first - top.second }
    }
    return left
  }

  /// The totals when every claim of an origin is left out.
  func totals(withoutOrigin origin: Int32) -> [Int] {
    var left = totals
    for answer in left.indices { left[answer] -= shares[Int(origin) * left.count + answer] }
    return left
  }
}
