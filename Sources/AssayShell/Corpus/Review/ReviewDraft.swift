import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// The text that a proposal would be written as, before anything is edited.
enum ReviewDraft {
  /// - Parameters:
  ///   - known: whether a claim has this id already.
  ///   - part: which of several claims of the sentence it is, from 1.
  ///   - coder: who reviews; empty where nobody says.
  static func text(
    of proposal: ProposedClaim, part: Int, coder: String, known: (String) -> Bool
  ) -> String {
    guard var claim = ClaimText(proposal.text) else { return proposal.text }
    if let maker = proposal.maker {
      // Who recorded the claim is whoever accepts it; that a program proposed it stays visible.
      claim.set("coder", [])
      claim.set("tags", [(claim.all("tags") + [tag(of: maker)]).joined(separator: ", ")])
      if let says = plainText(claim.all("says").first) { claim.id = ClaimID.proposal(for: says) }
    }
    if !coder.isEmpty { claim.set("coder", Printer.quoted(coder)) }
    let stem = claim.id
    var number = part
    if number > 1 { claim.id = "\(stem)-\(number)" }
    while known(claim.id) {
      number = max(number, 1) + 1
      claim.id = "\(stem)-\(number)"
    }
    return claim.text
  }

  /// What the first claim of a text quotes; `nil` if it quotes nothing.
  static func quote(in text: String) -> String? {
    guard let field = RecordSpec.claim.field("quote")?.index else { return nil }
    var parser = RecordParser(SourceText(name: "", text))
    while let item = parser.next() {
      guard case .record(let record) = item, record.kind == .claim else { continue }
      if case .text(let quote)? = record.value(at: field) { return quote }
      return nil
    }
    return nil
  }

  /// The tag of claims that a program proposed.
  static func tag(of maker: String) -> String { "proposed-by-\(ProposeRequest.name(maker))" }

  private static func plainText(_ words: String?) -> String? {
    words.map { $0.split(separator: "\"").joined() }
  }
}
