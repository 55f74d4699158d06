import AssayModel
import CSQLite
import Glibc

extension Connection {
  /// How many steps of SQLite's machine go by between two looks at the monitor.
  private static let stepsBetweenLooks: Int32 = 1000
  /// How long to wait for another shell that writes, in pieces of a hundredth of a second.
  private static let mostWaits: Int32 = 6000

  /// Lets a monitor stop whatever runs on this connection, and the waiting for another shell too.
  ///
  /// The connection keeps the monitor.
  func look(at monitor: WorkMonitor) {
    let context = Unmanaged.passUnretained(monitor).toOpaque()
    sqlite3_progress_handler(
      handle, Self.stepsBetweenLooks, { Connection.isStopped($0) ? 1 : 0 }, context)
    sqlite3_busy_handler(
      handle,
      { context, waits in
        guard waits < Connection.mostWaits, !Connection.isStopped(context) else { return 0 }
        usleep(10_000)
        return 1
      }, context)
  }

  private static func isStopped(_ context: UnsafeMutableRawPointer?) -> Bool {
    guard let context else { return false }
    return Unmanaged<WorkMonitor>.fromOpaque(context).takeUnretainedValue().stop != nil
  }
}
