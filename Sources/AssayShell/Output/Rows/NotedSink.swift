import AssayModel

/// Tells on standard error what a format without a footer cannot: that there are no rows and why,
/// and how many were left out.
struct NotedSink: RowSink {
  private var inner: any RowSink
  private let tell: (String) -> Void

  init(_ inner: any RowSink, tell: @escaping (String) -> Void) {
    (self.inner, self.tell) = (inner, tell)
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) { try inner.begin(columns) }
  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) { try inner.row(row) }
  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    try inner.end(summary)
    if let reason = summary.emptyReason { tell("no \(summary.noun): \(reason)\n") }
    for note in summary.notes { tell(note + "\n") }
    for each in summary.leftOut { tell("\(each.rowCount) left out: \(each.reason)\n") }
  }
}

extension OutputFormat {
  /// Whether the format has no place for the line under a result.
  var hidesSummary: Bool {
    switch self {
    case .table, .list, .markdown, .html, .footnotes: false
    case .csv, .tsv, .json, .jsonl: true
    }
  }
}
