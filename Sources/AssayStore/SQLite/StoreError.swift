import CSQLite

/// What SQLite said when something failed; the statement without its values.
package struct StoreError: Error, Hashable, Sendable {
  package let code: Int32
  package let message: String
  package let sql: String

  package init(code: Int32, message: String, sql: String = "") {
    (self.code, self.message, self.sql) = (code, message, sql)
  }

  /// Whether the work was stopped by ``Connection/interrupt()``.
  package var isInterrupt: Bool { code & 0xFF == SQLITE_INTERRUPT }
  /// Whether the file is no database, or a damaged one.
  package var isDamage: Bool { [SQLITE_NOTADB, SQLITE_CORRUPT].contains(code & 0xFF) }
  /// Whether the disk or the memory for the database is full.
  package var isFull: Bool { code & 0xFF == SQLITE_FULL }
}
