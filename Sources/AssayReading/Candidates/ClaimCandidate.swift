/// A sentence that looks like a claim, and what speaks for that.
package struct ClaimCandidate: Sendable, Hashable {
  package let passage: Passage
  /// In the order of the text; there is at least one.
  package let cues: [Cue]

  package init(_ passage: Passage, cues: [Cue]) { (self.passage, self.cues) = (passage, cues) }
}
