import AssayModel

extension Votes {
  /// Puts votes in order; a vote given twice counts once.
  ///
  /// - Parameters:
  ///   - source: who votes. Shape: votes, each in `0..<sourceCount`.
  ///   - value: for which value. Shape: votes, each an index of `itemOfValue`.
  ///   - itemOfValue: the item of each value. Shape: values, each in `0..<itemCount`.
  ///   - number: the figure of each value, any unit, one unit within an item; what is not finite
  ///     counts as none. Shape: values, or empty when no value has a figure.
  ///   - alike: near values of one item.
  /// - Returns: `nil` when lengths differ, a number is out of its range, or a count is above
  ///   ``limit``, or a pair in `alike` has one value twice, values of two items, or a weight
  ///   outside 0...1.
  /// - Complexity: O(votes + values + sources + items), and a sort of `alike` and of the values of
  ///   an item with figures.
  package init?(
    source: [Int32], value: [Int32], itemOfValue: [Int32], sourceCount: Int, itemCount: Int,
    number: [Double] = [], alike: [AlikeValues] = [], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    try monitor.check()
    let valueCount = itemOfValue.count
    let counts = 0...Votes.limit
    guard source.count == value.count, number.isEmpty || number.count == valueCount,
      [source.count, valueCount, sourceCount, itemCount, alike.count].allSatisfy(counts.contains),
      source.allSatisfy({ $0 >= 0 && $0 < sourceCount }),
      value.allSatisfy({ $0 >= 0 && $0 < valueCount }),
      itemOfValue.allSatisfy({ $0 >= 0 && $0 < itemCount }),
      alike.allSatisfy({ $0.isSound(itemOfValue) })
    else { return nil }

    let byItem = try CountingOrder(itemOfValue, below: itemCount, monitor)
    var valueOfSlot = byItem.order
    let numbers = number.map { $0.isFinite ? $0 : .nan }
    if !numbers.isEmpty {
      for item in 0..<itemCount {
        try monitor.check(at: item)
        let slots = Int(byItem.starts[item])..<Int(byItem.starts[item + 1])
        if slots.count < 2 { continue }
        if slots.count < WorkMonitor.stride {
          valueOfSlot[slots].sort { Votes.precedes($0, $1, by: numbers) }
        } else {
          let sorted = try valueOfSlot[slots].sorted(monitor) {
            Votes.precedes($0, $1, by: numbers)
          }
          valueOfSlot.replaceSubrange(slots, with: sorted)
        }
      }
    }
    var slotOfValue = [Int32](repeating: 0, count: valueCount)
    for slot in 0..<valueCount { slotOfValue[Int(valueOfSlot[slot])] = Int32(slot) }

    let slotOfVote = value.map { slotOfValue[Int($0)] }
    let sorted = try SlotVoters(
      source, slotOfVote, sourceCount: sourceCount, slotCount: valueCount, monitor)
    try self.init(
      sourceCount: sourceCount, itemCount: itemCount, itemOfValue: itemOfValue,
      valueOfSlot: valueOfSlot, slotOfValue: slotOfValue, itemStarts: byItem.starts,
      voterStarts: sorted.starts, voters: sorted.voters, claimCounts: sorted.claimCounts,
      places: numbers.isEmpty
        ? [] : Votes.places(of: valueOfSlot.map { numbers[Int($0)] }, itemStarts: byItem.starts),
      likeness: Likeness(alike, slotOfValue: slotOfValue, monitor))
  }

  /// Where each figure lies between the least and the greatest one of its item, 0...1; 0 when all
  /// are equal.
  ///
  /// Halves are taken, since the span of two figures may be greater than any number.
  private static func places(of numbers: [Double], itemStarts: [Int32]) -> [Double] {
    var places = numbers
    for (start, end) in zip(itemStarts, itemStarts.dropFirst()) {
      let slots = Int(start)..<Int(end)
      guard let last = slots.last(where: { !numbers[$0].isNaN }) else { continue }
      let least = numbers[slots.lowerBound] / 2
      let span = numbers[last] / 2 - least
      for slot in slots.lowerBound...last {
        places[slot] = span > 0 ? (numbers[slot] / 2 - least) / span : 0
      }
    }
    return places
  }

  /// Whether a value stands before another one of its item; those without a figure stand last.
  private static func precedes(_ left: Int32, _ right: Int32, by numbers: [Double]) -> Bool {
    let (first, second) = (numbers[Int(left)], numbers[Int(right)])
    if first.isNaN != second.isNaN { return second.isNaN }
    if first.isNaN { return left < right }
    return first == second ? left < right : first < second
  }
}

/// The distinct voters of each slot, ascending.
private struct SlotVoters {
  private(set) var voters: [Int32] = []
  private(set) var starts: [Int32] = [0]
  /// How many slots each source votes for.
  private(set) var claimCounts: [Int32]

  init(
    _ source: [Int32], _ slot: [Int32], sourceCount: Int, slotCount: Int, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let bySlot = try CountingOrder(slot, below: slotCount, monitor)
    var given = bySlot.order.map { source[Int($0)] }
    claimCounts = [Int32](repeating: 0, count: sourceCount)
    voters.reserveCapacity(source.count)
    starts.reserveCapacity(slotCount + 1)
    for slot in 0..<slotCount {
      try monitor.check(at: slot)
      var last: Int32 = -1
      let places = Int(bySlot.starts[slot])..<Int(bySlot.starts[slot + 1])
      // Ascending, so that a vote lies beside its repetition.
      if places.count > 1 { given[places].sort() }
      for place in places {
        let voter = given[place]
        if voter == last { continue }
        last = voter
        voters.append(voter)
        claimCounts[Int(voter)] += 1
      }
      starts.append(Int32(voters.count))
    }
  }
}

/// The places of numbers in ascending order of the numbers, equal ones in the order given.
struct CountingOrder {
  /// Where the places of a number start, and the end of the last one's.
  private(set) var starts: [Int32]
  private(set) var order: [Int32]

  /// - Complexity: O(keys + limit). Each key is in `0..<limit`.
  init(_ keys: [Int32], below limit: Int, _ monitor: WorkMonitor) throws(Cancelled) {
    try monitor.check()
    starts = [Int32](repeating: 0, count: limit + 1)
    order = [Int32](repeating: 0, count: keys.count)
    for key in keys { starts[Int(key) + 1] += 1 }
    for key in 0..<limit { starts[key + 1] += starts[key] }
    var next = starts
    for (place, key) in keys.enumerated() {
      try monitor.check(at: place)
      order[Int(next[Int(key)])] = Int32(place)
      next[Int(key)] += 1
    }
  }
}
