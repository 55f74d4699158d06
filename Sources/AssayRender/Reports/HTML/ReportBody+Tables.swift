import AssayModel

extension ReportBody {
  /// The rows, with the count below; where there are none, the reason alone.
  mutating func append(_ table: ReportTable) {
    guard !table.rows.isEmpty else {
      page.markup("<p class=\"none\">")
      if let caption = table.caption {
        page.text(caption)
        page.markup(": ")
      }
      page.sentence(table.summary.footer)
      page.markup("</p>\n")
      return
    }
    tableCount += 1
    page.markup(
      "<div class=\"scroll wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table.")
    page.number(tableCount)
    page.markup("\">\n<table class=\"rows\">\n<caption id=\"table.")
    page.number(tableCount)
    page.markup("\"><b>Table ")
    page.number(tableCount)
    page.markup("</b> ")
    page.sentence(table.caption ?? table.summary.footer)
    page.markup("</caption>\n")
    let hasNotes = table.notes.contains { !$0.isEmpty }
    appendHead(of: table, hasNotes: hasNotes)
    page.markup("<tbody>\n")
    let looks = Self.looks(of: table)
    for (index, row) in table.rows.enumerated() {
      append(row, table.columns, looks)
      if hasNotes { append(notes: index < table.notes.count ? table.notes[index] : []) }
      page.markup("</tr>\n")
    }
    page.markup("</tbody>\n</table>\n</div>\n")
    if table.caption != nil {
      page.markup("<p class=\"below\">")
      page.sentence(table.summary.footer)
      page.markup("</p>\n")
    }
  }

  private mutating func appendHead(of table: ReportTable, hasNotes: Bool) {
    page.markup("<thead>\n<tr>")
    for column in table.columns {
      switch column.kind {
      case .number, .figure: page.markup("<th scope=\"col\" class=\"number\">")
      case .date: page.markup("<th scope=\"col\" class=\"date\">")
      case .text, .boolean, .reference: page.markup("<th scope=\"col\">")
      }
      page.text(column.name)
      page.markup("</th>")
    }
    page.markup(hasNotes ? "<th scope=\"col\" class=\"refs\">notes</th></tr>" : "</tr>")
    page.markup("\n</thead>\n")
  }

  /// What the cells of each column begin with. Words that are longer than a line should be are
  /// broken, all other cells stand in one line.
  private static func looks(of table: ReportTable) -> [StaticString] {
    table.columns.indices.map { column in
      switch table.columns[column].kind {
      case .number, .figure: "<td class=\"number\""
      case .date: "<td class=\"date\""
      case .text, .boolean, .reference:
        table.rows.contains { column < $0.count && $0.range(of: column).count > longestLine }
          ? "<td class=\"words\"" : "<td"
      }
    }
  }

  /// In bytes.
  private static let longestLine = 32

  private mutating func append(
    _ row: borrowing RowBuffer, _ columns: [Column], _ looks: [StaticString]
  ) {
    page.markup("<tr>")
    row.forEachCell { cell, bytes in
      guard cell < columns.count else { return }
      let kind = columns[cell].kind
      page.markup(looks[cell])
      if let bytes {
        page.sortKey(kind, bytes)
        page.markup(">")
        page.text(bytes, lineEnd: "<br>")
      } else {
        page.markup(">")
      }
      page.markup("</td>")
    }
  }

  /// The last cell of a row; many notes are folded up.
  private mutating func append(notes: [Int]) {
    let isLong = notes.count > 8
    page.markup("<td class=\"refs\">")
    if isLong {
      page.markup("<details><summary>")
      page.number(notes.count)
      page.markup(" notes</summary>")
    }
    append(references: notes)
    page.markup(isLong ? "</details></td>" : "</td>")
  }
}
