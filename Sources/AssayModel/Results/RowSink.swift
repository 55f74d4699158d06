/// Takes a result row by row, so that no result has to fit in memory.
package protocol RowSink {
  /// Called once, before the rows.
  mutating func begin(_ columns: [Column]) throws(OutputFailure)
  /// Called for each row, in order, with as many cells as there are columns.
  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure)
  /// Called once, after the rows.
  mutating func end(_ summary: ResultSummary) throws(OutputFailure)
}

/// Why output could not be written.
package enum OutputFailure: Error, Hashable, Sendable {
  /// The reader has gone away, as `head` does when it has enough.
  case closed
  /// The file cannot be written; the system's words say why.
  case unwritable(path: String, reason: String)
}

/// What stands under a result.
package struct ResultSummary: Hashable, Sendable {
  package var rowCount: Int
  /// What a row is, in the plural: `claims`, `rows`.
  package var noun: String
  /// Rows that a `where` could neither keep nor drop, by what was missing.
  package var leftOut: [LeftOut]
  /// Why there is no row; `nil` when there is one.
  package var emptyReason: String?
  /// What a reader should know of the whole result, a sentence each.
  package var notes: [String] = []

  package init(
    rowCount: Int, noun: String = "rows", leftOut: [LeftOut] = [], emptyReason: String? = nil
  ) {
    self.rowCount = rowCount
    self.noun = noun
    self.leftOut = leftOut
    self.emptyReason = emptyReason
  }
}

/// Rows left out by one stage because a comparison had no answer.
package struct LeftOut: Hashable, Sendable {
  package let rowCount: Int
  /// Why, as in `when is missing`.
  package let reason: String

  package init(rowCount: Int, reason: String) {
    self.rowCount = rowCount
    self.reason = reason
  }
}
