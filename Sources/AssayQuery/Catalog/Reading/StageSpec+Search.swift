import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let search = StageSpec(
    "search", "search \"WORDS\"", "Sentences that have some of the words, the best first.",
    details: """
      Of `passages`, `documents`, `sources` and `claims`; what narrows the rows narrows the text. \
      `exercis*` is any word that begins so, `'joint task force'` a phrase, `a near/5 b` two words at \
      most five apart; `+word` has to be there, `-word` must not. Sentences are ranked by BM25. \
      `help reading` has more.
      """,
    form: .arguments, rows: .found,
    example: "passages | search \"'joint task force' exercis* -drugs\""
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireText(call, input)
    var arguments = StageArguments(call)
    let search = try binder.quoted(
      &arguments, in: call, example: "search \"exercise* near/5 peru\""
    ) { (words) throws(WordPatternFault) in try WordSearch(reading: words) }
    guard arguments.isAtEnd else { throw arguments.unexpected(words: []) }
    return binder.analysis(.search(search), call, input, rows: .found)
  }
}
