import AssayCorpus
import AssayModel
import AssayQuery
import AssayStore
import AssayText

/// A claim as a note tells it, down to the words that it is read from.
package struct ClaimCitation: Sendable {
  package let id: String
  package let says: String
  /// The name of the speaker; `nil` for the source itself.
  package let speaker: String?
  package let author: String?
  package let title: String
  package let publisher: String?
  package let published: String?
  package let url: String?
  package let quote: String?
  /// Where the claim is declared, as `claims/aid.assay:12`.
  package let place: String
  /// The document, from the corpus folder; `nil` where the source has none.
  package let document: String?
  /// The paragraph with the quote; `nil` where the document does not hold it or is gone.
  package fileprivate(set) var passage: Passage?
  fileprivate let source: Int64

  /// A paragraph that holds a quote, or the paragraphs if it goes on in the next ones.
  package struct Passage: Sendable {
    /// The number of the first one, from 1.
    package let paragraph: Int
    package let text: String
    /// Where the quote stands in the UTF-8 of ``text``.
    package let quote: Range<Int>
  }
}

extension Workspace {
  /// What notes tell of claims, in the order of the keys; each document is read once.
  ///
  /// - Throws: `storeFailed`, when the index does not hold one of them.
  package func citations(of keys: [Int64]) throws(Diagnostic) -> [ClaimCitation] {
    try Diagnostic.telling {
      var found: [Int64: ClaimCitation] = [:]
      for start in stride(from: 0, to: keys.count, by: Self.keysAtOnce) {
        try readCitations(of: keys[start..<min(start + Self.keysAtOnce, keys.count)], into: &found)
      }
      try readPassages(into: &found)
      return try keys.map { key in
        guard let citation = found[key] else {
          throw Diagnostic(.storeFailed, at: nil, "the index does not hold a claim of the result")
        }
        return citation
      }
    }
  }

  /// How many keys are asked for in one statement.
  private static let keysAtOnce = 500

  private func readCitations(
    of keys: ArraySlice<Int64>, into found: inout [Int64: ClaimCitation]
  ) throws {
    let row = try prepare(
      """
      SELECT c.key, c.id, t.says, e.name, s.author, s.title, s.publisher, s."published.first",
        s."published.last", s."published.words", s.url, t.quote, f.path, c.line, d.path, c.source
      FROM claims AS c JOIN claims_text AS t ON t.key = c.key JOIN files AS f ON f.key = c.file
      JOIN sources AS s ON s.key = c.source
      LEFT JOIN documents AS d ON d.source = c.source
      LEFT JOIN entities AS e ON e.key = c.speaker WHERE c.key IN \(SQL.list(of: keys))
      """)
    func text(_ column: Int) -> String? { row.isNull(column) ? nil : row.text(column) }
    while try step(row) {
      let published =
        text(9)
        ?? (row.isNull(7) ? nil : PartialDate.words(first: row.integer(7), last: row.integer(8)))
      found[row.integer(0)] = ClaimCitation(
        id: row.text(1), says: row.text(2), speaker: text(3), author: text(4), title: row.text(5),
        publisher: text(6), published: published, url: text(10), quote: text(11),
        place: "\(row.text(12)):\(row.integer(13))", document: text(14), source: row.integer(15))
    }
  }

  /// Finds the paragraphs of the quotes, document by document.
  private func readPassages(into found: inout [Int64: ClaimCitation]) throws {
    let quoting = found.filter { $0.value.quote != nil && $0.value.document != nil }
    let bySource = Dictionary(grouping: quoting.keys.sorted()) { found[$0]?.source ?? 0 }
    let paragraphs = try paragraphs(of: bySource.keys.sorted())
    for source in bySource.keys.sorted() {
      let keys = bySource[source] ?? []
      guard let path = keys.first.flatMap({ found[$0]?.document }),
        let bytes = try? folder.bytes(of: path)
      else { continue }
      let quotes = keys.map { Array((found[$0]?.quote ?? "").utf8) }
      let places = try QuoteFinder(bytes).places(of: quotes, monitor)
      for (index, key) in keys.enumerated() where !quotes[index].isEmpty {
        guard let start = places[index].first else { continue }
        found[key]?.passage = Self.passage(
          around: start..<(start + quotes[index].count), in: bytes, paragraphs[source] ?? [])
      }
    }
  }

  /// The paragraphs of documents, in their order.
  private func paragraphs(
    of sources: [Int64]
  ) throws(StoreError) -> [Int64: [DocumentReading.Paragraph]] {
    var found: [Int64: [DocumentReading.Paragraph]] = [:]
    for start in stride(from: 0, to: sources.count, by: Self.keysAtOnce) {
      let keys = sources[start..<min(start + Self.keysAtOnce, sources.count)]
      let row = try prepare(
        """
        SELECT source, paragraph, min(start), max(end) FROM passages
          WHERE source IN \(SQL.list(of: keys)) GROUP BY source, paragraph
          ORDER BY source, paragraph
        """)
      while try step(row) {
        let start = Int(row.integer(2))
        found[row.integer(0), default: []].append(
          DocumentReading.Paragraph(
            number: Int(row.integer(1)), range: start..<max(start, Int(row.integer(3)))))
      }
    }
    return found
  }

  /// The passage with a quote; `nil` where the document is no longer the one that was indexed.
  private static func passage(
    around quote: Range<Int>, in bytes: [UInt8], _ paragraphs: [DocumentReading.Paragraph]
  ) -> ClaimCitation.Passage? {
    // The last paragraph that begins at the quote or before it.
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].range.lowerBound <= quote.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return nil }
    let first = paragraphs[low - 1]
    let last = paragraphs[low...].prefix { $0.range.lowerBound < quote.upperBound }.last ?? first
    // Signs around the sentences may belong to the quote and to no sentence.
    let end = max(last.range.upperBound, quote.upperBound)
    guard end <= bytes.count, first.range.upperBound > quote.lowerBound else { return nil }
    let start = first.range.lowerBound
    return ClaimCitation.Passage(
      paragraph: first.number, text: String(decoding: bytes[start..<end], as: UTF8.self),
      quote: (quote.lowerBound - start)..<(quote.upperBound - start))
  }
}

extension SQL {
  /// Keys in parentheses, each of them bound.
  fileprivate static func list(of keys: ArraySlice<Int64>) -> SQL {
    var list: SQL = "("
    for (index, key) in keys.enumerated() {
      list += index == 0 ? "\(.integer(key))" : ", \(.integer(key))"
    }
    list += ")"
    return list
  }
}
