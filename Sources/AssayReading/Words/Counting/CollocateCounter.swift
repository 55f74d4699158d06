import AssayModel

/// What stands near the matches of a pattern.
package struct NeighbourCounts {
  /// The numbers of the words, in no order.
  package var words: [Int32] = []
  /// For each of them how often it stands in a window.
  package var together: [Int32] = []
  /// For each of them in how many documents it does.
  package var documents: [Int32] = []
  /// For each of them how often it stands in the text, as part of a match left aside.
  package var frequencies: [Int32] = []
  /// How many words the windows have, each counted once however many windows it is in.
  package var windowSize = 0
  /// How many words the text has without those of the matches.
  package var textSize = 0
}

/// Counts the words around matches, as S. Evert, *Corpora and collocations* (2008), has it for
/// surface cooccurrence: windows that overlap are joined, and the words of matches do not count.
package struct CollocateCounter {
  private let index: WordIndex
  private let monitor: WorkMonitor
  private var together: [Int32]
  private var matched: [Int32]
  private var documents: [Int32]
  private var latest: [Int32]

  package init(_ index: WordIndex, _ monitor: WorkMonitor) {
    (self.index, self.monitor) = (index, monitor)
    together = [Int32](repeating: 0, count: index.wordCount)
    (matched, documents, latest) = (together, together, together)
  }

  /// The words near the matches in a part of the text.
  ///
  /// - Parameters:
  ///   - left: how many words before a match belong to its window, `right` how many behind it.
  ///   - reach: what a window does not go beyond: the sentence, or the paragraph as far as it belongs
  ///     to the part.
  package mutating func neighbours(
    of matches: WordMatches, left: Int, right: Int, _ reach: WordPattern.Reach,
    in scope: TextScope
  ) throws(Cancelled) -> NeighbourCounts {
    var found = NeighbourCounts()
    var matchedWords: [Int32] = []
    // Up to where words were counted, and up to where those of matches were.
    var (done, matchedTo) = (0, 0)
    var part = 0
    var next = 0
    var limits = Limits()
    for row in 0..<matches.count {
      try monitor.check(at: row)
      let start = Int(matches.starts[row])
      let end = start + Int(matches.lengths[row])
      let passage = Int(matches.passages[row])
      while scope.ranges[part].upperBound <= passage { part += 1 }
      limits.move(to: passage, reach, within: scope.ranges[part], index)
      for position in max(start, matchedTo)..<max(end, matchedTo) {
        let word = index.word(at: position)
        if matched[word] == 0 { matchedWords.append(Int32(truncatingIfNeeded: word)) }
        matched[word] += 1
      }
      matchedTo = max(matchedTo, end)
      let first = max(limits.positions.lowerBound, start - left, done)
      let last = min(limits.positions.upperBound, end + right)
      guard first < last else { continue }
      for position in first..<last {
        // Matches that begin later may still lie in this window.
        while next < matches.count, Int(matches.starts[next] + matches.lengths[next]) <= position {
          next += 1
        }
        if next < matches.count, Int(matches.starts[next]) <= position { continue }
        count(index.word(at: position), limits.document, &found)
      }
      done = last
    }
    for word in found.words.map(Int.init) {
      found.together.append(together[word])
      found.documents.append(documents[word])
      (together[word], documents[word], latest[word]) = (0, 0, 0)
    }
    found.textSize =
      scope.tokenCount(in: index) - matchedWords.reduce(0) { $0 + Int(matched[Int($1)]) }
    try countFrequencies(in: scope, &found)
    for word in matchedWords { matched[Int(word)] = 0 }
    return found
  }

  private mutating func count(_ word: Int, _ document: Int32, _ found: inout NeighbourCounts) {
    found.windowSize += 1
    if together[word] == 0 { found.words.append(Int32(truncatingIfNeeded: word)) }
    together[word] += 1
    if latest[word] != document {
      latest[word] = document
      documents[word] += 1
    }
  }

  /// How often the neighbours stand in the whole part.
  private mutating func countFrequencies(
    in scope: TextScope, _ found: inout NeighbourCounts
  ) throws(Cancelled) {
    if scope.isWhole(index) {
      found.frequencies = found.words.map { word in
        Int32(truncatingIfNeeded: index.frequency(of: Int(word))) - matched[Int(word)]
      }
      return
    }
    for range in scope.ranges {
      for position in index.positions(ofPassages: range) {
        try monitor.check(at: position)
        together[index.word(at: position)] += 1
      }
    }
    found.frequencies = found.words.map { together[Int($0)] - matched[Int($0)] }
    for range in scope.ranges {
      for position in index.positions(ofPassages: range) { together[index.word(at: position)] = 0 }
    }
  }

  /// Where the windows of a passage end.
  private struct Limits {
    private var passages = 0..<0
    private(set) var positions = 0..<0
    /// The document, counted from 1.
    private(set) var document: Int32 = 0
    private var documentEnd = 0

    mutating func move(
      to passage: Int, _ reach: WordPattern.Reach, within part: Range<Int>, _ index: WordIndex
    ) {
      guard !passages.contains(passage) else { return }
      let whole =
        reach == .sentence ? passage..<passage + 1 : index.paragraph(ofPassage: passage)
      passages = whole.clamped(to: part)
      positions = index.positions(ofPassages: passages)
      guard passage >= documentEnd else { return }
      let place = index.document(ofPassage: passage)
      documentEnd = index.passages(ofDocument: place).upperBound
      document = Int32(truncatingIfNeeded: place + 1)
    }
  }
}
