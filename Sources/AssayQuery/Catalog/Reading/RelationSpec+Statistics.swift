import AssayModel

extension RelationSpec {
  /// The rows of `collocates`, with what they are grouped by.
  package static func collocates(by keys: [ColumnSpec] = []) -> RelationSpec {
    RelationSpec(
      name: "collocates", summary: "Words that stand near others, with how far that is chance.",
      kind: nil,
      columns: keys + [
        ColumnSpec("word", .text, required: true, "In small letters and without accents."),
        ColumnSpec("count", .number, required: true, "How often it stands in a window."),
        ColumnSpec("documents", .number, required: true, "In how many documents it does."),
        ColumnSpec("frequency", .number, required: true, "How often it stands in the text."),
        ColumnSpec("expected", .number, required: true, "How often chance would put it there."),
        ColumnSpec("log-dice", .number, required: true, "Rychlý's logDice, at most 14."),
        ColumnSpec(
          "log-likelihood", .number, required: true, "Dunning's; below 0: rarer than by chance."),
        ColumnSpec("mi", .number, required: true, "Mutual information, in bits."),
        ColumnSpec("t", .number, required: true, "The t-score."),
        ColumnSpec("log-ratio", .number, "Hardie's log ratio; missing: it stands nowhere else."),
      ], example: "documents | collocates \"bases\"")
  }

  /// The rows of `keywords`, with what they are grouped by.
  package static func keywords(by keys: [ColumnSpec] = []) -> RelationSpec {
    RelationSpec(
      name: "keywords", summary: "Words that are more frequent in one text than in another.",
      kind: nil,
      columns: keys + [
        ColumnSpec("word", .text, required: true, "In small letters and without accents."),
        ColumnSpec("count", .number, required: true, "How often it stands in the text."),
        ColumnSpec("other-count", .number, required: true, "How often in the other."),
        ColumnSpec("per-million", .number, required: true, "In a million words of the text."),
        ColumnSpec("other-per-million", .number, required: true, "In a million of the other."),
        ColumnSpec(
          "log-likelihood", .number, required: true,
          "How little chance explains it; below 0: rarer here."),
        ColumnSpec("log-ratio", .number, required: true, "The effect: 1 is twice as frequent."),
      ], example: "documents | from @base-insider | keywords")
  }

  /// The rows of `dispersion`.
  package static let dispersion = RelationSpec(
    name: "words", summary: "How evenly words are spread over the parts of a text.", kind: nil,
    columns: [
      ColumnSpec("pattern", .text, required: true, "What was looked for."),
      ColumnSpec("count", .number, required: true, "How often it stands there."),
      ColumnSpec("range", .number, required: true, "How many parts have it."),
      ColumnSpec("parts", .number, required: true, "How many parts there are."),
      ColumnSpec("dp", .number, "Gries's deviation of proportions: 0 even, towards 1 in one part."),
      ColumnSpec("dp-norm", .number, "The same on a scale that these parts can fill, 0 to 1."),
      ColumnSpec("juilland-d", .number, "Juilland's D: 1 even, 0 in one part."),
    ], example: "documents | dispersion \"bases\"")
}
