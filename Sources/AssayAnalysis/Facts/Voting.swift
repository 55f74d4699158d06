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
    /// Its values, by their places in the facts.
    package let values: [Int32]
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
  package init(_ evidence: Evidence, _ facts: Facts, _ origins: Origins) {
    var items: [Item] = []
    for (number, item) in facts.items.enumerated() {
      items += Self.items(Int32(truncatingIfNeeded: number), item, facts)
    }
    let values = items.flatMap(\.values)
    var itemOfValue: [Int32] = []
    for (number, item) in items.enumerated() {
      itemOfValue += repeatElement(Int32(truncatingIfNeeded: number), count: item.values.count)
    }
    let roots = origins.roots
    let voters = Set(evidence.claims.sources.map { Int($0) < roots.count ? roots[Int($0)] : $0 })
      .sorted { evidence.sources.rank[Int($0)] < evidence.sources.rank[Int($1)] }
    var numbers: [Int32: Int32] = [:]
    for (number, voter) in voters.enumerated() {
      numbers[voter] = Int32(truncatingIfNeeded: number)
    }
    var (sources, given) = ([Int32](), [Int32]())
    for (place, value) in values.enumerated() {
      let members = facts.claims(of: facts.values[Int(value)])
      let components = origins.components(of: members).numbers
      var isCounted = Set<Int32>()
      for (claim, component) in zip(members, components) where isCounted.insert(component).inserted
      {
        sources.append(numbers[origins.root(of: claim)] ?? 0)
        given.append(Int32(truncatingIfNeeded: place))
      }
    }
    var counts = [Int32](repeating: 0, count: voters.count)
    for source in sources { counts[Int(source)] += 1 }
    (self.items, self.values, self.itemOfValue) = (items, values, itemOfValue)
    (self.voters, voteCounts) = (voters, counts)
    votes = Votes(
      source: sources, value: given, itemOfValue: itemOfValue, sourceCount: voters.count,
      itemCount: items.count, number: values.map { facts.values[Int($0)].number },
      alike: Self.alike(items, facts, values, itemOfValue))
  }

  private static func items(_ number: Int32, _ item: Facts.Item, _ facts: Facts) -> [Item] {
    let places = item.values.map { Int32(truncatingIfNeeded: $0) }
    guard item.allowsSeveral else {
      let asserted = places.filter { facts.values[Int($0)].answer >= 0 }
      let values = asserted.isEmpty ? places : asserted
      return [Item(item: number, values: values, isDisputed: item.isDisputed && values.count > 1)]
    }
    var groups: [[Int32]] = []
    var known: [Int64: Int] = [:]
    for place in places {
      let value = facts.values[Int(place)]
      let key = item.question > 0 ? Int64(value.answer.magnitude) : Int64(value.object)
      if let group = known[key] {
        groups[group].append(place)
      } else {
        known[key] = groups.count
        groups.append([place])
      }
    }
    return groups.map { group in
      // Of one object or answer, that it is affirmed and denied.
      Item(item: number, values: group, isDisputed: group.count > 1)
    }
  }

  /// The pairs of values that speak for each other, by their places among those that are voted on.
  private static func alike(
    _ items: [Item], _ facts: Facts, _ values: [Int32], _ itemOfValue: [Int32]
  ) -> [AlikeValues] {
    var places = [Int32](repeating: -1, count: facts.values.count)
    for (place, value) in values.enumerated() {
      places[Int(value)] = Int32(truncatingIfNeeded: place)
    }
    var alike: [AlikeValues] = []
    var last: Int32 = -1
    for item in items where item.item != last {
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
