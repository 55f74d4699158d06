extension Contest {
  /// Each value's share of the votes on its item, each source counting the same.
  ///
  /// `truthdiscovery` divides by the votes of the most voted of all values instead; the share here
  /// is its prior belief `VOTED`. The order of the values of an item is the same.
  func majority() -> SlotOutcome {
    var scores = [Double](repeating: 0, count: valueCount)
    for item in 0..<itemCount {
      let slots = votes.slots(of: item)
      let count = Double(votes.voteCount(ofItem: item))
      for slot in slots where votes.isSpoken(slot) {
        scores[slot] = Double(votes.voterStarts[slot + 1] - votes.voterStarts[slot]) / count
      }
    }
    return SlotOutcome(
      scores: scores, loneScores: loneCounts.map { $0 > 0 ? 1 : 0 },
      trust: claimCounts.map { $0 > 0 ? 1 : 0 })
  }
}
