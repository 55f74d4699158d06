import AssayAnalysis
import AssayModel
import AssayQuery
import AssayStore
import AssayText

/// Reads the passages that `copies` compares, and when their sources were published.
struct CopyReader {
  let workspace: Workspace

  /// The units of the documents that are the rows of a plan, or that its rows are of.
  func units(of plan: LogicalPlan, _ scope: Analysis.CopyScope) throws -> CopyUnits {
    var units = CopyUnits(scope.unit, CopyOptions(containment: scope.leastShare))
    let statement = try workspace.prepare(
      """
      SELECT p.source, p.paragraph, p.sentence, p.start, p.text
      FROM sources AS s INDEXED BY sources_id
      CROSS JOIN passages AS p INDEXED BY passages_source ON p.source = s.key
      \(condition(plan)) ORDER BY s.id, p.paragraph, p.sentence
      """)
    try workspace.monitor.enter(.readingPassages)
    while try workspace.step(statement) {
      try workspace.monitor.reach(units.count)
      units.add(
        statement.bytes(4), source: statement.key(0), paragraph: statement.key(1),
        number: statement.key(2), start: statement.key(3))
    }
    units.finish()
    return units
  }

  /// Which passages are read; the key of a document is that of its source.
  private func condition(_ plan: LogicalPlan) -> SQL {
    guard let keys = SQLCompiler.compileKeys(plan) else { return "" }
    switch plan.relation?.name {
    case RelationSpec.passages.name: return "WHERE p.key IN (\(keys))"
    case RelationSpec.claims.name:
      return "WHERE s.key IN (SELECT source FROM claims WHERE key IN (\(keys)))"
    default: return "WHERE s.key IN (\(keys))"
    }
  }

  /// The days on which sources were published, by their keys.
  func publication() throws -> DayColumn {
    let statement = try workspace.prepare(
      "SELECT key, \"published.first\", \"published.last\" FROM sources")
    var days = DayColumn(count: try EvidenceReader(workspace).size(.source))
    while try workspace.step(statement) {
      let key = Int(statement.integer(0))
      guard days.first.indices.contains(key), !statement.isNull(1) else { continue }
      (days.first[key], days.last[key]) = (statement.key(1), statement.key(2))
    }
    return days
  }

  /// The words of a unit again.
  func text(of unit: Int, in units: CopyUnits) -> [UInt8] {
    let sentence = units.unit == .sentence ? "AND sentence = ?3" : ""
    let sql = """
      SELECT text FROM passages WHERE source = ?1 AND paragraph = ?2 \(sentence) ORDER BY sentence
      """
    guard let statement = try? workspace.connection.cached(sql) else { return [] }
    defer { statement.reset() }
    statement.bind(Int64(units.sources[Int(units.documents[unit])]), at: 1)
    statement.bind(Int64(units.paragraphs[unit]), at: 2)
    if units.unit == .sentence { statement.bind(Int64(units.sentences[unit]), at: 3) }
    var text: [UInt8] = []
    while (try? statement.step()) == true {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text.append(contentsOf: statement.bytes(0))
    }
    return text
  }
}
