import AssayLanguage
import AssayModel
import AssayText
import Testing

@testable import AssayExchange

/// Turtle and Web Annotations, out and in.
@Suite struct LinkedDataTests {
  @Test(arguments: seeds([1, 2, 3]))
  func turtle(seed: UInt64) throws {
    var random = RandomRecord(seed: seed)
    let records = random.records(RecordSpec.kinds, count: 400)
    let batch = try Trip.through(.turtle, records)
    #expect(batch.faults.isEmpty, "seed \(seed): \(batch.faults.map(\.message))")
    #expect(Trip.difference(batch, records) == nil, "seed \(seed)")
  }

  @Test(arguments: seeds([4, 5]))
  func annotations(seed: UInt64) throws {
    var random = RandomRecord(seed: seed)
    let records = random.records([.claim], count: 200)
    let batch = try Trip.through(.webAnnotation, records)
    #expect(batch.faults.isEmpty, "seed \(seed): \(batch.faults.map(\.message))")
    #expect(Trip.difference(batch, records) == nil, "seed \(seed)")
  }

  @Test func turtleOfOthers() throws {
    let text = """
      # a comment
      PREFIX as: <urn:x-assay:>
      @base <urn:x-assay:source:> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      <a> a as:Source, <http://www.w3.org/ns/prov#Entity> ;;
        dcterms:title '''It's "long"
      \\u00e9'''@en ; dcterms:issued "2012"^^<http://www.w3.org/2001/XMLSchema#gYear>; .
      as:claim:b%C3%A9 <http://www.w3.org/ns/prov#wasDerivedFrom> <a>;
        dcterms:description "x"; as:fact _:f .
      _:f as:subject as:entity:c; as:predicate as:predicate:p; as:value [ as:figure "5 t"; as:low 5.0e3 ] .
      [] dcterms:title "nobody" . [ dcterms:title "nobody" ] .
      <http://example.org/x> dcterms:title "another"; as:n -1, +2.5, 1E4, true .
      """
    var batch = ImportBatch()
    try ImportedFile.read(SourceText(name: "a.ttl", text), as: .turtle, into: &batch, .idle)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    #expect(
      Trip.texts(batch) == [
        "source a {\n  title \"It's \\\"long\\\"\\n\u{E9}\"\n  published 2012\n}",
        "claim bé from @a {\n  says \"x\"\n  fact @c p = 5 t\n}",
      ])
    #expect(batch.notes == ["1 resource is no record"])
  }

  /// Where each of a chain is named twice, what stands in it would double with each.
  @Test(arguments: [
    "as:fact _:a, _:a", "as:fact _:a; as:by _:a", "as:qualifiers (_:a _:a)",
    "as:fact [ as:x _:a; as:y _:a ]",
  ])
  func nodesWithoutNameStandInOnePlace(properties: String) throws {
    var text = """
      @prefix as: <urn:x-assay:> . @prefix dcterms: <http://purl.org/dc/terms/> .
      as:claim:c dcterms:description "x"; \(properties) .
      _:a as:subject as:entity:c .

      """
    for number in 0..<8 {
      let next = (0..<40).map { "as:n\($0) _:b\(number + 1)" }.joined(separator: "; ")
      text += "_:b\(number) \(next) .\n_:a as:m\(number) _:b0 .\n"
    }
    var batch = ImportBatch()
    try ImportedFile.read(SourceText(name: "a.ttl", text), as: .turtle, into: &batch, .idle)
    #expect(batch.entries.isEmpty && batch.faults.count == 1)
  }

  @Test func annotationsOfOthers() throws {
    let text = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/1",
       "type": "Annotation", "body": {"type": "TextualBody", "value": "It is long"},
       "target": {"source": "http://example.org/page", "selector": {
         "type": "TextQuoteSelector", "exact": "six miles"}}}
      """
    let mark = ImportBatch().lastingID(.claim, of: "x", key: "http://example.org/1").dropFirst(3)
    for isThere in [false, true] {
      var batch = ImportBatch()
      batch.lookup.hasDocument = { _ in isThere }
      batch.lookup.sourceAt = { _ in isThere ? "page" : nil }
      try ImportedFile.read(
        SourceText(name: "a.jsonld", text), as: .webAnnotation, into: &batch, .idle)
      #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
      let source = isThere ? "page" : "http-example-org-page"
      #expect(batch.entries.map(\.isStub) == [true, false])
      let last = isThere ? "quote \"six miles\"" : "note \"Quoted: “six miles”\""
      let claim = "claim it-is-long-x\(mark) from @\(source) {\n  says \"It is long\"\n  \(last)\n}"
      #expect(Trip.texts(batch).last == claim)
    }
  }

  /// An annotation of ours whose parts somebody has changed beside the record that it carries.
  @Test(arguments: [
    ("says", "It is short", "x", "a", "s"), ("quote", "It is long", "y", "a", "s"),
    ("tags", "It is long", "x", "b", "s"), ("source", "It is long", "x", "a", "t"),
    (nil, "It is long", "x", "a", "s"),
  ])
  func editedElsewhere(_ field: String?, says: String, quote: String, tag: String, source: String)
    throws
  {
    let text = """
      {"id": "urn:x-assay:claim:c", "type": "Annotation",
       "body": [{"value": "\(says)", "purpose": "describing"}, {"value": "\(tag)", "purpose": "tagging"}],
       "target": {"source": {"id": "urn:x-assay:source:\(source)"},
         "selector": [{"type": "TextQuoteSelector", "exact": "\(quote)"}]},
       "assay:record": {"@value": {"source": "s", "says": "It is long", "quote": "x", "tags": ["a"]}}}
      """
    var batch = ImportBatch()
    try ImportedFile.read(SourceText(name: "a", text), as: .webAnnotation, into: &batch, .idle)
    let told = field.map { "the annotation and its `assay:record` disagree on `\($0)`" }
    #expect(batch.faults.map(\.message) == [told].compactMap(\.self))
  }
}

/// Records out to a format and in again.
enum Trip {
  static func written(_ format: ExchangeFormat, _ records: [Record]) -> [UInt8] {
    guard var writer = format.writer({ _ in nil }) else { return [] }
    var out: [UInt8] = []
    writer.begin(&out)
    for kind in writer.kinds {
      for record in records where record.kind == kind { writer.add(record, to: &out) }
    }
    writer.end(&out)
    return out
  }

  static func through(_ format: ExchangeFormat, _ records: [Record]) throws -> ImportBatch {
    var batch = ImportBatch()
    let text = SourceText(name: "a", bytes: written(format, records))
    try ImportedFile.read(text, as: format, into: &batch, .idle)
    return batch
  }

  /// The first record, in byte order of the texts, that only one side has.
  static func difference(_ batch: ImportBatch, _ records: [Record]) -> String? {
    let (read, written) = (Set(texts(batch)), Set(records.map(\.canonicalText)))
    return read.symmetricDifference(written).min()
  }

  /// The records that were read, those aside that only stand for others.
  static func texts(_ batch: ImportBatch) -> [String] {
    batch.entries.filter { !$0.isStub || batch.entries.count == 2 }.map { entry in
      String(decoding: batch.text[entry.span.start..<entry.span.end], as: UTF8.self)
    }
  }
}
