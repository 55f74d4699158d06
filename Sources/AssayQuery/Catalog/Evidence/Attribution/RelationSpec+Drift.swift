import AssayModel

extension RelationSpec {
  /// The rows of `drift`.
  package static let drift = RelationSpec(
    name: "figures", summary: "Figures of one thing, in the order of time.", kind: nil,
    columns: [
      ColumnSpec("group", .number, required: true, "The figures of one thing, from 1."),
      path("subject", .reference(.entity), "claim", "Whom it is about."),
      path("predicate", .reference(.predicate), "claim", "The relation."),
      path("object", .reference(.entity), "claim", "The object."),
      ColumnSpec("claim", .reference(.claim), required: true, "The claim that states it."),
      ColumnSpec("clock", .word(.figureClock), required: true, "What the date is the date of."),
      ColumnSpec("date", .date, "When it stands."),
      ColumnSpec("value", .figure, required: true, "The figure."),
      ColumnSpec("change", .number, "From the one before, as a share of it."),
      ColumnSpec("from-first", .number, "From the first of the group, as a share of it."),
      ColumnSpec("factor", .number, "It divided by the first of the group."),
      ColumnSpec("compatible", .boolean, "Whether it and the one before can both be true."),
      ColumnSpec("spread", .number, "The greatest of the group divided by the least."),
      ColumnSpec("sources", .number, required: true, "How many sources the group has."),
      path("source", .reference(.source), "claim", "The source."),
      path("speaker", .reference(.entity), "claim", "Whose word it is."),
      path("mode", .word(.mode), "claim", "How it is meant."),
    ], example: "claims | drift")
}
