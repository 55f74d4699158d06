/// A sentence as the rule for candidates sees it: what speaks for a claim, and what against.
package struct ClaimCandidate: Sendable, Hashable {
  package let passage: Passage
  /// In the order of the text.
  package let cues: [Cue]
  /// What rules it out; empty for most.
  package let objections: [CandidateRule.Objection]
  /// See ``CandidateRule/score(_:)``.
  package let score: Int
  /// `fact`, `estimate`, `plan`, `opinion` or `question`.
  package let mode: String

  package init(
    _ passage: Passage, cues: [Cue], objections: [CandidateRule.Objection], isQuestion: Bool
  ) {
    (self.passage, self.cues, self.objections) = (passage, cues, objections)
    score = CandidateRule.score(cues)
    mode = CandidateRule.mode(cues, isQuestion: isQuestion)
  }

  /// Whether the sentence looks like a claim.
  package var isClaim: Bool { objections.isEmpty && score >= CandidateRule.least }

  /// The kinds of its cues, each once, in their order.
  package var reasons: [Cue.Kind] {
    let kinds = Set(cues.map(\.kind))
    return Cue.Kind.allCases.filter { kinds.contains($0) }
  }

  /// The first cue of a kind.
  package func first(_ kind: Cue.Kind) -> Cue? { cues.first { $0.kind == kind } }
}
