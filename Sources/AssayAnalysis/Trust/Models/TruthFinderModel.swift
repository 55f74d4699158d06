import AssayModel
import Glibc

extension Contest {
  /// TruthFinder: a value fails only if all its sources err at once.
  ///
  /// A source of trust *t* speaks with −ln(1 − *t*); a value's voices, and half of those of the
  /// values ``AlikeValues`` names, times their weight, are added up to *c*; its score is
  /// 1 / (1 + exp(−0.3 *c*)), a source's trust the mean score of its values. The first trust is
  /// 0.9.
  ///
  /// Scores near 1 cannot be told apart, so that the winners are found by the 0.3 *c*.
  ///
  /// As in `truthdiscovery`, which ends when the cosine of two rounds' trust is within 0.001 of 1,
  /// often after one round; this goes on to rest or 100 rounds. That package ends early when a
  /// trust is 1; here a source's voice is at most that of 1 − 2⁻⁵³. Weights below 0 (values
  /// that speak against each other) are not known here.
  func truthFinder(_ course: Course) throws(Cancelled) -> SlotOutcome {
    // Doubt is 1 - trust, kept instead of it since near 1 little of a trust is left to see.
    let doubt = NumberRow(repeating: 0, count: sourceCount)
    let next = NumberRow(repeating: 0, count: sourceCount)
    let voices = NumberRow(repeating: 0, count: sourceCount)
    let sums = NumberRow(repeating: 0, count: likeness.isEmpty ? 0 : valueCount)
    let odds = NumberRow(repeating: 0, count: valueCount)
    var (round, hasConverged) = (0, false)
    try votes.withArrays { arrays throws(Cancelled) in
      for source in 0..<sourceCount where claimCounts[source] > 0 { doubt[source] = 0.1 }
      repeat {
        round += 1
        for source in 0..<sourceCount {
          voices[source] = -log(max(doubt[source], 0x1p-53))
          next[source] = loneCounts[source] / (1 + exp(0.3 * voices[source]))
        }
        if !likeness.isEmpty {
          for slot in 0..<valueCount { sums[slot] = arrays.sum(slot, of: voices) }
        }
        try course.monitor.check()
        for slot in 0..<valueCount where !arrays.places(of: slot).isEmpty {
          try course.monitor.check(at: slot)
          let voice =
            likeness.isEmpty
            ? arrays.sum(slot, of: voices) : sums[slot] + 0.5 * support(of: slot, from: sums)
          odds[slot] = 0.3 * voice
          arrays.add(1 / (1 + exp(0.3 * voice)), slot, to: next)
        }
        for source in 0..<sourceCount where claimCounts[source] > 0 {
          next[source] /= Double(claimCounts[source])
        }
        hasConverged = doubt.replace(by: next) <= Self.restingChange
      } while !course.ends(after: round, hasConverged: hasConverged)
    }
    let loneOdds = loneCounts.indices.map { loneCounts[$0] > 0 ? 0.3 * voices[$0] : 0 }
    return SlotOutcome(
      scores: (0..<valueCount).map { votes.isSpoken($0) ? 1 / (1 + exp(-odds[$0])) : 0 },
      loneScores: loneOdds.map { 1 / (1 + exp(-$0)) },
      trust: claimCounts.indices.map { claimCounts[$0] > 0 ? 1 - doubt[$0] : 0 },
      ranks: odds.array, loneRanks: loneOdds, rounds: round, hasConverged: hasConverged)
  }

  /// The voices of the values that are alike, by their weights.
  private func support(of slot: Int, from sums: borrowing NumberRow) -> Double {
    var support = 0.0
    for place in Int(likeness.starts[slot])..<Int(likeness.starts[slot + 1]) {
      support += likeness.weights[place] * sums[Int(likeness.neighbours[place])]
    }
    return support
  }
}
