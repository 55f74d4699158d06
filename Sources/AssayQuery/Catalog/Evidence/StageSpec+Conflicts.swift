import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let conflicts = StageSpec(
    "conflicts", "conflicts [all] [pairs]",
    "Pairs of comparable claims that contradict each other, with what decided it.",
    details: """
      A row is a pair of values with the claims on each side; `pairs` gives each pair of claims, \
      `all` every verdict: \(ClosedList.verdict.words.joined(separator: ", ")). The first that \
      applies is the verdict; `help evidence` says the rules.
      """,
    form: .arguments, rows: .conflicts, words: ["all", "pairs"],
    example: "claims | conflicts all | count by verdict"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    var arguments = StageArguments(call)
    var options = Analysis.ConflictOptions()
    while !arguments.isAtEnd {
      if arguments.take("all") {
        options.givesAll = true
      } else if arguments.take("pairs") {
        options.givesPairs = true
      } else {
        throw arguments.unexpected(words: ["all", "pairs"])
      }
    }
    return binder.analysis(.conflicts(options), call, input, rows: .conflicts)
  }
}
