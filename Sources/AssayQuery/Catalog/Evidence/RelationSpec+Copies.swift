import AssayModel

extension RelationSpec {
  /// The rows of `copies`: pairs of sentences, or of paragraphs.
  package static func copies(ofSentences: Bool) -> RelationSpec {
    func place(_ prefix: String, _ what: String) -> [ColumnSpec] {
      var columns = [
        ColumnSpec(prefix + "source", .reference(.source), required: true, "Where \(what) stands."),
        ColumnSpec(prefix + "paragraph", .number, required: true, "The paragraph, from 1."),
      ]
      if ofSentences {
        columns.append(
          ColumnSpec(prefix + "sentence", .number, required: true, "The sentence in it, from 1."))
      }
      return columns
    }
    return RelationSpec(
      name: "copies", summary: "Pairs of passages that share wording.", kind: nil,
      columns: place("", "the one") + place("other-", "the other") + [
        ColumnSpec("words", .number, required: true, "How many words they share in runs."),
        ColumnSpec(
          "containment", .number, required: true, "As a share of the one's words, 0 to 1."),
        ColumnSpec("other-containment", .number, required: true, "As a share of the other's."),
        first,
        ColumnSpec("text", .text, required: true, "The longest shared run, as the one has it."),
        ColumnSpec("spans", .number, required: true, "How many runs they share."),
        ColumnSpec("start", .number, required: true, "The run's first byte in the one's document."),
        ColumnSpec("end", .number, required: true, "The byte after its last there."),
        ColumnSpec("other-start", .number, required: true, "Its first byte in the other's."),
        ColumnSpec("other-end", .number, required: true, "The byte after its last there."),
      ], example: "documents | copies over 0.1")
  }

  /// The rows of `copies documents`.
  package static let copyingDocuments = RelationSpec(
    name: "pairs", summary: "Pairs of documents that share wording.", kind: nil,
    columns: [
      ColumnSpec("source", .reference(.source), required: true, "The source of the one."),
      ColumnSpec("other-source", .reference(.source), required: true, "The source of the other."),
      ColumnSpec(
        "share", .number, required: true, "How much of the one stands in the other, 0 to 1."),
      ColumnSpec(
        "other-share", .number, required: true, "How much of the other stands in the one."),
      ColumnSpec("words", .number, required: true, "How many words of the one the other has."),
      ColumnSpec(
        "other-words", .number, required: true, "How many words of the other the one has."),
      ColumnSpec("passages", .number, required: true, "How many pairs of their passages match."),
      first,
    ], example: "documents | copies documents over 0.1")

  private static let first = ColumnSpec(
    "first", .reference(.source), "The source that was published first, if the dates tell.")
}
