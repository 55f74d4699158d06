import AssayModel

/// How much of their wording two documents share.
package struct DocumentOverlap: Hashable, Sendable {
  /// The lower number of the two documents.
  package let first: Int32
  /// The greater number of the two documents.
  package let second: Int32
  /// How many words of the first document stand in runs that it shares with the second.
  package let firstSharedWords: Int
  /// How many words of the second document stand in runs that it shares with the first.
  package let secondSharedWords: Int
  /// Share of the words of the first document that stand in such runs; 0...1.
  package let firstShare: Double
  /// Share of the words of the second document that stand in such runs; 0...1.
  package let secondShare: Double
}

extension CopyFinder {
  /// What documents share, by `first`, then by `second`; pairs without a match are left out.
  ///
  /// A word counts once, however often the other document has it. Of formulas, which are matched as
  /// a star, only the documents at its centre are seen to share them.
  ///
  /// - Parameter matches: of this finder; others are left out as far as their units are unknown.
  /// - Complexity: O(units + spans × log spans).
  package func overlaps(
    of matches: [CopyMatch], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> [DocumentOverlap] {
    let wordCounts = documentWordCounts()
    let stretches = try stretches(of: matches, monitor)
    var overlaps: [DocumentOverlap] = []
    var index = 0
    while index < stretches.count {
      try monitor.check()
      let (first, second) = (stretches[index].first, stretches[index].second)
      var shared = (first: 0, second: 0)
      while index < stretches.count, stretches[index].first == first,
        stretches[index].second == second
      {
        let count = countUnion(of: stretches, from: &index)
        if count.isOfFirst { shared.first += count.words } else { shared.second += count.words }
      }
      overlaps.append(
        DocumentOverlap(
          first: first, second: second, firstSharedWords: shared.first,
          secondSharedWords: shared.second,
          firstShare: Double(shared.first) / Double(max(1, wordCounts[first] ?? 0)),
          secondShare: Double(shared.second) / Double(max(1, wordCounts[second] ?? 0))))
    }
    return overlaps
  }

  private func documentWordCounts() -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for (unit, document) in documents.enumerated() {
      counts[document, default: 0] += words.words(of: unit).count
    }
    return counts
  }

  private func stretches(
    of matches: [CopyMatch], _ monitor: WorkMonitor
  ) throws(Cancelled) -> [SharedStretch] {
    var stretches: [SharedStretch] = []
    for (place, match) in matches.enumerated() where documents.indices.contains(match.first) {
      try monitor.check(at: place)
      guard documents.indices.contains(match.second) else { continue }
      let own = documents[match.first]
      let other = documents[match.second]
      for span in match.spans {
        for (document, unit, word) in [
          (own, match.first, span.firstWord), (other, match.second, span.secondWord),
        ] {
          stretches.append(
            SharedStretch(
              first: min(own, other), second: max(own, other),
              isOfSecond: document == max(own, other), unit: unit, begin: word,
              end: word + span.wordCount))
        }
      }
    }
    return try stretches.sorted(monitor) { $0.key < $1.key }
  }

  /// Counts the words of the unit that stands at `index`, and moves on to the next one.
  private func countUnion(
    of stretches: [SharedStretch], from index: inout Int
  ) -> (isOfFirst: Bool, words: Int) {
    let start = stretches[index]
    var count = 0
    var reached = 0
    while index < stretches.count, stretches[index].isOfSameUnit(as: start) {
      let stretch = stretches[index]
      count += max(0, stretch.end - max(reached, stretch.begin))
      reached = max(reached, stretch.end)
      index += 1
    }
    return (!start.isOfSecond, count)
  }
}

/// Words of one unit that another document has, too.
private struct SharedStretch {
  let first: Int32
  let second: Int32
  let isOfSecond: Bool
  let unit: Int
  let begin: Int
  let end: Int

  var key: (Int32, Int32, Int, Int, Int, Int) {
    (first, second, isOfSecond ? 1 : 0, unit, begin, end)
  }

  func isOfSameUnit(as other: SharedStretch) -> Bool {
    first == other.first && second == other.second && unit == other.unit
  }
}
