import AssayModel

/// How often words stand in a text, and in how many documents of it.
package struct WordCounts {
  /// The numbers of the words, in no order.
  package var words: [Int32] = []
  /// For each of them how often it stands there.
  package var counts: [Int32] = []
  /// For each of them how many documents have it there.
  package var documents: [Int32] = []
  /// How many words the text has, taken together.
  package var tokenCount = 0
}

/// Counts the words of one part of the documents after the other, in the same room.
package struct WordCounter {
  private let index: WordIndex
  private let monitor: WorkMonitor
  private var counts: [Int32] = []
  private var documents: [Int32] = []
  private var latest: [Int32] = []

  package init(_ index: WordIndex, _ monitor: WorkMonitor) {
    (self.index, self.monitor) = (index, monitor)
  }

  /// The words of a part.
  ///
  /// - Parameter least: words that are rarer are left out.
  package mutating func counts(
    in scope: TextScope, least: Int = 1
  ) throws(Cancelled) -> WordCounts {
    scope.isWhole(index) ? try all(least) : try counted(scope, least)
  }

  /// The words of all documents, which the index knows.
  private func all(_ least: Int) throws(Cancelled) -> WordCounts {
    var found = WordCounts()
    found.tokenCount = index.tokenCount
    for word in 0..<index.wordCount {
      try monitor.check(at: word)
      let count = index.frequency(of: word)
      guard count >= least else { continue }
      found.words.append(Int32(truncatingIfNeeded: word))
      found.counts.append(Int32(truncatingIfNeeded: count))
      found.documents.append(Int32(truncatingIfNeeded: index.documentFrequency(of: word)))
    }
    return found
  }

  private mutating func counted(
    _ scope: TextScope, _ least: Int
  ) throws(Cancelled) -> WordCounts {
    if counts.isEmpty {
      counts = [Int32](repeating: 0, count: index.wordCount)
      documents = counts
      latest = counts
    }
    var found = WordCounts()
    for (document, passages) in index.documents(of: scope) {
      let number = Int32(truncatingIfNeeded: document + 1)
      for position in index.positions(ofPassages: passages) {
        try monitor.check(at: position)
        let word = index.word(at: position)
        if counts[word] == 0 { found.words.append(Int32(truncatingIfNeeded: word)) }
        counts[word] += 1
        found.tokenCount += 1
        if latest[word] != number {
          latest[word] = number
          documents[word] += 1
        }
      }
    }
    var kept: [Int32] = []
    for word in found.words.map(Int.init) {
      if counts[word] >= least {
        kept.append(Int32(truncatingIfNeeded: word))
        found.counts.append(counts[word])
        found.documents.append(documents[word])
      }
      (counts[word], documents[word], latest[word]) = (0, 0, 0)
    }
    found.words = kept
    return found
  }
}

extension WordIndex {
  /// The documents of a part, with the passages of each that belong to it; several times where
  /// they are not neighbours.
  package func documents(of scope: TextScope) -> [(document: Int, passages: Range<Int>)] {
    var found: [(document: Int, passages: Range<Int>)] = []
    for range in scope.ranges {
      var document = self.document(ofPassage: range.lowerBound)
      while document < documentCount {
        let all = passages(ofDocument: document)
        guard all.lowerBound < range.upperBound else { break }
        let part = all.clamped(to: range)
        if !part.isEmpty { found.append((document, part)) }
        document += 1
      }
    }
    return found
  }
}
