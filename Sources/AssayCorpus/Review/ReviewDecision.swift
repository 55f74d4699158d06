import AssayText

/// What a person decided about some words of a document.
///
/// As in `rejected 120..244 9f2c01aa "boilerplate" by "ana"`. That a claim was made of them needs
/// no decision: its quote tells.
package struct ReviewDecision: Hashable, Sendable {
  package let verdict: Verdict
  /// The bytes of the document that it is about.
  package let range: Range<Int>
  /// The first eight hexadecimal digits of the SHA-256 of these bytes.
  package let digest: String
  /// Why; of a rejection.
  package let reason: String?
  /// The claim that was made of a proposal.
  package let claim: String?
  /// Who decided.
  package let coder: String?
  /// The proposal of another program that it is about; `nil` for the words themselves.
  package let proposal: String?

  /// What was decided.
  package enum Verdict: String, CaseIterable, Sendable {
    /// The words are no claim that the corpus should hold.
    case rejected
    /// To be looked at another time.
    case skipped
    /// A claim was made of the proposal that does not tell so by its quote.
    case accepted
  }

  package init(
    _ verdict: Verdict, _ range: Range<Int>, digest: String, reason: String? = nil,
    claim: String? = nil, coder: String? = nil, proposal: String? = nil
  ) {
    (self.verdict, self.range, self.digest, self.reason) = (verdict, range, digest, reason)
    (self.claim, self.coder, self.proposal) = (claim, coder, proposal)
  }

  /// The beginning of the digest of some bytes, as decisions have it.
  package static func digest(of bytes: ArraySlice<UInt8>) -> String {
    String(Digest.sha256(Array(bytes)).prefix(8))
  }

  /// Whether both are about the same words, and about the same proposal if there is one.
  package func isAboutSame(as other: ReviewDecision) -> Bool {
    (range, digest) == (other.range, other.digest) && proposal == other.proposal
  }

  /// The decision as a line of a file, without the line end.
  package var line: String {
    var line = "\(verdict.rawValue) \(range.lowerBound)..\(range.upperBound) \(digest)"
    if let reason { line += " " + Self.quoted(reason) }
    if let claim { line += " as @" + claim }
    if let coder { line += " by " + Self.quoted(coder) }
    if let proposal { line += " of @" + proposal }
    return line
  }

  /// A text in quotes on one line.
  private static func quoted(_ text: String) -> String {
    let visible = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let marked = visible.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"" + String(marked) + "\""
  }
}
