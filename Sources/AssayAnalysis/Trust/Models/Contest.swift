import AssayModel

/// Votes as the models go through them round by round, without those that stand alone.
///
/// A vote stands alone if nobody else gives its value and its item has no other value, as most
/// items have none. What a round makes of such a vote depends on its source only, so that it is
/// enough to count them. The rest are votes of their own, whose values and slots are the same.
struct Contest {
  /// The votes that do not stand alone, of the same sources.
  let votes: Votes
  /// How many values each source gives, in all and alone.
  let claimCounts: [Int32]
  let loneCounts: [Double]
  /// How many votes there are in all.
  let voteCount: Int
  /// For each value its place in ``votes``, or -1 less its source where it stands alone.
  private let places: [Int32]

  /// - Complexity: O(votes + values + sources).
  init(_ all: Votes, _ monitor: WorkMonitor) throws(Cancelled) {
    var places = [Int32](repeating: 0, count: all.valueCount)
    var lone = [Int32](repeating: 0, count: all.sourceCount)
    var (values, items): ([Int32], [Int32]) = ([], [])
    for item in 0..<all.itemCount {
      try monitor.check(at: item)
      let slots = all.slots(of: item)
      let voters = Int(all.voterStarts[slots.lowerBound])..<Int(all.voterStarts[slots.upperBound])
      if slots.count == 1, voters.count == 1 {
        let source = all.voters[voters.lowerBound]
        lone[Int(source)] += 1
        places[Int(all.valueOfSlot[slots.lowerBound])] = -1 - source
        continue
      }
      items.append(Int32(truncatingIfNeeded: item))
      for slot in slots {
        places[Int(all.valueOfSlot[slot])] = Int32(truncatingIfNeeded: values.count)
        values.append(all.valueOfSlot[slot])
      }
    }
    votes = try Votes(
      all, items: items, values: values, places: places, loneCounts: lone, monitor)
    (claimCounts, loneCounts) = (all.claimCounts, lone.map { Double($0) })
    (voteCount, self.places) = (all.count, places)
  }

  /// Numbers for all values, from those of the slots and those of the votes that stand alone.
  ///
  /// - Parameter lone: of each source the number of its values that stand alone.
  func spread(_ slots: [Double], lone: [Double]) -> [Double] {
    places.map { $0 >= 0 ? slots[Int($0)] : lone[Int(-1 - $0)] }
  }
}

extension Contest {
  var sourceCount: Int { votes.sourceCount }
  var itemCount: Int { votes.itemCount }
  var valueCount: Int { votes.valueCount }
  var likeness: Likeness { votes.likeness }
}

extension Votes {
  /// Some items of votes, with all their values.
  ///
  /// - Parameters:
  ///   - items: the items, ascending.
  ///   - values: their values in the order of slots.
  ///   - places: for each value of `all` its place in `values`; of others anything.
  ///   - loneCounts: how many votes of each source are left out.
  fileprivate init(
    _ all: Votes, items: [Int32], values: [Int32], places: [Int32], loneCounts: [Int32],
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var (itemOfValue, itemStarts, voterStarts, voters): ([Int32], [Int32], [Int32], [Int32])
    (itemOfValue, itemStarts, voterStarts, voters) = ([], [0], [0], [])
    itemOfValue.reserveCapacity(values.count)
    itemStarts.reserveCapacity(items.count + 1)
    voterStarts.reserveCapacity(values.count + 1)
    for (number, item) in items.enumerated() {
      try monitor.check(at: number)
      for slot in all.slots(of: Int(item)) {
        itemOfValue.append(Int32(truncatingIfNeeded: number))
        voters += all.voters(in: slot)
        voterStarts.append(Int32(truncatingIfNeeded: voters.count))
      }
      itemStarts.append(Int32(truncatingIfNeeded: itemOfValue.count))
    }
    let numbers = values.indices.map { Int32(truncatingIfNeeded: $0) }
    self.init(
      sourceCount: all.sourceCount, itemCount: items.count, itemOfValue: itemOfValue,
      valueOfSlot: numbers, slotOfValue: numbers, itemStarts: itemStarts,
      voterStarts: voterStarts, voters: voters,
      claimCounts: zip(all.claimCounts, loneCounts).map { $0 - $1 },
      places: all.places.isEmpty
        ? [] : values.map { all.places[Int(all.slotOfValue[Int($0)])] },
      likeness: all.likeness.isEmpty
        ? all.likeness
        : Likeness(all.likeness, slots: values.map { all.slotOfValue[Int($0)] }) {
          places[Int(all.valueOfSlot[Int($0)])]
        })
  }
}
