import AssayModel

extension Contest {
  /// The change of a trust below which a model has come to rest.
  static let restingChange = 1e-9

  /// Sums, and with a weight average-log: hubs and authorities on the graph of sources and values.
  ///
  /// In a round, a source's trust becomes the sum of its values' scores times its weight, and a
  /// value's score the sum of its sources' trust; then both are divided by their greatest. The
  /// first scores are all equal.
  ///
  /// As in `truthdiscovery`, which goes 20 rounds; this goes on to rest or 100. Where no trust is
  /// left, that package divides by 0; here all scores and trusts are 0.
  /// - Parameter weight: what a source's sum is multiplied by, of its count of values, 0 or more.
  func sums(_ course: Course, weight: (Double) -> Double) throws(Cancelled) -> SlotOutcome {
    let weights = claimCounts.map { weight(Double($0)) }
    let trust = NumberRow(repeating: 0, count: sourceCount)
    let next = NumberRow(repeating: 0, count: sourceCount)
    let scores = NumberRow(repeating: 0, count: valueCount)
    var (round, hasConverged) = (0, false)
    try votes.withArrays { arrays throws(Cancelled) in
      for source in 0..<sourceCount { next[source] = Double(claimCounts[source]) }
      while true {
        round += 1
        for source in 0..<sourceCount { next[source] *= weights[source] }
        next.scaleToOne()
        hasConverged = trust.replace(by: next) <= Self.restingChange
        for source in 0..<sourceCount { next[source] = loneCounts[source] * trust[source] }
        // The scores of this round make the trust of the following one; the scale of either is
        // lost in the division by the greatest.
        for slot in 0..<valueCount {
          try course.monitor.check(at: slot)
          let score = arrays.sum(slot, of: trust)
          scores[slot] = score
          arrays.add(score, slot, to: next)
        }
        if course.ends(after: round, hasConverged: hasConverged) { break }
      }
    }
    for source in 0..<sourceCount { next[source] = loneCounts[source] > 0 ? trust[source] : 0 }
    scores.scaleToOne(with: next)
    return SlotOutcome(
      scores: scores.array, loneScores: next.array, trust: trust.array, rounds: round,
      hasConverged: hasConverged)
  }
}
