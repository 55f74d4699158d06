import AssayAnalysis
import AssayModel
import AssayText

/// Pairs of units that share wording, as columns; most shared words first.
struct CopyColumns {
  let matches: [CopyMatch]
  /// The longest run of each match, the first of equals.
  private let longest: [CopySpan?]
  private let units: CopyUnits

  init(_ found: [CopyMatch], _ units: CopyUnits, _ monitor: WorkMonitor) throws(Cancelled) {
    // Matches come in the order of the text, which decides between equals.
    let order = try found.indices.sorted(monitor) {
      let (one, other) = (found[$0].sharedWords, found[$1].sharedWords)
      return one != other ? one > other : $0 < $1
    }
    matches = try order.map(monitor) { found[$0] }
    longest = try matches.map(monitor) { $0.longestSpan }
    self.units = units
  }

  /// The key of a unit's source.
  func source(_ unit: Int) -> Int32 { units.sources[Int(units.documents[unit])] }

  /// Where one side of each match stands.
  func place(of side: KeyPath<CopyMatch, Int>) -> [Table.Cells] {
    var cells: [Table.Cells] = [
      .keys(matches.map { source($0[keyPath: side]) }),
      .counts(matches.map { units.paragraphs[$0[keyPath: side]] }),
    ]
    if units.unit == .sentence {
      cells.append(.counts(matches.map { units.sentences[$0[keyPath: side]] }))
    }
    return cells
  }

  /// Where the longest run of each match stands in the document of one side.
  func bytes(of side: KeyPath<CopyMatch, Int>, _ span: KeyPath<CopySpan, Span>) -> [Table.Cells] {
    let spans = zip(matches, longest).map {
      units.spanInDocument($1?[keyPath: span] ?? Span(0, 0), of: $0[keyPath: side])
    }
    return [
      .counts(spans.map { Int32(clamping: $0.start) }),
      .counts(spans.map { Int32(clamping: $0.end) }),
    ]
  }

  /// The longest run of a match.
  ///
  /// - Parameter whole: the bytes of its first unit.
  func run(_ row: Int, in whole: [UInt8]) -> String {
    let span = longest[row]?.first ?? Span(0, 0)
    let range = (span.start..<max(span.start, span.end)).clamped(to: whole.indices)
    return String(decoding: whole[range], as: UTF8.self)
  }

  /// Why a match is one.
  func rule(_ row: Int) -> String {
    let count = matches[row].spans.count
    return "\(matches[row].sharedWords) words stand in \(count == 1 ? "a run" : "\(count) runs") "
      + "of five or more that both passages have; case, accents and punctuation do not count."
  }
}

extension CopyMatch {
  fileprivate var longestSpan: CopySpan? {
    var longest = spans.first
    for span in spans where span.wordCount > longest?.wordCount ?? 0 { longest = span }
    return longest
  }
}
