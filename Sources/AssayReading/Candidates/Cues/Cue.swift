import AssayText

/// Something in a sentence that makes it look like a claim, or like none.
package struct Cue: Sendable, Hashable {
  package let kind: Kind
  /// Where its words stand, in bytes of the document.
  package let span: Span
  /// Of a speaker the words for who speaks, while ``span`` is that of `said` or `according to`.
  package let speaker: Span?
  /// Whether it says less than others of its kind: a pronoun for a speaker, a figure without a
  /// unit, a date that is relative, a name that several entities have, a first word that may be a
  /// name.
  package let isWeak: Bool

  package init(_ kind: Kind, at span: Span, speaker: Span? = nil, isWeak: Bool = false) {
    (self.kind, self.span, self.speaker, self.isWeak) = (kind, span, speaker, isWeak)
  }

  /// What it is, in the order in which reasons are listed.
  package enum Kind: String, CaseIterable, Sendable {
    case figure, date, place, entity
    /// A name that no entity is known by.
    case name
    case speaker, hedge, estimate, denial, plan, opinion
  }

  /// The words that a reader should see: who speaks, or the cue itself.
  package var words: Span { speaker ?? span }
}
