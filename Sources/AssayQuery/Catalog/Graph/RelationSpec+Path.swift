import AssayModel

extension RelationSpec {
  /// The rows of `path`.
  package static let pathSteps = RelationSpec(
    name: "steps", summary: "The steps of the shortest paths between two entities.", kind: nil,
    columns: [
      ColumnSpec("path", .number, required: true, "Which path, from 1."),
      ColumnSpec("step", .number, required: true, "Which step of it, from 1."),
      ColumnSpec("from", .reference(.entity), required: true, "Where the step begins."),
      path("predicate", .reference(.predicate), "claim", "The relation that the claim states."),
      ColumnSpec("to", .reference(.entity), required: true, "Where it ends."),
      ColumnSpec(
        "direction", .word(.direction), required: true,
        "Forward if `from` is the claim's subject, backward if it is its object."),
      ColumnSpec("claim", .reference(.claim), required: true, "A claim that joins the two."),
      path("source", .reference(.source), "claim", "Who says so."),
      ColumnSpec("claims", .number, required: true, "How many claims join the two."),
      path("says", .text, "claim", "The claim in the analyst's words."),
    ], example: "claims | path from @leon-panetta to @iquitos")
}
