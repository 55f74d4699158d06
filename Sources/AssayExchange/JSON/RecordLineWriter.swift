import AssayModel

/// Writes JSONL; see ``RecordLines``.
struct RecordLineWriter: ExchangeWriter {
  let kinds = RecordSpec.kinds + [.document]

  mutating func add(_ record: Record, to out: inout [UInt8]) {
    RecordLines.append(record, to: &out)
  }

  mutating func add(document path: String, _ text: String, to out: inout [UInt8]) {
    RecordLines.append(document: path, text, to: &out)
  }

  mutating func add(
    snapshot path: String, digest: String, _ bytes: [UInt8], to out: inout [UInt8]
  ) {
    RecordLines.append(snapshot: path, digest: digest, bytes, to: &out)
  }
}
