import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  private static let collocateWords = [
    "window", "left", "right", "within", "sentence", "paragraph", "least", "range",
  ]

  static let collocates = StageSpec(
    "collocates",
    "collocates \"PATTERN\" [window N | left N right N] [within sentence|paragraph] [least N] "
      + "[range N] [by KEYS]",
    "Which words stand near others more often than by chance.",
    details: """
      The pattern is as in `kwic`. A window is five words on either side, unless `window`, `left` or \
      `right` say otherwise, and stays in the sentence; windows that overlap are joined, and the \
      words of the matches do not count. `least` says how often a word has to stand in a window, 2 by \
      default, `range` in how many documents. The highest logDice comes first; `help statistics` says \
      what the measures mean.
      """,
    form: .argumentsByKeys, rows: .collocates(), words: collocateWords,
    example: "documents | collocates \"bases\" window 4 least 3"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireText(call, input)
    var arguments = StageArguments(call)
    let pattern = try binder.quoted(
      &arguments, in: call, example: "collocates \"bases\""
    ) { (words) throws(WordPatternFault) in try WordPattern(reading: words) }
    var scope = Analysis.CollocateScope(pattern)
    while !arguments.isAtEnd {
      if try arguments.takeOption("window", against: ["left", "right"]) {
        scope.left = try binder.wholeNumber(&arguments, in: call, after: "window", 1...1000)
        scope.right = scope.left
      } else if try arguments.takeOption("left", against: ["window"]) {
        scope.left = try binder.wholeNumber(&arguments, in: call, after: "left", 0...1000)
      } else if try arguments.takeOption("right", against: ["window"]) {
        scope.right = try binder.wholeNumber(&arguments, in: call, after: "right", 0...1000)
      } else if try arguments.takeOption("within") {
        scope.reach = try arguments.takeWindowReach()
      } else if try arguments.takeOption("least") {
        scope.least = try binder.wholeNumber(
          &arguments, in: call, after: "least", 1...1_000_000_000)
      } else if try arguments.takeOption("range") {
        scope.leastDocuments = try binder.wholeNumber(
          &arguments, in: call, after: "range", 1...1_000_000_000)
      } else {
        throw arguments.unexpected(words: collocateWords + ["by"])
      }
    }
    let (rows, keys) = try binder.grouped(
      call, input, besides: RelationSpec.collocates().columns.map(\.name))
    scope.keyCount = keys.count
    return binder.analysis(.collocates(scope), call, rows, rows: .collocates(by: keys))
  }

  static let keywords = StageSpec(
    "keywords", "keywords [against (QUERY)] [least N] [by KEYS]",
    "Which words are more frequent in a text than in another.",
    details: """
      The other text is that of the query, or else the rest of the corpus; with keys, each group is \
      compared with the rest of the rows. `least` says how often a word has to stand in both texts \
      together, 3 by default. What chance explains least comes first, and what is rarer than in the other \
      text last. `log-ratio` says how much: 1 is twice, 2 four times as frequent.
      """,
    form: .argumentsByKeys, rows: .keywords(), words: ["against", "least"],
    example: "documents | from @base-insider | keywords against (documents | from @peru-explainer)"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireText(call, input)
    var arguments = StageArguments(call)
    var scope = Analysis.KeywordScope()
    var against: LogicalPlan?
    while !arguments.isAtEnd {
      if try arguments.takeOption("least") {
        scope.least = try binder.wholeNumber(
          &arguments, in: call, after: "least", 1...1_000_000_000)
      } else if try arguments.takeOption("against") {
        against = try binder.otherText(&arguments, call)
      } else {
        throw arguments.unexpected(words: ["against", "least", "by"])
      }
    }
    let (rows, keys) = try binder.grouped(
      call, input, besides: RelationSpec.keywords().columns.map(\.name))
    scope.keyCount = keys.count
    return binder.analysis(
      .keywords(scope), call, rows, rows: .keywords(by: keys), against: against)
  }

  static let dispersion = StageSpec(
    "dispersion", "dispersion \"PATTERN\", … [by KEYS]",
    "How evenly words are spread over documents, or over groups of the rows.",
    details: """
      The pattern is as in `kwic`. `dp` is 0 for a word that is spread as evenly as the sizes of the parts \
      allow, and near 1 for one that stands in a small part alone; `juilland-d` runs the other way, \
      from 1 to 0. With keys the groups are the parts.
      """,
    form: .argumentsByKeys, rows: .dispersion,
    example: "documents | dispersion \"bases\", \"drug*\""
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireText(call, input)
    var arguments = StageArguments(call)
    var patterns: [WordPattern] = []
    var words: [String] = []
    repeat {
      patterns.append(
        try binder.quoted(&arguments, in: call, example: "dispersion \"bases\"") {
          (text) throws(WordPatternFault) in
          words.append(text)
          return try WordPattern(reading: text)
        })
    } while !arguments.isAtEnd
    let (rows, keys) = try binder.grouped(call, input, besides: [])
    var scope = Analysis.DispersionScope(patterns, words: words)
    scope.keyCount = keys.count
    return binder.analysis(.dispersion(scope), call, rows, rows: .dispersion)
  }
}

extension Binder {
  /// The text behind `against`.
  fileprivate mutating func otherText(
    _ arguments: inout StageArguments, _ call: StageCall
  ) throws(Diagnostic) -> LogicalPlan {
    let span = arguments.isAtEnd ? call.span : arguments.span
    guard case .query(let query)? = arguments.takeExpression() else {
      throw Diagnostic(
        .wrongArguments, at: span, "`against` takes a query in parentheses",
        hint: "write `keywords against (documents | from @source)`")
    }
    let plan = try bind(query)
    try requireText(call, plan)
    return plan
  }
}

extension StageArguments {
  fileprivate mutating func takeWindowReach() throws(Diagnostic) -> WordPattern.Reach {
    if take("sentence") { return .sentence }
    if take("paragraph") { return .paragraph }
    throw Diagnostic(.wrongArguments, at: span, "`within` takes `sentence` or `paragraph`")
  }
}
