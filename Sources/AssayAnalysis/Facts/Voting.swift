import AssayModel

/// Facts as votes for the models of trust: origins vote, and each but once for a value.
///
/// Of a relation that allows several at a time each object is an item of its own, which is affirmed
/// or denied. Answers that are spoken against give no vote, unless nothing else is said.
package struct Voting: Sendable {
  /// An item that is voted on.
  package struct Item: Sendable {
    /// The item's place in the facts.
    package let item: Int32
    /// The places of its values in ``Voting/values``.
    package let values: Range<Int>
    /// Whether two of them cannot both hold.
    package let isDisputed: Bool
  }

  package let items: [Item]
  /// The value of the facts for each value that is voted on, item after item.
  package let values: [Int32]
  /// For each value the place of its item in ``items``.
  package let itemOfValue: [Int32]
  /// For each voter, in the order of ids, the source that stands for the origin.
  package let voters: [Int32]
  /// How many votes each voter has.
  package let voteCounts: [Int32]
  package let votes: Votes?

  /// - Complexity: O(claims × log claims).
  package init(
    _ evidence: Evidence, _ facts: Facts, _ origins: Origins, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    var items: [Item] = []
    var values: [Int32] = []
    items.reserveCapacity(facts.values.count)
    values.reserveCapacity(facts.values.count)
    for (number, item) in facts.items.enumerated() {
      try monitor.check(at: number)
      Self.add(Int32(truncatingIfNeeded: number), item, facts, &items, &values)
    }
    var itemOfValue = [Int32](repeating: 0, count: values.count)
    for (number, item) in items.enumerated() {
      try monitor.check(at: number)
      for place in item.values { itemOfValue[place] = Int32(truncatingIfNeeded: number) }
    }
    let roots = origins.roots
    let voters = try origins.claimed
      .sorted(monitor) { evidence.sources.rank(of: $0) < evidence.sources.rank(of: $1) }
    var numbers = [Int32](repeating: 0, count: max(roots.count, Int(voters.max() ?? 0) + 1))
    for (number, voter) in voters.enumerated() {
      numbers[Int(voter)] = Int32(truncatingIfNeeded: number)
    }
    var (sources, given) = ([Int32](), [Int32]())
    sources.reserveCapacity(facts.members.count)
    given.reserveCapacity(facts.members.count)
    for (place, value) in values.enumerated() {
      try monitor.check(at: place)
      let members = facts.claims(of: facts.values[Int(value)])
      if members.count == 1, let claim = members.first {
        sources.append(numbers[Int(origins.root(of: claim))])
        given.append(Int32(truncatingIfNeeded: place))
        continue
      }
      let components = try origins.components(of: members, monitor).numbers
      // Components are numbered in the order of their first claims.
      var next: Int32 = 0
      for (claim, component) in zip(members, components) where component == next {
        next += 1
        sources.append(numbers[Int(origins.root(of: claim))])
        given.append(Int32(truncatingIfNeeded: place))
      }
    }
    var counts = [Int32](repeating: 0, count: voters.count)
    for source in sources { counts[Int(source)] += 1 }
    (self.items, self.values, self.itemOfValue) = (items, values, itemOfValue)
    (self.voters, voteCounts) = (voters, counts)
    votes = try Votes(
      source: sources, value: given, itemOfValue: itemOfValue, sourceCount: voters.count,
      itemCount: items.count, number: values.map { facts.values[Int($0)].number },
      alike: Self.alike(items, facts, values, itemOfValue, monitor), monitor)
  }

  /// Adds what is voted on of an item.
  private static func add(
    _ number: Int32, _ item: Facts.Item, _ facts: Facts, _ items: inout [Item],
    _ values: inout [Int32]
  ) {
    func add(_ places: [Int], isDisputed: Bool) {
      let start = values.count
      values += places.map { Int32(truncatingIfNeeded: $0) }
      items.append(
        Item(item: number, values: start..<values.count, isDisputed: isDisputed))
    }
    if item.values.count == 1 {
      values.append(Int32(truncatingIfNeeded: item.values.lowerBound))
      items.append(
        Item(item: number, values: (values.count - 1)..<values.count, isDisputed: false))
      return
    }
    guard item.allowsSeveral else {
      let asserted = item.values.filter { facts.values[$0].answer >= 0 }
      let places = asserted.isEmpty ? Array(item.values) : asserted
      return add(places, isDisputed: item.isDisputed && places.count > 1)
    }
    var groups: [[Int]] = []
    var known: [Int32: Int] = [:]
    for place in item.values {
      let value = facts.values[place]
      let key = item.question > 0 ? Int32(value.answer.magnitude) : value.object
      if let group = known[key] {
        groups[group].append(place)
      } else {
        known[key] = groups.count
        groups.append([place])
      }
    }
    for group in groups {
      // Of one object or answer, that it is affirmed and denied; several amounts can all hold.
      let denied = group.count { facts.values[$0].isDenied }
      add(group, isDisputed: denied > 0 && denied < group.count)
    }
  }

  /// The pairs of values that speak for each other, by their places among those that are voted on.
  private static func alike(
    _ items: [Item], _ facts: Facts, _ values: [Int32], _ itemOfValue: [Int32],
    _ monitor: WorkMonitor
  ) throws(Cancelled) -> [AlikeValues] {
    var places = [Int32](repeating: -1, count: facts.values.count)
    for (place, value) in values.enumerated() {
      places[Int(value)] = Int32(truncatingIfNeeded: place)
    }
    var alike: [AlikeValues] = []
    var last: Int32 = -1
    for (number, item) in items.enumerated() where item.item != last {
      try monitor.check(at: number)
      last = item.item
      for pair in facts.items[Int(item.item)].alike {
        let (first, second) = (places[Int(pair.first)], places[Int(pair.second)])
        if first >= 0, second >= 0, itemOfValue[Int(first)] == itemOfValue[Int(second)] {
          alike.append(AlikeValues(first, second, weight: pair.weight))
        }
      }
    }
    return alike
  }
}
