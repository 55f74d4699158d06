import AssayCorpus
import AssayStore
import AssayText

/// Documents that a source names and the corpus does not read.
extension Workspace {
  /// Why the document that a source names is not read; `nil` if it is, or if none is named.
  package func unreadDocument(of source: String, at span: Span?) throws(Diagnostic) -> Diagnostic? {
    guard try sourcesWithUnreadDocuments().contains(source) else { return nil }
    let subject = "the document of `\(source)` is not read"
    let isChanged = faults.contains {
      $0.code == .documentChanged && $0.message.contains("`\(source)`")
    }
    guard isChanged else {
      return Diagnostic(.documentMissing, at: span, subject, hint: "`check` tells why")
    }
    return Diagnostic(
      .documentChanged, at: span, "\(subject): its digest differs from the one in the source",
      hint: "`refetch @\(source) \"FILE\"` compares captures; `check` tells the digest")
  }

  /// Makes sure that the document of a source is read, if it names one.
  ///
  /// - Throws: `documentChanged`, `documentMissing`.
  func requireDocumentRead(of source: String, at span: Span) throws(Diagnostic) {
    if let fault = try unreadDocument(of: source, at: span) { throw fault }
  }

  /// The sources whose documents are not read, in byte order of their ids.
  package func sourcesWithUnreadDocuments() throws(Diagnostic) -> [String] {
    try Diagnostic.telling { () throws -> [String] in
      let rows = try connection.prepare(
        """
        SELECT s.id FROM sources AS s LEFT JOIN documents AS d ON d.source = s.key
          WHERE s.document IS NOT NULL AND d.source IS NULL ORDER BY s.id
        """)
      var ids: [String] = []
      while try rows.step() { ids.append(rows.text(0)) }
      return ids
    }
  }

  /// Whether the index was made of these bytes of a source's document.
  func isIndexed(_ bytes: [UInt8], of source: String) throws(Diagnostic) -> Bool {
    let digest = try Diagnostic.telling { () throws -> String? in
      let row = try connection.cached(
        "SELECT digest FROM documents WHERE source = (SELECT key FROM sources WHERE id = ?)")
      row.bind(source, at: 1)
      defer { row.reset() }
      return try row.step() ? row.text(0) : nil
    }
    return digest == nil || digest == Digest.sha256(bytes)
  }
}
