import AssayLanguage
import AssayModel
import AssayText
import Testing

@testable import AssayExchange

/// Things of other programs of which the same id would be made are as many records as they are.
@Suite struct NamesakeTests {
  static let works: [(first: String, second: String, isOne: Bool)] = [
    (
      #""name": "Editorial", "url": "http://a.example""#,
      #""name": "Editorial", "url": "http://b.example""#, false
    ),
    (#""name": "Editorial", "url": "http://a.example""#, #""name": "Editorial""#, false),
    (#""name": "Editorial!""#, #""name": "Editorial?""#, false),
    (#""name": "Editorial""#, #""name": "Editorial""#, true),
    (
      #""@id": "urn:x-assay:source:editorial", "name": "Editorial""#,
      #""name": "Editorial", "url": "http://b.example""#, false
    ),
  ]

  @Test(arguments: works)
  func worksOfOneTitle(first: String, second: String, isOne: Bool) throws {
    let batch = try reviews([
      #""text": "A.", "appearance": {\#(first)}"#, #""text": "B.", "appearance": {\#(second)}"#,
    ])
    let ids = isOne ? ["editorial", "editorial"] : ["editorial", "editorial-2"]
    #expect(batch.entries.compactMap(\.source) == ids)
    #expect(batch.entries.filter { $0.kind == .source }.map(\.id) == (isOne ? [ids[0]] : ids))
  }

  static let authors: [(first: String, second: String, ids: [String])] = [
    (
      #""@type": "Person", "name": "John Smith""#,
      #""@type": "Organization", "name": "John-Smith!""#,
      ["john-smith", "john-smith-2"]
    ),
    (
      #""@type": "Person", "name": "Ann", "url": "http://a.example""#,
      #""@type": "Person", "name": "Ann", "url": "http://b.example""#, ["ann", "ann-2"]
    ),
    (#""@type": "Person", "name": "Ann""#, #""@type": "Person", "name": "Ann""#, ["ann"]),
  ]

  @Test(arguments: authors)
  func authorsOfOneName(first: String, second: String, ids: [String]) throws {
    let batch = try reviews([
      #""text": "A.", "author": {\#(first)}"#, #""text": "B.", "author": {\#(second)}"#,
    ])
    #expect(batch.entries.filter { $0.kind == .entity }.map(\.id) == ids)
    let last = try #require(Trip.texts(batch).last)
    #expect(last.contains("by @\(ids.last ?? "")\n"))
  }

  /// What the corpus has, what the file names, and the id that it gets.
  static let known: [(record: Likeness, work: String, id: String)] = [
    (Likeness(["Editorial"], url: "http://a.example"), #""name": "Editorial""#, "editorial"),
    (Likeness(["Editorial"]), #""name": "Editorial", "url": "http://b.example""#, "editorial-2"),
    (Likeness(["The editorial"]), #""name": "Editorial""#, "editorial-2"),
    (
      Likeness(["Another title"], url: "http://a.example"),
      #""name": "Editorial", "url": "http://a.example""#, "editorial"
    ),
  ]

  @Test(arguments: known)
  func worksOfTheCorpus(record: Likeness, work: String, id: String) throws {
    var lookup = ImportBatch.Lookup()
    lookup.likeness = { $0 == .source && $1 == "editorial" ? record : nil }
    lookup.sourceAt = { $0 == record.url ? "editorial" : nil }
    let batch = try reviews([#""text": "A.", "appearance": {\#(work)}"#], lookup)
    #expect(batch.entries.compactMap(\.source) == [id])
  }

  /// Many of one name cost no more than as many of different ones, and a second reading finds them.
  @Test func manyOfOneName() throws {
    let works = (0..<4000).map { #""text": "A.", "appearance": {"name": "E", "url": "x:\#($0)"}"# }
    let batch = try reviews(works)
    #expect(batch.entries.filter { $0.kind == .source }.last?.id == "e-4000")
  }

  private func reviews(
    _ claims: [String], _ lookup: ImportBatch.Lookup = .init()
  ) throws -> ImportBatch {
    let text = "[" + claims.map { #"{"@type": "Claim", \#($0)}"# }.joined(separator: ",") + "]"
    return try read(text, .claimReview, lookup)
  }

  private func read(
    _ text: String, _ format: ExchangeFormat, _ lookup: ImportBatch.Lookup = .init()
  ) throws -> ImportBatch {
    var batch = ImportBatch()
    batch.lookup = lookup
    try ImportedFile.read(SourceText(name: "a", text), as: format, into: &batch, .idle)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    return batch
  }

  // MARK: Graphs

  private static let graph = """
    <graphml><key id="l" for="node" attr.name="label"/><graph>
    <node id="n0"><data key="l">Bob</data></node><node id="n1"><data key="l">Ann</data></node>
    <node id="a 1"><data key="l">Bob</data></node><edge source="n0" target="n1"/></graph></graphml>
    """

  /// `n0` is one of each graph; what is said names the nodes.
  @Test func nodesOfTwoGraphs() throws {
    let first = try read(Self.graph, .graphml)
    #expect(first.entries.filter { $0.kind == .entity }.map(\.id) == ["n0", "n1", "bob"])
    let last = try #require(Trip.texts(first).last)
    #expect(last.contains("says \"Bob linked-to Ann\"\n  fact @n0 linked-to @n1"))
    var lookup = ImportBatch.Lookup()
    lookup.likeness = { $0 == .entity && $1 == "n0" ? Likeness(["Clara"]) : nil }
    let second = try read(Self.graph, .graphml, lookup)
    #expect(second.entries.filter { $0.kind == .entity }.map(\.id) == ["bob", "n1", "bob-2"])
    #expect(try #require(Trip.texts(second).last).contains("fact @bob linked-to @n1"))
    lookup.likeness = { kind, id in
      kind != .entity ? nil : ["n0": Likeness(["Clara"]), "bob": Likeness(["Robert", "Bob"])][id]
    }
    lookup.entityNamed = { $0 == "Bob" ? "bob" : nil }
    let again = try read(Self.graph, .graphml, lookup)
    #expect(again.entries.filter { $0.kind == .entity }.map(\.id) == ["bob", "n1", "bob-2"])
  }

  /// A line that came in before is the entity that was made of it.
  @Test(arguments: [("person", "jane-doe"), ("organization", "jane-doe-2")])
  func linesThatComeAgain(kind: String, id: String) throws {
    let line = #"{"id": "a/1", "schema": "Person", "properties": {"name": ["Jane Doe"]}}"#
    var lookup = ImportBatch.Lookup()
    lookup.entityNamed = { $0 == "Jane Doe" ? "jane-doe" : nil }
    lookup.has = { $0 == .entity && $1 == "jane-doe" }
    lookup.likeness = {
      $0 == .entity && $1 == "jane-doe" ? Likeness(["Jane Doe"], entityKind: kind) : nil
    }
    #expect(try read(line, .followTheMoney, lookup).entries.map(\.id) == [id])
    let two = line + "\n" + line.replacing("a/1", with: "a/2")
    #expect(
      try read(two, .followTheMoney).entries.map(\.id) == ["jane-doe", "jane-doe-2"])
  }

  // MARK: Tables

  static let outlets: [(first: String, second: String, ids: [String])] = [
    ("!!!", "???", ["source", "source-2", "source"]),
    (
      "The Times (London)", "The Times: London",
      ["the-times-london", "the-times-london-2", "the-times-london"]
    ),
    ("times!", "times", ["times", "times-2", "times"]),
    ("times", "times!", ["times", "times-2", "times"]),
    ("town", "town", ["town", "town", "town"]),
    ("Town", "Town", ["Town", "Town", "Town"]),
  ]

  @Test(arguments: outlets)
  func outletsOfATable(first: String, second: String, ids: [String]) throws {
    let mapping = try ColumnMapping("says=s, source=o")
    let text = "o,s\n\(first),a\n\(second),b\n\(first),c\n"
    var batch = ImportBatch()
    batch.lookup.likeness = { $1 == "town" ? Likeness(["The town paper"]) : nil }
    try ImportedFile.read(SourceText(name: "a", text), mapping, into: &batch, .idle)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    #expect(batch.entries.compactMap(\.source) == ids)
    #expect(batch.entries.filter { $0.kind == .source }.count == Set(ids).count)
  }

  @Test func documentsAreFoundByTheirPath() {
    var batch = ImportBatch()
    batch.begin(SourceText(name: "a", "x"))
    for number in 0..<20_000 { batch.add(document: "d/\(number % 10_000)", "x", at: Span(0, 1)) }
    #expect(batch.documents.count == 10_000 && batch.faults.isEmpty)
    batch.add(document: "d/7", "y", at: Span(0, 1))
    #expect(batch.faults.map(\.code) == [.differentRecord])
  }
}
