import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let network = StageSpec(
    "network", "network [nodes] [asserted]",
    "Which entities the claims join, with how many claims and sources.",
    details: """
      A row is a subject and an object with the claims that join them; denied claims and questions \
      join nothing. `nodes` gives a row for each entity instead, with its neighbours and its \
      PageRank. `asserted` leaves only what sources say as fact in their own voice.
      """,
    form: .arguments, rows: .network, words: ["nodes", "asserted"],
    example: "claims | network nodes | take 5"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    var arguments = StageArguments(call)
    var scope = Analysis.NetworkScope()
    while !arguments.isAtEnd {
      if arguments.take("nodes") {
        scope.givesNodes = true
      } else if arguments.take("asserted") {
        scope.onlyAsserted = true
      } else {
        throw arguments.unexpected(words: ["nodes", "asserted"])
      }
    }
    return binder.analysis(
      .network(scope), call, input, rows: scope.givesNodes ? .networkNodes : .network)
  }
}
