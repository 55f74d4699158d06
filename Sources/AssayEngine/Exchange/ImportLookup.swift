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
    likeness = { kind, id in
      do {
        return try Self.likeness(kind, id, workspace)
      } catch {
        return nil
      }
    }
    has = { kind, id in workspace.key(of: id, kind) != nil }
  }

  private static func likeness(
    _ kind: RecordKind, _ id: String, _ workspace: Workspace
  ) throws -> Likeness? {
    guard kind == .source || kind == .entity else { return nil }
    let (name, entityKind) = kind == .source ? ("title", "NULL") : ("name", "kind")
    let connection = workspace.connection
    let statement = try connection.cached(
      "SELECT \(name), url, \(entityKind), key FROM \(kind.relation) WHERE id = ?")
    statement.bind(id, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    var names = [statement.text(0)]
    if kind == .entity {
      let aliases = try connection.cached("SELECT name FROM aliases WHERE entity = ?")
      aliases.bind(statement.integer(3), at: 1)
      defer { aliases.reset() }
      while try aliases.step() { names.append(aliases.text(0)) }
    }
    return Likeness(
      names, url: statement.isNull(1) ? nil : statement.text(1),
      entityKind: statement.isNull(2) ? nil : statement.text(2))
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
