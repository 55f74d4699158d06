import AssayModel
import AssayText

/// A page of its own with one table, readable in the light and in the dark.
///
/// It has no script and loads nothing; what the cells hold is text and nothing else. The count
/// stands below the table as the caption of a figure, since it is known only after the rows.
struct HTMLRenderer: RowSink {
  private let output: Output
  private var isNumeric: [Bool] = []
  private var visible: [UInt8] = []

  init(to output: Output) { self.output = output }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    isNumeric = columns.map(\.isRightAligned)
    try output.write(Self.pageStart)
    output.buffer.append("<thead>\n<tr>")
    for column in columns {
      output.buffer.append(
        column.isRightAligned ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
      var name = column.name
      name.withUTF8 { appendCell($0) }
      output.buffer.append("</th>")
    }
    try output.write("</tr>\n</thead>\n<tbody>\n")
  }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    append(row)
    try output.flushIfFull()
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    output.buffer.append("</tbody>\n</table>\n<figcaption>")
    for (index, words) in summary.footer.codeSpans.enumerated() {
      output.buffer.append(index % 2 == 1 ? "<code>" : "")
      Array(words.utf8).withUnsafeBufferPointer { Self.appendEscaped($0, to: &output.buffer) }
      output.buffer.append(index % 2 == 1 ? "</code>" : "")
    }
    try output.write("</figcaption>\n</figure>\n</body>\n</html>\n")
    try output.flush()
  }

  private mutating func append(_ row: borrowing RowBuffer) {
    output.buffer.append("<tr>")
    row.forEachCell { cell, bytes in
      output.buffer.append(isNumeric[cell] ? "<td class=\"number\">" : "<td>")
      if let bytes { appendCell(bytes) }
      output.buffer.append("</td>")
    }
    output.buffer.append("</tr>\n")
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
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }

  private static let pageStart: StaticString = """
    <!DOCTYPE html>
    <html>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>Assay: a result</title>
    <style>
    :root { color-scheme: light dark; }
    body { margin: 2rem; font: 1rem/1.45 system-ui, sans-serif; }
    figure { margin: 0; overflow-x: auto; }
    table { border-collapse: collapse; }
    th, td { padding: 0.3rem 0.8rem; text-align: start; vertical-align: top; }
    td { unicode-bidi: plaintext; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
    .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    figcaption { margin-top: 1rem; opacity: 0.75; }
    </style>
    </head>
    <body>
    <figure>
    <table>

    """
}
