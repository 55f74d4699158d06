import AssayExchange
import AssayModel
import AssayText
import Testing

/// Cells as other programs save them, and the bytes of snapshots.
@Suite struct CellTests {
  /// A table in which each cell is quoted says the same as one in which none is.
  @Test func quotedCellsAreCells() throws {
    let header = RecordTable.header(of: .claim)
    let cells: [String: String] = ["id": "c", "source": "s", "says": "It is.", "mode": "plan"]
    func text(_ cell: (String) -> String) throws -> [String] {
      var batch = ImportBatch()
      let lines = [header.map(cell), header.map { cell(cells[$0] ?? "") }]
      let table = lines.map { $0.joined(separator: ",") + "\n" }.joined()
      try ImportedFile.read(SourceText(name: "t", table), of: .claim, into: &batch, .idle)
      #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
      return Trip.texts(batch)
    }
    let quoted = try text { "\"\($0)\"" }
    #expect(quoted == (try text { $0 }))
    #expect(quoted == ["claim c from @s {\n  says \"It is.\"\n  mode plan\n}"])
  }

  @Test(arguments: ["", "\"", "\"\"", "\"\"\"", "a", "\"a\""])
  func emptyTextsAreTold(note: String) throws {
    var draft = RecordDraft(
      .source, id: RecordDraft.Part("s", at: Span(0, 0)))
    draft.add("title", text: note, at: Span(0, 0))
    draft.add("note", text: note, at: Span(0, 0))
    let record = try draft.record(in: SourceText(name: "", ""))
    let columns = try #require(RecordColumns(.source))
    var out: [UInt8] = []
    CSVText.append(columns.names, to: &out)
    CSVText.append(columns.cells(of: record), to: &out)
    var batch = ImportBatch()
    try ImportedFile.read(SourceText(name: "t", bytes: out), of: .source, into: &batch, .idle)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    #expect(Trip.texts(batch) == [record.canonicalText])
  }

  @Test(arguments: 0..<70)
  func snapshotsComeBackAsTheyWere(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
    let digest = String(repeating: "0a", count: 32)
    var out: [UInt8] = []
    RecordLines.append(snapshot: "snapshots/\(digest).html", digest: digest, bytes, to: &out)
    var batch = ImportBatch()
    var read: [[UInt8]] = []
    batch.takeSnapshot = { _, bytes in read.append(bytes) }
    try ImportedFile.read(SourceText(name: "t", bytes: out), as: .jsonl, into: &batch, .idle)
    #expect(batch.faults.isEmpty && batch.snapshotCount == 1)
    #expect(read == [bytes])
  }

  @Test(arguments: [
    "snapshots/x.html", "documents/a", "snapshots/../a.html",
    "snapshots/" + String(repeating: "0a", count: 32) + ".assay",
    "snapshots/" + String(repeating: "0a", count: 32) + "/a.html",
    "snapshots/" + String(repeating: "0A", count: 32) + ".html",
    "../snapshots/" + String(repeating: "0a", count: 32) + ".html",
  ])
  func pathsOfSnapshots(path: String) throws {
    let line = "{\"kind\":\"snapshot\",\"path\":\"\(path)\",\"base64\":\"\"}\n"
    var batch = ImportBatch()
    try ImportedFile.read(SourceText(name: "t", line), as: .jsonl, into: &batch, .idle)
    #expect(batch.faults.count == 1 && batch.snapshotCount == 0)
  }

  @Test(arguments: ["A", "AA", "AAA", "AA=A", "A===", "AAAA=", "*AAA"])
  func noBase64(words: String) throws {
    let path = "snapshots/" + String(repeating: "0a", count: 32) + ".html"
    let line = "{\"kind\":\"snapshot\",\"path\":\"\(path)\",\"base64\":\"\(words)\"}\n"
    var batch = ImportBatch()
    try ImportedFile.read(SourceText(name: "t", line), as: .jsonl, into: &batch, .idle)
    #expect(batch.faults.map(\.message) == ["the bytes of a snapshot are no base64"])
  }

  @Test(arguments: [
    (["= 40 GBP", "= 1 USD"], "money"), (["= 1854"], "date"), (["= 1854", "= 40 GBP"], "text"),
    (["= \"a\""], "text"), (["= 3 t"], "mass"), (["= 3 cows"], "count"),
  ])
  func predicatesOfGraphs(values: [String], measure: String) throws {
    let edges = values.map { value in
      let text = value.replacing("\"", with: "&quot;")
      return "<edge source=\"a\" target=\"b\"><data key=\"predicate\">p</data>"
        + "<data key=\"value\">\(text)</data></edge>"
    }
    let text =
      "<graphml><graph><node id=\"a\"/><node id=\"b\"/>" + edges.joined() + "</graph></graphml>"
    var batch = ImportBatch()
    try ImportedFile.read(SourceText(name: "g", text), as: .graphml, into: &batch, .idle)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    let out = String(decoding: batch.text, as: UTF8.self)
    #expect(out.contains("  value \(measure)\n"), "\(out)")
  }
}
