import Glibc

/// Whether Ctrl-C was pressed and nobody has acted on it yet; one for the whole process.
///
/// While a query runs, Ctrl-C only raises the flag and calls the hook. While a line is read, the
/// editor takes it.
package enum InterruptFlag {
  nonisolated(unsafe) private static var raised: sig_atomic_t = 0

  /// Called at each Ctrl-C, from inside of the signal handler.
  ///
  /// It may do only what a signal handler may: no allocation, no lock. `sqlite3_interrupt` may be
  /// called.
  nonisolated(unsafe) package static var onInterrupt: (@convention(c) () -> Void)?

  /// Whether the flag is up; it stays so.
  package static var isRaised: Bool { raised != 0 }

  /// Lowers the flag and says whether it was up.
  package static func take() -> Bool {
    guard raised != 0 else { return false }
    raised = 0
    return true
  }

  /// Raises the flag and calls the hook, as Ctrl-C does.
  package static func raise() {
    raised = 1
    onInterrupt?()
  }

  /// Lets Ctrl-C raise the flag instead of ending the process.
  ///
  /// A ``LineEditor`` does this itself; a run without one has to ask for it.
  package static func install() {
    // A first use from here, so that nothing is left to be set up in the handler.
    raised = 0
    TerminalSignals.install()
  }
}
