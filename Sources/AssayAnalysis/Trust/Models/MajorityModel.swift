extension Votes {
  /// Each value's share of the votes on its item, each source counting the same.
  ///
  /// `truthdiscovery` divides by the votes of the most voted of all values instead; the share here
  /// is its prior belief `VOTED`. The order of the values of an item is the same.
  func majority() -> SlotOutcome {
    var scores = [Double](repeating: 0, count: valueCount)
    for item in 0..<itemCount {
      let slots = slots(of: item)
      let votes = voterStarts[slots.upperBound] - voterStarts[slots.lowerBound]
      for slot in slots where isSpoken(slot) {
        scores[slot] = Double(voterStarts[slot + 1] - voterStarts[slot]) / Double(votes)
      }
    }
    return SlotOutcome(scores: scores, trust: claimCounts.map { $0 > 0 ? 1 : 0 })
  }
}
