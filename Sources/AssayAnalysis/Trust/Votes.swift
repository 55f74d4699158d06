import AssayModel

/// What sources say of items, as numbers: which source gives which value.
///
/// Sources, values and items are counted from 0; each value belongs to one item. Values are kept
/// in *slots*, ordered by item, so that a pass over everything said is one pass over memory.
/// ``init(source:value:itemOfValue:sourceCount:itemCount:number:alike:)`` is the one way in.
package struct Votes: Sendable {
  /// The greatest count of sources, values, items or votes; more is refused.
  package static let limit = 1 << 26

  /// How many sources there are, silent ones among them.
  package let sourceCount: Int
  /// How many items there are, those that nobody speaks of among them.
  package let itemCount: Int
  /// The item that each value belongs to. Shape: values, each in `0..<itemCount`.
  package let itemOfValue: [Int32]

  /// The values in the order of slots: by item, then by number, then by value.
  let valueOfSlot: [Int32]
  let slotOfValue: [Int32]
  /// Where the slots of an item start, and the end of the last one's.
  let itemStarts: [Int32]
  /// Where the voters of a slot start in ``voters``, and the end of the last one's.
  let voterStarts: [Int32]
  /// The sources that give a value, slot by slot, ascending within a slot.
  let voters: [Int32]
  /// How many values each source gives.
  let claimCounts: [Int32]
  /// Where the figure of each slot lies between the least and the greatest one of its item, 0...1,
  /// not a number where there is none; empty when no value has one.
  let places: [Double]
  let likeness: Likeness

  /// How many values there are, those that nobody gives among them.
  package var valueCount: Int { itemOfValue.count }

  /// How many distinct pairs of a source and a value there are.
  package var count: Int { voters.count }

  /// The sources that give a value, ascending; none for a value that does not exist.
  ///
  /// - Complexity: O(1).
  package func sources(of value: Int) -> ArraySlice<Int32> {
    guard slotOfValue.indices.contains(value) else { return [] }
    return voters(in: Int(slotOfValue[value]))
  }

  /// The values of an item, by number where they have one, then ascending; none for an item that
  /// does not exist.
  ///
  /// - Complexity: O(1).
  package func values(of item: Int) -> ArraySlice<Int32> {
    guard (0..<itemCount).contains(item) else { return [] }
    return valueOfSlot[slots(of: item)]
  }

  /// The same votes without those of one source, which stays among the sources as a silent one.
  ///
  /// Sources, values and items keep their numbers.
  /// - Complexity: O(votes + values).
  package func without(
    _ source: Int, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> Votes {
    guard (0..<sourceCount).contains(source), claimCounts[source] > 0 else { return self }
    var (kept, starts): ([Int32], [Int32]) = ([], [0])
    kept.reserveCapacity(voters.count)
    starts.reserveCapacity(voterStarts.count)
    for slot in 0..<valueCount {
      try monitor.check(at: slot)
      for voter in voters(in: slot) where Int(voter) != source { kept.append(voter) }
      starts.append(Int32(kept.count))
    }
    var counts = claimCounts
    counts[source] = 0
    return Votes(
      sourceCount: sourceCount, itemCount: itemCount, itemOfValue: itemOfValue,
      valueOfSlot: valueOfSlot, slotOfValue: slotOfValue, itemStarts: itemStarts,
      voterStarts: starts, voters: kept, claimCounts: counts, places: places, likeness: likeness)
  }

  func slots(of item: Int) -> Range<Int> { Int(itemStarts[item])..<Int(itemStarts[item + 1]) }

  func voters(in slot: Int) -> ArraySlice<Int32> {
    voters[Int(voterStarts[slot])..<Int(voterStarts[slot + 1])]
  }

  /// Whether anybody gives the value of a slot.
  func isSpoken(_ slot: Int) -> Bool { voterStarts[slot] < voterStarts[slot + 1] }
}
