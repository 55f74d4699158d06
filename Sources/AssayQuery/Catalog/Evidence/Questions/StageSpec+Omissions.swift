import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let omissions = StageSpec(
    "omissions", "omissions [of @SOURCE] [least N] [without …]",
    "What several sources say and another one leaves out, though it covers the subject.",
    details: """
      A row is a source and a relation of a subject, or an answer, that it leaves out; `carriers` \
      of the `others`, which cover the subject or question too, speak to it, for or against, and \
      have so many `origins`. `least` says how many carriers there must be, 2 by default; `of` asks \
      about one source, `without` leaves a sort of tie between origins out, as in `support`.
      """,
    form: .arguments, rows: .omissions, words: ["of", "least", "without"] + originWords,
    example: "claims | omissions | take 10"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    var arguments = StageArguments(call)
    var least: Int?
    var source: Int64?
    var options = Analysis.OriginOptions()
    while !arguments.isAtEnd {
      for (word, isGiven) in [("least", least != nil), ("of", source != nil)]
      where isGiven && arguments.word?.text == word {
        throw Diagnostic(.wrongArguments, at: arguments.span, "`\(word)` is given twice")
      }
      if arguments.take("least") {
        least = try binder.leastCount(&arguments, in: call)
      } else if arguments.take("of") {
        source = try binder.record(&arguments, .source, in: call).key
      } else if let given = try arguments.takeOriginOptions() {
        options = given
      } else {
        throw arguments.unexpected(words: ["least", "of", "without"] + originWords)
      }
    }
    return binder.analysis(
      .omissions(least: least ?? 2, of: source, options), call, input, rows: .omissions)
  }
}

extension Binder {
  /// The number after `least`.
  fileprivate mutating func leastCount(
    _ arguments: inout StageArguments, in call: StageCall
  ) throws(Diagnostic) -> Int {
    guard !arguments.isAtEnd, arguments.word == nil else {
      throw Diagnostic(
        .wrongArguments, at: arguments.isAtEnd ? call.span : arguments.span,
        "a number has to follow `least`", hint: "write `least 2`")
    }
    let span = arguments.span
    if let word = arguments.unitOfNumber {
      throw Diagnostic(
        .wrongArguments, at: span, "`\(word)` is read as the unit of the number",
        hint: "put a comma after the number: `least 2, of @source`")
    }
    guard let expression = arguments.takeExpression(),
      case .number(let number) = try constant(expression), number == number.rounded(),
      number >= 1, number <= 1e9
    else { throw .outOfRange("`least` takes a whole number, 1 or more", at: span) }
    return Int(number)
  }
}

extension StageArguments {
  /// The word that makes the number at hand a figure, as `of` in `2 of`.
  fileprivate var unitOfNumber: String? {
    var ahead = self
    guard case .literal(.figure(let figure), _)? = ahead.takeExpression() else { return nil }
    return figure.unit.symbol
  }
}
