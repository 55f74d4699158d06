import AssayModel
import AssayText

/// JSON lines: an object on each line, each of which becomes a document.
struct JSONLinesReader {
  let name: String
  let mapping: FieldMapping

  /// - Throws: for the first line that is no object or has no text; nothing is then read.
  func read(_ decoded: DecodedText, _ monitor: WorkMonitor) throws(Diagnostic) -> [IntakeDocument] {
    var documents: [IntakeDocument] = []
    let bytes = decoded.bytes
    var (start, line) = (0, 0)
    while start < bytes.count {
      let end = ByteSearch.first(0x0A, in: bytes, start..<bytes.count) ?? bytes.count
      line += 1
      do throws(Cancelled) { try monitor.check() } catch { throw .stopped(error) }
      if bytes[start..<end].contains(where: { $0 > 0x20 }) {
        documents.append(try document(Array(bytes[start..<end]), at: start, line, decoded))
      }
      start = end + 1
    }
    guard !documents.isEmpty else { throw .unreadableDocument(name, "has no rows") }
    return documents
  }

  private func document(
    _ row: [UInt8], at start: Int, _ line: Int, _ decoded: DecodedText
  ) throws(Diagnostic) -> IntakeDocument {
    let node: JSONNode
    do throws(Diagnostic) {
      node = try JSONReader.value(
        of: SourceText(name: name, bytes: row), code: .brokenRows)
    } catch {
      throw .brokenRows(name, line: line, error.message)
    }
    guard case .object(let members) = node.value else {
      throw .brokenRows(name, line: line, "it is \(node.kind), and each line has to be an object")
    }
    var values: [DetailName: RowDocument.Value] = [:]
    for (detail, index) in mapping.columns(members.map(\.name)) {
      let value = members[index].value
      guard let text = Self.text(value) else { continue }
      let origin = Span(start + value.span.start, start + value.span.end)
      let bytes = Array(text.utf8)
      // Without escapes, what stands between the quotes is the text.
      let isVerbatim = bytes.count + 2 == origin.end - origin.start
      values[detail] = RowDocument.Value(
        text: bytes,
        origin: isVerbatim ? Span(origin.start + 1, origin.end - 1) : origin,
        isVerbatim: isVerbatim)
    }
    guard
      let document = RowDocument.make(values, form: .jsonl, through: decoded.origins)
    else {
      let field = mapping.name(for: .text).map { "`\($0)`" } ?? "`text`, `body` or `content`"
      throw .brokenRows(name, line: line, "it has no text in a field \(field)")
    }
    return document
  }

  private static func text(_ node: JSONNode) -> String? {
    switch node.value {
    case .text(let text): text
    case .number(let digits): digits
    case .list(let items): items.compactMap(text).joined(separator: ", ")
    case .null, .boolean, .object: nil
    }
  }
}
