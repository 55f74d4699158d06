import AssayModel

/// A table as GitHub reads it, the count below as a paragraph.
///
/// What a text would do as markup is escaped: it can set no link, picture, emphasis or element.
struct MarkdownRenderer: RowSink {
  private let output: Output
  private let nulls: [UInt8]
  private var columns: [Column] = []
  private var hasRows = false
  private var text = MarkdownText()

  init(to output: Output, _ settings: RenderSettings) {
    self.output = output
    nulls = Array(settings.nulls.utf8)
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) { self.columns = columns }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    if !hasRows { appendHeader() }
    hasRows = true
    append(row)
    try output.flushIfFull()
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    if hasRows { try output.write("\n") }
    for (index, words) in summary.footer.codeSpans.enumerated() {
      if index % 2 == 1 {
        try output.write("`\(words)`")
      } else {
        text.append(String(words), to: &output.buffer)
      }
    }
    try output.write("\n")
    try output.flush()
  }

  private mutating func appendHeader() {
    var header = RowBuffer()
    for column in columns { header.append(column.name) }
    append(header)
    for column in columns { output.buffer.append(column.isRightAligned ? "| ---: " : "| --- ") }
    output.buffer.append("|\n")
  }

  private mutating func append(_ row: borrowing RowBuffer) {
    row.forEachCell { cell, bytes in
      output.buffer.append("| ")
      if let bytes {
        text.append(bytes, to: &output.buffer)
      } else {
        nulls.withUnsafeBufferPointer { text.append($0, to: &output.buffer) }
      }
      output.buffer.append(" ")
    }
    output.buffer.append("|\n")
  }
}
