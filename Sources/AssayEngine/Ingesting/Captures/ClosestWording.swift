import AssayModel
import AssayText

/// Finds the words of a text that are most like a quote that is not in it.
struct ClosestWording {
  /// Share of the words of a quote that have to be there in their order, for the rest to count as
  /// changed.
  static let threshold = 0.5
  /// Quotes of fewer words are like too much, and of more words too long to be laid side by side.
  private static let lengths = 3...2000

  /// A word and where it stands.
  private struct Word {
    let key: UInt64
    let span: Span
  }

  private let words: [Word]

  /// - Complexity: O(bytes).
  init(_ text: [UInt8]) { words = Self.words(of: text) }

  /// Where the words stand that are most like a quote; `nil` if none are like enough.
  ///
  /// - Complexity: O(words of the text + square of the words of the quote).
  func span(of quote: [UInt8], _ monitor: WorkMonitor) throws(Cancelled) -> Span? {
    let sought = Self.words(of: quote).map(\.key)
    guard Self.lengths.contains(sought.count), !words.isEmpty,
      let start = try bestWindow(sought, monitor)
    else { return nil }
    let slack = sought.count / 2
    let range = max(0, start - slack)..<min(words.count, start + sought.count + slack)
    let pairs = Self.common(sought, words[range].map(\.key))
    guard let first = pairs.first, let last = pairs.last,
      Double(pairs.count) >= Self.threshold * Double(sought.count)
    else { return nil }
    // Words at the ends of the quote that were changed have others in their place.
    let from = max(0, range.lowerBound + first.new - first.old)
    let to = min(words.count - 1, range.lowerBound + last.new + sought.count - 1 - last.old)
    return Span(words[from].span.start, words[max(from, to)].span.end)
  }

  /// The first word of the window with the most words of the quote; `nil` if none has enough.
  private func bestWindow(_ sought: [UInt64], _ monitor: WorkMonitor) throws(Cancelled) -> Int? {
    var wanted: [UInt64: Int] = [:]
    for key in sought { wanted[key, default: 0] += 1 }
    var shared = 0
    var best = (shared: 0, start: 0)
    for end in words.indices {
      try monitor.check(at: end)
      // A word counts as often as the quote has it.
      if let left = wanted[words[end].key] {
        if left > 0 { shared += 1 }
        wanted[words[end].key] = left - 1
      }
      let start = end - sought.count
      if start >= 0, let left = wanted[words[start].key] {
        if left >= 0 { shared -= 1 }
        wanted[words[start].key] = left + 1
      }
      if shared > best.shared { best = (shared, max(0, start + 1)) }
    }
    return Double(best.shared) >= Self.threshold * Double(sought.count) ? best.start : nil
  }

  /// The longest common row of words, as places in both.
  private static func common(_ old: [UInt64], _ new: [UInt64]) -> [(old: Int, new: Int)] {
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        lengths[row * width + column] =
          old[row] == new[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (row, column) = (0, 0)
    while row < old.count, column < new.count {
      if old[row] == new[column] {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// Runs of ASCII letters, digits and other scripts, keyed without the case of ASCII: FNV-1a.
  private static func words(of text: [UInt8]) -> [Word] {
    var words: [Word] = []
    var start: Int?
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for (offset, byte) in text.enumerated() {
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if byte >= 0x80 || lower &- 0x61 < 26 || byte &- 0x30 < 10 {
        if start == nil { (start, key) = (offset, 0xCBF2_9CE4_8422_2325) }
        key = (key ^ UInt64(lower)) &* 0x100_0000_01B3
      } else if let first = start {
        words.append(Word(key: key, span: Span(first, offset)))
        start = nil
      }
    }
    if let first = start { words.append(Word(key: key, span: Span(first, text.count))) }
    return words
  }
}
