import AssayModel

/// For each answer the sum over origins of the weightiest claim on one side, in fiftieths.
struct OriginScores {
  let totals: [Int]
  /// How many claims are on that side of each answer.
  let claimCounts: [Int]
  /// How many origins are.
  let originCounts: [Int]
  private let cells: [Hypotheses.Cell]
  private let side: Hypotheses.Cell
  private let origins: [Int32]
  private let weights: [Int]
  /// For each origin × answer the greatest and the second greatest weight; 0 where there is none.
  private let tops: [(first: Int, second: Int)]

  /// - Parameters:
  ///   - cells: Claims × `answers`, row after row.
  ///   - weights: One for each claim; so are the `origins`, numbered from 0.
  init(
    of side: Hypotheses.Cell, _ cells: [Hypotheses.Cell], answers: Int, weights: [Int],
    origins: [Int32], _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let originCount = Int(origins.max() ?? -1) + 1
    var tops = Array(repeating: (first: 0, second: 0), count: originCount * answers)
    var seen = Array(repeating: false, count: originCount * answers)
    var totals = Array(repeating: 0, count: answers)
    var (claimCounts, originCounts) = (totals, totals)
    for (row, weight) in weights.enumerated() {
      try monitor.check(at: row)
      for answer in 0..<answers where cells[row * answers + answer] == side {
        let place = Int(origins[row]) * answers + answer
        claimCounts[answer] += 1
        if !seen[place] { originCounts[answer] += 1 }
        seen[place] = true
        if weight > tops[place].first {
          totals[answer] += weight - tops[place].first
          tops[place] = (weight, tops[place].first)
        } else {
          tops[place].second = max(tops[place].second, weight)
        }
      }
    }
    (self.totals, self.claimCounts, self.originCounts) = (totals, claimCounts, originCounts)
    (self.cells, self.side, self.origins) = (cells, side, origins)
    (self.weights, self.tops) = (weights, tops)
  }

  /// The totals when the claim of a row is left out: its origin falls back on its next claim.
  func totals(withoutClaim row: Int) -> [Int] {
    var left = totals
    for answer in left.indices where cells[row * left.count + answer] == side {
      let top = tops[Int(origins[row]) * left.count + answer]
      if top.first == weights[row] { left[answer] -= top.first - top.second }
    }
    return left
  }

  /// The totals when every claim of an origin is left out.
  func totals(withoutOrigin origin: Int32) -> [Int] {
    var left = totals
    for answer in left.indices { left[answer] -= tops[Int(origin) * left.count + answer].first }
    return left
  }
}
