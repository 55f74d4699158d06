import AssayModel
import AssayStore
import AssayText

extension Workspace {
  /// The records that are found by a word that is being typed, for completion.
  ///
  /// Each word of `typed` has to begin a word of the id or of a name; case and accents do not
  /// matter. First comes the record with just this id, then ids that begin so, then ids with a
  /// word that begins so, then names with one; within each in byte order of the ids. Claims, links
  /// and judgements have no names, and the middle of an id is searched only while there are few.
  ///
  /// - Parameters:
  ///   - entityKinds: the kinds that an entity may have; `nil` for any.
  ///   - limit: how many are given at most.
  package func records(
    _ kinds: [RecordKind], called typed: String, entityKinds: [String]? = nil, limit: Int
  ) -> [NamedRecord] {
    let sought = Sought(typed)
    var found: [FoundID] = []
    for kind in kinds {
      let codes = NameWords.codes(kind, entityKinds: entityKinds)
      var seen: Set<String> = []
      let isNamed = [.entity, .source, .predicate, .question].contains(kind)
      var all = beginning(sought, kind, entityKinds, limit)
      if !sought.words.isEmpty, all.count < limit {
        all += isNamed ? named(sought, kind, codes, limit) : inside(sought, kind, limit)
      }
      for (id, place) in all where seen.insert(id).inserted {
        found.append(FoundID(kind: kind, id: id, rank: sought.rank(of: id, at: place)))
      }
    }
    found.sort { one, other in
      guard one.rank == other.rank else { return one.rank < other.rank }
      guard one.id == other.id else { return one.id.utf8.lexicographicallyPrecedes(other.id.utf8) }
      return one.kind.rawValue < other.kind.rawValue
    }
    return found.prefix(limit).map {
      NamedRecord(kind: $0.kind, id: $0.id, names: names(of: $0), soughtBy: sought.words)
    }
  }

  /// The ids that begin so, as they are typed or folded.
  private func beginning(
    _ sought: Sought, _ kind: RecordKind, _ entityKinds: [String]?, _ limit: Int
  ) -> [(id: String, place: Int64)] {
    let ids = "SELECT id FROM \(kind.relation) WHERE id >= ? AND id < ? ORDER BY id LIMIT"
    var sql = "\(ids) \(limit)"
    if kind == .entity, let entityKinds {
      // What does not fit is stepped over, but not without end.
      let places = ClosedList.entityKind.words.filter(entityKinds.contains)
      let list = places.map { "'\($0)'" }.joined(separator: ", ")
      sql = """
        SELECT id FROM (SELECT id, kind FROM entities WHERE id >= ? AND id < ? ORDER BY id
          LIMIT \(Self.mostRows)) WHERE kind IN (\(list)) LIMIT \(limit)
        """
    }
    var found = rows(sql, Self.range(sought.folded))
    if sought.folded != sought.typed { found += rows(sql, Self.range(sought.typed)) }
    return found
  }

  /// The ids under whose names all words are found.
  private func named(
    _ sought: Sought, _ kind: RecordKind, _ codes: [Int64], _ limit: Int
  ) -> [(id: String, place: Int64)] {
    let list = codes.map(String.init).joined(separator: ", ")
    let words = "FROM names WHERE kind IN (\(list)) AND word >= ? AND word < ?"
    // The longest word has the fewest rows; the others are asked only of these.
    let first = sought.words.max { $0.utf8.count < $1.utf8.count } ?? ""
    var sql = "SELECT id, place \(words)"
    var values = Self.range(first)
    let others = sought.words.filter { $0 != first }
    if !others.isEmpty {
      sql += " UNION ALL SELECT id, 0 FROM \(kind.relation) WHERE id >= ? AND id < ?"
      values += values
    }
    sql = "SELECT id, place FROM (\(sql)) AS found"
    for (index, word) in others.enumerated() {
      sql += index == 0 ? " WHERE" : " AND"
      sql += " (id >= ? AND id < ? OR id IN (SELECT id \(words)))"
      values += Self.range(word) + Self.range(word)
    }
    // A record may have several words that begin so, each with a row.
    return rows(sql + " ORDER BY place, id LIMIT \(limit * 5)", values)
  }

  /// The ids of a kind without names that have all words in them, while there are few of them.
  private func inside(
    _ sought: Sought, _ kind: RecordKind, _ limit: Int
  ) -> [(id: String, place: Int64)] {
    guard isSmall(kind.relation) else { return [] }
    let tests = sought.words.map { _ in "instr(id, ?)" }.joined(separator: " AND ")
    let sql = "SELECT id FROM \(kind.relation) WHERE \(tests) ORDER BY id"
    return Array(
      rows(sql, sought.words).filter { id, _ in
        let words = " " + WordFolding.words(of: id)
        return sought.words.allSatisfy { words.contains(" " + $0) }
      }.prefix(limit))
  }

  /// Whether a table has so few rows that reading all of it is not felt.
  func isSmall(_ table: String) -> Bool {
    guard let statement = try? connection.cached("SELECT max(key) FROM \"\(table)\"") else {
      return false
    }
    defer { statement.reset() }
    return (try? statement.step()) == true && statement.integer(0) <= Self.mostRows
  }

  /// How many rows may be read for one completion; some milliseconds' worth.
  static let mostRows = 20_000

  /// The texts from `text` to the last that begins with it.
  private static func range(_ text: String) -> [String] { [text, text + "\u{10FFFF}"] }

  private func rows(_ sql: String, _ values: [String]) -> [(id: String, place: Int64)] {
    guard let statement = try? connection.cached(sql) else { return [] }
    for (index, value) in values.enumerated() { statement.bind(value, at: index + 1) }
    defer { statement.reset() }
    var found: [(id: String, place: Int64)] = []
    while (try? statement.step()) == true {
      found.append((statement.text(0), statement.integer(1)))
    }
    return found
  }

  /// What a record is called, first by its own name.
  private func names(of found: FoundID) -> [String] {
    let sql =
      switch found.kind {
      case .entity:
        "SELECT name FROM entities WHERE id = ?1 UNION ALL SELECT a.name FROM aliases AS a "
          + "WHERE a.entity = (SELECT key FROM entities WHERE id = ?1)"
      case .source:
        "SELECT title FROM sources WHERE id = ?1 UNION ALL "
          + "SELECT publisher FROM sources WHERE id = ?1 AND publisher IS NOT NULL"
      case .predicate: "SELECT label FROM predicates WHERE id = ?"
      case .question: "SELECT text FROM questions WHERE id = ?"
      case .claim:
        "SELECT says FROM claims_text WHERE key = (SELECT key FROM claims WHERE id = ?)"
      case .link: "SELECT relation FROM links WHERE id = ?"
      case .judgement: "SELECT analyst FROM judgements WHERE id = ?"
      case .document: "SELECT path FROM documents WHERE id = ?"
      }
    return rows(sql, [found.id]).map(\.id)
  }

  /// An id and how well it fits.
  private struct FoundID {
    let kind: RecordKind
    let id: String
    let rank: Int
  }

  /// What is looked for.
  private struct Sought {
    let typed: String
    /// As an id would be written: folded words with `-` between them.
    let folded: String
    let words: [String]

    init(_ typed: String) {
      self.typed = typed
      words = WordFolding.words(of: typed).split(separator: " ").map(String.init)
      folded = words.joined(separator: "-") + (typed.hasSuffix("-") && !words.isEmpty ? "-" : "")
    }

    /// 0 for the very id, 1 where the id begins so, 2 where a word of the id does, 3 for a name.
    func rank(of id: String, at place: Int64) -> Int {
      if id == typed || id == folded { return 0 }
      if id.hasPrefix(folded) || id.hasPrefix(typed) { return 1 }
      let parts = WordFolding.words(of: id).split(separator: " ")
      if parts.joined(separator: "-").hasPrefix(folded) { return 1 }
      let isInID = words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
      return isInID ? 2 : 3
    }
  }
}
