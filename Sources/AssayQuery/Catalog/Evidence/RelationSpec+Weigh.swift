import AssayModel

extension RelationSpec {
  /// The columns of the models, in the order in which `weigh` shows them.
  static let modelColumns: [ColumnSpec] = [
    ColumnSpec("majority", .number, "The share of the votes."),
    ColumnSpec("sums", .number, "The score under Sums."),
    ColumnSpec("average-log", .number, "The score under Average·Log."),
    ColumnSpec("investment", .number, "The score under Investment."),
    ColumnSpec("pooled-investment", .number, "The score under PooledInvestment."),
    ColumnSpec("truth-finder", .number, "The score under TruthFinder."),
    ColumnSpec("crh", .number, "The score under CRH."),
    ColumnSpec("copy-aware", .number, "The score under the copy-aware vote."),
  ]

  /// The rows of `weigh`.
  package static let weighed = RelationSpec(
    name: "values", summary: "Values with their scores under each model.", kind: nil,
    columns: [
      ColumnSpec("item", .number, required: true, "The number of what the values compete for.")
    ] + topicColumns + [
      ColumnSpec("outlets", .number, required: true, "How many sources carry it."),
      ColumnSpec("origins", .number, required: true, "How many independent origins they have."),
      ColumnSpec("models", .number, required: true, "How many of the 8 models prefer it alone."),
      ColumnSpec(
        "tied", .number, required: true, "In how many models it is preferred with others."),
    ] + modelColumns + [
      ColumnSpec("claim", .reference(.claim), required: true, "A claim that says it."),
      path("scope", .text, "claim", "The scope under which it is said."),
      path("says", .text, "claim", "What it says, in the analyst's words."),
    ], example: "claims | weigh")

  /// The rows of `weigh trust`.
  package static let trusted = RelationSpec(
    name: "sources", summary: "Sources with the trust of each model in them.", kind: nil,
    columns: [
      ColumnSpec("source", .reference(.source), required: true, "The source."),
      ColumnSpec("origin", .reference(.source), required: true, "The source it counts with."),
      ColumnSpec("votes", .number, required: true, "How many values its origin votes for."),
    ] + modelColumns, example: "claims | weigh trust")

  /// The rows of `weigh flips`.
  package static let flips = RelationSpec(
    name: "flips", summary: "What a model prefers instead when one origin is left out.", kind: nil,
    columns: [
      ColumnSpec("source", .reference(.source), required: true, "The origin that is left out."),
      ColumnSpec("model", .text, required: true, "The model."),
    ] + topicColumns.dropLast() + [
      ColumnSpec("before", .list, "What it prefers with the origin."),
      ColumnSpec("after", .list, "What it prefers without."),
      ColumnSpec("claim", .reference(.claim), required: true, "A claim that speaks of it."),
    ], example: "claims | weigh flips")
}
