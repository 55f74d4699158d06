import AssayCorpus
import AssayIntake
import AssayLanguage
import AssayModel
import AssayText

/// Where words of a document stand in the bytes that it was captured as.
package struct DocumentOrigin: Sendable {
  /// How a document relates to what it was made of.
  package enum State: Sendable {
    /// The source has no snapshot: the document itself is what was captured.
    case itself
    /// The snapshot gives the document again, byte for byte.
    case derived
    /// The snapshot gives another text: the document, or the program, has changed since.
    case edited
  }

  package let source: String
  /// From the corpus folder.
  package let document: String
  /// From the corpus folder; `nil` if there is none.
  package let snapshot: String?
  /// What the bytes of the snapshot are: `html`.
  package let form: String?
  package let state: State
  /// The words that are looked for; `nil` where the whole document is.
  package internal(set) var words: String?
  /// Where they stand in the document, or ``document`` as a whole; `nil` if the document lacks them.
  package internal(set) var span: Span?
  /// The paragraph and the sentence in which they begin, from 1.
  package internal(set) var passage: (paragraph: Int, sentence: Int)?
  /// Where they stand in the snapshot, and the page; `nil` where that is not known.
  package internal(set) var origin: (span: Span, page: Int?)?
  /// The bytes there, if they are text, cut to what a person reads.
  package internal(set) var excerpt: String?
}

extension Workspace {
  /// Where the quote of a claim, or the document of a source, comes from.
  ///
  /// The text is derived again from the snapshot by the same converter and held against the document.
  ///
  /// - Throws: `notComparable` when there is nothing to look for, and what is wrong with a file.
  package func origin(of record: FoundRecord, at span: Span) throws(Diagnostic) -> DocumentOrigin {
    let quoted = record.kind == .claim ? try quote(of: record, at: span) : nil
    let source = quoted?.source ?? record.id
    let reading = try read(source, at: span)
    guard let path = reading.path else {
      throw Diagnostic(.notComparable, at: span, "source `@\(source)` has no document")
    }
    let kept = try KeptCapture(self, source, at: span)
    let derived = try kept.derive(in: self).map { (documents: $0, original: kept.bytes) }
    let match = derived?.documents.first { $0.text == reading.bytes }
    let single = derived?.documents.count == 1 ? derived?.documents.first : nil
    var result = DocumentOrigin(
      source: source, document: path, snapshot: kept.path,
      form: (match ?? single ?? derived?.documents.first)?.form.rawValue,
      state: derived == nil ? .itself : match == nil ? .edited : .derived)
    guard let quoted else {
      result.span = Span(0, reading.bytes.count)
      return result
    }
    result.words = quoted.words
    if let place = reading.claims.first(where: { $0.id == record.id })?.quote {
      result.span = Span(place.lowerBound, place.upperBound)
      result.passage = try passage(at: place.lowerBound, of: source)
    }
    // Of a document that was edited the same words are looked for in the text as it was.
    let candidates = match.map { [$0] } ?? derived?.documents ?? []
    for document in candidates {
      let places = try? QuoteFinder(document.text).places(of: [Array(quoted.words.utf8)])[0]
      let start = match == nil ? (places?.count == 1 ? places?.first : nil) : result.span?.start
      guard let start else { continue }
      let span = Span(start, start + quoted.words.utf8.count)
      result.origin = document.origins.origin(of: span)
      if let origin = result.origin?.span, document.form.isText {
        result.excerpt = Self.excerpt(of: kept.bytes, at: origin)
      }
      break
    }
    return result
  }

  private func quote(
    of claim: FoundRecord, at span: Span
  ) throws(Diagnostic) -> (source: String, words: String) {
    try Diagnostic.telling {
      let row = try connection.cached(
        """
        SELECT s.id, t.quote FROM claims AS c JOIN sources AS s ON s.key = c.source
          JOIN claims_text AS t ON t.key = c.key WHERE c.key = ?
        """)
      row.bind(claim.key, at: 1)
      defer { row.reset() }
      guard try row.step(), !row.isNull(1) else {
        throw Diagnostic(.notComparable, at: span, "claim `@\(claim.id)` quotes nothing")
      }
      return (row.text(0), row.text(1))
    }
  }

  /// The paragraph and the sentence that hold a byte of a document.
  private func passage(
    at byte: Int, of source: String
  ) throws(Diagnostic) -> (paragraph: Int, sentence: Int)? {
    try Diagnostic.telling {
      let row = try connection.cached(
        """
        SELECT paragraph, sentence FROM passages
          WHERE source = (SELECT key FROM sources WHERE id = ?1) AND start <= ?2
          ORDER BY paragraph DESC, sentence DESC LIMIT 1
        """)
      row.bind(source, at: 1)
      row.bind(Int64(byte), at: 2)
      defer { row.reset() }
      guard try row.step() else { return nil }
      return (Int(row.integer(0)), Int(row.integer(1)))
    }
  }

  private static func excerpt(of bytes: [UInt8], at span: Span) -> String? {
    let (reach, most) = (24, 240)
    guard span.start >= 0, span.start < span.end, span.end <= bytes.count else { return nil }
    var start = max(0, span.start - reach)
    while start < span.start, bytes[start] & 0xC0 == 0x80 { start += 1 }
    let isLong = span.end - start > most
    var end = isLong ? start + most : min(bytes.count, span.end + reach)
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return (start > 0 ? "…" : "") + text + (end < bytes.count ? "…" : "")
  }
}

extension IntakeDocument.Form {
  /// Whether its bytes can be read as they are.
  fileprivate var isText: Bool {
    switch self {
    case .text, .markdown, .html, .mail, .jsonl, .csv: true
    case .pdf, .epub: false
    }
  }
}
