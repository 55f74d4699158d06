import AssayLanguage
import AssayModel
import AssayText

/// JSONL: a record a line, as `{"kind": …, "id": …, "fields": {…}}`, and a document a line, as
/// `{"kind": "document", "path": …, "text": …}`, and a snapshot a line, with its bytes in base64.
package enum RecordLines {
  /// Appends the line of a record.
  package static func append(_ record: Record, to out: inout [UInt8]) {
    let fields = JSONNode(.object(RecordTree.members(of: record)))
    let node = JSONNode.object(
      ("kind", "\(record.kind.word)"), ("id", "\(record.id.id)"), ("fields", fields))
    JSONText.append(node, to: &out)
    out.append(0x0A)
  }

  /// Appends the line of a document.
  package static func append(document path: String, _ text: String, to out: inout [UInt8]) {
    let node = JSONNode.object(("kind", "document"), ("path", "\(path)"), ("text", "\(text)"))
    JSONText.append(node, to: &out)
    out.append(0x0A)
  }

  /// Appends the line of a snapshot.
  package static func append(
    snapshot path: String, digest: String, _ bytes: [UInt8], to out: inout [UInt8]
  ) {
    out += "{\"kind\":\"\(SnapshotName.word)\",\"path\":".utf8
    JSONText.append(path, to: &out)
    out += ",\"digest\":\"\(digest)\",\"base64\":\"".utf8
    Base64Text.append(bytes, to: &out)
    out += "\"}\n".utf8
  }

  /// Reads records, documents and snapshots; empty lines are passed over.
  package static func read(
    into batch: inout ImportBatch, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    try forEachLine(of: batch.input, &batch, monitor) { batch, node throws(Diagnostic) in
      guard let kind = node["kind"]?.text else {
        throw .badImport("expected an object with `kind`, `id` and `fields`", at: node.span)
      }
      if kind == RecordKind.document.word {
        guard let path = node["path"]?.text, let text = node["text"]?.text else {
          throw .badImport("a document has a `path` and a `text`", at: node.span)
        }
        return batch.add(document: path, text, at: node.span)
      }
      if kind == SnapshotName.word { return try add(snapshot: node, to: &batch) }
      guard let known = RecordSpec.kinds.first(where: { $0.word == kind }) else {
        throw .unknownImportKind(kind, at: node["kind"]?.span)
      }
      guard let id = node["id"], let fields = node["fields"] else {
        throw .badImport("a record has an `id` and `fields`", at: node.span)
      }
      batch.add(try RecordTree.draft(known, id, fields))
    }
  }

  private static func add(
    snapshot node: JSONNode, to batch: inout ImportBatch
  ) throws(Diagnostic) {
    guard let path = node["path"]?.text, let words = node["base64"]?.text else {
      throw .badImport("a snapshot has a `path` and its bytes as `base64`", at: node.span)
    }
    guard let bytes = Base64Text.bytes(of: words) else {
      throw .badImport("the bytes of a snapshot are no base64", at: node["base64"]?.span)
    }
    if let digest = node["digest"]?.text, digest != SnapshotName.digest(of: path) {
      throw .badImport("`path` and `digest` disagree", at: node["digest"]?.span)
    }
    batch.add(snapshot: path, bytes, at: node["path"]?.span ?? node.span)
  }

  /// Calls `body` with the object of each line, and notes the faults.
  static func forEachLine(
    of text: SourceText, _ batch: inout ImportBatch, _ monitor: WorkMonitor,
    _ body: (inout ImportBatch, JSONNode) throws(Diagnostic) -> Void
  ) throws(Cancelled) {
    var start = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var count = 0
    while start < text.bytes.count, !batch.isHopeless {
      let end = ByteSearch.first(0x0A, in: text.bytes, start..<text.bytes.count) ?? text.bytes.count
      defer { start = end + 1 }
      count += 1
      if count & 255 == 0 { try monitor.check() }
      let isBlank = text.bytes[start..<end].allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
      if isBlank { continue }
      do throws(Diagnostic) {
        let node = try JSONReader.value(of: text, in: start..<end, code: .badImport)
        guard node.members != nil else {
          throw .badImport("a line holds an object, not \(node.kind)", at: node.span)
        }
        try body(&batch, node)
      } catch {
        batch.report(error)
      }
    }
  }
}

extension Diagnostic {
  /// As in `{"kind": "sorce", …}`.
  static func unknownImportKind(_ kind: String, at span: Span?) -> Diagnostic {
    let known = RecordSpec.kinds.map(\.word)
    return Diagnostic(
      .unknownRecordKind, at: span, "`\(kind)` is no kind of record",
      hint: Spelling.closest(to: kind, among: known).map { "did you mean `\($0)`?" }
        ?? "kinds: \(known.joined(separator: ", "))")
  }
}
