import CSQLite

/// The connection that a signal may have to stop.
package enum ActiveConnection {
  /// Written between statements, read by the handler of SIGINT.
  nonisolated(unsafe) private static var handle: OpaquePointer?

  /// Whether a stop was asked for since the last ``set(_:)``.
  nonisolated(unsafe) private static var isStopped: Int32 = 0

  /// How many steps of SQLite's machine go by between two looks at the flag.
  private static let stepsBetweenLooks: Int32 = 1000

  /// Makes a connection the one to stop.
  ///
  /// `sqlite3_interrupt` alone has no effect between two statements, so a flag is looked at, too.
  package static func set(_ connection: Connection) {
    isStopped = 0
    guard handle != connection.handle else { return }
    handle = connection.handle
    sqlite3_progress_handler(handle, stepsBetweenLooks, { _ in ActiveConnection.isStopped }, nil)
  }

  /// Stops the statement that runs now, or the one that is about to.
  package static func interrupt() {
    isStopped = 1
    if let handle { sqlite3_interrupt(handle) }
  }
}
