import AssayModel
import AssayText

/// A chart for a terminal or a pipe, with the count below.
///
/// It is drawn after the last row, as wide as the settings say, or 80 columns; where they ask for
/// plain lines, each mark is one. What is not drawn is said between the chart and the count.
package struct ChartRenderer: RowSink {
  private static let defaultWidth = 80

  private let columns: ChartColumns
  private let output: Output
  private let frame: TextFrame
  private let isPlain: Bool
  private var chart: (any Chart)?

  /// Draws `columns` of the rows that come.
  package init(_ columns: ChartColumns, to output: Output, _ settings: RenderSettings) {
    self.columns = columns
    self.output = output
    isPlain = settings.isPlain
    frame = TextFrame(
      width: settings.width ?? Self.defaultWidth,
      glyphs: settings.isASCII ? .ascii : .unicode)
  }

  package mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    chart = self.columns.chart(of: columns)
  }

  package mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) { chart?.add(row) }

  package mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    if let chart {
      let lines = chart.isEmpty ? [] : isPlain ? chart.facts : chart.text(in: frame)
      for line in lines { try output.write(line.trimmed + "\n") }
      if !lines.isEmpty, !isPlain { try output.write("\n") }
      for note in chart.notes.sentences { try output.write(note + "\n") }
    }
    try output.write(summary.footer + "\n")
    try output.flush()
  }
}

extension String {
  /// The text without the spaces at its end.
  var trimmed: String {
    let end = utf8.lastIndex { $0 != UInt8(ascii: " ") }.map { utf8.index(after: $0) }
    return String(self[..<(end ?? startIndex)])
  }
}
