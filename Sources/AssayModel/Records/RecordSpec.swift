/// How a kind of record is declared: what stands before the brace, and the fields within.
package struct RecordSpec: Sendable {
  package let kind: RecordKind
  package let summary: String
  /// The declaration up to the brace, as in `claim ID from @source`.
  package let header: String
  package let fields: [FieldSpec]
  /// The ``WordHash`` of each field's name.
  private let hashes: [UInt64]

  /// The fields that every record may have.
  private static let common: [FieldSpec] = [
    FieldSpec("tags", .tags, "Free words to find the record by."),
    FieldSpec("note", .text, "Anything a reader should know."),
  ]

  private init(
    _ kind: RecordKind, _ header: String, _ summary: String, _ fields: [FieldSpec]
  ) {
    (self.kind, self.header, self.summary) = (kind, header, summary)
    self.fields = fields + Self.common
    hashes = self.fields.map { WordHash.of($0.name) }
  }

  /// The place in ``fields`` of the one whose name may have this hash.
  package func place(ofHash hash: UInt64) -> Int? { hashes.firstIndex(of: hash) }

  /// The field with this name, and its place in ``fields``.
  package func field(_ name: some StringProtocol) -> (index: Int, spec: FieldSpec)? {
    fields.firstIndex { $0.name == name }.map { ($0, fields[$0]) }
  }

  /// The spec of a kind; documents are derived, so they have none.
  package static func of(_ kind: RecordKind) -> RecordSpec? {
    switch kind {
    case .source: source
    case .entity: entity
    case .predicate: predicate
    case .question: question
    case .claim: claim
    case .link: link
    case .judgement: judgement
    case .document: nil
    }
  }

  /// Every kind of record that a person writes, in the order of the manual.
  package static let all: [RecordSpec] = [
    source, entity, predicate, question, claim, link, judgement,
  ]

  /// The kinds of ``all``, in the same order.
  package static let kinds = all.map(\.kind)

  package static let source = RecordSpec(
    .source, "source ID", "A document or utterance that makes claims.",
    [
      FieldSpec("title", .text, required: true, "What it is called."),
      FieldSpec("publisher", .text, "Who brought it out."),
      FieldSpec("author", .text, "Who wrote it."),
      FieldSpec("published", .date, "When it was brought out."),
      FieldSpec("retrieved", .date, "When it was captured."),
      FieldSpec("kind", .word(.sourceKind), "What sort of source it is."),
      FieldSpec("url", .text, "Where it was found."),
      FieldSpec("language", .text, "Its language, as a BCP 47 tag."),
      FieldSpec("reliability", .word(.reliability), "The Admiralty grade, A (best) to F."),
      FieldSpec("derives", .derivation, repeats: true, "Another source that it takes from."),
      FieldSpec("document", .text, "The path of its text, from the corpus folder."),
      FieldSpec("digest", .text, "SHA-256 of the document in hexadecimal; checked when given."),
      FieldSpec("snapshot", .text, "The path of the bytes it was captured as, named by SHA-256."),
      FieldSpec("mapping", .text, "Which fields of its snapshot its text and details are."),
    ])

  package static let entity = RecordSpec(
    .entity, "entity ID: KIND", "Who or what claims are about.",
    [
      FieldSpec("name", .text, required: true, "Its name."),
      FieldSpec("also", .texts, "Other names."),
      FieldSpec("part", .references(.entity, second: "of"), "What contains it."),
      FieldSpec("wikidata", .text, "Its item in Wikidata."),
      FieldSpec("url", .text, "A page about it."),
    ])

  package static let predicate = RecordSpec(
    .predicate, "predicate ID", "A relation that claims use.",
    [
      FieldSpec("label", .text, required: true, "How it reads between subject and object."),
      FieldSpec("object", .words(.objectKind), "The kinds of entity its object may be."),
      FieldSpec("value", .word(.measure), "What its value measures."),
      FieldSpec("one", .flag, "One object or value at a time (the default)."),
      FieldSpec("many", .flag, "Several objects or values at a time."),
      FieldSpec("changes", .flag, "What it says may change over time."),
      FieldSpec("symmetric", .flag, "Subject and object may change places."),
      FieldSpec("inverse", .reference(.predicate), "The same relation from the object's side."),
    ])

  package static let question = RecordSpec(
    .question, "question ID \"TEXT\"", "What the corpus is asked.",
    [
      FieldSpec("answer", .option, repeats: true, "A possible answer: its id and its text."),
      FieldSpec("many", .flag, "Several answers may hold at a time."),
      FieldSpec("changes", .flag, "The answer may change over time."),
    ])

  package static let claim = RecordSpec(
    .claim, "claim ID from @source", "One statement by one source.",
    [
      FieldSpec("says", .text, required: true, "The statement in the analyst's own words."),
      FieldSpec("fact", .fact, "The statement as data."),
      FieldSpec("by", .chain, "Who says it, and by way of whom."),
      FieldSpec("when", .date, "When the fact holds."),
      FieldSpec("said", .date, "When it was uttered."),
      FieldSpec("where", .reference(.entity), "Where the fact holds."),
      FieldSpec("scope", .text, "A qualification that changes the meaning."),
      FieldSpec("mode", .word(.mode), "Fact (the default), estimate, plan, opinion or question."),
      FieldSpec("hedge", .text, "The words of the quote that hedge it."),
      FieldSpec("answers", .answer, repeats: true, "An answer that it gives."),
      FieldSpec("against", .answer, repeats: true, "An answer that it speaks against."),
      FieldSpec("about", .references(.entity, second: nil), "Further entities it mentions."),
      FieldSpec("quote", .text, "The words of the document that bear it, verbatim."),
      FieldSpec("coder", .text, "Who recorded it."),
    ])

  package static let link = RecordSpec(
    .link, "link ID @claim RELATION @claim", "A person's word on two claims.", [])

  package static let judgement = RecordSpec(
    .judgement, "judgement ID on claim|source @id", "An analyst's opinion of a claim or source.",
    [
      FieldSpec("credibility", .grade(1...6), "The Admiralty grade of a claim, 1 (best) to 6."),
      FieldSpec("reliability", .word(.reliability), "The Admiralty grade of a source."),
      FieldSpec("likelihood", .word(.likelihood), "A band of ICD 203."),
      FieldSpec("analyst", .text, required: true, "Who judges."),
      FieldSpec("dated", .date, required: true, "When."),
    ])
}

extension ClosedList {
  /// What the object of a predicate may be: kinds of entity, or `any`, or `none`.
  package static let objectKind = ClosedList(
    name: "object of a predicate", words: entityKind.words + ["any", "none"])
}
