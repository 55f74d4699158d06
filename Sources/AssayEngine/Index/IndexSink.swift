import AssayCorpus
import AssayLanguage
import AssayModel
import AssayStore

/// Writes what the loader reads into the index.
struct IndexSink: CorpusSink {
  let writer: IndexWriter
  let connection: Connection
  /// Claims of an earlier reading that have not been met again, by their ids.
  private(set) var earlier: [String: IndexWriter.KnownClaim] = [:]

  init(_ connection: Connection) throws(StoreError) {
    self.connection = connection
    writer = try IndexWriter(connection)
  }

  /// Keeps what the index has of a file's claims, so that only those that changed are written.
  mutating func expectClaims(ofFile file: Int64) throws(StoreError) {
    earlier.merge(try writer.claims(ofFile: file)) { first, _ in first }
  }

  /// Takes out the claims that have not been met again.
  mutating func removeEarlier() throws(StoreError) {
    for id in earlier.keys.sorted() {
      if let claim = earlier[id] { try writer.remove(claim) }
    }
    earlier = [:]
  }

  mutating func add(_ record: Record, file: Int64, ids: inout IDTable) throws(StoreError) {
    if record.kind == .claim, let claim = earlier.removeValue(forKey: record.id.id) {
      if claim.hash == record.textHash {
        return try writer.move(claim, toFile: file, line: record.line)
      }
      try writer.remove(claim)
    }
    try writer.insert(record, file: file, ids: &ids)
  }

  mutating func add(
    _ document: SourceDocument, file: Int64, ids: inout IDTable
  ) throws(StoreError) {
    let passages = document.passages.map { passage in
      IndexWriter.Document.Passage(
        paragraph: passage.paragraph, sentence: passage.sentence, start: passage.start,
        end: passage.end, text: document.bytes[passage.start..<passage.end])
    }
    let stored = IndexWriter.Document(
      source: document.source, path: document.path, digest: document.digest,
      byteCount: document.bytes.count, passages: passages)
    try writer.insert(stored, file: file, ids: &ids)
  }

  mutating func add(_ rate: CurrencyRate) throws(StoreError) {
    let statement = try connection.cached(
      "INSERT INTO rates (source, target, factor, first, last) VALUES (?, ?, ?, ?, ?)")
    statement.bind(rate.from.unit.symbol, at: 1)
    statement.bind(rate.to.unit.symbol, at: 2)
    statement.bind(rate.factor, at: 3)
    statement.bind(rate.date.first, at: 4)
    statement.bind(rate.date.last, at: 5)
    try statement.run()
  }

  mutating func finish(_ file: CorpusFile) throws(StoreError) {
    let statement = try connection.cached(
      """
      INSERT OR REPLACE INTO files (key, path, stamp, digest, uses, is_document)
        VALUES (?, ?, ?, ?, ?, ?)
      """)
    statement.bind(file.key, at: 1)
    statement.bind(file.path, at: 2)
    statement.bind(file.stamp, at: 3)
    statement.bind(file.digest, at: 4)
    statement.bind(file.uses.joined(separator: "\n"), at: 5)
    statement.bind(Int64(file.isDocument ? 1 : 0), at: 6)
    try statement.run()
  }
}
