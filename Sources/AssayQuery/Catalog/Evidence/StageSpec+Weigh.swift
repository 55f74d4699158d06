import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let weigh = StageSpec(
    "weigh", "weigh [trust|flips] [without derivation, speaker, wording, figures]",
    "Disputed values with their scores under eight models of source trust.",
    details: """
      Origins vote, each once for a value; figures that agree within tolerance are one value. A \
      score says what a model makes of the votes and nothing of what is true; where the models \
      part, or hang on one source, that is the finding. `trust` shows the models' trust in each \
      source, `flips` what changes when one origin is left out.
      """,
    form: .arguments, rows: .weighed, words: ["trust", "flips", "without"] + originWords,
    example: "claims | weigh | where models < 8 | take 5"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    var arguments = StageArguments(call)
    var options = Analysis.WeighOptions()
    if arguments.take("trust") {
      options.rows = .trust
    } else if arguments.take("flips") {
      options.rows = .flips
    }
    options.origins = try arguments.takeOriginOptions() ?? Analysis.OriginOptions()
    guard arguments.isAtEnd else {
      throw arguments.unexpected(words: ["trust", "flips", "without"])
    }
    let rows: RelationSpec =
      switch options.rows {
      case .values: .weighed
      case .trust: .trusted
      case .flips: .flips
      }
    return binder.analysis(.weigh(options), call, input, rows: rows)
  }
}
