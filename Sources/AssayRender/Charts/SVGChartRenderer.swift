import AssayModel
import AssayText

/// A chart as a picture: SVG that loads nothing, runs nothing and is read aloud by its title.
///
/// What is not drawn and the count stand below the chart, as text of the picture.
package struct SVGChartRenderer: RowSink {
  private let columns: ChartColumns
  private let output: Output
  private let title: String?
  private var chart: (any Chart)?

  /// Draws `columns` of the rows that come.
  ///
  /// - Parameter title: what stands above the picture, such as the question that it answers; what
  ///   is drawn if `nil`.
  package init(_ columns: ChartColumns, to output: Output, title: String? = nil) {
    self.columns = columns
    self.output = output
    self.title = title.map { VisibleText.of($0) }
  }

  /// How long a title may be, in characters.
  private static let titleLimit = 90

  package mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    chart = self.columns.chart(of: columns)
  }

  package mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) { chart?.add(row) }

  package mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    var picture = SVGPicture()
    let drawn = chart?.title ?? ""
    let title = SVGPicture.cut(title ?? drawn, to: Self.titleLimit)
    picture.heading(title)
    if let chart, !chart.isEmpty { chart.draw(on: &picture) }
    let below = (chart?.notes.sentences ?? []) + [summary.footer]
    picture.caption(below)
    let kind = columns.kind.rawValue
    let description = "Chart (\(kind)) of \(drawn). " + below.joined(separator: ". ") + "."
    try output.write(picture.document(title: title, description: description))
    try output.flush()
  }
}
