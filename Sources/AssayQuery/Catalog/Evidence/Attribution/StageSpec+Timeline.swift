import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let timeline = StageSpec(
    "timeline", "timeline [said|published]",
    "The claims in the order of when their facts hold, were said or published.",
    details: """
      Without a word the order is that of `when`. A claim without the date is left out, and the \
      line under the result says how many are. The rows are still claims, so that `about`, \
      `conflicts` and the like may follow.
      """,
    form: .arguments, words: ["when", "said", "published"], example: "claims | timeline | take 10"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    var arguments = StageArguments(call)
    var clock = "when"
    if !arguments.isAtEnd {
      let clocks = ["when", "said", "published"]
      guard let word = arguments.word?.text, clocks.contains(word), arguments.take(word) else {
        throw arguments.unexpected(words: clocks)
      }
      guard arguments.isAtEnd else { throw arguments.unexpected(words: []) }
      clock = word
    }
    let columns = input.columns.enumerated().map { index, column in
      BoundColumn(
        name: column.name,
        value: BoundExpression(
          .column(index, name: column.name), column.type, column.isNullable, call.span))
    }
    guard let date = columns.first(where: { $0.name == clock && $0.value.type == .date }) else {
      throw binder.lacks(call, "rows with a date `\(clock)`")
    }
    // Every date overlaps this one, so that only a missing one leaves a row out.
    let always = PartialDate(first: CalendarDay.beginning, last: CalendarDay.end)
    let isKnown = BoundExpression(
      .compare(
        .overlaps, date.value, BoundExpression(.constant(.date(always)), .date, false, call.span)),
      .boolean, date.value.isNullable, call.span)
    let names = [clock, "id", "says", "answer", "stance", "source", "speaker", "mode"]
    let shown = names.compactMap { name in columns.first { $0.name == name } }
    return .project(
      .sort(
        .filter(input, isKnown, words: Printer.text(of: call)),
        [SortKey(value: date.value, isDescending: false)]),
      shown)
  }
}
