import AssayCorpus
import AssayModel
import AssayReading

/// The words that claims of a document's sentences may quote: a sentence, or as many of its
/// neighbours as make it stand at one place only.
struct QuoteChoice {
  private let bytes: [UInt8]
  private let passages: [Passage]
  /// How many sentences may be quoted together.
  private static let most = 4

  init(_ bytes: [UInt8], _ passages: [Passage]) { (self.bytes, self.passages) = (bytes, passages) }

  /// The quote of each of `wanted`, places in the passages; `nil` where none stands alone.
  func quotes(
    of wanted: [Int], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> [String?] {
    var ranges = wanted.map { passages[$0].start..<passages[$0].end }
    var quotes = [String?](repeating: nil, count: wanted.count)
    var open = Array(wanted.indices)
    for step in 1...Self.most where !open.isEmpty {
      let places = try QuoteFinder(bytes).places(of: open.map { Array(bytes[ranges[$0]]) }, monitor)
      var ambiguous: [Int] = []
      for (index, found) in zip(open, places) {
        if found.count == 1 {
          quotes[index] = exact(ranges[index])
        } else {
          ambiguous.append(index)
        }
      }
      for index in ambiguous { ranges[index] = wider(ranges[index], wanted[index], step) }
      open = ambiguous
    }
    return quotes
  }

  /// The words of a stretch; `nil` if they are no UTF-8.
  private func exact(_ range: Range<Int>) -> String? {
    let words = String(decoding: bytes[range], as: UTF8.self)
    return words.utf8.elementsEqual(bytes[range]) ? words : nil
  }

  /// A sentence with `step` of those after it, or, at the end, before it.
  private func wider(_ range: Range<Int>, _ passage: Int, _ step: Int) -> Range<Int> {
    if passage + step < passages.count {
      return range.lowerBound..<max(range.upperBound, passages[passage + step].end)
    }
    return min(range.lowerBound, passages[max(0, passage - step)].start)..<range.upperBound
  }
}
