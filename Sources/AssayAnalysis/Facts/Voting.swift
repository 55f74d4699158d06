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
      alike: Self.nearFigures(items, facts))
  }

  private static func items(_ number: Int32, _ item: Facts.Item, _ facts: Facts) -> [Item] {
    let places = item.values.map { Int32(truncatingIfNeeded: $0) }
    guard item.allowsSeveral else {
      let asserted = places.filter { facts.values[Int($0)].answer >= 0 }
      return [Item(item: number, values: asserted.isEmpty ? places : asserted)]
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
    return groups.map { Item(item: number, values: $0) }
  }

  /// How far figures may lie apart, as a share of the greater one, to speak for each other.
  private static let nearness = 0.25
  /// How many neighbours of a figure are looked at.
  private static let mostNeighbours = 8

  private static func nearFigures(_ items: [Item], _ facts: Facts) -> [AlikeValues] {
    var alike: [AlikeValues] = []
    var start = 0
    for item in items {
      defer { start += item.values.count }
      guard item.values.count > 1 else { continue }
      let figures = item.values.indices.compactMap { index -> (place: Int32, number: Double)? in
        let number = facts.values[Int(item.values[index])].number
        return number.isFinite ? (Int32(truncatingIfNeeded: start + index), number) : nil
      }.sorted { ($0.number, $0.place) < ($1.number, $1.place) }
      for (index, one) in figures.enumerated() {
        for other in figures[(index + 1)...].prefix(mostNeighbours) {
          let size = max(abs(one.number), abs(other.number))
          let gap = size > 0 ? (other.number - one.number) / size : 0
          guard gap < nearness else { break }
          alike.append(AlikeValues(one.place, other.place, weight: 1 - gap / nearness))
        }
      }
    }
    return alike
  }
}
