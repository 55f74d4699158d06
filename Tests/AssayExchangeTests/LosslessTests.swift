import AssayLanguage
import AssayModel
import AssayText
import Testing

@testable import AssayExchange

/// What goes out in a format without loss comes in as it was.
@Suite struct LosslessTests {
  @Test(arguments: seeds([1, 2, 3]))
  func linesOfJSON(seed: UInt64) throws {
    var random = RandomRecord(seed: seed)
    let records = random.records(RecordSpec.kinds, count: 400)
    var out: [UInt8] = []
    for record in records { RecordLines.append(record, to: &out) }
    RecordLines.append(document: "documents/é.md", "\u{FEFF}a\r\nb\n\u{0}", to: &out)
    var batch = ImportBatch()
    batch.begin(SourceText(name: "a.jsonl", bytes: out))
    try RecordLines.read(into: &batch, .idle)
    expect(batch, records, seed)
    #expect(batch.documents.map(\.text) == ["\u{FEFF}a\r\nb\n\u{0}"])
  }

  @Test(arguments: seeds([4, 5, 6]))
  func tables(seed: UInt64) throws {
    var random = RandomRecord(seed: seed)
    let records = random.records(RecordSpec.kinds, count: 400)
    var batch = ImportBatch()
    for columns in RecordColumns.all {
      var out: [UInt8] = []
      CSVText.append(columns.names, to: &out)
      for record in records where record.kind == columns.kind {
        CSVText.append(columns.cells(of: record), to: &out)
      }
      batch.begin(SourceText(name: RecordTable.file(of: columns.kind), bytes: out))
      try RecordTable.read(columns.kind, into: &batch, .idle)
    }
    expect(batch, records, seed)
  }

  private func expect(_ batch: ImportBatch, _ records: [Record], _ seed: UInt64) {
    #expect(batch.faults.isEmpty, "seed \(seed): \(batch.faults.map(\.message))")
    let texts = batch.entries.map { entry in
      String(decoding: batch.text[entry.span.start..<entry.span.end], as: UTF8.self)
    }
    #expect(Trip.difference(batch, records) == nil, "seed \(seed)")
    #expect(texts.count == records.count)
  }
}
