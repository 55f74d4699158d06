import AssayModel
import AssayText

extension StageSpec {
  static let agreement = StageSpec(
    "agreement", "agreement [apart]",
    "How far the readers of a document agree about its claims, beyond chance.",
    details: """
      Readers are the `coder`s of the claims, two by two, in the documents in which both recorded \
      some. `claim` is whether a sentence holds a claim at all; the other fields compare the claims \
      of one sentence, where a field that is not filled counts as a code too. κ is Cohen's, α \
      Krippendorff's. `apart` gives a row for each difference; `help coders` \
      says more.
      """,
    form: .arguments, rows: .agreement, words: ["apart"],
    example: "claims | agreement | where alpha < 0.8"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    var arguments = StageArguments(call)
    let isApart = arguments.take("apart")
    guard arguments.isAtEnd else { throw arguments.unexpected(words: ["apart"]) }
    return binder.analysis(
      .agreement(givesDifferences: isApart), call, input,
      rows: isApart ? .agreementApart : .agreement)
  }
}
