import AssayModel

extension RelationSpec {
  /// The rows of `conflicts`.
  package static let conflicts = RelationSpec(
    name: "conflicts", summary: "Pairs of values with a verdict.", kind: nil,
    columns: [
      ColumnSpec("verdict", .word(.verdict), required: true, "What can be said of the two."),
      ColumnSpec("decided", .word(.deciding), required: true, "The field that decided it."),
      ColumnSpec("question", .reference(.question), "The question, if they are compared by one."),
      path("predicate", .reference(.predicate), "claim", "The relation."),
      ColumnSpec("content", .text, "What the one says."),
      ColumnSpec("other-content", .text, "What the other says."),
      path("source", .reference(.source), "claim", "The source of the one."),
      path("other-source", .reference(.source), "other", "The source of the other."),
      ColumnSpec("flags", .list, "if-same-time, reported-only, self."),
      path("speaker", .reference(.entity), "claim", "The speaker of the one."),
      path("other-speaker", .reference(.entity), "other", "The speaker of the other."),
      ColumnSpec("gap", .number, "Of figures: the distance as a share of the greater one."),
      ColumnSpec("days", .number, "Of dates: the days between them."),
      ColumnSpec("claim", .reference(.claim), required: true, "A claim of the one side."),
      ColumnSpec("other", .reference(.claim), required: true, "A claim of the other side."),
      path("subject", .reference(.entity), "claim", "Whom it is about."),
      ColumnSpec("claims", .number, required: true, "How many claims stand on the one side."),
      ColumnSpec("other-claims", .number, required: true, "How many on the other."),
      ColumnSpec("pairs", .number, required: true, "How many pairs of claims the row stands for."),
      path("says", .text, "claim", "What the one says, in the analyst's words."),
      path("other-says", .text, "other", "What the other says."),
      path("quote", .text, "claim", "The words that bear the one."),
      path("other-quote", .text, "other", "The words that bear the other."),
    ], example: "claims | conflicts")
}
