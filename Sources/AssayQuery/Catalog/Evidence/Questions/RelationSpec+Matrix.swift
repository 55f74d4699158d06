import AssayModel

extension RelationSpec {
  /// The rows of `matrix` for one question.
  package static func matrix(answers: [String]) -> RelationSpec {
    let cells = AnswerColumns.columns(answers, .sourceStance, besides: ["source", "claims"])
    return RelationSpec(
      name: "rows", summary: "Sources with what they say to a question.", kind: nil,
      columns: [
        ColumnSpec("source", .reference(.source), required: true, "The source.")
      ] + cells + [
        ColumnSpec(
          "claims", .number, required: true, "How many of its claims bear on the question.")
      ], example: "claims | matrix @permanent-bases")
  }

  /// The rows of `matrix` for any number of questions.
  package static let stances = RelationSpec(
    name: "stances", summary: "Sources with what they say to an answer.", kind: nil,
    columns: [
      ColumnSpec("question", .reference(.question), required: true, "The question."),
      ColumnSpec("answer", .text, required: true, "One of its answers."),
      ColumnSpec("source", .reference(.source), required: true, "The source."),
      ColumnSpec("stance", .word(.sourceStance), required: true, "What it says to the answer."),
      ColumnSpec("claims", .number, required: true, "How many of its claims say so."),
    ], example: "claims | matrix")
}
