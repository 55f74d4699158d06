import AssayModel
import AssayRender

/// Rows of every kind to render: accents, marks, ideographs, emoji, markup and escape sequences.
enum Sample {
  static let columns = [
    Column("source", .reference), Column("said", .text), Column("claims", .number),
    Column("own", .boolean),
  ]
  static let rows: [[String?]] = [
    ["defense-news-2012", "\u{1B}[31mrouge\u{1B}[0m,\n\"e\u{301}té\" | <b>&\\*", "7", "true"],
    ["orinoco-tribune-2023", nil, "-12.5", nil],
    ["x", "中文👩‍👧", nil, "false"],
  ]

  /// The first `count` sample rows as `format` writes them.
  static func rendered(
    _ format: OutputFormat, _ count: Int, _ settings: RenderSettings = RenderSettings()
  ) throws -> String {
    try render(
      columns, Array(rows.prefix(count)), format, settings,
      ResultSummary(
        rowCount: count, noun: "entities",
        leftOut: [LeftOut(rowCount: 4, reason: "`value` is missing")],
        emptyReason: count == 0 ? "none fits" : nil))
  }

  /// `rows` as `format` writes them.
  static func render(
    _ columns: [Column], _ rows: [[String?]], _ format: OutputFormat,
    _ settings: RenderSettings = RenderSettings(), _ summary: ResultSummary? = nil
  ) throws -> String {
    let output = Output()
    var sink = format.renderer(to: output, settings)
    try sink.begin(columns)
    for row in rows {
      var buffer = RowBuffer()
      for cell in row {
        if let cell { buffer.append(cell) } else { buffer.appendMissing() }
      }
      try sink.row(buffer)
    }
    try sink.end(summary ?? ResultSummary(rowCount: rows.count))
    return String(decoding: output.bytes, as: UTF8.self)
  }
}
