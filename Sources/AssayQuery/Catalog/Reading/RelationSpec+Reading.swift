import AssayModel

extension RelationSpec {
  private static let place = [
    ColumnSpec("source", .reference(.source), required: true, "Whose document it stands in."),
    ColumnSpec("paragraph", .number, required: true, "The paragraph, from 1."),
    ColumnSpec("sentence", .number, required: true, "The sentence in it, from 1."),
  ]
  private static let bytes = [
    ColumnSpec("start", .number, required: true, "Its first byte in the document, from 0."),
    ColumnSpec("end", .number, required: true, "The byte after its last."),
  ]

  /// The rows of `kwic`.
  package static let matches = RelationSpec(
    name: "matches", summary: "Words in their context.", kind: nil,
    columns: place + [
      ColumnSpec("left", .text, required: true, "The words before it.").alignedAtEnd(),
      ColumnSpec("match", .text, required: true, "The words that were looked for."),
      ColumnSpec("right", .text, required: true, "The words behind it."),
    ] + bytes, example: "passages | kwic \"bases\"")

  /// The rows of `search`.
  package static let found = RelationSpec(
    name: "sentences", summary: "Sentences that have some of the words, the best first.",
    kind: nil,
    columns: place + [
      ColumnSpec("score", .number, required: true, "How well it fits; 0 or more, no unit."),
      ColumnSpec("text", .text, required: true, "Its words."),
    ] + bytes, example: "passages | search \"bases drugs\" | take 5")

  /// The rows of `words`, with what they are grouped by.
  package static func words(by keys: [ColumnSpec] = []) -> RelationSpec {
    RelationSpec(
      name: "words", summary: "Words and how often they stand in the text.", kind: nil,
      columns: keys + [
        ColumnSpec("word", .text, required: true, "In small letters and without accents."),
        ColumnSpec("count", .number, required: true, "How often it stands there."),
        ColumnSpec("documents", .number, required: true, "How many documents have it there."),
        ColumnSpec(
          "per-million", .number, required: true, "How often in a million words of that text."),
      ], example: "documents | words | take 5")
  }

  /// The rows of `ngrams`, with what they are grouped by.
  package static func ngrams(by keys: [ColumnSpec] = []) -> RelationSpec {
    RelationSpec(
      name: "ngrams", summary: "Runs of words and how often they stand in the text.", kind: nil,
      columns: keys + [
        ColumnSpec("ngram", .text, required: true, "The words, folded, with blanks between."),
        ColumnSpec("count", .number, required: true, "How often they stand there."),
        ColumnSpec("documents", .number, required: true, "How many documents have them there."),
      ], example: "documents | ngrams 2 | take 5")
  }
}
