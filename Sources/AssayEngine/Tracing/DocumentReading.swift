import AssayCorpus
import AssayModel
import AssayStore
import AssayText

/// The document of a source with the claims that were made of it, each at its quote.
package struct DocumentReading {
  /// A paragraph of the document.
  package struct Paragraph {
    /// From 1, as `passages` counts them.
    package let number: Int
    /// Its bytes in the document.
    package let range: Range<Int>
  }

  /// A claim of the source.
  package struct Claim {
    package let id: String
    package let says: String
    /// Where its quote stands in the document; `nil` if it quotes nothing or the words are gone.
    package let quote: Range<Int>?
  }

  package let source: String
  package let title: String
  /// The path of the document, from the corpus folder; `nil` if the source has none.
  package let path: String?
  /// The path that the source names, whether it can be read or not.
  package let named: String?
  package let bytes: [UInt8]
  package let paragraphs: [Paragraph]
  /// The claims in the order of their quotes, those without one at the end.
  package let claims: [Claim]
}

extension Workspace {
  /// The document of a source, read anew, with its claims.
  ///
  /// - Throws: `unknownRecord`; `unreadableFile` when the document is gone.
  package func read(_ source: String, at span: Span) throws(Diagnostic) -> DocumentReading {
    try Diagnostic.telling {
      guard let key = key(of: source, .source) else {
        throw Diagnostic(
          .unknownRecord, at: span, "no source `@\(source)` in the corpus",
          hint: Spelling.closest(to: source, among: ids(.source)).map { "did you mean `@\($0)`?" }
            ?? "`sources | select id, title` lists them")
      }
      let row = try connection.cached(
        """
        SELECT s.title, d.path, s.document FROM sources AS s LEFT JOIN documents AS d ON d.source = s.key
          WHERE s.key = ?
        """)
      row.bind(key, at: 1)
      defer { row.reset() }
      _ = try row.step()
      let path = row.isNull(1) ? nil : row.text(1)
      let bytes = try path.map { try folder.bytes(of: $0) } ?? []
      return DocumentReading(
        source: source, title: row.text(0), path: path,
        named: row.isNull(2) ? nil : row.text(2), bytes: bytes,
        paragraphs: try paragraphs(of: key, within: bytes.count),
        claims: try claims(of: key, in: bytes))
    }
  }

  private func paragraphs(
    of source: Int64, within count: Int
  ) throws(StoreError) -> [DocumentReading.Paragraph] {
    let statement = try connection.cached(
      """
      SELECT paragraph, min(start), max(end) FROM passages WHERE source = ?
        GROUP BY paragraph ORDER BY paragraph
      """)
    statement.bind(source, at: 1)
    defer { statement.reset() }
    var paragraphs: [DocumentReading.Paragraph] = []
    while try statement.step() {
      let start = min(Int(statement.integer(1)), count)
      let end = min(max(Int(statement.integer(2)), start), count)
      paragraphs.append(
        DocumentReading.Paragraph(number: Int(statement.integer(0)), range: start..<end))
    }
    return paragraphs
  }

  private func claims(
    of source: Int64, in bytes: [UInt8]
  ) throws -> [DocumentReading.Claim] {
    let statement = try connection.cached(
      """
      SELECT c.id, t.says, t.quote FROM claims AS c JOIN claims_text AS t ON t.key = c.key
        WHERE c.source = ? ORDER BY c.id
      """)
    statement.bind(source, at: 1)
    defer { statement.reset() }
    var found: [(id: String, says: String, quote: String?)] = []
    while try statement.step() {
      let quote = statement.isNull(2) ? nil : statement.text(2)
      found.append((statement.text(0), statement.text(1), quote))
    }
    let quotes = found.map { Array(($0.quote ?? "").utf8) }
    let places = try QuoteFinder(bytes).places(of: quotes, monitor)
    let claims = zip(found, places).map { claim, places in
      let length = claim.quote?.utf8.count ?? 0
      let range = length > 0 ? places.first.map { $0..<($0 + length) } : nil
      return DocumentReading.Claim(id: claim.id, says: claim.says, quote: range)
    }
    return claims.enumerated().sorted { left, right in
      let places = (left.element.quote?.lowerBound ?? .max, right.element.quote?.lowerBound ?? .max)
      return places.0 != places.1 ? places.0 < places.1 : left.offset < right.offset
    }.map(\.element)
  }
}
