import AssayExchange
import AssayModel
import AssayStore

/// What readers of other formats ask of the corpus.
extension ImportBatch.Lookup {
  init(_ workspace: Workspace) {
    self.init()
    let connection = workspace.connection
    let addresses = Self.pairs(
      "SELECT url, id FROM sources WHERE url IS NOT NULL ORDER BY id DESC", connection)
    sourceAt = { addresses[$0] ?? nil }
    // A name that several entities have leads to none.
    let names = Self.pairs(
      """
      SELECT name, CASE count(DISTINCT id) WHEN 1 THEN min(id) END FROM (
        SELECT name, id FROM entities
        UNION ALL SELECT a.name, e.id FROM aliases AS a JOIN entities AS e ON e.key = a.entity)
      GROUP BY name
      """, connection)
    entityNamed = { names[$0] ?? nil }
    hasDocument = { source in
      guard
        let statement = try? connection.cached(
          """
          SELECT 1 FROM documents AS d JOIN sources AS s ON s.key = d.source WHERE s.id = ?
          """)
      else { return false }
      statement.bind(source, at: 1)
      defer { statement.reset() }
      return (try? statement.step()) ?? false
    }
    has = { kind, id in workspace.key(of: id, kind) != nil }
  }

  private static func pairs(_ sql: String, _ connection: Connection) -> [String: String?] {
    guard let statement = try? connection.prepare(sql) else { return [:] }
    var pairs: [String: String?] = [:]
    while (try? statement.step()) == true {
      pairs[statement.text(0)] = .some(statement.isNull(1) ? nil : statement.text(1))
    }
    return pairs
  }
}
