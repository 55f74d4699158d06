import AssayModel
import AssayText

/// A chart as a picture: SVG that loads nothing, runs nothing and is read aloud by its title.
///
/// What is not drawn and the count stand below the chart, as text of the picture.
package struct SVGChartRenderer: RowSink {
  private let columns: ChartColumns
  private let output: Output
  private var chart: (any Chart)?

  /// Draws `columns` of the rows that come.
  package init(_ columns: ChartColumns, to output: Output) {
    self.columns = columns
    self.output = output
  }

  package mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    chart = self.columns.chart(of: columns)
  }

  package mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) { chart?.add(row) }

  package mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    var picture = SVGPicture()
    let title = chart?.title ?? ""
    picture.heading(title)
    if let chart, !chart.isEmpty { chart.draw(on: &picture) }
    let below = (chart?.notes.sentences ?? []) + [summary.footer]
    picture.caption(below)
    let kind = columns.kind.rawValue
    let description = "Chart (\(kind)) of \(title). " + below.joined(separator: ". ") + "."
    try output.write(picture.document(title: title, description: description))
    try output.flush()
  }
}
