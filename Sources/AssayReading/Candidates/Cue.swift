import AssayText

/// Something in a sentence that makes it look like a claim.
package struct Cue: Sendable, Hashable {
  package let kind: Kind
  /// Where its words stand, in bytes of the document.
  package let span: Span

  package init(_ kind: Kind, at span: Span) { (self.kind, self.span) = (kind, span) }

  /// What it is, in the order in which reasons are listed.
  package enum Kind: String, CaseIterable, Sendable {
    case figure, date, place, entity, speaker, hedge, denial, plan
  }
}
