import AssayCorpus
import AssayModel
import AssayText

/// Decisions of a review, and taking them back.
extension Workspace {
  /// What may be decided about a proposal.
  package typealias Verdict = ReviewDecision.Verdict

  /// A decision that was kept.
  package struct Decision: Sendable {
    fileprivate let made: ReviewDecision
    /// The decision about the same that it stands in the place of.
    fileprivate let former: ReviewDecision?

    /// What was decided, in a word.
    package var word: String { made.verdict.rawValue }
  }

  /// A claim that a proposal became.
  package struct AcceptedClaim: Sendable {
    package let id: String
    fileprivate let edit: CorpusEdit?
    fileprivate var decision: Decision?

    package init(id: String, edit: CorpusEdit?) { (self.id, self.edit) = (id, edit) }

    /// The same, with the decision that says so.
    package func marked(by decision: Decision) -> AcceptedClaim {
      var copy = self
      copy.decision = decision
      return copy
    }
  }

  /// Writes the records of an accepted proposal.
  ///
  /// - Returns: what was done, in lines for people, and the change.
  package func accept(
    _ records: [Record], from text: SourceText
  ) throws(Diagnostics) -> (told: String, edit: CorpusEdit?) {
    let told = try CorpusEditor(self).add(records, from: text)
    return (told, journal.done.last)
  }

  /// Keeps a decision about a proposal, or about its sentence.
  package func decide(
    _ verdict: Verdict, about index: Int, in review: inout SourceReview,
    concernsSentence: Bool = false, reason: String = "", claim: String? = nil, coder: String
  ) throws(Diagnostic) -> Decision {
    let decision = review.decision(
      verdict, about: index, concernsSentence: concernsSentence,
      reason: reason.isEmpty ? nil : reason, claim: claim,
      coder: coder.isEmpty ? nil : coder)
    let source = review.reading.source
    let former = try decisions(about: source).decisions.first { $0.isAboutSame(as: decision) }
    review.note(try decide(decision, about: source))
    return Decision(made: decision, former: former)
  }

  /// Takes a decision back.
  package func takeBack(
    _ decision: Decision, in review: inout SourceReview
  ) throws(Diagnostic) {
    let source = review.reading.source
    if let former = decision.former {
      review.note(try decide(former, about: source))
    } else {
      review.note(try decide(decision.made, isTakenBack: true, about: source))
    }
  }

  /// Takes an accepted claim back, with all that was written with it.
  ///
  /// - Returns: what was done, in words for people; `nil` when the corpus was changed since.
  package func takeBack(
    _ claim: AcceptedClaim, in review: inout SourceReview
  ) throws(Diagnostic) -> String? {
    guard let edit = claim.edit, journal.done.last == edit else { return nil }
    let told: String
    do throws(Diagnostics) {
      told = try CorpusEditor(self).takeBack(at: Span(0, 0))
    } catch {
      throw error.all.last.map { Diagnostic($0.code, at: nil, $0.message, hint: $0.hint) }
        ?? .interrupted
    }
    if let decision = claim.decision { try takeBack(decision, in: &review) }
    return told
  }
}
