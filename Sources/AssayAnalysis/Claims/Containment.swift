import AssayModel

/// What contains what: entities by their keys, from 1.
package struct Containment: Sendable {
  /// The entities that contain entity `e`, directly or not, are `wholes[starts[e]..<starts[e + 1]]`.
  private let starts: [Int32]
  private let wholes: [Int32]

  /// Nothing contains anything.
  package init() { (starts, wholes) = ([0], []) }

  /// - Parameter direct: for each key the entities that contain it directly. A ring of parts is
  ///   followed once.
  /// - Throws: when the monitor says so.
  /// - Complexity: O(pairs of an entity and one that contains it).
  package init(wholes direct: [[Int32]], _ monitor: WorkMonitor = .idle) throws(Cancelled) {
    var starts: [Int32] = [0]
    var wholes: [Int32] = []
    starts.reserveCapacity(direct.count + 1)
    for part in direct.indices {
      try monitor.check(at: part)
      let first = wholes.count
      wholes += direct[part]
      var next = first
      while next < wholes.count {
        try monitor.check(at: next)
        let whole = Int(wholes[next])
        next += 1
        guard direct.indices.contains(whole) else { continue }
        for each in direct[whole] where !wholes[first...].contains(each) { wholes.append(each) }
      }
      starts.append(Int32(truncatingIfNeeded: wholes.count))
    }
    (self.starts, self.wholes) = (starts, wholes)
  }

  /// Whether `part` is `whole` or lies in it, directly or not.
  ///
  /// - Complexity: O(entities that contain `part`).
  package func contains(_ whole: Int32, _ part: Int32) -> Bool {
    if part == whole { return true }
    guard part > 0, Int(part) + 1 < starts.count else { return false }
    var place = Int(starts[Int(part)])
    let end = Int(starts[Int(part) + 1])
    while place < end {
      if wholes[place] == whole { return true }
      place += 1
    }
    return false
  }
}
