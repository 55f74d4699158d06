import AssayText

/// Two units of different documents that share wording.
package struct CopyMatch: Hashable, Sendable {
  /// The number of the unit that was added earlier; from 0, in the order of adding.
  package let first: Int
  /// The number of the unit that was added later; greater than `first`.
  package let second: Int
  /// Words in all of ``spans`` together; 1 or more.
  package let sharedWords: Int
  /// Share of the first unit's words that stand in shared runs; 0...1.
  package let firstContainment: Double
  /// Share of the second unit's words that stand in shared runs; 0...1.
  package let secondContainment: Double
  /// The shared runs, in the order of the first unit; none overlaps another in either unit.
  package let spans: [CopySpan]
}

/// A run of words that two units share.
package struct CopySpan: Hashable, Sendable {
  /// Bytes of the first unit, from the first letter of the run to behind the last one.
  package let first: Span
  /// Bytes of the second unit, likewise.
  package let second: Span
  /// Which word of the first unit the run begins with, counted from 0.
  package let firstWord: Int
  /// Which word of the second unit the run begins with, counted from 0.
  package let secondWord: Int
  /// Words in the run; the same in both units.
  package let wordCount: Int
}
