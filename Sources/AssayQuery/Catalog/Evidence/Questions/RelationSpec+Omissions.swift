import AssayModel

extension RelationSpec {
  /// The rows of `omissions`.
  package static let omissions = RelationSpec(
    name: "omissions", summary: "What a source leaves out and others say.", kind: nil,
    columns: [
      ColumnSpec("source", .reference(.source), required: true, "The source that leaves it out."),
      ColumnSpec("subject", .reference(.entity), "Of a fact: whom it is about."),
      ColumnSpec("predicate", .reference(.predicate), "Of a fact: the relation."),
      ColumnSpec("object", .reference(.entity), "The object, where the relation has a value too."),
      ColumnSpec("question", .reference(.question), "Of an answer: the question."),
      ColumnSpec("answer", .text, "Of an answer: its id."),
      ColumnSpec("carriers", .number, required: true, "How many other sources carry it."),
      ColumnSpec("origins", .number, required: true, "How many origins those have."),
      ColumnSpec(
        "others", .number, required: true, "How many other sources cover the subject or question."),
      path("says", .text, "claim", "What the first claim says that carries it."),
      ColumnSpec("share", .number, required: true, "Carriers among the others, 0 to 1."),
      ColumnSpec("claim", .reference(.claim), required: true, "That claim."),
      path("example-source", .reference(.source), "claim", of: "source", "Its source."),
    ], example: "claims | omissions")
}
