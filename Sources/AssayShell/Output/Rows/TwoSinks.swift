import AssayModel

/// Hands the same rows to two sinks, first to the one and then to the other.
struct TwoSinks: RowSink {
  private var first: any RowSink
  private var second: any RowSink

  init(_ first: any RowSink, _ second: any RowSink) { (self.first, self.second) = (first, second) }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    try first.begin(columns)
    try second.begin(columns)
  }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    try first.row(row)
    try second.row(row)
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    try second.end(summary)
    try first.end(summary)
  }
}
