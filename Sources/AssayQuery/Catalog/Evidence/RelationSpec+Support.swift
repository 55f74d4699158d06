import AssayModel

extension RelationSpec {
  /// The columns that say which fact or answer a row is about.
  static let topicColumns: [ColumnSpec] = [
    ColumnSpec("subject", .reference(.entity), "Whom it is about; missing for an answer."),
    ColumnSpec("predicate", .reference(.predicate), "The relation; missing for an answer."),
    ColumnSpec("question", .reference(.question), "The question, if it is an answer."),
    ColumnSpec("content", .text, "What is said: the object, the figure, the answer."),
  ]

  /// The rows of `support`.
  package static let support = RelationSpec(
    name: "facts", summary: "Facts and answers with what they rest on.", kind: nil,
    columns: topicColumns + [
      ColumnSpec("claims", .number, required: true, "How many claims say it."),
      ColumnSpec("outlets", .number, required: true, "How many sources carry it."),
      ColumnSpec("origins", .number, required: true, "How many independent origins they have."),
      ColumnSpec("speakers", .number, required: true, "How many speakers it is put to."),
      ColumnSpec("sole", .boolean, required: true, "Whether it rests on one origin alone."),
      ColumnSpec("sources", .list, "The sources that carry it."),
      path(
        "first", .date, "claim", of: "published", "When the earliest of the sources was published."),
      path("first-source", .reference(.source), "claim", of: "source", "The earliest source."),
      ColumnSpec("claim", .reference(.claim), required: true, "The claim of that source."),
      path("says", .text, "claim", "What it says, in the analyst's words."),
    ], example: "claims | support")

  /// The rows of `origins`.
  package static let origins = RelationSpec(
    name: "origins", summary: "Sources that count once, and why.", kind: nil,
    columns: [
      ColumnSpec("source", .reference(.source), required: true, "The source."),
      ColumnSpec("reason", .word(.originTie), "What ties it; missing: nothing does."),
      ColumnSpec("with", .reference(.source), "The source that it is tied to."),
      ColumnSpec("speaker", .reference(.entity), "The speaker whom both report."),
      ColumnSpec("detail", .text, "How far the tie goes."),
      ColumnSpec("origin", .reference(.source), required: true, "The source that stands for all."),
      ColumnSpec("claims", .number, required: true, "How many of the claims are the source's."),
    ], example: "claims | origins")
}
