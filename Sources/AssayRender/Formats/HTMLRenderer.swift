import AssayModel

/// A page of its own with one table, readable in the light and in the dark.
///
/// It has no script and loads nothing; what the cells hold is text and nothing else. The count
/// stands below the table as the caption of a figure, since it is known only after the rows.
struct HTMLRenderer: RowSink {
  private let output: Output
  private var isNumeric: [Bool] = []
  private var text = HTMLText()

  init(to output: Output) { self.output = output }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    isNumeric = columns.map(\.isRightAligned)
    for piece in [Self.head, PageStyle.root, Self.style, PageStyle.tables, Self.bodyStart] {
      try output.write(piece)
    }
    output.buffer.append("<thead>\n<tr>")
    for column in columns {
      output.buffer.append(
        column.isRightAligned ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
      text.append(column.name, to: &output.buffer)
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
      text.append(String(words), to: &output.buffer)
      output.buffer.append(index % 2 == 1 ? "</code>" : "")
    }
    try output.write("</figcaption>\n</figure>\n</body>\n</html>\n")
    try output.flush()
  }

  private mutating func append(_ row: borrowing RowBuffer) {
    output.buffer.append("<tr>")
    row.forEachCell { cell, bytes in
      output.buffer.append(isNumeric[cell] ? "<td class=\"number\">" : "<td>")
      if let bytes { text.append(bytes, to: &output.buffer) }
      output.buffer.append("</td>")
    }
    output.buffer.append("</tr>\n")
  }

  private static let head: StaticString = """
    <!DOCTYPE html>
    <html>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>Assay: a result</title>
    <style>

    """

  private static let style: StaticString = """
    body { margin: 2rem; font: 1rem/1.45 system-ui, sans-serif; }
    figure { margin: 0; overflow-x: auto; }

    """

  private static let bodyStart: StaticString = """
    figcaption { margin-top: 1rem; opacity: 0.75; }
    </style>
    </head>
    <body>
    <figure>
    <table>

    """
}
