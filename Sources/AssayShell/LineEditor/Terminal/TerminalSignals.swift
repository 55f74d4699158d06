import Glibc

/// The signals that concern a terminal, turned into bytes of a pipe for `poll` to see.
///
/// A flag and `EINTR` would leave a gap between the look at the flag and the wait; a byte in a
/// pipe is still there.
enum TerminalSignals {
  /// The end of the pipe to wait at; -1 before ``install()``.
  nonisolated(unsafe) private(set) static var readEnd: Int32 = -1
  nonisolated(unsafe) private static var writeEnd: Int32 = -1
  nonisolated(unsafe) private static var hangup: sig_atomic_t = 0
  /// Whether another program has the terminal, so that Ctrl-C is for it alone.
  nonisolated(unsafe) private static var isLent: sig_atomic_t = 0

  /// How many seconds work has to end by itself when the process is asked to.
  private static let grace: UInt32 = 3

  /// Those that only the reading of a line has to know of. At other times Ctrl-Z just stops the
  /// process, and the size of the terminal is asked for when it is needed.
  private static let whileReading = [SIGWINCH, SIGCONT, SIGTSTP]

  /// Whether the terminal is gone or the process was asked to end. Nothing lowers it.
  static var isHangup: Bool { hangup != 0 }

  /// Takes over SIGINT, SIGHUP and SIGTERM, and ignores SIGPIPE; a second call does nothing.
  static func install() {
    guard readEnd < 0 else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
    handle(SIGINT) { signal in
      guard TerminalSignals.isLent == 0 else { return }
      InterruptFlag.raise()
      TerminalSignals.send(signal)
    }
    for signal in [SIGHUP, SIGTERM] {
      // A second one ends a process that doesn't come back from what it is doing.
      handle(signal, flags: Int32(bitPattern: SA_RESETHAND)) { signal in
        TerminalSignals.hangup = 1
        // What does not look at the flag ends, too.
        alarm(TerminalSignals.grace)
        InterruptFlag.raise()
        TerminalSignals.send(signal)
      }
    }
    Glibc.signal(SIGPIPE, SIG_IGN)
  }

  /// Leaves Ctrl-C to a program that is about to start, until that ends.
  static func lendInterrupt() {
    isLent = 1
    handle(SIGCHLD, flags: Int32(bitPattern: UInt32(SA_NOCLDSTOP))) { _ in
      TerminalSignals.isLent = 0
    }
  }

  /// Forgets about the program of ``lendInterrupt()``.
  static func takeInterruptBack() {
    Glibc.signal(SIGCHLD, SIG_DFL)
    isLent = 0
  }

  /// Takes over what concerns the reading of a line, and forgets what came before.
  static func beginReading() {
    while next() != nil {}
    for signal in whileReading { handle(signal) { TerminalSignals.send($0) } }
  }

  /// Gives the signals of ``beginReading()`` back.
  static func endReading() {
    for signal in whileReading { Glibc.signal(signal, SIG_DFL) }
  }

  /// The oldest signal that nobody has seen yet.
  static func next() -> Int32? {
    var signal: UInt8 = 0
    return read(readEnd, &signal, 1) == 1 ? Int32(signal) : nil
  }

  private static func send(_ signal: Int32) {
    let savedError = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(writeEnd, &byte, 1)
    errno = savedError
  }

  /// Restarts what was interrupted: half-done output must not be lost to a signal, and `poll`
  /// comes back in any case.
  private static func handle(
    _ signal: Int32, flags: Int32 = 0, by handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_RESTART | flags
    sigaction(signal, &action, nil)
  }
}
