@preconcurrency import Glibc

/// A pager that runs: text goes in, the terminal is its own until it ends.
///
/// It stays in the process group of the shell, so that the terminal is both's. While it runs
/// Ctrl-C is for it alone. Writing never blocks: what it does not take yet is held back.
final class Pager {
  /// What it has not taken yet.
  private var pending: [UInt8] = []
  /// All that it was given, as long as it may not have read any of it; `nil` afterwards.
  private var given: [UInt8]? = []
  private var writeEnd: Int32
  private let process: pid_t
  private var terminal = termios()
  private let hasTerminal: Bool
  /// Whether it has closed its end: what else there is to show it does not want.
  private(set) var isLeft = false
  /// How it ended, as `waitpid` says.
  private var status: Int32?

  /// What a pipe holds without a reader, with room to spare.
  private static let unreadLimit = 1 << 17

  /// Starts the program, or gives `nil` if the system does not let it.
  init?(_ program: PagerProgram) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    hasTerminal = tcgetattr(STDIN_FILENO, &terminal) == 0
    // Before the start: a pager that ends at once has to be noticed.
    TerminalSignals.lendInterrupt()
    let process = Self.start(program, reading: ends[0])
    close(ends[0])
    (writeEnd, self.process) = (ends[1], process ?? 0)
    guard process != nil else {
      close(ends[1])
      TerminalSignals.takeInterruptBack()
      return nil
    }
    _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK)
  }

  /// Whether it has not taken all that it was given.
  var isBusy: Bool { !pending.isEmpty }

  /// Gives it text, which goes out as far as it reads.
  func write(_ text: [UInt8]) {
    guard !isLeft else { return }
    pending += text
    given?.append(contentsOf: text)
    pump()
  }

  /// Writes as much as it takes now.
  func pump() {
    var done = 0
    while done < pending.count, !isLeft {
      let count = pending.withUnsafeBytes { bytes in
        Glibc.write(writeEnd, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno == EAGAIN {
        break
      } else if errno != EINTR {
        isLeft = true
      }
    }
    pending.removeFirst(isLeft ? pending.count : done)
    if let bytes = given, bytes.count - pending.count > Self.unreadLimit { given = nil }
  }

  /// Waits until it reads on or is left.
  func wait() {
    var wish = pollfd(fd: writeEnd, events: Int16(POLLOUT), revents: 0)
    _ = poll(&wish, 1, -1)
    pump()
  }

  /// Waits for its end and puts the terminal in order.
  ///
  /// - Returns: what it was given, if it never ran; `nil` if it did.
  func finish() -> [UInt8]? {
    while isBusy { wait() }
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
    reap()
    TerminalSignals.takeInterruptBack()
    if hasTerminal { tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal) }
    return hasNotRun ? given : nil
  }

  /// Whether it has ended without having run; waits for the end if that is near.
  var hasNotRun: Bool {
    guard isLeft || writeEnd < 0, given != nil else { return false }
    reap()
    // What the shell says of a command that it cannot find or start.
    return status == 126 << 8 || status == 127 << 8
  }

  private func reap() {
    guard status == nil else { return }
    var found: Int32 = 0
    while true {
      let ended = waitpid(process, &found, 0)
      if ended == process { break }
      if ended < 0, errno != EINTR { break }
    }
    status = found
  }

  private static func start(_ program: PagerProgram, reading end: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO)
    // It must not inherit that the shell ignores SIGPIPE.
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    // Without a trap of its own the shell in between would end at Ctrl-C before the pager does.
    let script = """
      trap : INT
      LESS=${LESS-\(PagerProgram.lessOptions)} LV=${LV--c}
      export LESS LV
      \(program.command)
      """
    let arguments: [String] = ["/bin/sh", "-c", script]
    let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ)
    return error == 0 ? process : nil
  }
}
