import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  /// What `without` may be followed by.
  static let originWords = ClosedList.originTie.words

  static let support = StageSpec(
    "support", "support [without derivation, speaker, wording, figures]",
    "For each fact and answer the outlets that carry it and the origins they have.",
    details: """
      Outlets are sources; sources that are tied count as one origin (`origins` shows the ties and \
      `without` leaves a sort of tie out). `sole` marks what rests on one origin alone.
      """,
    form: .arguments, rows: .support, words: ["without"] + originWords,
    example: "claims | support | where outlets > 1 and not sole"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    let options = try binder.originOptions(call)
    return binder.analysis(.support(options), call, input, rows: .support)
  }

  static let origins = StageSpec(
    "origins", "origins [without derivation, speaker, wording, figures]",
    "Which sources of the claims count as one, and why.",
    details: """
      Sources are tied by a declared `derives from`, by wording that their documents share, and by \
      rare figures that only they give; claims are tied by their speaker. A source that nothing \
      ties has a row without a reason.
      """,
    form: .arguments, rows: .origins, words: ["without"] + originWords,
    example: "claims | about @united-states | origins"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    let options = try binder.originOptions(call)
    return binder.analysis(.origins(options), call, input, rows: .origins)
  }
}

extension Binder {
  /// `without derivation, speaker, …`, and nothing else.
  func originOptions(_ call: StageCall) throws(Diagnostic) -> Analysis.OriginOptions {
    var arguments = StageArguments(call)
    let options = try arguments.takeOriginOptions() ?? Analysis.OriginOptions()
    guard arguments.isAtEnd else { throw arguments.unexpected(words: ["without"]) }
    return options
  }
}
