import AssayModel
import AssayStore

/// What an index holds of single records.
struct IndexLookup {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// A record as it was declared in a file.
  struct Declared {
    let kind: RecordKind
    let key: Int64
    let id: String
    let shape: String
  }

  /// The greatest key of a kind; 0 when there is none.
  func greatestKey(_ kind: RecordKind) -> Int64 {
    let statement = try? connection.prepare("SELECT max(key) FROM \(kind.relation)")
    guard let statement, (try? statement.step()) == true else { return 0 }
    return statement.integer(0)
  }

  /// The ids of a kind.
  func ids(_ kind: RecordKind) -> [String] {
    guard let statement = try? connection.prepare("SELECT id FROM \(kind.relation)") else {
      return []
    }
    var ids: [String] = []
    while (try? statement.step()) == true { ids.append(statement.text(0)) }
    return ids
  }

  func known(_ kind: RecordKind, _ id: String) -> IDTable.Known? {
    let statement = try? connection.cached(
      """
      SELECT r.key, coalesce(s.shape, '') FROM \(kind.relation) AS r
        LEFT JOIN shapes AS s ON s.kind = \(kind.rawValue) AND s.key = r.key WHERE r.id = ?
      """)
    guard let statement else { return nil }
    statement.bind(id, at: 1)
    defer { statement.reset() }
    guard (try? statement.step()) == true else { return nil }
    return IDTable.Known(key: statement.integer(0), shape: statement.text(1))
  }

  /// The records of a file.
  func declared(inFile file: Int64) throws(StoreError) -> [Declared] {
    var records: [Declared] = []
    for kind in RecordKind.allCases where kind != .document {
      let statement = try connection.prepare(
        """
        SELECT r.key, r.id, coalesce(s.shape, '') FROM \(kind.relation) AS r
          LEFT JOIN shapes AS s ON s.kind = \(kind.rawValue) AND s.key = r.key
          WHERE r.file = \(file)
        """)
      while try statement.step() {
        records.append(
          Declared(
            kind: kind, key: statement.integer(0), id: statement.text(1), shape: statement.text(2)))
      }
    }
    return records
  }
}
