import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let drift = StageSpec(
    "drift", "drift", "How a figure changes from claim to claim, through time and sources.",
    details: """
      Figures belong together when they agree in subject, relation, object, further fields and \
      dimension; a group has two claims at least, and two sources or two dates. They stand in the \
      order of when they held, else were said, else published: `clock` says which.
      """,
    form: .arguments, rows: .drift, example: "claims | drift"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    let arguments = StageArguments(call)
    guard arguments.isAtEnd else { throw arguments.unexpected(words: []) }
    return binder.analysis(.drift, call, input, rows: .drift)
  }
}
