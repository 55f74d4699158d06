import AssayModel

/// The values with the greatest score of each item under one model, ties shown as ties.
package struct Winners: Sendable {
  /// By how much two scores may differ, by the greater one, and count as tied.
  package static let tolerance = 1e-9

  /// The model under which they win.
  package let model: TrustModel
  /// Where the winners of an item start, and the end of the last one's.
  private let starts: [Int32]
  private let values: [Int32]

  /// Finds the winners of every item.
  ///
  /// - Complexity: O(values).
  init(_ votes: Votes, _ scores: TrustScores, _ monitor: WorkMonitor) throws(Cancelled) {
    model = scores.model
    var (values, starts): ([Int32], [Int32]) = ([], [0])
    starts.reserveCapacity(votes.itemCount + 1)
    values.reserveCapacity(votes.valueCount)
    let ranks = scores.ranks.isEmpty ? scores.scores : scores.ranks
    if ranks.count == votes.valueCount {
      for item in 0..<votes.itemCount {
        try monitor.check(at: item)
        votes.appendWinners(of: item, by: ranks, to: &values)
        starts.append(Int32(values.count))
      }
    }
    (self.starts, self.values) = (starts, values)
  }

  /// The winning values of an item, ascending; several for a tie, none when nobody speaks of it or
  /// it does not exist.
  ///
  /// - Complexity: O(1).
  package subscript(item: Int) -> ArraySlice<Int32> {
    guard item >= 0, item < starts.count - 1 else { return [] }
    return values[Int(starts[item])..<Int(starts[item + 1])]
  }

  /// The least score that ties with the greatest one.
  static func leastTied(with greatest: Double) -> Double {
    greatest - tolerance * abs(greatest)
  }
}

extension Votes {
  /// The winners of every item under a model.
  ///
  /// - Parameter scores: what ``scores(under:rounds:)`` gave for these votes; for scores of other
  ///   votes there are no winners.
  /// - Complexity: O(values).
  package func winners(
    by scores: TrustScores, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> Winners {
    try Winners(self, scores, monitor)
  }

  /// Adds the values of an item with the greatest score, ascending.
  fileprivate func appendWinners(of item: Int, by scores: [Double], to winners: inout [Int32]) {
    let slots = slots(of: item)
    if slots.count == 1 {  // as of most items
      if isSpoken(slots.lowerBound) { winners.append(valueOfSlot[slots.lowerBound]) }
      return
    }
    var greatest = -Double.infinity
    for slot in slots where isSpoken(slot) {
      greatest = max(greatest, scores[Int(valueOfSlot[slot])])
    }
    let (least, first) = (Winners.leastTied(with: greatest), winners.count)
    for slot in slots where isSpoken(slot) && scores[Int(valueOfSlot[slot])] >= least {
      winners.append(valueOfSlot[slot])
    }
    // Slots lie by figure, not by value.
    if !places.isEmpty, winners.count > first + 1 { winners[first...].sort() }
  }
}

/// How far models agree on the winner of an item.
package struct Agreement: Hashable, Sendable {
  /// The values that the most models name as the only winner, ascending; several when as many
  /// models name each, none when every model shows a tie.
  package let values: [Int32]
  /// How many models name each of them, 0 when there is none.
  package let models: Int

  /// Counts the models that agree on an item; a model that shows a tie names none.
  ///
  /// - Parameter winners: one for each model, all of the same votes.
  /// - Complexity: O(models²).
  package init(on item: Int, among winners: [Winners]) {
    let named = winners.compactMap { $0[item].count == 1 ? $0[item].first : nil }.sorted()
    var (values, models): ([Int32], Int) = ([], 0)
    for value in named where values.last != value {
      let count = named.count { $0 == value }
      if count > models { (values, models) = ([], count) }
      if count == models { values.append(value) }
    }
    (self.values, self.models) = (values, models)
  }
}
