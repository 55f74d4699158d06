import AssayModel

extension RelationSpec {
  /// The rows of `network`.
  package static let network = RelationSpec(
    name: "pairs", summary: "Pairs of entities that claims join.", kind: nil,
    columns: [
      ColumnSpec("from", .reference(.entity), required: true, "The subject."),
      ColumnSpec("to", .reference(.entity), required: true, "The object."),
      ColumnSpec("claims", .number, required: true, "How many claims join the two so."),
      ColumnSpec("sources", .number, required: true, "How many different sources they are from."),
      ColumnSpec("predicates", .number, required: true, "How many different relations they state."),
      ColumnSpec("reported", .number, required: true, "The share of them with a speaker, 0 to 1."),
      ColumnSpec("claim", .reference(.claim), required: true, "The first of them by its id."),
      path("predicate", .reference(.predicate), "claim", "The relation that this one states."),
      path("says", .text, "claim", "This one in the analyst's words."),
    ], example: "claims | network")

  /// The rows of `network nodes`.
  package static let networkNodes = RelationSpec(
    name: "nodes", summary: "Entities that claims join with others.", kind: nil,
    columns: [
      ColumnSpec("entity", .reference(.entity), required: true, "The entity."),
      ColumnSpec("incoming", .number, required: true, "Of how many subjects it is the object."),
      ColumnSpec("outgoing", .number, required: true, "Of how many objects it is the subject."),
      ColumnSpec("neighbours", .number, required: true, "How many it is joined with either way."),
      ColumnSpec("claims", .number, required: true, "How many claims join it with any."),
      ColumnSpec("pagerank", .number, required: true, "Its PageRank, 0 to 1; all add up to 1."),
      ColumnSpec(
        "component", .number, required: true, "Its part of the network; 1 is the largest."),
    ], example: "claims | network nodes")
}
