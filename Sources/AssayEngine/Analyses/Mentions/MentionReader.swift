import AssayModel
import AssayQuery
import AssayReading
import AssayStore
import AssayText

/// Reads the names of the entities, and the passages in which they are sought.
struct MentionReader {
  let workspace: Workspace

  /// What finds the names, and what its numbers mean.
  struct Names {
    let matcher: NameMatcher
    /// How many names there are.
    let count: Int
    /// The keys of the entities in the order of their ids, in which the matcher counts them.
    let keys: [Int32]
  }

  /// The names and other names of all entities.
  func names() throws -> Names {
    var keys: [Int32] = []
    var ranks: [Int32: Int32] = [:]
    var names: [(name: String, entity: Int32)] = []
    let entities = try workspace.prepare(
      "SELECT key, name FROM entities INDEXED BY entities_id ORDER BY id")
    while try workspace.step(entities) {
      let rank = Int32(truncatingIfNeeded: keys.count)
      keys.append(entities.key(0))
      ranks[entities.key(0)] = rank
      if !entities.isNull(1) { names.append((entities.text(1), rank)) }
    }
    let aliases = try workspace.prepare("SELECT entity, name FROM aliases")
    while try workspace.step(aliases) {
      guard let rank = ranks[aliases.key(0)] else { continue }
      names.append((aliases.text(1), rank))
    }
    return Names(matcher: NameMatcher(names: names), count: names.count, keys: keys)
  }

  /// All mentions in the passages that are the rows of a plan or of whose documents its rows are,
  /// and how many passages were read.
  func mentions(
    of names: Names, in plan: LogicalPlan
  ) throws -> (columns: MentionColumns, passages: Int) {
    var columns = MentionColumns()
    var passages = 0
    let statement = try workspace.prepare(
      """
      SELECT p.source, p.paragraph, p.sentence, p.start, p.text
      FROM sources AS s INDEXED BY sources_id
      CROSS JOIN passages AS p INDEXED BY passages_source ON p.source = s.key
      \(condition(plan)) ORDER BY s.id, p.paragraph, p.sentence
      """)
    try workspace.monitor.enter(.readingPassages)
    while try workspace.step(statement) {
      try workspace.monitor.reach(passages)
      passages += 1
      let place = MentionColumns.Place(
        source: statement.key(0), paragraph: statement.key(1), sentence: statement.key(2),
        start: statement.key(3))
      let text = statement.bytes(4)
      names.matcher.forEachMatch(in: text, range: 0..<text.count) { span, ranks in
        columns.add(span, in: place, ranks.lazy.map { names.keys[Int($0)] })
      }
    }
    return (columns, passages)
  }

  /// Which passages are read; the key of a document is that of its source.
  private func condition(_ plan: LogicalPlan) -> SQL {
    if case .relation = plan { return "" }
    guard let keys = SQLCompiler.compileKeys(plan) else { return "" }
    return plan.relation?.name == RelationSpec.passages.name
      ? "WHERE p.key IN (\(keys))" : "WHERE s.key IN (\(keys))"
  }

  /// The sentence in which a mention stands: its key, and the words of the mention.
  func passage(of row: Int, _ columns: MentionColumns) -> (key: Int64, text: String)? {
    let sql = """
      SELECT key, start, text FROM passages
      WHERE source = ?1 AND paragraph = ?2 AND sentence = ?3
      """
    guard let statement = try? workspace.connection.cached(sql) else { return nil }
    defer { statement.reset() }
    statement.bind(Int64(columns.sources[row]), at: 1)
    statement.bind(Int64(columns.paragraphs[row]), at: 2)
    statement.bind(Int64(columns.sentences[row]), at: 3)
    guard (try? statement.step()) == true else { return nil }
    let bytes = statement.bytes(2)
    let start = Int(columns.starts[row] - statement.key(1))
    let end = Int(columns.ends[row] - statement.key(1))
    let range = (start..<max(start, end)).clamped(to: bytes.indices)
    return (statement.integer(0), String(decoding: bytes[range], as: UTF8.self))
  }
}
