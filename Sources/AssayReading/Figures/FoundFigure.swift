import AssayModel
import AssayText

/// A figure in a text: a number with its unit, as far as one is said, and with its bound.
package struct FoundFigure: Sendable, Hashable {
  /// Where the whole expression stands, in bytes: words of bound, sign, number, unit.
  package let span: Span
  /// Where the number stands; of a range, both numbers.
  package let numberSpan: Span
  /// The number in its unit; the middle of a range.
  package let number: Double
  /// Half of a range, or how far the text says that the number may be off; else 0.
  package let spread: Double
  package let bound: Bound
  /// The unit in symbols: the language's where it has the unit, else those of the data files. A
  /// counted noun in small letters; empty for a bare number.
  package let unit: String
  /// The words of the unit as they stand in the text; empty for a bare number.
  package let unitWords: String
  /// The figure as the language has it; `nil` when its unit is unknown to the language.
  package let quantity: Quantity?
  /// Whether the words say that it is not exact: `about`, `dozens of`, `some 10 to 15`.
  package let isApproximate: Bool
}
