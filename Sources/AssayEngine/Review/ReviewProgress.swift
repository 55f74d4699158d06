import AssayReading

/// How far the review of a document is.
package struct ReviewProgress: Sendable {
  /// What became of a sentence; the first that fits.
  package enum Outcome: String, CaseIterable, Sendable {
    /// A claim quotes words of it, or was made of it and quotes others or none.
    case claims
    case rejected
    case skipped
    /// It looks like a claim, and nobody has decided.
    case open
    /// Nothing speaks for a claim.
    case without
  }

  /// The sentences with what became of them, in the order of the text.
  package let sentences: [(passage: Passage, outcome: Outcome)]
  /// How many proposals are open, rejected and skipped.
  package let open: Int
  package let rejected: Int
  package let skipped: Int

  package init(_ review: SourceReview) {
    let states = review.states
    func count(_ state: SourceReview.State) -> Int { states.count { $0 == state } }
    (open, rejected, skipped) = (count(.open), count(.rejected), count(.skipped))
    let acceptances = Overlaps(review.acceptances.map(\.range))
    let rejections = Overlaps(review.rejections)
    let skips = Overlaps(review.skips)
    let openRanges = Overlaps(
      zip(review.proposals, states).filter { $1 == .open }.map { $0.0.start..<$0.0.end })
    sentences = review.sentences.map { passage in
      let range = passage.start..<passage.end
      let outcome: Outcome =
        review.isQuoted(range) || acceptances.touch(range)
        ? .claims
        : rejections.touch(range)
          ? .rejected : skips.touch(range) ? .skipped : openRanges.touch(range) ? .open : .without
      return (passage, outcome)
    }
  }

  /// How many sentences have an outcome.
  package func count(_ outcome: Outcome) -> Int { sentences.count { $0.outcome == outcome } }

  /// The share of the sentences that bear a claim, from 0 to 1; 0 for a document without sentences.
  package var coverage: Double {
    sentences.isEmpty ? 0 : Double(count(.claims)) / Double(sentences.count)
  }
}

/// Ranges that are asked for overlaps.
private struct Overlaps {
  private var starts: [Int] = []
  private var ends: [Int] = []

  /// Merged, so that both the starts and the ends are in order.
  init(_ ranges: [Range<Int>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ends.last, range.lowerBound < last {
        ends[ends.count - 1] = max(last, range.upperBound)
      } else {
        starts.append(range.lowerBound)
        ends.append(range.upperBound)
      }
    }
  }

  func touch(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < starts.count && starts[low] < range.upperBound
  }
}
