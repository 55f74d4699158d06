import AssayModel
import Glibc

extension Contest {
  /// Investment: a source divides its trust among its values; what is invested in a value grows to
  /// its 1.2th power, and its investors get that back by their shares.
  ///
  /// As in `truthdiscovery`, 20 rounds from the first scores ``majority()`` and equal trust. That
  /// package ends early when nothing is invested in some value; here such a value returns nothing,
  /// and the rounds go on.
  func investment(_ course: Course) throws(Cancelled) -> SlotOutcome {
    let prior = majority().scores
    return try invest(course) { slots, round, sums, returns in
      for slot in slots where sums[slot] > 0 {
        returns[slot] = round == 1 ? prior[slot] / sums[slot] : pow(sums[slot], 0.2)
      }
    } giveAlone: { stake, round in
      round == 1 ? 1 / stake : pow(stake, 0.2)
    } score: { slots, sums, scores in
      for slot in slots { scores[slot] = pow(sums[slot], 1.2) }
    } scoreAlone: {
      pow($0, 1.2)
    }
  }

  /// Pooled investment: what is invested in the values of an item is shared out among them by its
  /// 1.4th power.
  ///
  /// As in `truthdiscovery`, 10 rounds from the first scores 1 / (values of the item) and equal
  /// trust, with the difference of ``investment(_:)``.
  func pooledInvestment(_ course: Course) throws(Cancelled) -> SlotOutcome {
    try invest(course) { slots, round, sums, returns in
      if round > 1 { return Self.share(slots, sums, into: returns) }
      var spoken = 0.0
      for slot in slots where sums[slot] > 0 { spoken += 1 }
      for slot in slots where sums[slot] > 0 { returns[slot] = 1 / spoken / sums[slot] }
    } giveAlone: { stake, round in
      round == 1 ? 1 / stake : 1
    } score: { slots, sums, scores in
      Self.share(slots, sums, into: scores)
      for slot in slots { scores[slot] *= sums[slot] }
    } scoreAlone: {
      $0
    }
  }

  /// The share of each value of an item in the 1.4th powers; 0 for all when nothing is invested.
  private static func share(
    _ slots: Range<Int>, _ sums: borrowing NumberRow, into shares: borrowing NumberRow
  ) {
    var (greatest, total) = (0.0, 0.0)
    for slot in slots { greatest = max(greatest, sums[slot]) }
    // By the greatest, so that the powers of tiny sums are not all 0.
    guard greatest > 0 else { return }
    for slot in slots {
      shares[slot] = pow(sums[slot] / greatest, 1.4)
      total += shares[slot]
    }
    for slot in slots { shares[slot] /= total }
  }

  /// What both investments have in common.
  ///
  /// A value's score divided by what is invested in it, its return, does not depend on the scale
  /// of the trust, up to a factor that is the same for all values and that the division by the
  /// greatest trust takes out again. So one pass over the votes makes a round: the sums of this
  /// round's trust, and from them the next one's.
  /// - Parameters:
  ///   - give: sets the returns of an item's slots, which are 0 before, in a round.
  ///   - giveAlone: the return of a vote that stands alone, of what is invested in it, in a round.
  ///   - score: sets the scores of an item's slots from what is invested.
  ///   - scoreAlone: the score of a vote that stands alone, of what is invested in it.
  private func invest(
    _ course: Course,
    give: (
      Range<Int>, _ round: Int, _ sums: borrowing NumberRow, _ returns: borrowing NumberRow
    ) -> Void,
    giveAlone: (_ stake: Double, _ round: Int) -> Double,
    score: (Range<Int>, _ sums: borrowing NumberRow, _ scores: borrowing NumberRow) -> Void,
    scoreAlone: (_ stake: Double) -> Double
  ) throws(Cancelled) -> SlotOutcome {
    let trust = NumberRow(repeating: 0, count: sourceCount)
    let next = NumberRow(repeating: 0, count: sourceCount)
    let stakes = NumberRow(repeating: 0, count: sourceCount)
    let sums = NumberRow(repeating: 0, count: valueCount)
    let returns = NumberRow(repeating: 0, count: valueCount)
    var (round, hasConverged) = (0, false)
    try votes.withArrays { arrays throws(Cancelled) in
      for source in 0..<sourceCount where claimCounts[source] > 0 {
        trust[source] = 1
        stakes[source] = 1 / Double(claimCounts[source])
      }
      while true {
        for slot in 0..<valueCount { sums[slot] = arrays.sum(slot, of: stakes) }
        if course.ends(after: round, hasConverged: hasConverged) { break }
        try course.monitor.check()
        round += 1
        for source in 0..<sourceCount {
          let isAlone = loneCounts[source] > 0 && stakes[source] > 0
          next[source] = isAlone ? loneCounts[source] * giveAlone(stakes[source], round) : 0
        }
        returns.fill(0)
        for item in 0..<itemCount {
          try course.monitor.check(at: item)
          let slots = arrays.slots(of: item)
          give(slots, round, sums, returns)
          for slot in slots { arrays.add(returns[slot], slot, to: next) }
        }
        for source in 0..<sourceCount { next[source] *= stakes[source] }
        next.scaleToOne()
        hasConverged = trust.replace(by: next) <= Self.restingChange
        for source in 0..<sourceCount where claimCounts[source] > 0 {
          stakes[source] = trust[source] / Double(claimCounts[source])
        }
      }
      returns.fill(0)
      for item in 0..<itemCount {
        try course.monitor.check(at: item)
        score(arrays.slots(of: item), sums, returns)
      }
    }
    for source in 0..<sourceCount {
      let isAlone = loneCounts[source] > 0 && stakes[source] > 0
      next[source] = isAlone ? scoreAlone(stakes[source]) : 0
    }
    returns.scaleToOne(with: next)
    return SlotOutcome(
      scores: returns.array, loneScores: next.array, trust: trust.array, rounds: round,
      hasConverged: hasConverged)
  }
}
