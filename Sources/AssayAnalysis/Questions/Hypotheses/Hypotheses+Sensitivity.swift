extension Hypotheses {
  /// What changes in the order of the answers when some evidence is left out.
  package struct Sensitivity: Hashable, Sendable {
    /// Whether any answer stands elsewhere; a tie made or broken is a change.
    package let orderChanges: Bool
    /// Whether other answers stand first, or fewer, or more.
    package let leadersChange: Bool
    /// The answers that then stand first, by their places, ascending.
    package let leaders: [Int32]

    /// - Parameters:
    ///   - before: The order with all the evidence.
    ///   - totals: What is against each answer without some of it.
    ///   - former: What is against each answer with all of it.
    init(from before: Standings, to totals: [Int], _ former: [Int]) {
      guard totals != former else {
        (orderChanges, leadersChange, leaders) = (false, false, before.leaders)
        return
      }
      let after = Standings(of: totals)
      orderChanges = after.places != before.places
      leadersChange = after.leaders != before.leaders
      leaders = leadersChange ? after.leaders : before.leaders
    }
  }

  /// The order of answers by what is against them, the least first; equals share a place.
  struct Standings {
    /// For each answer 1 more than the number of answers with less against them.
    let places: [Int]
    /// The answers in the first place, ascending.
    let leaders: [Int32]

    /// - Complexity: O(answers · log answers).
    init(of totals: [Int]) {
      var places = Array(repeating: 1, count: totals.count)
      let order = totals.indices.sorted { totals[$0] < totals[$1] }
      for (above, answer) in order.enumerated().dropFirst() {
        let former = order[above - 1]
        places[answer] = totals[answer] == totals[former] ? places[former] : above + 1
      }
      leaders = places.indices.filter { places[$0] == 1 }.map { Int32(truncatingIfNeeded: $0) }
      self.places = places
    }

    /// Whether another answer has the place of this one.
    func isTied(_ answer: Int) -> Bool { places.count { $0 == places[answer] } > 1 }
  }
}
