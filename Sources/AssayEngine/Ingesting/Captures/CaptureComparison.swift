import AssayModel
import AssayText

/// What two captures of one source show, beside each other.
package struct CaptureComparison: Sendable {
  /// The paragraph and the sentence in which words begin, both from 1.
  package struct Place: Hashable, Sendable {
    package let paragraph: Int
    package let sentence: Int
  }

  /// What became of a quote.
  package enum Fate: Sendable {
    /// The same words at the same place, which may have another number now.
    case stands(Place, now: Place)
    /// The same words elsewhere.
    case moved(Place, now: Place)
    /// Other words that are like them, as a difference of words.
    case changed(Place, now: Place, words: String)
    case gone(Place)
  }

  /// A claim with what became of its quote.
  package struct Quote: Sendable {
    /// The id of the claim.
    package let claim: String
    /// What became of its words.
    package let fate: Fate
    /// Whether the new capture has the words at several places.
    package let isRepeated: Bool
  }

  /// The id of the source.
  package let source: String
  /// When the captures were made, as far as it is known.
  package let keptDate: PartialDate?
  package let newDate: PartialDate?
  /// In the order of the kept document.
  package let quotes: [Quote]
  /// How many claims of the source quote nothing.
  package let unquotedCount: Int
  /// How many paragraphs are as they were, came and went; one that was changed came and went.
  package let paragraphs: (same: Int, added: Int, removed: Int)
  /// What the captures say differently of themselves: the field, and both values.
  package let details: [(field: String, kept: String?, new: String)]
  /// Whether the bytes of the captures are the same, and whether their texts are.
  package let isSameBytes: Bool
  package let isSameText: Bool
  /// Whether the kept document is another than its snapshot gives.
  package let isEdited: Bool
  /// Another source that has the bytes of the new capture, as its snapshot or its document.
  package let known: String?
  /// What a person should know of how the new text came about.
  package let notes: [String]
}
