import AssayModel
import AssayQuery
import AssayReading
import AssayStore
import AssayText

/// Reads passages from the index and keeps those that look like claims.
struct CandidateReader {
  let workspace: Workspace
  private let names: EntityNames
  /// A reader for each language that was met.
  private var readers: [(language: String, reader: SentenceReader)] = []

  init(_ workspace: Workspace) throws {
    self.workspace = workspace
    names = try EntityNames(workspace)
  }

  /// The candidates among the sentences of a plan's rows, in the order of ids and of the text.
  mutating func candidates(of plan: LogicalPlan) throws -> CandidateColumns {
    var columns = CandidateColumns()
    let statement = try workspace.prepare(
      """
      SELECT \(Self.list) FROM sources AS s INDEXED BY sources_id
      CROSS JOIN passages AS p INDEXED BY passages_source ON p.source = s.key
      \(condition(plan)) ORDER BY s.id, p.paragraph, p.sentence
      """)
    try workspace.monitor.enter(.readingPassages)
    var source: Int32 = 0
    var quoted: QuotedSpans?
    while try workspace.step(statement) {
      try workspace.monitor.reach(columns.sentenceCount)
      columns.sentenceCount += 1
      if statement.key(1) != source {
        source = statement.key(1)
        quoted = nil
      }
      let reading = read(statement)
      guard reading.candidate.isClaim else { continue }
      let start = Int(statement.integer(4))
      let range = start..<start + statement.bytes(5).count
      let spans = try quoted ?? QuotedSpans(of: source, in: workspace)
      quoted = spans
      columns.add(
        reading.candidate, passage: statement.key(0), source: source,
        paragraph: statement.key(2), sentence: statement.key(3), range: range,
        isTaken: spans.touch(range))
    }
    return columns
  }

  private static let list: SQL = """
    p.key, p.source, p.paragraph, p.sentence, p.start, p.text, s.language, s."published.first", \
    s."published.last", s."published.words"
    """

  /// Which passages are read; the key of a document is that of its source.
  private func condition(_ plan: LogicalPlan) -> SQL {
    guard let keys = SQLCompiler.compileKeys(plan) else { return "" }
    return plan.relation?.name == RelationSpec.passages.name
      ? "WHERE p.key IN (\(keys))" : "WHERE s.key IN (\(keys))"
  }

  /// What the sentence at hand holds; spans begin with it.
  private mutating func read(_ row: AssayStore.Statement) -> SentenceReading {
    let bytes = row.bytes(5)
    let passage = Passage(
      paragraph: Int(row.integer(2)), sentence: Int(row.integer(3)), start: 0, end: bytes.count)
    let place = self.place(ofLanguage: row.isNull(6) ? "" : row.text(6))
    return readers[place].reader.read(bytes, passage, published: row.date(7))
  }

  private mutating func place(ofLanguage tag: String) -> Int {
    if let place = readers.firstIndex(where: { $0.language == tag }) { return place }
    // Of tags that nobody knows there may be many: they share one reader.
    guard LanguageFile.of(tag: tag) != nil || tag.isEmpty else { return self.place(ofLanguage: "") }
    readers.append((tag, names.reader(language: tag.isEmpty ? nil : tag)))
    return readers.count - 1
  }

  /// A sentence again, with its bytes; `nil` if it is gone.
  mutating func sentence(_ passage: Int32) -> (bytes: [UInt8], reading: SentenceReading)? {
    let statement = try? workspace.connection.cached(
      """
      SELECT p.key, p.source, p.paragraph, p.sentence, p.start, p.text, s.language,
        s."published.first", s."published.last", s."published.words"
        FROM passages AS p JOIN sources AS s ON s.key = p.source WHERE p.key = ?
      """)
    guard let statement else { return nil }
    statement.bind(Int64(passage), at: 1)
    defer { statement.reset() }
    guard (try? statement.step()) == true else { return nil }
    return (Array(statement.bytes(5)), read(statement))
  }
}
