import CSQLite

/// The connection that a signal may have to stop.
package enum ActiveConnection {
  /// Written between statements, read by the handler of SIGINT.
  nonisolated(unsafe) private static var handle: OpaquePointer?

  /// Makes a connection the one to stop, or none.
  package static func set(_ connection: Connection?) { handle = connection?.handle }

  /// Stops the statement that runs now, if one does.
  package static func interrupt() {
    if let handle { sqlite3_interrupt(handle) }
  }
}
