import AssayModel
import AssayReading
import AssayText

/// A sentence with the marks of a reader.
struct MarkedSentence {
  let kind: String
  let language: String
  let isCandidate: Bool
  let hedges: [String]
  let speakers: [String]
  let dates: [(words: String, value: String)]
  let published: PartialDate?
  let text: String

  /// - Parameter columns: what the cells are; `nil` if they are not as many or one is missing.
  init?(_ cells: [String], _ columns: [String]) {
    guard cells.count == columns.count else { return nil }
    func cell(_ name: String) -> String? { columns.firstIndex(of: name).map { cells[$0] } }
    guard let kind = cell("kind"), let language = cell("lang"), let text = cell("text"),
      let candidate = cell("candidate"), let hedges = cell("hedges"),
      let speakers = cell("speakers"), let dates = cell("dates"), let published = cell("published")
    else { return nil }
    (self.kind, self.language, self.text) = (kind, language, text)
    isCandidate = candidate == "yes"
    self.hedges = Self.parts(hedges).map(Self.plain)
    self.speakers = Self.parts(speakers).map(Self.plain)
    self.dates = Self.parts(dates).map { part in
      let mark = part.lastIndex(of: "=") ?? part.endIndex
      return (Self.plain(String(part[..<mark])), String(part[mark...].dropFirst()))
    }
    self.published = PartialDate(published)
  }

  private static func parts(_ cell: String) -> [String] {
    cell.split(separator: "|").map(String.init)
  }

  /// Words as they are compared: without case, punctuation and the article before them.
  static func plain(_ words: String) -> String {
    var parts = WordFolding.words(of: words).split(separator: " ")
    while parts.count > 1, let first = parts.first, articles.contains(String(first)) {
      parts.removeFirst()
    }
    return parts.joined(separator: " ")
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "el", "la", "los", "las", "un", "una", "unos", "unas",
  ]
}

/// What the program marks in the same sentence.
struct FoundMarks {
  let hedges: [String]
  let speakers: [String]
  let dates: [(words: String, value: String)]
  let isCandidate: Bool

  init(_ sentence: MarkedSentence) {
    let bytes = Array(sentence.text.utf8)
    let passage = Passage(paragraph: 1, sentence: 1, start: 0, end: bytes.count)
    func read(_ range: Range<Int>) -> SentenceReading {
      var reader = SentenceReader(language: sentence.language)
      return bytes.withUnsafeBufferPointer { all in
        reader.read(
          UnsafeBufferPointer(rebasing: all[range]),
          Passage(paragraph: 1, sentence: 1, start: 0, end: range.count),
          published: sentence.published)
      }
    }
    func words(_ span: Span) -> String {
      MarkedSentence.plain(String(decoding: bytes[span.start..<span.end], as: UTF8.self))
    }
    let reading = read(passage.start..<passage.end)
    let cues = reading.candidate.cues
    hedges = cues.filter { $0.kind == .hedge }.map { words($0.span) }
    speakers = cues.filter { $0.kind == .speaker && !$0.isWeak }.map { words($0.words) }
    isCandidate = reading.candidate.isClaim
    // The reader marks a date without what bounds it, so `since 2014` is read again as `2014`.
    dates = reading.dates.map { found in
      let start = Self.withoutBound(bytes, found.span)
      let value =
        start == found.span.start
        ? found.date : read(start..<found.span.end).dates.first?.date
      return (words(Span(start, found.span.end)), value?.description ?? "")
    }
  }

  private static let bounds: Set<String> = [
    "since", "until", "till", "before", "after", "by", "in", "on", "at", "during", "desde",
    "hasta", "antes", "después", "de", "del", "en", "tras",
  ]

  /// Where a date begins behind the prepositions before it; its beginning if it is a span of time.
  private static func withoutBound(_ bytes: [UInt8], _ span: Span) -> Int {
    var start = span.start
    while let space = bytes[start..<span.end].firstIndex(of: 0x20) {
      let word = String(decoding: bytes[start..<space], as: UTF8.self).lowercased()
      guard bounds.contains(word) else { break }
      start = space + 1
    }
    let text = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    return text.contains(" hasta ") || text.contains(" until ") ? span.start : start
  }
}
