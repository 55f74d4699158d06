import AssayModel
import AssayText

/// A numbered paragraph for each row, to stand under a text.
///
/// What a row says comes first and ends a sentence; the rest follows with commas between. A `quote`
/// and a `title` stand in quotation marks.
struct FootnoteRenderer: RowSink {
  private let output: Output
  private let width: Int?
  private var names: [String] = []
  private var rowCount = 0

  init(to output: Output, _ settings: RenderSettings) {
    self.output = output
    width = settings.width
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) { names = columns.map(\.name) }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    rowCount += 1
    var parts: [String] = []
    var quote: String?
    for cell in 0..<row.count where !row.isMissing(cell) {
      let text = VisibleText.of(row.text(of: cell))
      switch names[cell] {
      case "quote": quote = "“\(text)”"
      case "title": parts.append("“\(text)”")
      default: parts.append(text)
      }
    }
    var words = parts.first ?? ""
    if let last = words.last, !".?!”".contains(last) { words += "." }
    let rest = parts.dropFirst().joined(separator: ", ")
    if !rest.isEmpty { words += " " + rest + "." }
    if let quote { words += " " + quote }
    let number = "[\(rowCount)] "
    try output.write(number + Self.wrapped(words, width, indent: number.utf8.count) + "\n")
    try output.flushIfFull()
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    if rowCount == 0 { try output.write(summary.footer + "\n") }
    try output.flush()
  }

  /// The words in lines that fit, every line but the first indented.
  private static func wrapped(_ words: String, _ width: Int?, indent: Int) -> String {
    guard let width, width > indent + 10 else { return words }
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = [""]
    var used = 0
    for word in words.split(separator: " ", omittingEmptySubsequences: false) {
      let size = DisplayWidth.of(String(word))
      if used > 0, used + 1 + size > width - indent {
        lines.append("")
        used = 0
      }
      lines[lines.count - 1] += (used > 0 ? " " : "") + word
      used += size + (used > 0 ? 1 : 0)
    }
    return lines.joined(separator: "\n" + margin)
  }
}
