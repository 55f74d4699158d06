import CSQLite

/// The connection that a signal may have to stop.
///
/// That a statement looks at its ``WorkMonitor`` from time to time would suffice; this stops it at
/// once.
package enum ActiveConnection {
  /// Written between statements, read by the handler of SIGINT.
  nonisolated(unsafe) private static var handle: OpaquePointer?

  /// Makes a connection the one to stop.
  package static func set(_ connection: Connection) { handle = connection.handle }

  /// Stops the statement that runs now.
  package static func interrupt() {
    if let handle { sqlite3_interrupt(handle) }
  }

  /// Takes note that a connection is about to be closed.
  static func leave(_ closing: OpaquePointer) {
    if handle == closing { handle = nil }
  }
}
