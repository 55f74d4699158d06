import AssayModel

/// Passes the first rows of a result on, and says under them how many there are besides.
struct CuttingSink: RowSink {
  private var inner: any RowSink
  private let limit: Int
  /// How the others can be seen, in backticks.
  private let way: String
  private var count = 0

  init(_ inner: any RowSink, limit: Int, way: String) {
    (self.inner, self.limit, self.way) = (inner, limit, way)
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) { try inner.begin(columns) }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    count += 1
    if count <= limit { try inner.row(row) }
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    var summary = summary
    let rest = count - limit
    if rest > 0 {
      summary.notes.insert("\(rest) \(rest == 1 ? "is" : "are") not shown: \(way)", at: 0)
    }
    try inner.end(summary)
  }
}
