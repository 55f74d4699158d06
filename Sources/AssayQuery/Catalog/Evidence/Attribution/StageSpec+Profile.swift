import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let profile = StageSpec(
    "profile", "profile [by KEYS]",
    "On whose word each source speaks, how often it hedges, plans, estimates and quotes.",
    details: """
      One row for each source, or for each other key; `claims` is a number, the other columns are \
      shares of it from 0 to 1. `own-voice`, `by-person`, `by-institution` and `by-other` make up \
      the whole: claims without a speaker, and those whose speaker is a person, an organization or \
      place, or of another kind.
      """,
    form: .optionalKeys, example: "claims | profile"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    let builder = ProfileBuilder(span: call.name.span)
    for name in ProfileBuilder.needed where !input.columns.contains(where: { $0.name == name }) {
      throw binder.lacks(call, "the column `\(name)` of the claims")
    }
    let rows = Rows(input)
    let source = StageItem(builder.column("source"))
    let keys = try binder.columns(call.keys.isEmpty ? [source] : call.keys, in: rows)
    if let name = call.keys.compactMap(\.alias).first(where: { builder.names.contains($0.text) }) {
      throw Diagnostic(
        .duplicateColumn, at: name.span, "`profile` has a column `\(name.text)` already",
        hint: "give this one another name")
    }
    let measures = try binder.measures(builder.measures, in: rows, besides: keys)
    return .aggregate(input, keys: keys, measures: measures, largestFirst: false)
  }
}

/// Writes the measures of `profile` as a program would write them.
private struct ProfileBuilder {
  let span: Span

  /// The columns that the measures ask.
  static let needed = ["source", "speaker", "hedge", "mode", "value", "quote"]

  var measures: [StageItem] {
    let kind = column("speaker", "kind")
    let institutions = ["organization", "place"].map(text)
    let isInstitution = Expression.membership(kind, institutions, span)
    let isPerson = Expression.binary(.equal, kind, text("person"))
    let isOther = Expression.binary(
      .and, present("speaker"),
      .unary(.not, .membership(kind, institutions + [text("person")], span), span))
    return [
      item("claims", .call(name("count"), [], span)),
      share("own-voice", .presence(column("speaker"), isPresent: false, span)),
      share("by-person", isPerson), share("by-institution", isInstitution),
      share("by-other", isOther),
      share("hedged", present("hedge")), share("plans", mode("plan")),
      share("estimates", mode("estimate")), share("opinions", mode("opinion")),
      share("figures", present("value")), share("quotes", present("quote")),
    ]
  }

  /// What the measures are called.
  var names: Set<String> { Set(measures.compactMap(\.alias?.text)) }

  func column(_ parts: String...) -> Expression { .path(parts.map(name)) }

  private func name(_ text: String) -> Name { Name(text, at: span) }
  private func text(_ word: String) -> Expression { .literal(.text(word), span) }
  private func present(_ column: String) -> Expression {
    .presence(self.column(column), isPresent: true, span)
  }
  private func mode(_ word: String) -> Expression { .binary(.equal, column("mode"), text(word)) }
  private func item(_ alias: String, _ value: Expression) -> StageItem {
    StageItem(value, alias: name(alias))
  }

  /// The share of rows for which the condition holds, to two decimals.
  private func share(_ alias: String, _ condition: Expression) -> StageItem {
    let share = Expression.call(name("share"), [condition], span)
    let digits = Expression.literal(.number(2, digits: "2"), span)
    return item(alias, .call(name("round"), [share, digits], span))
  }
}
