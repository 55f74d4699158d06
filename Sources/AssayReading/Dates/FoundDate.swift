import AssayModel
import AssayText

/// A date in a text, as far as its words say one.
package struct FoundDate: Sendable, Hashable {
  /// Where the expression stands, in bytes, with the words that bound it: `since 2015`.
  package let span: Span
  /// The date; `nil` when the words say none (`in recent years`), when they can be read in two ways
  /// (`07/10/2012`), and when they count from a publication whose date is not known well enough.
  package let date: PartialDate?
  /// Whether the date counts from the publication: `last week`, `on Saturday`, `7 October`.
  package let isRelative: Bool
}
