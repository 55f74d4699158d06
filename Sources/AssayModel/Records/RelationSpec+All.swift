extension RelationSpec {
  /// Every relation, in the order of `help relations`.
  package static let all: [RelationSpec] = [
    sources, entities, predicates, questions, claims, links, judgements, documents, passages,
    mentions,
  ]

  /// The columns that every record written by a person ends with.
  private static func common(_ storage: ColumnSpec.Storage = .row) -> [ColumnSpec] {
    [
      ColumnSpec("tags", .list, storage, "Free words."),
      ColumnSpec("note", .text, storage, "The record's note."),
      ColumnSpec("file", .text, required: true, "The file it stands in."),
      ColumnSpec("line", .number, required: true, .row, "The line it begins on, from 1."),
    ]
  }

  package static let sources = RelationSpec(
    name: "sources", summary: "Documents and utterances that make claims.", kind: .source,
    columns: [
      ColumnSpec("id", .text, required: true, "The id, written `@id` in queries."),
      ColumnSpec("title", .text, required: true, "What it is called."),
      ColumnSpec("publisher", .text, "Who brought it out."),
      ColumnSpec("author", .text, "Who wrote it."),
      ColumnSpec("published", .date, "When it was brought out."),
      ColumnSpec("retrieved", .date, "When it was captured."),
      ColumnSpec("kind", .word(.sourceKind), "What sort of source it is."),
      ColumnSpec("url", .text, "Where it was found."),
      ColumnSpec("language", .text, "Its language."),
      ColumnSpec("reliability", .word(.reliability), "The grade in its declaration, A to F."),
      ColumnSpec("derives", .list, "How and from which sources it takes."),
      ColumnSpec("document", .text, "The path of its text."),
      ColumnSpec("snapshot", .text, "The path of the bytes it was captured as."),
    ] + common(), example: "sources | select id, publisher, published | sort published")

  package static let entities = RelationSpec(
    name: "entities", summary: "Who and what claims are about.", kind: .entity,
    columns: [
      ColumnSpec("id", .text, required: true, "The id, written `@id` in queries."),
      ColumnSpec("kind", .word(.entityKind), required: true, "What sort of entity it is."),
      ColumnSpec("name", .text, required: true, "Its name."),
      ColumnSpec("also", .list, "Its other names."),
      ColumnSpec("part-of", .list, "The entities that contain it."),
      ColumnSpec("wikidata", .text, "Its item in Wikidata."),
      ColumnSpec("url", .text, "A page about it."),
    ] + common(), example: "entities | count by kind")

  package static let predicates = RelationSpec(
    name: "predicates", summary: "The relations that claims use.", kind: .predicate,
    columns: [
      ColumnSpec("id", .text, required: true, "The id, written bare in a fact."),
      ColumnSpec("label", .text, required: true, "How it reads."),
      ColumnSpec("object", .list, "The kinds of entity its object may be."),
      ColumnSpec("value", .word(.measure), required: true, "What its value measures."),
      ColumnSpec("cardinality", .word(.cardinality), required: true, "One or many at a time."),
      ColumnSpec("changes", .boolean, required: true, "Whether it may change over time."),
      ColumnSpec("symmetric", .boolean, required: true, "Whether subject and object may swap."),
      ColumnSpec("inverse", .reference(.predicate), "The relation from the object's side."),
    ] + common(), example: "predicates | where changes | select id, label")

  package static let questions = RelationSpec(
    name: "questions", summary: "What the corpus is asked.", kind: .question,
    columns: [
      ColumnSpec("id", .text, required: true, "The id, written `@id` in queries."),
      ColumnSpec("text", .text, required: true, "The question."),
      ColumnSpec("answers", .list, "The ids of its answers."),
      ColumnSpec(
        "cardinality", .word(.cardinality), required: true, "One answer or many at a time."),
      ColumnSpec("changes", .boolean, required: true, "Whether the answer may change over time."),
    ] + common(), example: "questions | select id, text, answers")

  package static let claims = RelationSpec(
    name: "claims", summary: "Statements, each by one source.", kind: .claim,
    columns: [
      ColumnSpec("id", .text, required: true, "The id, written `@id` in queries."),
      ColumnSpec("source", .reference(.source), required: true, "Whose document it stands in."),
      ColumnSpec("says", .text, required: true, .text, "The statement."),
      ColumnSpec("subject", .reference(.entity), "Who or what the fact is about."),
      ColumnSpec("denied", .boolean, required: true, "Whether the fact is denied (`not`)."),
      ColumnSpec("predicate", .reference(.predicate), "The relation of the fact."),
      ColumnSpec("object", .reference(.entity), "The object of the fact."),
      ColumnSpec("value", .figure, "The figure of the fact."),
      ColumnSpec("value-date", .date, "The date that the fact states."),
      ColumnSpec("value-text", .text, "The text that the fact states."),
      ColumnSpec("speaker", .reference(.entity), "On whose authority; missing: its own voice."),
      ColumnSpec("via", .list, .text, "By way of whom."),
      ColumnSpec("when", .date, "When the fact holds."),
      ColumnSpec("said", .date, "When it was uttered."),
      ColumnSpec(
        "published", .date, .path(reference: "source", column: "published"),
        "When its source was brought out."),
      ColumnSpec("place", .reference(.entity), "Where the fact holds."),
      ColumnSpec("scope", .text, "A qualification that changes the meaning."),
      ColumnSpec("mode", .word(.mode), required: true, "Fact, estimate, plan, opinion, question."),
      ColumnSpec("hedge", .text, "The hedging words of the quote."),
      ColumnSpec("answers", .list, .text, "The answers it gives or speaks against."),
      ColumnSpec("about", .list, .text, "Further entities it mentions."),
      ColumnSpec("qualifiers", .list, .text, "Its further fields."),
      ColumnSpec("quote", .text, .text, "The words of the document."),
      ColumnSpec("coder", .text, "Who recorded it."),
    ] + common(.text), example: "claims | where value is present | select id, value, speaker")

  package static let links = RelationSpec(
    name: "links", summary: "A person's word on two claims.", kind: .link,
    columns: [
      ColumnSpec("id", .text, required: true, "The id."),
      ColumnSpec("claim", .reference(.claim), required: true, "The first claim."),
      ColumnSpec("relation", .word(.linkRelation), required: true, "What it does to the other."),
      ColumnSpec("other", .reference(.claim), required: true, "The second claim."),
    ] + common(), example: "links | where relation = contradicts")

  package static let judgements = RelationSpec(
    name: "judgements", summary: "Analysts' dated, signed opinions.", kind: .judgement,
    columns: [
      ColumnSpec("id", .text, required: true, "The id."),
      ColumnSpec("claim", .reference(.claim), "The claim that is judged, if it is one."),
      ColumnSpec("source", .reference(.source), "The source that is judged, if it is one."),
      ColumnSpec("credibility", .number, "Of a claim: 1 (confirmed) to 6 (cannot be judged)."),
      ColumnSpec("reliability", .word(.reliability), "Of a source: A (best) to F."),
      ColumnSpec("likelihood", .word(.likelihood), "A band of ICD 203."),
      ColumnSpec("analyst", .text, required: true, "Who judges."),
      ColumnSpec("dated", .date, required: true, "When."),
    ] + common(), example: "judgements | where credibility >= 4 | select claim, note")

  package static let documents = RelationSpec(
    name: "documents", summary: "The texts of the sources.", kind: .document,
    columns: [
      ColumnSpec("id", .text, required: true, "The id of its source."),
      ColumnSpec("source", .reference(.source), required: true, "Whose text it is."),
      ColumnSpec("path", .text, required: true, "The path in the corpus folder."),
      ColumnSpec("digest", .text, required: true, "SHA-256 in hexadecimal."),
      ColumnSpec("bytes", .number, required: true, "Its length in bytes."),
      ColumnSpec("paragraphs", .number, required: true, "How many paragraphs it has."),
      ColumnSpec("sentences", .number, required: true, "How many sentences it has."),
    ], example: "documents | select source, paragraphs, sentences")

  package static let passages = RelationSpec(
    name: "passages", summary: "The sentences of the documents.", kind: nil,
    columns: [
      ColumnSpec("source", .reference(.source), required: true, "Whose document it stands in."),
      ColumnSpec("paragraph", .number, required: true, "The paragraph, from 1."),
      ColumnSpec("sentence", .number, required: true, "The sentence in it, from 1."),
      ColumnSpec("start", .number, required: true, "Its first byte in the document, from 0."),
      ColumnSpec("end", .number, required: true, "The byte after its last."),
      ColumnSpec("text", .text, required: true, "Its words."),
    ], example: "passages | where text has \"bases\" | select source, paragraph, text")

  package static let mentions = RelationSpec(
    name: "mentions", summary: "The places in the documents at which entities are named.",
    kind: nil,
    columns: [
      ColumnSpec("entity", .reference(.entity), required: true, "Who is named."),
      ColumnSpec("source", .reference(.source), required: true, "Whose document it stands in."),
      ColumnSpec("paragraph", .number, required: true, "The paragraph, from 1."),
      ColumnSpec("sentence", .number, required: true, "The sentence in it, from 1."),
      ColumnSpec("start", .number, required: true, "Its first byte in the document, from 0."),
      ColumnSpec("end", .number, required: true, "The byte after its last."),
      ColumnSpec("text", .text, required: true, "The name as it stands there."),
      ColumnSpec(
        "ambiguous", .boolean, required: true,
        "Whether other entities bear the name; each has a row."),
    ], example: "mentions | where entity = @peru | count by source", isDerived: true)
}
