import AssayModel
import CSQLite

/// A connection to an SQLite database.
///
/// A thin layer over the C API: it keeps the one authorizer free and hands rows out without
/// copying them into strings first.
package final class Connection {
  let handle: OpaquePointer
  /// Statements that are used again and again, by their text.
  private var prepared: [String: Statement] = [:]
  private let tables = TableModule.Registry()
  /// What may stop a statement.
  package let monitor: WorkMonitor

  /// Opens or makes the database at `path`; `:memory:` keeps it in memory.
  ///
  /// - Parameters:
  ///   - monitor: what may stop its statements; kept.
  ///   - readsOnly: whether the file has to be there and stays as it is.
  package init(
    path: String, _ monitor: WorkMonitor = .idle, readsOnly: Bool = false
  ) throws(StoreError) {
    self.monitor = monitor
    var opened: OpaquePointer?
    let access =
      readsOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = sqlite3_open_v2(path, &opened, access | SQLITE_OPEN_NOMUTEX, nil)
    guard let opened else { throw StoreError(code: code, message: "out of memory") }
    handle = opened
    guard code == SQLITE_OK else {
      let message = String(cString: sqlite3_errmsg(opened))
      sqlite3_close_v2(opened)
      throw StoreError(code: code, message: message)
    }
    sqlite3_extended_result_codes(opened, 1)
    look(at: monitor)
    Functions.register(on: self)
    TableModule.register(on: opened, tables)
  }

  deinit {
    ActiveConnection.leave(handle)
    prepared.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Makes a statement of `sql`.
  package func prepare(_ sql: String) throws(StoreError) -> Statement {
    try Statement(sql, on: self)
  }

  /// The statement of `sql`, made once and kept.
  package func cached(_ sql: String) throws(StoreError) -> Statement {
    if let statement = prepared[sql] {
      statement.reset()
      return statement
    }
    let statement = try prepare(sql)
    prepared[sql] = statement
    return statement
  }

  /// Runs statements that give no rows.
  package func execute(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(sql) }
  }

  /// Begins to write while nobody reads; `false` when readers do not end within some milliseconds.
  package func beginAlone(waiting milliseconds: Int32) throws(StoreError) -> Bool {
    sqlite3_busy_timeout(handle, milliseconds)
    defer { look(at: monitor) }
    let code = sqlite3_exec(handle, "BEGIN EXCLUSIVE", nil, nil, nil)
    if code & 0xFF == SQLITE_BUSY { return false }
    guard code == SQLITE_OK else { throw error("BEGIN EXCLUSIVE") }
    return true
  }

  /// Makes the rows of an analysis readable as a table of this name, which is a plain word.
  package func attach(_ table: Table, _ rows: RelationSpec, as name: String) throws(StoreError) {
    tables.entries[name] = TableModule.Entry(table, rows)
    try executeWriting("CREATE VIRTUAL TABLE temp.\"\(name)\" USING assay_table")
  }

  /// Lets go of a table that ``attach(_:_:as:)`` made; no statement may be reading it.
  package func detach(_ name: String) throws(StoreError) {
    try executeWriting("DROP TABLE IF EXISTS temp.\"\(name)\"")
    tables.entries[name] = nil
  }

  /// Lets statements read and do nothing else: no other database, no extension, no change of the
  /// tables; the temporary ones of analyses aside.
  ///
  /// The generator of SQL makes none of these. This holds even if it had a fault.
  package func restrict() {
    sqlite3_set_authorizer(
      handle,
      { _, action, first, second, database, _ in
        // A virtual table says its columns by a statement that seems to make a table. A real one
        // is beyond a connection that only reads.
        let isSchema = first.map { String(cString: $0) == "sqlite_master" } ?? false
        let isTemporary = database.map { String(cString: $0) == "temp" } ?? false
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE, SQLITE_CREATE_TABLE: return SQLITE_OK
        case SQLITE_FUNCTION:
          let name = second.map { String(cString: $0).lowercased() }
          return name == "load_extension" ? SQLITE_DENY : SQLITE_OK
        case SQLITE_PRAGMA:
          let name = first.map { String(cString: $0).lowercased() }
          return name == "query_only" || name == "data_version" ? SQLITE_OK : SQLITE_DENY
        case SQLITE_INSERT, SQLITE_DELETE, SQLITE_UPDATE, SQLITE_CREATE_VTABLE, SQLITE_DROP_VTABLE,
          SQLITE_CREATE_TEMP_TABLE, SQLITE_DROP_TEMP_TABLE:
          return isTemporary || isSchema ? SQLITE_OK : SQLITE_DENY
        default: return SQLITE_DENY
        }
      }, nil)
  }

  /// Runs a statement that writes into the temporary schema, even where the index is only read.
  private func executeWriting(_ sql: String) throws(StoreError) {
    let pragma = try prepare("PRAGMA query_only")
    let isReading = try pragma.step() && pragma.integer(0) != 0
    pragma.reset()
    guard isReading else { return try execute(sql) }
    try execute("PRAGMA query_only = 0")
    defer { try? execute("PRAGMA query_only = 1") }
    try execute(sql)
  }

  func error(_ sql: String) -> StoreError {
    let code = sqlite3_extended_errcode(handle)
    let isStopped = [SQLITE_INTERRUPT, SQLITE_BUSY].contains(code & 0xFF)
    return StoreError(
      code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql,
      stop: isStopped ? monitor.stop : nil)
  }
}
