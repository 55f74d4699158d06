import AssayModel

/// Two values of one item that speak for each other, such as near figures.
package struct AlikeValues: Hashable, Sendable {
  /// The one value.
  package let first: Int32
  /// The other value, of the same item.
  package let second: Int32
  /// How far one supports the other: 0 not at all, 1 wholly; no unit.
  package let weight: Double

  /// Pairs two values; their order says nothing.
  package init(_ first: Int32, _ second: Int32, weight: Double) {
    (self.first, self.second, self.weight) = (first, second, weight)
  }

  /// Whether both values exist, are two, and belong to one item, and the weight is in 0...1.
  func isSound(_ itemOfValue: [Int32]) -> Bool {
    itemOfValue.indices.contains(Int(first)) && itemOfValue.indices.contains(Int(second))
      && first != second && itemOfValue[Int(first)] == itemOfValue[Int(second)]
      && (0...1).contains(weight)
  }
}

/// The slots that are alike, listed for each slot.
struct Likeness: Sendable {
  /// Where the neighbours of a slot start, and the end of the last one's; empty without any pair.
  private(set) var starts: [Int32] = []
  private(set) var neighbours: [Int32] = []
  private(set) var weights: [Double] = []

  var isEmpty: Bool { neighbours.isEmpty }

  /// Lists both directions of each pair; of a pair given twice, the greater weight.
  init(
    _ pairs: [AlikeValues], slotOfValue: [Int32], _ monitor: WorkMonitor
  ) throws(Cancelled) {
    if pairs.isEmpty { return }
    var links: [(from: Int32, to: Int32, weight: Double)] = []
    links.reserveCapacity(2 * pairs.count)
    for pair in pairs {
      let (first, second) = (slotOfValue[Int(pair.first)], slotOfValue[Int(pair.second)])
      links.append((first, second, pair.weight))
      links.append((second, first, pair.weight))
    }
    links = try links.sorted(monitor) { ($0.from, $0.to, $1.weight) < ($1.from, $1.to, $0.weight) }
    starts = [Int32](repeating: 0, count: slotOfValue.count + 1)
    var last: (from: Int32, to: Int32) = (-1, -1)
    for link in links where last != (link.from, link.to) {
      last = (link.from, link.to)
      starts[Int(link.from) + 1] += 1
      neighbours.append(link.to)
      weights.append(link.weight)
    }
    for slot in slotOfValue.indices { starts[slot + 1] += starts[slot] }
  }

  /// What is listed for some slots, each neighbour by its number among them.
  init(_ all: Likeness, slots: [Int32], number: (Int32) -> Int32) {
    starts.reserveCapacity(slots.count + 1)
    starts.append(0)
    for slot in slots {
      for place in Int(all.starts[Int(slot)])..<Int(all.starts[Int(slot) + 1]) {
        neighbours.append(number(all.neighbours[place]))
        weights.append(all.weights[place])
      }
      starts.append(Int32(truncatingIfNeeded: neighbours.count))
    }
  }
}
