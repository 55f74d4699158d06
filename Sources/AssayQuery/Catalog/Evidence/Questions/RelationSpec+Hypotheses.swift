import AssayModel

extension RelationSpec {
  /// The rows of `hypotheses`.
  package static func hypotheses(answers: [String]) -> RelationSpec {
    let list = ClosedList(name: "answer of the question", words: answers)
    return RelationSpec(
      name: "answers", summary: "Answers with the evidence for and against them.", kind: nil,
      columns: [
        ColumnSpec("answer", .word(list), required: true, "The answer's id."),
        ColumnSpec("standing", .number, required: true, "1 for the least that is against it."),
        ColumnSpec("tied", .boolean, required: true, "Whether another answer stands there too."),
        ColumnSpec("against", .number, required: true, "The weight of the origins against it."),
        ColumnSpec("support", .number, required: true, "The weight of the origins for it."),
        ColumnSpec("consistent", .number, required: true, "How many claims fit it."),
        ColumnSpec("inconsistent", .number, required: true, "How many claims speak against it."),
        ColumnSpec(
          "consistent-origins", .number, required: true, "How many origins the claims for it have."),
        ColumnSpec(
          "inconsistent-origins", .number, required: true, "How many those against it have."),
        ColumnSpec("text", .text, "The answer in words."),
      ], example: "claims | hypotheses @permanent-bases")
  }

  /// The rows of `hypotheses … claims`.
  package static func evidence(answers: [String]) -> RelationSpec {
    let first = [
      ColumnSpec("claim", .reference(.claim), required: true, "The claim."),
      path("source", .reference(.source), "claim", "Its source."),
    ]
    let last = [
      ColumnSpec("weight", .number, required: true, "What it weighs, 0 to 1."),
      ColumnSpec(
        "diagnosticity", .number, required: true,
        "The share of pairs of answers that it tells apart, 0 to 1."),
      ColumnSpec("flips", .list, "What would stand first without the claim, if that changes."),
      ColumnSpec("flips-origin", .list, "The same without all claims of its origin."),
      path("says", .text, "claim", "What it says."),
    ]
    let cells = AnswerColumns.columns(
      answers, .consistency, besides: (first + last).map(\.name))
    return RelationSpec(
      name: "rows", summary: "Claims with what they are to each answer.", kind: nil,
      columns: first + cells + last, example: "claims | hypotheses @permanent-bases claims")
  }
}
