import AssayModel
import AssayStore

extension Workspace {
  /// The different texts of a column, in byte order, for completion; none where finding them would
  /// mean to read a large table.
  ///
  /// - Parameters:
  ///   - limit: how many are given at most.
  ///   - fits: whether a text is of use; the others do not count.
  package func texts(
    of column: ColumnSpec, in relation: RelationSpec, limit: Int, where fits: (String) -> Bool
  ) -> [String] {
    let isList = column.type == .list
    guard column.name != "file", isList || column.type == .text else { return [] }
    let table = column.storage == .text ? relation.name + "_text" : relation.name
    // The longest texts of all are no choice.
    guard column.storage != .text || isList, isSmall(table) || column.name == "id" else {
      return []
    }
    let sql = """
      SELECT DISTINCT "\(column.name)" FROM "\(table)" WHERE "\(column.name)" <> ''
        ORDER BY 1 LIMIT \(Self.mostRows)
      """
    guard let statement = try? connection.cached(sql) else { return [] }
    defer { statement.reset() }
    var seen: Set<String> = []
    var texts: [String] = []
    while texts.count < limit, (try? statement.step()) == true {
      let cell = statement.text(0)
      let words = isList ? cell.split(separator: "; ").map(String.init) : [cell]
      for word in words where fits(word) && seen.insert(word).inserted { texts.append(word) }
    }
    return isList ? texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } : texts
  }

  /// The units that the figures of claims are in, in byte order.
  ///
  /// Found by leaps through the index of predicates and units, so that no claim is read.
  package func units(limit: Int) -> [String] {
    guard
      let keys = try? connection.cached("SELECT key FROM predicates ORDER BY key LIMIT 1000"),
      let next = try? connection.cached(
        """
        SELECT min("value.unit") FROM claims WHERE predicate = ? AND "value.unit" > ?
        """)
    else { return [] }
    defer { keys.reset() }
    var units: Set<String> = []
    while units.count < limit, (try? keys.step()) == true {
      var last = ""
      while units.count < limit {
        next.reset()
        next.bind(keys.integer(0), at: 1)
        next.bind(last, at: 2)
        guard (try? next.step()) == true, !next.isNull(0) else { break }
        last = next.text(0)
        units.insert(last)
      }
      next.reset()
    }
    return units.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension Workspace {
  /// The answers of a question, in its order, with their texts.
  package func answers(ofQuestion id: String) -> [(id: String, text: String)] {
    let sql = """
      SELECT o.answer, o.text FROM options AS o JOIN questions AS q ON q.key = o.question
        WHERE q.id = ? ORDER BY o.position
      """
    guard let statement = try? connection.cached(sql) else { return [] }
    statement.bind(id, at: 1)
    defer { statement.reset() }
    var found: [(id: String, text: String)] = []
    while (try? statement.step()) == true { found.append((statement.text(0), statement.text(1))) }
    return found
  }

  /// The kinds of entity that the object of a predicate may be, and what its value measures.
  package func wants(ofPredicate id: String) -> (objects: [String], measure: String)? {
    guard let shape = IndexLookup(connection).known(.predicate, id)?.shape else { return nil }
    let parts = shape.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return (parts[0].split(separator: ",").map(String.init), String(parts[1]))
  }
}
