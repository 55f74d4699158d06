import AssayCorpus
import AssayText

/// Looking for words to quote.
extension DocumentReading {
  /// How often the document holds a text: 0, 1, or 2 for more.
  package func countOfPlaces(of text: String) -> Int {
    places(of: Array(text.utf8)).count
  }

  /// The first place of a text with the words after it: up to the end of the clause, and up to the
  /// end of the sentence; empty if the document does not hold the text.
  package func continuations(of text: String) -> [String] {
    let typed = Array(text.utf8)
    guard !typed.isEmpty, let place = places(of: typed).first else {
      return []
    }
    let start = place + typed.count
    var found: [String] = []
    for signs in [Self.clauseEnds, Self.sentenceEnds] {
      let end = end(from: start, at: signs)
      let words = String(decoding: bytes[place..<end], as: UTF8.self)
      if end > start, found.last != words { found.append(words) }
    }
    return found
  }

  /// The first two places; looking for one text in one document is over at once.
  private func places(of text: [UInt8]) -> [Int] {
    (try? QuoteFinder(bytes).places(of: [text]).first) ?? []
  }

  private static let sentenceEnds: Set<UInt8> = Set(".!?\n".utf8)
  private static let clauseEnds: Set<UInt8> = sentenceEnds.union(",;:".utf8)

  /// The place of the first of these signs that a space, a line end or nothing follows.
  private func end(from start: Int, at signs: Set<UInt8>) -> Int {
    var place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      let isLast = place + 1 == bytes.count || [0x20, 0x0A, 0x22].contains(bytes[place + 1])
      if place > start, isLast, signs.contains(bytes[place]) { return place }
      place += 1
    }
    return place
  }
}
