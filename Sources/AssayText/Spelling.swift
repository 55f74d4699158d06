/// What a misspelt name was likely meant to be.
package enum Spelling {
  /// The candidate nearest to `word`, if one is near enough to be worth suggesting: at most a
  /// third of its letters differ, rounded up if the first is the same; small and capital ones are
  /// alike. Of equally near ones the first in byte order.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let target = lowered(word)
    // One letter is like any other.
    let limit = target.count < 2 ? 0 : max(1, (target.count + 1) / 3)
    let otherLimit = target.count < 2 ? 0 : max(1, target.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates where abs(candidate.utf8.count - target.count) <= limit {
      let letters = lowered(candidate)
      let most = letters.first == target.first ? limit : otherLimit
      let found = distance(target, letters, limit: min(best?.distance ?? most, most))
      guard let found else { continue }
      if let best, (best.distance, best.name) <= (found, candidate) { continue }
      best = (found, candidate)
    }
    return best?.name
  }

  /// The bytes of a word, its ASCII letters small.
  private static func lowered(_ word: String) -> [UInt8] {
    word.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }

  /// The optimal string alignment distance (insertions, deletions, replacements, swaps of
  /// neighbours) of two words in bytes, or `nil` if it is above `limit`.
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    var older: [Int] = []
    var above = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, older[j - 1] + 1)
        }
        row.append(cost)
      }
      if (row.min() ?? 0) > limit { return nil }
      older = above
      above = row
    }
    return above[right.count] <= limit ? above[right.count] : nil
  }
}
