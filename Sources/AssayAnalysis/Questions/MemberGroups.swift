import AssayModel

/// Members by group, the groups one after the other in one array.
package struct MemberGroups: Sendable {
  private var starts: [Int]
  private var members: [Int32]

  /// Puts members into groups; within a group they keep their order.
  ///
  /// - Parameters:
  ///   - count: How many groups there are.
  ///   - groups: The group of each member; outside `0..<count` the member is left out.
  ///   - members: What to put there; the places of `groups` if `nil`. Of one length with `groups`.
  /// - Complexity: O(`count` + members).
  package init(
    count: Int, groups: [Int32], members given: [Int32]? = nil, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    try monitor.check()
    starts = Array(repeating: 0, count: max(0, count) + 1)
    for group in groups where group >= 0 && group < count { starts[Int(group) + 1] += 1 }
    for group in starts.indices.dropFirst() { starts[group] += starts[group - 1] }
    members = Array(repeating: 0, count: starts.last ?? 0)
    var next = starts
    for (place, group) in groups.enumerated() where group >= 0 && group < count {
      try monitor.check(at: place)
      members[next[Int(group)]] = given.map { $0[place] } ?? Int32(truncatingIfNeeded: place)
      next[Int(group)] += 1
    }
  }

  /// Puts members into groups, each once in a group and ascending.
  ///
  /// - Parameters:
  ///   - count: How many groups there are.
  ///   - groups: The group of each member, from 0 up to `count`.
  ///   - members: What to put there, from 0 up to `limit`. Of one length with `groups`.
  ///   - limit: One more than the greatest member.
  /// - Complexity: O(`count` + `limit` + members).
  package init(
    count: Int, groups: [Int32], distinct members: [Int32], below limit: Int,
    _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    // Once the members ascend, a member that is in its group already is the latest there.
    var latest = [Int32](repeating: -1, count: count)
    var (keptGroups, kept) = ([Int32](), [Int32]())
    keptGroups.reserveCapacity(members.count)
    kept.reserveCapacity(members.count)
    let ascending = try MemberGroups(count: limit, groups: members, monitor).all
    for (place, entry) in ascending.enumerated() {
      try monitor.check(at: place)
      let (group, member) = (groups[Int(entry)], members[Int(entry)])
      guard latest[Int(group)] != member else { continue }
      latest[Int(group)] = member
      keptGroups.append(group)
      kept.append(member)
    }
    try self.init(count: count, groups: keptGroups, members: kept, monitor)
  }

  /// How many groups there are, empty ones with them.
  package var count: Int { starts.count - 1 }

  /// All members, group after group.
  package var all: [Int32] { members }

  /// The members of a group; none for a number that is no group.
  package subscript(group: Int32) -> ArraySlice<Int32> {
    guard group >= 0, Int(group) < count else { return [] }
    return members[starts[Int(group)]..<starts[Int(group) + 1]]
  }
}

extension ArraySlice<Int32> {
  /// Whether a number is among these, which ascend.
  ///
  /// - Complexity: O(log `count`).
  func hasAscending(_ number: Int32) -> Bool {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == number
  }
}
