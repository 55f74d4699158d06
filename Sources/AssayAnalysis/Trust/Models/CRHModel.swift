import AssayModel
import Glibc

extension Contest {
  /// CRH: sources weigh the more the less what they say differs from the weighted outcome.
  ///
  /// An item is one of figures when each value that somebody gives has a number. Its outcome is
  /// the weighted median, the lower one of two; a source loses the distance from it, divided by
  /// the standard deviation of the votes. Of any other item the outcome is the value of greatest
  /// weight, and a source loses 1 with another value; with *n* values of equal weight, 1 − 1/*n*
  /// with one of them, so that their order says nothing. A source's loss is the mean over its
  /// values, its weight −ln((loss + 10⁻⁵) / sum of (loss + 10⁻⁵)). The first weights are equal.
  ///
  /// The score is a value's share of the weight on its item. Of a figure it is the smaller one of
  /// the shares of the figures up to it and from it on, so that the weighted median has the
  /// greatest, at least 0.5, and two medians have the same.
  ///
  /// Where all weights are 0 (a single source), each counts 1. `truthdiscovery` knows no figures
  /// and a squared loss of shares, so its numbers differ.
  func crh(_ course: Course) throws(Cancelled) -> SlotOutcome {
    let spreads = votes.figureSpreads()
    let weights = NumberRow(repeating: 0, count: sourceCount)
    let next = NumberRow(repeating: 0, count: sourceCount)
    let sums = NumberRow(repeating: 0, count: valueCount)
    let scores = NumberRow(repeating: 0, count: valueCount)
    var (round, hasConverged) = (0, false)
    for source in 0..<sourceCount where claimCounts[source] > 0 { weights[source] = 1 }
    try votes.withArrays { arrays throws(Cancelled) in
      while true {
        next.fill(0)  // nothing is lost with a vote that stands alone
        for item in 0..<itemCount {
          try course.monitor.check(at: item)
          let slots = arrays.slots(of: item)
          var total = 0.0
          for slot in slots {
            sums[slot] = arrays.sum(slot, of: weights)
            total += sums[slot]
          }
          guard total > 0 else { continue }
          for slot in slots { sums[slot] /= total }
          if let spread = spreads?[item], !spread.isNaN {
            let median = votes.setDepths(slots, shares: sums, into: scores)
            votes.addDistances(slots, from: median, spread, arrays, to: next)
          } else {
            for slot in slots { scores[slot] = sums[slot] }
            addErrors(slots, shares: sums, arrays, to: next)
          }
        }
        // The scores belong to the weights that made them, so the last round only scores.
        if course.ends(after: round, hasConverged: hasConverged) { break }
        round += 1
        setWeights(ofLosses: next)
        hasConverged = weights.replace(by: next) <= Self.restingChange
      }
    }
    return SlotOutcome(
      scores: scores.array, loneScores: loneCounts.map { $0 > 0 ? 1 : 0 },
      trust: weights.array, rounds: round, hasConverged: hasConverged)
  }

  /// Turns the sums of losses into weights.
  private func setWeights(ofLosses losses: borrowing NumberRow) {
    let least = 1e-5  // a source without any loss would weigh infinitely much
    var total = 0.0
    for source in 0..<sourceCount where claimCounts[source] > 0 {
      losses[source] = losses[source] / Double(claimCounts[source]) + least
      total += losses[source]
    }
    var isWeightless = true
    for source in 0..<sourceCount where claimCounts[source] > 0 {
      losses[source] = max(0, -log(losses[source] / total))
      if losses[source] > 0 { isWeightless = false }
    }
    guard isWeightless else { return }
    for source in 0..<sourceCount where claimCounts[source] > 0 { losses[source] = 1 }
  }

  /// Adds to each voter what it loses on an item that is not of figures.
  private func addErrors(
    _ slots: Range<Int>, shares: borrowing NumberRow, _ arrays: VoteArrays,
    to losses: borrowing NumberRow
  ) {
    var greatest = 0.0
    for slot in slots { greatest = max(greatest, shares[slot]) }
    let least = Winners.leastTied(with: greatest)
    var tied = 0.0
    for slot in slots where shares[slot] >= least { tied += 1 }
    for slot in slots {
      let loss = shares[slot] >= least ? 1 - 1 / tied : 1
      if loss > 0 { arrays.add(loss, slot, to: losses) }
    }
  }
}
