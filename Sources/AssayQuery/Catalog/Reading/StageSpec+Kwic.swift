import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let kwic = StageSpec(
    "kwic", "kwic \"WORDS\" [within sentence|paragraph] [across] [sort KEY] [context N]",
    "Every place where words stand, with the words around them.",
    details: """
      Of `passages`, `documents`, `sources` and `claims`; what narrows the rows narrows the text. In \
      the pattern `*` is a word, `exercis*` one that begins so, `**` none to five words, `*{2,4}` two \
      to four, `(a|b c)` one of several; case, accents and punctuation do not count. A match stays in \
      its sentence, unless `within paragraph` or `across` sentences is said. `sort left`, `right` or \
      `match` sorts by those words, `context` says how many are shown, 8 by default. `help reading` \
      has more.
      """,
    form: .argumentsByKeys, rows: .matches, words: kwicWords,
    example: "passages | kwic \"joint ** exercise*\""
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireText(call, input)
    if let key = call.keys.first {
      throw Diagnostic(
        .wrongArguments, at: key.expression.span, "`kwic` has a row for each match, and no groups",
        hint: "write `| count by …` behind it")
    }
    var arguments = StageArguments(call)
    let pattern = try binder.quoted(
      &arguments, in: call, example: "kwic \"joint * exercise*\""
    ) { (words) throws(WordPatternFault) in try WordPattern(reading: words) }
    var scope = Analysis.KwicScope(pattern)
    while !arguments.isAtEnd {
      if try arguments.takeOption("within", against: ["across"]) {
        scope.reach = try arguments.takeReach()
      } else if try arguments.takeOption("across", against: ["within"]) {
        _ = arguments.take("sentences")
        scope.reach = .document
      } else if try arguments.takeOption("sort") {
        scope.order = try arguments.takeOrder()
      } else if try arguments.takeOption("context") {
        scope.context = try binder.wholeNumber(&arguments, in: call, after: "context", 0...100)
      } else {
        throw arguments.unexpected(words: kwicWords)
      }
    }
    return binder.analysis(.kwic(scope), call, input, rows: .matches)
  }

  private static let kwicWords = [
    "within", "sentence", "paragraph", "across", "sort", "left", "right", "match", "context",
  ]
}

extension StageArguments {
  fileprivate mutating func takeReach() throws(Diagnostic) -> WordPattern.Reach {
    if take("sentence") { return .sentence }
    if take("paragraph") { return .paragraph }
    throw Diagnostic(
      .wrongArguments, at: span, "`within` takes `sentence` or `paragraph`",
      hint: "`across` lets a match go through the whole document")
  }

  fileprivate mutating func takeOrder() throws(Diagnostic) -> Analysis.KwicScope.Order {
    for order in Analysis.KwicScope.Order.allCases where order != .text && take(order.rawValue) {
      guard let next = word, Analysis.KwicScope.Order(rawValue: next.text) != nil else {
        return order
      }
      throw Diagnostic(
        .wrongArguments, at: next.span, "`sort` takes one of `left`, `right` and `match` here",
        hint: "write `sort \(order.rawValue)` alone")
    }
    throw Diagnostic(.wrongArguments, at: span, "`sort` takes `left`, `right` or `match` here")
  }
}
