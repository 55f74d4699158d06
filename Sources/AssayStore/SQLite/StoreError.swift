import AssayModel
import CSQLite

/// What SQLite said when something failed; the statement without its values.
package struct StoreError: Error, Hashable, Sendable {
  package let code: Int32
  package let message: String
  package let sql: String
  /// What stopped the work, if that is what happened.
  package let stop: Cancelled?

  package init(code: Int32, message: String, sql: String = "", stop: Cancelled? = nil) {
    (self.code, self.message, self.sql, self.stop) = (code, message, sql, stop)
  }

  /// Whether the work was stopped by Ctrl-C or a limit.
  package var isInterrupt: Bool { code & 0xFF == SQLITE_INTERRUPT }
  /// Whether the file is no database, or a damaged one.
  package var isDamage: Bool { [SQLITE_NOTADB, SQLITE_CORRUPT].contains(code & 0xFF) }
  /// Whether the disk or the memory for the database is full.
  package var isFull: Bool { code & 0xFF == SQLITE_FULL }
}
