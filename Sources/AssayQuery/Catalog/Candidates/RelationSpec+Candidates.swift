import AssayModel

extension RelationSpec {
  /// The rows of `candidates`: sentences.
  package static let candidates = RelationSpec(
    name: "candidates", summary: "Sentences that look like claims.", kind: nil,
    columns: [
      ColumnSpec("source", .reference(.source), required: true, "Whose document it stands in."),
      ColumnSpec("paragraph", .number, required: true, "The paragraph, from 1."),
      ColumnSpec("sentence", .number, required: true, "The sentence in it, from 1."),
      ColumnSpec("reasons", .list, "What makes it look like a claim."),
      ColumnSpec("figures", .list, "Its figures."),
      ColumnSpec("dates", .list, "Its dates; those that are relative, from its publication."),
      ColumnSpec("speaker", .text, "The words for who speaks, if another than the source does."),
      ColumnSpec("hedge", .text, "The words that hedge it."),
      ColumnSpec("mode", .word(.mode), required: true, "The mode that its words suggest."),
      ColumnSpec("score", .number, required: true, "The points of its cues; 3 or more."),
      ColumnSpec(
        "taken", .boolean, required: true, "Whether a claim's quote lies in it already."),
      ColumnSpec("text", .text, required: true, "The sentence."),
      ColumnSpec("start", .number, required: true, "Its first byte in the document, from 0."),
      ColumnSpec("end", .number, required: true, "The byte after its last."),
    ], example: "sources | candidates")
}
