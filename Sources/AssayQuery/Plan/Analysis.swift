import AssayModel
import AssayText

/// A stage that SQL cannot do: what it is asked, and the rows that it gives.
package struct Analysis: Sendable {
  package let kind: Kind
  /// The stage as it is written, for messages.
  package let words: String
  package let span: Span
  /// The rows that come out.
  package let rows: RelationSpec

  package init(_ kind: Kind, words: String, at span: Span, rows: RelationSpec) {
    (self.kind, self.words, self.span, self.rows) = (kind, words, span, rows)
  }

  package enum Kind: Sendable {
    case conflicts(ConflictOptions)
  }

  /// Which pairs of claims `conflicts` gives.
  package struct ConflictOptions: Sendable {
    /// Every verdict, not only contradictions.
    package var givesAll = false
    /// Each pair of claims rather than each pair of values.
    package var givesPairs = false
  }
}

/// An analysis that has to run before the statement that reads its rows.
package struct Segment: Sendable {
  /// The rows that go into it; what has to run before stands in it as a relation.
  package let input: LogicalPlan
  package let analysis: Analysis
  /// The table that its rows are put into.
  package let table: String
}
