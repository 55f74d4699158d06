/// A part of all documents: passages, as ranges in order that do not touch.
package struct TextScope: Hashable, Sendable {
  /// The passages, by their numbers in the index.
  package private(set) var ranges: [Range<Int>]

  /// Everything.
  package init(allOf index: WordIndex) {
    ranges = index.passageCount > 0 ? [0..<index.passageCount] : []
  }

  /// Passages in any order, some perhaps more than once.
  package init(_ parts: [Range<Int>]) {
    ranges = []
    let isSorted = zip(parts, parts.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound }
    for part in isSorted ? parts : parts.sorted(by: { $0.lowerBound < $1.lowerBound })
    where !part.isEmpty {
      if let last = ranges.last, last.upperBound >= part.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
      } else {
        ranges.append(part)
      }
    }
  }

  /// Whether no passage belongs to it.
  package var isEmpty: Bool { ranges.isEmpty }
  /// How many passages there are.
  package var passageCount: Int { ranges.reduce(0) { $0 + $1.count } }

  /// How many words they have.
  package func tokenCount(in index: WordIndex) -> Int {
    ranges.reduce(0) { $0 + index.positions(ofPassages: $1).count }
  }

  /// Whether these are all passages.
  package func isWhole(_ index: WordIndex) -> Bool {
    ranges.first == 0..<index.passageCount || index.passageCount == 0
  }
}
