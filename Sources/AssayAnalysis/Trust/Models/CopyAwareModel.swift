import AssayModel
import Glibc

extension Contest {
  /// Votes by accuracy, discounted for sources that look like copiers of each other.
  ///
  /// A round has three steps, as in the paper's ACCU with dependence of sources.
  ///
  /// 1. *Copying.* Of each two sources that give one value, the chance that one copies from the
  ///    other, by Bayes' rule: 0.2 before anything is seen, half for each direction; a copier
  ///    takes 0.8 of its values over; a false value is one of 100. Common false values speak for
  ///    copying, different values against it, see ``CopyEvidence``. Unlike in the paper, a chance
  ///    of 0.5 or less counts as none.
  /// 2. *Votes.* A source of accuracy *A* votes with ln(100 *A* / (1 − *A*)), times the chance
  ///    that it has not copied the value from a source asked before it. The paper asks in one
  ///    order; here the mean over all orders is taken, in which a sure copier comes after its
  ///    source, so that the numbering of sources says nothing. Of the votes *C* for its values an
  ///    item's scores are exp(*C*) by their sum, over 101 values at least.
  /// 3. *Accuracy.* A source's accuracy is the mean score of its values, within 0.01...0.99.
  ///
  /// The first scores are ``majority()``, the first accuracy 0.8. On items too large to be
  /// counted by ``SourcePairs`` a source votes with its mean chance on the others. It is at
  /// rest when no accuracy changes by more than 0.005, and ends after 20 rounds.
  func copyAware(_ course: Course) throws(Cancelled) -> SlotOutcome {
    let monitor = course.monitor
    let pairs = try SourcePairs(votes, room: 8 * voteCount + 1 << 20, monitor)
    let accuracy = NumberRow(repeating: 0, count: sourceCount)
    let next = NumberRow(repeating: 0, count: sourceCount)
    let scores = NumberRow(repeating: 0, count: valueCount)
    let shares = NumberRow(repeating: 1, count: votes.count)
    let independence = NumberRow(repeating: 0, count: sourceCount)
    let orders = VoteOrders(count: votes.count)
    let loneScores = NumberRow(repeating: 0, count: sourceCount)
    let evidence = CopyEvidence(pairs)
    for (slot, score) in majority().scores.enumerated() { scores[slot] = score }
    for source in 0..<sourceCount where claimCounts[source] > 0 { accuracy[source] = 0.8 }
    var (round, hasConverged) = (0, false)
    try votes.withArrays { arrays throws(Cancelled) in
      repeat {
        round += 1
        try evidence.weigh(arrays, scores: scores, accuracy: accuracy, monitor)
        try orders.setShares(evidence, into: shares, monitor)
        try monitor.check()
        spreadShares(evidence, arrays, to: shares, independence: independence)
        try setScores(
          arrays, accuracy: accuracy, shares: shares, into: scores, loneScores: loneScores, monitor)
        for source in 0..<sourceCount { next[source] = loneCounts[source] * loneScores[source] }
        for slot in 0..<valueCount { arrays.add(scores[slot], slot, to: next) }
        for source in 0..<sourceCount where claimCounts[source] > 0 {
          next[source] = min(max(next[source] / Double(claimCounts[source]), 0.01), 0.99)
        }
        hasConverged = accuracy.replace(by: next) <= 0.005
      } while !course.ends(after: round, hasConverged: hasConverged)
    }
    return SlotOutcome(
      scores: scores.array, loneScores: loneScores.array, trust: accuracy.array,
      independence: independence.array, rounds: round,
      hasConverged: hasConverged)
  }

  /// Sets of each source which part of its votes is its own in the mean, and takes that for those on
  /// items that are not counted.
  private func spreadShares(
    _ evidence: borrowing CopyEvidence, _ arrays: VoteArrays, to shares: borrowing NumberRow,
    independence: borrowing NumberRow
  ) {
    // A vote that stands alone is the source's own.
    var counted = loneCounts
    for source in 0..<sourceCount { independence[source] = loneCounts[source] }
    for slot in 0..<valueCount where evidence.isCounted(slot) {
      for place in arrays.places(of: slot) {
        let voter = Int(arrays.voters[place])
        independence[voter] += shares[place]
        counted[voter] += 1
      }
    }
    for source in 0..<sourceCount where claimCounts[source] > 0 {
      independence[source] =
        counted[source] > 0 ? min(independence[source] / counted[source], 1) : 1
    }
    for slot in 0..<valueCount where !evidence.isCounted(slot) {
      for place in arrays.places(of: slot) {
        shares[place] = independence[Int(arrays.voters[place])]
      }
    }
  }

  /// Sets the chance of each value, of what its voters' own votes amount to.
  private func setScores(
    _ arrays: VoteArrays, accuracy: borrowing NumberRow, shares: borrowing NumberRow,
    into scores: borrowing NumberRow, loneScores: borrowing NumberRow, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let voices = NumberRow(repeating: 0, count: sourceCount)
    for source in 0..<sourceCount where claimCounts[source] > 0 {
      let accuracy = accuracy[source]
      let voice = log(CopyEvidence.falseValues * accuracy / (1 - accuracy))
      let (own, others) = (exp(min(voice, 0)), CopyEvidence.falseValues * exp(min(-voice, 0)))
      (voices[source], loneScores[source]) = (voice, own / (own + others))
    }
    for item in 0..<itemCount {
      try monitor.check(at: item)
      let slots = arrays.slots(of: item)
      var (greatest, spoken) = (0.0, 0.0)
      for slot in slots where !arrays.places(of: slot).isEmpty {
        var votes = 0.0
        for place in arrays.places(of: slot) {
          votes += voices[Int(arrays.voters[place])] * shares[place]
        }
        scores[slot] = votes
        greatest = max(greatest, votes)
        spoken += 1
      }
      // A value that nobody gives has no votes: exp(0). By the greatest, so that nothing is
      // infinite.
      var total = max(0, CopyEvidence.falseValues + 1 - spoken) * exp(-greatest)
      for slot in slots where !arrays.places(of: slot).isEmpty {
        scores[slot] = exp(scores[slot] - greatest)
        total += scores[slot]
      }
      for slot in slots where !arrays.places(of: slot).isEmpty { scores[slot] /= total }
    }
  }
}
