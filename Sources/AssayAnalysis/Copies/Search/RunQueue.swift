/// A run of words that two texts share.
struct WordRun: Hashable, Sendable {
  /// Its first word in the shorter text.
  let short: Int
  /// Its first word in the longer text.
  let long: Int
  /// How many words it has.
  let count: Int

  /// Whether it is taken before `other`: it is longer, or it is as long and stands first.
  func precedes(_ other: WordRun) -> Bool {
    if count != other.count { return count > other.count }
    return short != other.short ? short < other.short : long < other.long
  }
}

/// Runs of which the longest comes out first: a binary heap.
struct RunQueue {
  private var runs: [WordRun] = []

  var isEmpty: Bool { runs.isEmpty }

  mutating func push(_ run: WordRun) {
    runs.append(run)
    var child = runs.count - 1
    while child > 0, runs[child].precedes(runs[(child - 1) / 2]) {
      runs.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> WordRun? {
    guard let last = runs.popLast() else { return nil }
    guard let longest = runs.first else { return last }
    runs[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < runs.count else { return longest }
      if child + 1 < runs.count, runs[child + 1].precedes(runs[child]) { child += 1 }
      guard runs[child].precedes(runs[parent]) else { return longest }
      runs.swapAt(child, parent)
      parent = child
    }
  }
}
