import AssayModel
import AssayText

/// A table as GitHub reads it, the count below as a paragraph.
///
/// What a text would do as markup is escaped: it can set no link, picture, emphasis or element.
struct MarkdownRenderer: RowSink {
  private let output: Output
  private let nulls: [UInt8]
  private var columns: [Column] = []
  private var hasRows = false
  private var visible: [UInt8] = []

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
        Array(words.utf8).withUnsafeBufferPointer { Self.appendEscaped($0, to: &output.buffer) }
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
        appendCell(bytes)
      } else {
        nulls.withUnsafeBufferPointer { appendCell($0) }
      }
      output.buffer.append(" ")
    }
    output.buffer.append("|\n")
  }

  private mutating func appendCell(_ text: UnsafeBufferPointer<UInt8>) {
    if VisibleText.isPlain(text) { return Self.appendEscaped(text, to: &output.buffer) }
    visible.forEachLine(of: text) { index, line in
      if index > 0 { output.buffer.append("<br>") }
      Self.appendEscaped(line, to: &output.buffer)
    }
  }

  private static func appendEscaped(
    _ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]
  ) {
    out.append(text) { byte in
      switch byte {
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "|"): "\\|"
      case UInt8(ascii: "`"): "\\`"
      case UInt8(ascii: "*"): "\\*"
      case UInt8(ascii: "_"): "\\_"
      case UInt8(ascii: "["): "\\["
      case UInt8(ascii: "]"): "\\]"
      case UInt8(ascii: "~"): "\\~"
      default: nil
      }
    }
  }
}
