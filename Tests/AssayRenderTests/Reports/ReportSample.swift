import AssayModel
import AssayRender

/// Reports to render.
enum ReportSample {
  static let hostile = [
    "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
    "javascript:alert(1)", "<!-- <svg/onload=x> -->", "a\u{202E}b\u{0}c\u{1B}[31m", "&amp;&#x3c;",
    "]]></style><b>", "\u{E000}0\u{E001}", String(repeating: "long", count: 500), "",
    "[@a]", "](javascript:x)", "\u{FFFE}", "--><script>", "`` ` ``", "| a |\n# b\n- c",
  ]

  static func row(_ cells: [String?]) -> RowBuffer {
    var row = RowBuffer()
    for cell in cells {
      if let cell { row.append(cell) } else { row.appendMissing() }
    }
    return row
  }

  static func table(
    _ columns: [Column], _ rows: [[String?]], notes: [[Int]] = [], caption: String? = nil
  ) -> ReportTable {
    ReportTable(
      columns: columns, rows: rows.map(row), summary: ResultSummary(rowCount: rows.count),
      notes: notes, caption: caption)
  }

  static let note = ReportNote(
    claim: "aid-2012", says: "Aid amounts to 84 million dollars.", speaker: "CRS",
    author: "J. Beittel", title: "Peru in Brief", publisher: "Defense News",
    published: "2012-10-07", url: "https://example.org/a?b=1&c=2", path: "documents/brief.md",
    paragraph: 4, quote: "84 million", passage: "It was 84 million, é.", quoteRange: 7..<17,
    place: "claims/aid.assay:12")

  static func html(_ report: Report) throws -> String {
    let output = Output()
    try HTMLReport(report).write(to: output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  static func html(_ parts: ReportPart..., notes: [ReportNote] = []) throws -> String {
    try html(Report(title: "t", parts: parts, notes: notes))
  }

  static func markdown(_ report: Report) throws -> String {
    let output = Output()
    try MarkdownReport(report).write(to: output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  static func chart(_ label: String = "peru") throws -> ReportChart {
    let table = table(
      [Column("what", .text), Column("who", .text), Column("claims", .number)],
      (0..<9).map { [label, "group \($0) \(label)", "\($0 + 1)"] })
    return try ReportChart(
      drawing: .bar(label: 0, length: 2, series: 1), of: table, title: "Of \(label)")
  }

  /// A report in which `text` stands everywhere where text can.
  static func everywhere(_ text: String) throws -> Report {
    let columns = [
      Column(text, .text), Column("d", .date), Column("f", .figure), Column("n", .number),
      Column("r", .reference), Column("b", .boolean),
    ]
    let table = table(
      columns, [Array(repeating: text, count: 6), Array(repeating: nil, count: 6)],
      notes: [[1, 2], []], caption: text)
    var empty = ReportTable(columns: columns, rows: [], summary: ResultSummary(rowCount: 0))
    empty.summary.emptyReason = text
    let note = ReportNote(
      claim: text, says: text, speaker: text, author: text, title: text, publisher: text,
      published: text, url: text, path: text, paragraph: 1, quote: text, passage: text,
      quoteRange: 1..<4, place: text)
    let parts: [ReportPart] = [
      .prose("words [@a] and \(text)\n\n# \(text)\n\n> \(text)\n\n| a |\n| - |\n| \(text) |\n"),
      .prose("```\n\(text)\n```\n\n[x](\(text)) ![\(text)](\(text)) `\(text)`"),
      .statement(text), .table(table), .table(empty), .chart(try chart(text)), .text(text),
      .remark(text),
    ]
    return Report(
      title: text, language: text, parts: parts,
      notes: [note, ReportNote(claim: "a", says: text, title: text, quote: text, place: text)],
      origin: [text])
  }
}
