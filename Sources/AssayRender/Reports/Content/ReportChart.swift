import AssayModel

/// A chart in a report: the picture, and what it shows for those who do not see it.
package struct ReportChart: Sendable {
  /// A document of ``SVGChartRenderer`` and of nothing else: it stands in the report as it is.
  package var svg: String
  package var title: String
  /// What is drawn, a line for each mark.
  package var facts: [String]
  /// The rows that were drawn.
  package var table: ReportTable?
  /// Where the picture stands as a file of its own, relative to the report; Markdown refers to it.
  package var path: String?

  package init(
    svg: String, title: String, facts: [String], table: ReportTable? = nil, path: String? = nil
  ) {
    (self.svg, self.title, self.facts) = (svg, title, facts)
    (self.table, self.path) = (table, path)
  }

  /// Draws `columns` of the rows of a table.
  ///
  /// - Parameter title: what stands above the picture; what is drawn if `nil`.
  package init(
    drawing columns: ChartColumns, of table: ReportTable, title: String? = nil, path: String? = nil
  ) throws(OutputFailure) {
    let picture = Output()
    var renderer = SVGChartRenderer(columns, to: picture, title: title)
    try table.write(to: &renderer)
    var chart = columns.chart(of: table.columns)
    for row in table.rows { chart?.add(row) }
    self.init(
      svg: String(decoding: picture.bytes, as: UTF8.self), title: title ?? chart?.title ?? "",
      facts: (chart?.facts ?? []) + (chart?.notes.sentences ?? []), table: table, path: path)
  }
}
