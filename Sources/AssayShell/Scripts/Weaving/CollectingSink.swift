import AssayModel

/// Keeps the rows of a result in memory, up to a limit; the others are counted.
struct CollectingSink: RowSink {
  /// The rows of a result.
  final class Rows {
    fileprivate(set) var columns: [Column] = []
    fileprivate(set) var rows: [RowBuffer] = []
    /// How many rows there are with those that were not kept.
    fileprivate(set) var count = 0
    /// What stands under the rows; `nil` until they are all there.
    fileprivate(set) var summary: ResultSummary?
  }

  private let collected: Rows
  private let limit: Int

  init(into collected: Rows, limit: Int) {
    (self.collected, self.limit) = (collected, limit)
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) { collected.columns = columns }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    collected.count += 1
    if collected.rows.count < limit { collected.rows.append(copy row) }
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) { collected.summary = summary }
}
