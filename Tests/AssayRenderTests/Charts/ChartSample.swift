import AssayModel
import AssayRender

/// Rows to draw, and the two ways of drawing them.
enum ChartSample {
  /// The chart as lines of text, its notes and its count.
  static func text(
    _ kind: ChartKind, _ columns: [Column], _ rows: [[String?]], width: Int? = 60,
    isASCII: Bool = false
  ) throws -> String {
    let output = Output()
    let settings = RenderSettings(width: width, isASCII: isASCII)
    try draw(rows, columns, ChartRenderer(choice(kind, columns), to: output, settings))
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// The chart as SVG.
  static func picture(
    _ kind: ChartKind, _ columns: [Column], _ rows: [[String?]]
  ) throws -> String {
    let output = Output()
    try draw(rows, columns, SVGChartRenderer(choice(kind, columns), to: output))
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private static func choice(_ kind: ChartKind, _ columns: [Column]) throws -> ChartColumns {
    try ChartColumns(for: kind, in: columns)
  }

  private static func draw(
    _ rows: [[String?]], _ columns: [Column], _ renderer: some RowSink
  ) throws {
    var sink = renderer
    try sink.begin(columns)
    var buffer = RowBuffer()
    for row in rows {
      buffer.removeAll()
      for cell in row {
        if let cell { buffer.append(cell) } else { buffer.appendMissing() }
      }
      try sink.row(buffer)
    }
    try sink.end(ResultSummary(rowCount: rows.count))
  }
}
