import AssayModel

/// The pairs of sources that give one value at least, with how often they agree and differ.
///
/// Found source by source through the items, so that no room is needed for pairs that share
/// nothing. An item with *n* votes costs up to *n*² / 2 steps; items are *counted* from those with
/// the fewest votes on, all of one size or none, while there is room for the steps. On the others
/// no copying is looked for.
struct SourcePairs {
  /// Two votes for one value, the one of the lesser source first.
  struct Meeting {
    let first: Int32
    let second: Int32
  }

  /// The meetings of each pair, by value: those of pair `p` are
  /// `meetings[starts[p]..<starts[p + 1]]`, at least one.
  private(set) var meetings: [Meeting] = []
  private(set) var starts: [Int] = [0]
  /// The slot of each vote.
  private(set) var slotOfVote: [Int32] = []
  /// The pair of each two voters of a value, value by value; see ``firstMeeting``. Only until they
  /// are listed pair by pair.
  private var pairOfMeeting: [Int32] = []
  /// Where the meetings of a slot start, -1 for the slots of an item that is not counted. The
  /// voters *a* < *b* of a slot meet in the order (0, 1), (0, 2), …, (1, 2), ….
  private(set) var firstMeeting: [Int]
  /// On how many counted items the two sources of a pair have a value in common.
  private(set) var agreements: [Int32] = []
  /// On how many counted items both sources of a pair speak and have no value in common.
  private(set) var differences: [Int32] = []

  var count: Int { agreements.count }

  /// - Parameter room: how many steps there may be.
  /// - Complexity: O(votes + values + sources), and at most as many steps as there is room for.
  init(_ votes: Votes, room: Int, _ monitor: WorkMonitor) throws(Cancelled) {
    firstMeeting = [Int](repeating: -1, count: votes.valueCount)
    let greatest = try SourcePairs.greatestCountedItem(votes, room, monitor)
    var meetings = 0
    for item in 0..<votes.itemCount where votes.voteCount(ofItem: item) <= greatest {
      for slot in votes.slots(of: item) {
        let voters = Int(votes.voterStarts[slot + 1] - votes.voterStarts[slot])
        firstMeeting[slot] = meetings
        meetings += voters * (voters - 1) / 2
      }
    }
    pairOfMeeting = [Int32](repeating: 0, count: meetings)
    try find(votes, monitor)
    try votes.withArrays { arrays throws(Cancelled) in
      try list(arrays, slots: votes.valueCount, votes: votes.count, monitor)
    }
  }

  /// Lists the meetings pair by pair, so that what is known of a pair is at hand for all of them.
  private mutating func list(
    _ arrays: VoteArrays, slots: Int, votes: Int, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    starts = [Int](repeating: 0, count: count + 1)
    for pair in pairOfMeeting { starts[Int(pair) + 1] += 1 }
    for pair in 0..<count { starts[pair + 1] += starts[pair] }
    meetings = [Meeting](repeating: Meeting(first: 0, second: 0), count: pairOfMeeting.count)
    slotOfVote = [Int32](repeating: 0, count: votes)
    var next = starts
    for slot in 0..<slots {
      if slot & 255 == 0 { try monitor.check() }
      let places = arrays.places(of: slot)
      for place in places { slotOfVote[place] = Int32(truncatingIfNeeded: slot) }
      guard places.count > 1, firstMeeting[slot] >= 0 else { continue }
      var meeting = firstMeeting[slot]
      for first in places {
        for second in (first + 1)..<places.upperBound {
          let pair = Int(pairOfMeeting[meeting])
          meeting += 1
          meetings[next[pair]] = Meeting(
            first: Int32(truncatingIfNeeded: first), second: Int32(truncatingIfNeeded: second))
          next[pair] += 1
        }
      }
    }
    pairOfMeeting = []
  }

  /// The most votes that a counted item has.
  private static func greatestCountedItem(
    _ votes: Votes, _ room: Int, _ monitor: WorkMonitor
  ) throws(Cancelled) -> Int {
    let sizes = try (0..<votes.itemCount).map(votes.voteCount(ofItem:)).sorted(monitor, by: <)
    var (room, greatest, next) = (room, 0, sizes.startIndex)
    while next < sizes.endIndex {
      let size = sizes[next]
      let end = sizes[next...].firstIndex { $0 != size } ?? sizes.endIndex
      // Items times size is at most the count of votes, 2²⁶: no product here overflows.
      room -= (end - next) * (size * (size - 1) / 2)
      if room < 0 { break }
      (greatest, next) = (size, end)
    }
    return greatest
  }

  /// Walks through the values of each source, and on each meets the greater sources.
  private mutating func find(_ votes: Votes, _ monitor: WorkMonitor) throws(Cancelled) {
    let rows = SourceRows(votes) { firstMeeting[$0] >= 0 }
    var nextMeeting = firstMeeting
    var nextRank = [Int32](repeating: 0, count: votes.valueCount)
    var others = [Other](repeating: Other(), count: votes.sourceCount)
    var steps = 0
    try votes.withArrays { arrays throws(Cancelled) in
      try others.withUnsafeMutableBufferPointer { others throws(Cancelled) in
        for source in 0..<votes.sourceCount {
          var touched: [Int32] = []
          var item = -1
          try monitor.check(at: source)
          for slot in rows.slots(of: source) {
            if steps >= WorkMonitor.stride {
              steps = 0
              try monitor.check()
            }
            if votes.item(ofSlot: slot) != item {
              item = votes.item(ofSlot: slot)
              steps += votes.voteCount(ofItem: item)
              SourcePairs.share(item, source, arrays, others, &touched)
            }
            let meeting = nextMeeting[slot]
            let rank = Int(nextRank[slot])
            nextRank[slot] += 1
            let places = arrays.places(of: slot).dropFirst(rank + 1)
            agree(item, on: places, from: meeting, arrays, others)
            nextMeeting[slot] += places.count
            steps += places.count
          }
          for other in touched {
            let met = others[Int(other)]
            if met.pair >= 0 { differences[Int(met.pair)] = met.items - agreements[Int(met.pair)] }
            others[Int(other)] = Other()
          }
        }
      }
    }
  }

  /// Notes who else speaks of an item.
  private static func share(
    _ item: Int, _ source: Int, _ arrays: VoteArrays, _ others: UnsafeMutableBufferPointer<Other>,
    _ touched: inout [Int32]
  ) {
    let slots = arrays.slots(of: item)
    let start = arrays.places(of: slots.lowerBound).lowerBound
    for place in start..<arrays.places(of: slots.upperBound - 1).upperBound {
      let other = Int(arrays.voters[place])
      guard other > source, others[other].lastItem != item else { continue }
      if others[other].items == 0 { touched.append(Int32(other)) }
      others[other].lastItem = Int32(item)
      others[other].items += 1
    }
  }

  /// Notes who else gives a value.
  private mutating func agree(
    _ item: Int, on places: Range<Int>, from meeting: Int, _ arrays: VoteArrays,
    _ others: UnsafeMutableBufferPointer<Other>
  ) {
    for (step, place) in places.enumerated() {
      let other = Int(arrays.voters[place])
      var met = others[other]
      if met.pair < 0 {
        met.pair = Int32(agreements.count)
        agreements.append(0)
        differences.append(0)
      }
      if met.lastAgreed != item {
        met.lastAgreed = Int32(item)
        agreements[Int(met.pair)] += 1
      }
      others[other] = met
      pairOfMeeting[meeting + step] = met.pair
    }
  }
}

/// What is known of a greater source while the pairs of one source are found.
private struct Other {
  /// Their pair, or -1 before they have a value in common.
  var pair: Int32 = -1
  /// How many items both speak of, and the last one of them.
  var items: Int32 = 0
  var lastItem: Int32 = -1
  /// The last item on which they have a value in common.
  var lastAgreed: Int32 = -1
}

/// The slots that each source votes for, ascending, and so item by item.
private struct SourceRows {
  private var starts: [Int]
  private var rows: [Int32]

  init(_ votes: Votes, where isCounted: (_ slot: Int) -> Bool) {
    starts = [Int](repeating: 0, count: votes.sourceCount + 1)
    for source in 0..<votes.sourceCount {
      starts[source + 1] = starts[source] + Int(votes.claimCounts[source])
    }
    rows = [Int32](repeating: -1, count: votes.count)
    var next = starts
    for slot in 0..<votes.valueCount where isCounted(slot) {
      for voter in votes.voters(in: slot) {
        rows[next[Int(voter)]] = Int32(slot)
        next[Int(voter)] += 1
      }
    }
  }

  func slots(of source: Int) -> some Sequence<Int> {
    rows[starts[source]..<starts[source + 1]].lazy.prefix { $0 >= 0 }.map { Int($0) }
  }
}

extension Votes {
  func item(ofSlot slot: Int) -> Int { Int(itemOfValue[Int(valueOfSlot[slot])]) }

  func voteCount(ofItem item: Int) -> Int {
    let slots = slots(of: item)
    return Int(voterStarts[slots.upperBound] - voterStarts[slots.lowerBound])
  }
}
