import AssayExchange
import AssayModel
import AssayStore
import AssayText

/// A database of SQLite with a table for each kind of record, its columns those of
/// ``RecordColumns``, all of them text.
struct RecordDatabase {
  private let connection: Connection

  /// Makes a database with no tables, in a file that is not there.
  init(writing path: String) throws(StoreError) {
    connection = try Connection(path: path)
    try connection.execute("PRAGMA journal_mode = OFF")
    try connection.execute("PRAGMA synchronous = OFF")
    try connection.execute("BEGIN")
  }

  /// Makes the table of a kind, and the statement that fills it.
  func table(of kind: RecordKind) throws(StoreError) -> Statement {
    let names = RecordTable.header(of: kind)
    let columns = names.enumerated().map { index, name in
      "\"\(name)\" TEXT" + (index == 0 ? " PRIMARY KEY NOT NULL" : "")
    }
    try connection.execute(
      "CREATE TABLE \"\(kind.relation)\" (\(columns.joined(separator: ", ")))")
    let places = names.map { _ in "?" }.joined(separator: ", ")
    return try connection.prepare("INSERT INTO \"\(kind.relation)\" VALUES (\(places))")
  }

  /// Adds a row.
  static func add(_ cells: [String?], _ insert: Statement) throws(Diagnostic) {
    for (index, cell) in cells.enumerated() { insert.bind(cell, at: index + 1) }
    do throws(StoreError) { try insert.run() } catch { throw unwritable("the database", error) }
  }

  func finish() throws(StoreError) { try connection.execute("COMMIT") }

  static func unwritable(_ path: String, _ error: any Error) -> Diagnostic {
    let reason = (error as? StoreError)?.message ?? "\(error)"
    return Diagnostic(.unwritableFile, at: nil, "cannot write `\(path)`: \(reason)")
  }

  /// The tables of a database, which may hold anything, as comma-separated values: faults then have
  /// a place.
  static func tables(
    in path: String, _ monitor: WorkMonitor
  ) throws -> [(kind: RecordKind, text: SourceText)] {
    let connection = try Connection(path: path, monitor, readsOnly: true)
    try connection.execute("PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1")
    var names: [RecordKind: [String]] = [:]
    let tables = try connection.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    while try tables.step() {
      let table = tables.text(0)
      guard let kind = (RecordSpec.kinds + [.document]).first(where: { $0.relation == table })
      else { continue }
      let columns = try connection.prepare("PRAGMA table_info(\"\(table)\")")
      while try columns.step() { names[kind, default: []].append(columns.text(1)) }
    }
    connection.restrict()
    return try (RecordSpec.kinds + [.document]).compactMap { kind in
      try names[kind].map { (kind, try text(of: kind, $0, in: connection, path)) }
    }
  }

  private static func text(
    of kind: RecordKind, _ names: [String], in connection: Connection, _ path: String
  ) throws -> SourceText {
    var out: [UInt8] = []
    CSVText.append(names, to: &out)
    let rows = try connection.prepare("SELECT * FROM \"\(kind.relation)\"")
    var count = 0
    while try rows.step() {
      try connection.monitor.check(at: count)
      count += 1
      CSVText.append(names.indices.map { rows.isNull($0) ? nil : rows.text($0) }, to: &out)
    }
    return SourceText(name: "\(path), table \(kind.relation)", bytes: out)
  }
}
