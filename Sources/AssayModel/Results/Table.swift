/// Rows that an analysis made, column by column.
///
/// A column's cells may be computed when they are asked for, so that a million rows of which ten
/// are shown cost ten texts.
package struct Table {
  package let rowCount: Int
  /// The cells of each stored column of the rows' ``RelationSpec``, in its order; columns that are
  /// a path from another have none.
  package let cells: [Cells]
  /// Why there is no row; `nil` when there is one.
  package let emptyReason: String?
  /// What a reader should know of the whole result, a sentence each.
  package let notes: [String]
  /// What a row rests on.
  package let grounds: (Int) throws(Cancelled) -> Grounds

  package init(
    rowCount: Int, cells: [Cells], emptyReason: String? = nil, notes: [String] = [],
    grounds: @escaping (Int) throws(Cancelled) -> Grounds = { _ in Grounds() }
  ) {
    (self.rowCount, self.cells) = (rowCount, cells)
    self.emptyReason = rowCount == 0 ? emptyReason : nil
    (self.notes, self.grounds) = (notes, grounds)
  }

  /// The cells of one column.
  package enum Cells {
    /// Keys of records; 0 is missing.
    case keys([Int32])
    case counts([Int32])
    /// Counts that are computed when they are asked for.
    case lateCounts((Int) -> Int32)
    /// Numbers; not-a-number is missing.
    case numbers([Double])
    case booleans([Bool])
    /// Places in a list of words; what lies beyond it is missing.
    case words([UInt8], [String])
    case texts((Int) -> String?)
    case dates((Int) -> PartialDate?)
    case figures((Int) -> Quantity?)
  }

  /// What a row rests on: the rule that made it, and the records it was made of.
  package struct Grounds {
    /// A sentence.
    package let rule: String
    /// The keys of the claims, in groups with a heading each; the heading may be empty.
    package let claims: [(heading: String, keys: [Int32])]
    /// The keys of the passages.
    package let passages: [Int32]

    package init(
      rule: String = "", claims: [(heading: String, keys: [Int32])] = [], passages: [Int32] = []
    ) {
      (self.rule, self.claims, self.passages) = (rule, claims, passages)
    }
  }
}
