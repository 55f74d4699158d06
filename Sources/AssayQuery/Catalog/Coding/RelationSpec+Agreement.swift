import AssayModel

extension RelationSpec {
  /// What two rows of `agreement` have in common.
  private static let topic = [
    ColumnSpec("coder", .text, required: true, "The one reader."),
    ColumnSpec("other-coder", .text, required: true, "The other."),
    ColumnSpec(
      "field", .word(.codedField), required: true,
      "What was coded; `claim` is whether a sentence holds one."),
    ColumnSpec("question", .reference(.question), "Of an answer: the question."),
  ]

  /// The rows of `agreement`.
  package static let agreement = RelationSpec(
    name: "comparisons", summary: "How far two readers agree, field by field.", kind: nil,
    columns: topic + [
      ColumnSpec("units", .number, required: true, "How many sentences or claims both coded."),
      ColumnSpec("apart", .number, required: true, "In how many of them they differ."),
      ColumnSpec("observed", .number, required: true, "The share in which they agree, 0 to 1."),
      ColumnSpec("kappa", .number, "Cohen's κ; missing where chance alone gives full agreement."),
      ColumnSpec("alpha", .number, "Krippendorff's α for nominal codes; missing likewise."),
    ], example: "claims | agreement")

  /// The rows of `agreement apart`.
  package static let agreementApart = RelationSpec(
    name: "differences", summary: "Where two readers part.", kind: nil,
    columns: topic + [
      ColumnSpec("source", .reference(.source), required: true, "Whose document it is."),
      ColumnSpec("paragraph", .number, required: true, "The paragraph, from 1."),
      ColumnSpec("sentence", .number, required: true, "The sentence in it, from 1."),
      ColumnSpec("code", .text, "What the one reader says; missing: nothing."),
      ColumnSpec("other-code", .text, "What the other says."),
      ColumnSpec("claim", .reference(.claim), "The one's claim."),
      ColumnSpec("other-claim", .reference(.claim), "The other's."),
      ColumnSpec("text", .text, required: true, "The sentence."),
    ], example: "claims | agreement apart")
}

extension ClosedList {
  /// What readers code: whether there is a claim, and its fields.
  package static let codedField = ClosedList(
    name: "coded field",
    words: [
      "claim", "subject", "predicate", "object", "denied", "value", "when", "place", "speaker",
      "mode", "scope", "hedge", "answer",
    ])
}
