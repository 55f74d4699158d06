import AssayModel
import AssayRender

/// Keeps what a script writes to standard output, and shows it if that is wanted.
package final class KeptOutput: OutputReader {
  /// All that was written.
  package private(set) var bytes: [UInt8] = []
  /// Where it is shown as well; `nil` when it is not, or nobody reads on.
  private var shown: Output?

  package init(shows: Bool) { shown = shows ? Output(descriptor: 1) : nil }

  package func take(_ bytes: [UInt8]) throws(OutputFailure) {
    self.bytes += bytes
    guard let shown else { return }
    do throws(OutputFailure) {
      try shown.write(bytes[...])
      try shown.flush()
    } catch {
      // A reader that has gone away, like `head`, ends the showing and not the script.
      guard case .closed = error else { throw error }
      self.shown = nil
    }
  }
}
