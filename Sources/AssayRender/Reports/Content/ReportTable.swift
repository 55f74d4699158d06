import AssayModel

/// The rows of a result in a report.
package struct ReportTable: Sendable {
  package var columns: [Column]
  package var rows: [RowBuffer]
  package var summary: ResultSummary
  /// For each row the numbers of the notes for the claims it rests on, ascending; empty where no
  /// row has any. Numbers without a note are not shown.
  package var notes: [[Int]]
  /// What stands above the rows; the count does if `nil`.
  package var caption: String?

  package init(
    columns: [Column], rows: [RowBuffer], summary: ResultSummary, notes: [[Int]] = [],
    caption: String? = nil
  ) {
    (self.columns, self.rows, self.summary) = (columns, rows, summary)
    (self.notes, self.caption) = (notes, caption)
  }

  /// Gives the rows to a renderer, as a query would.
  package func write(to sink: inout some RowSink) throws(OutputFailure) {
    try sink.begin(columns)
    for row in rows { try sink.row(row) }
    try sink.end(summary)
  }
}
