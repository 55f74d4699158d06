/// Numbers that are joined into sets, each set named by one of its members (union and find).
struct DisjointSets {
  private var parents: [Int32] = []

  /// So many numbers from 0, each a set of its own.
  init(count: Int) { parents = (0..<Int32(clamping: max(0, count))).map { $0 } }

  var count: Int { parents.count }

  /// Adds the next number as a set of its own.
  mutating func append() { parents.append(Int32(clamping: parents.count)) }

  /// The member that names the set.
  ///
  /// - Complexity: O(log count) over many calls, as the ways are halved.
  mutating func name(of member: Int32) -> Int32 {
    var at = member
    while parents[Int(at)] != at {
      parents[Int(at)] = parents[Int(parents[Int(at)])]
      at = parents[Int(at)]
    }
    return at
  }

  /// Makes one set of two, named by the name that comes first.
  mutating func join(
    _ one: Int32, _ other: Int32, first comesFirst: (Int32, Int32) -> Bool = { $0 < $1 }
  ) {
    let (one, other) = (name(of: one), name(of: other))
    guard one != other else { return }
    let isFirst = comesFirst(one, other)
    parents[Int(isFirst ? other : one)] = isFirst ? one : other
  }

  /// The name of the set of each number.
  var names: [Int32] {
    var sets = self
    return parents.indices.map { sets.name(of: Int32(truncatingIfNeeded: $0)) }
  }
}
