import AssayEngine
import AssayText

/// A document for reading: numbered paragraphs folded to the width at hand, with a mark around
/// each quote and the claims that quote it below the paragraph.
struct DocumentView {
  private let reading: DocumentReading
  private let width: Int
  private let isColored: Bool

  init(_ reading: DocumentReading, width: Int, isColored: Bool) {
    (self.reading, self.isColored) = (reading, isColored)
    self.width = max(width, 40)
  }

  /// The lines, each with its end.
  var text: String {
    var text = painted(VisibleText.of(reading.title), "1") + "\n"
    text += "@\(reading.source)" + (reading.path.map { "  \($0)" } ?? "") + "\n"
    if reading.path == nil {
      text +=
        reading.named.map { "\nIts document `\($0)` cannot be read; `check` says why.\n" }
        ?? "\nThe source has no document.\n"
    }
    for paragraph in reading.paragraphs { text += "\n" + lines(of: paragraph) }
    let rest = reading.claims.indices.filter { reading.claims[$0].quote == nil }
    if !rest.isEmpty {
      text += "\nWithout a quote:\n" + rest.map(claimLine).joined()
    }
    return text + "\n" + summary
  }

  private var summary: String {
    let count = reading.claims.count
    let quoted = reading.claims.count { $0.quote != nil }
    let paragraphs = reading.paragraphs.count { paragraph in
      reading.claims.contains { $0.quote.map { $0.overlaps(paragraph.range) } ?? false }
    }
    let words =
      "\(count) claim\(count == 1 ? "" : "s"), \(quoted) with a quote, from "
      + "\(paragraphs) of \(reading.paragraphs.count) paragraphs"
    return painted(words, "2") + "\n"
  }

  // MARK: A paragraph

  private static let margin = 5

  private func lines(of paragraph: DocumentReading.Paragraph) -> String {
    let marks = reading.claims.indices.filter { index in
      reading.claims[index].quote.map { $0.overlaps(paragraph.range) } ?? false
    }
    let number = String(paragraph.number)
    let space = String(repeating: " ", count: Self.margin)
    var text = ""
    for (index, line) in folded(marked(paragraph.range, marks)).enumerated() {
      let lead = String(repeating: " ", count: max(Self.margin - 2 - number.count, 0)) + number
      text += (index == 0 ? painted(lead, "2") + "  " : space) + line + "\n"
    }
    return text + marks.map(claimLine).joined()
  }

  /// As in `[3] @cost-in-the-paper  The bridge cost more than 40,000 pounds.`
  private func claimLine(_ index: Int) -> String {
    let claim = reading.claims[index]
    let mark = claim.quote == nil ? "" : "[\(index + 1)] "
    let words = VisibleText.of("\(mark)@\(claim.id)  \(claim.says)")
    let space = String(repeating: " ", count: Self.margin + 2)
    return folded(words).map { space + painted($0, "36") + "\n" }.joined()
  }

  /// The words of a paragraph with `[3:` before and `]` behind each quote.
  private func marked(_ range: Range<Int>, _ marks: [Int]) -> String {
    var cuts: [(at: Int, order: Int, text: String)] = []
    for index in marks {
      guard let quote = reading.claims[index].quote else { continue }
      let inside = quote.clamped(to: range)
      // Of quotes that begin together the longest opens first; of those that end together it
      // closes last.
      cuts.append((inside.lowerBound, -quote.count, "[\(index + 1): "))
      cuts.append((inside.upperBound, -range.count - 1 + quote.count, "]"))
    }
    cuts.sort { ($0.at, $0.order) < ($1.at, $1.order) }
    var text = ""
    var place = range.lowerBound
    for cut in cuts {
      text += String(decoding: reading.bytes[place..<cut.at], as: UTF8.self) + cut.text
      place = cut.at
    }
    text += String(decoding: reading.bytes[place..<range.upperBound], as: UTF8.self)
    return VisibleText.of(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// A text in lines that the width holds beside the margin.
  private func folded(_ text: String) -> [String] {
    FoldedLines.of(text, width: width - Self.margin - 2)
  }

  private func painted(_ text: String, _ style: String) -> String {
    isColored ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}
