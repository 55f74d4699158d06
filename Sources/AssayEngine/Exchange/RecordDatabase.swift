import AssayCorpus
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

  /// Makes the table of snapshots, and the statement that fills it.
  func snapshotTable() throws(StoreError) -> Statement {
    let name = SnapshotName.relation
    try connection.execute(
      "CREATE TABLE \"\(name)\" (\"path\" TEXT PRIMARY KEY NOT NULL, \"bytes\" BLOB NOT NULL)")
    return try connection.prepare("INSERT INTO \"\(name)\" VALUES (?, ?)")
  }

  /// Makes sure that nothing is lost if a database takes the place of what is at a path.
  ///
  /// - Throws: `unwritableFile` for a database of SQLite with tables that no export has.
  static func requireReplaceable(_ path: String) throws(Diagnostic) {
    guard FileReader.size(of: path) > 0 else { return }
    var known: [String: [String]] = [SnapshotName.relation: SnapshotName.columns]
    for kind in RecordSpec.kinds + [.document] {
      known[kind.relation] = RecordTable.header(of: kind)
    }
    var others: String?
    do {
      let connection = try Connection(path: path, readsOnly: true)
      try connection.execute("PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1")
      let tables = try connection.prepare(
        "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
      while others == nil, try tables.step() {
        let name = tables.text(0)
        var columns: [String] = []
        let rows = try connection.prepare(
          "PRAGMA table_info(\"\(name.replacing("\"", with: "\"\""))\")")
        while try rows.step() { columns.append(rows.text(1)) }
        // An older export has fewer columns.
        guard let names = known[name], !columns.isEmpty, columns.first == names.first,
          columns.allSatisfy(names.contains)
        else {
          others = name
          continue
        }
      }
    } catch {
      // No database: written over, as any other file.
      return
    }
    guard let others else { return }
    throw Diagnostic(
      .unwritableFile, at: nil,
      "`\(path)` is a database with a table `\(others)`, which is no export, so it stays",
      hint: "another name leads elsewhere")
  }

  /// Hands on the snapshots of a database.
  static func readSnapshots(
    in path: String, into batch: inout ImportBatch, _ monitor: WorkMonitor
  ) throws {
    let connection = try Connection(path: path, monitor, readsOnly: true)
    try connection.execute("PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1")
    let name = SnapshotName.relation
    let table = try connection.prepare(
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        + "AND name = '\(name)'")
    guard try table.step() else { return }
    var columns: [String] = []
    let info = try connection.prepare("PRAGMA table_info(\"\(name)\")")
    while try info.step() { columns.append(info.text(1)) }
    connection.restrict()
    batch.begin(SourceText(name: "\(path), table \(name)", ""))
    guard Set(SnapshotName.columns).isSubset(of: columns) else {
      return batch.report(
        .badImport("the table `\(name)` lacks its columns `path` and `bytes`", at: nil))
    }
    let rows = try connection.prepare("SELECT \"path\", \"bytes\" FROM \"\(name)\"")
    while try rows.step(), !batch.isHopeless {
      try monitor.check()
      batch.add(snapshot: rows.text(0), Array(rows.bytes(1)), at: Span(0, 0))
    }
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
