import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let hypotheses = StageSpec(
    "hypotheses",
    "hypotheses @QUESTION [claims] [without derivation, speaker, wording, figures]",
    "The answers to a question, the one with the least evidence against it first.",
    details: """
      Analysis of competing hypotheses (Heuer). A claim weighs by its credibility and its source's \
      reliability, and claims of one origin count once. `claims` gives the claims with what each \
      is to every answer, and what would stand first without it; `without` leaves a sort of tie \
      between origins out.
      """,
    form: .arguments, rows: .hypotheses(answers: []), words: ["claims", "without"] + originWords,
    example: "claims | hypotheses @permanent-bases"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    var arguments = StageArguments(call)
    guard arguments.word == nil else { throw binder.unexpected(arguments, words: []) }
    let (key, answers) = try binder.question(&arguments, in: call)
    var options = Analysis.OriginOptions()
    var givesClaims = false
    while !arguments.isAtEnd {
      if arguments.take("claims") {
        givesClaims = true
      } else if let given = try arguments.takeOriginOptions() {
        options = given
      } else {
        throw arguments.unexpected(words: ["claims", "without"] + originWords)
      }
    }
    if givesClaims {
      try binder.requireFew(answers, at: call.span, hint: "leave out `claims`")
    }
    return binder.analysis(
      .hypotheses(question: key, options, givesClaims: givesClaims), call, input,
      rows: givesClaims ? .evidence(answers: answers) : .hypotheses(answers: answers))
  }
}
