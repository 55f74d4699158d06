/// Why work ended before it was done; what long work throws once its ``WorkMonitor`` says so.
@usableFromInline
package enum Cancelled: Error, Hashable, Sendable {
  /// Ctrl-C.
  case interrupted
  /// The statement took longer than so many seconds; see ``Limits/seconds``.
  case overTime(seconds: Double)
  /// The program holds more memory than so many MiB; see ``Limits/mebibytes``.
  case overMemory(mebibytes: Int)
}
