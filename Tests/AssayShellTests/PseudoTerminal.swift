import Glibc

/// A program on a terminal of its own: keys in, screen out.
///
/// Made with `openpty` and `posix_spawn`; a process with threads must not fork. Before a control
/// key, wait for the prompt and not only for the output before it: Ctrl-C makes the kernel throw
/// away what is still on its way.
final class PseudoTerminal {
  /// What went wrong, with what was on the screen.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// How a program ended.
  enum Ending: Hashable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// All that the program wrote, escape sequences included.
  private(set) var output: [UInt8] = []
  let process: pid_t
  private let terminal: Int32
  /// The end of what ``expect(_:timeout:)`` found last.
  private var seen = 0
  private var ending: Ending?

  /// Starts `arguments`, the first being the path of the program, with just this environment.
  init(
    _ arguments: [String], environment: [String: String] = [:], rows: UInt16 = 24,
    columns: UInt16 = 80
  ) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 128)
    var programSide: Int32 = -1
    var ourSide: Int32 = -1
    guard openpty(&ourSide, &programSide, &name, nil, &size) == 0 else {
      throw Failure(description: "openpty: \(String(cString: strerror(errno)))")
    }
    // Another test's program must not hold this terminal open.
    _ = fcntl(ourSide, F_SETFD, FD_CLOEXEC)
    _ = fcntl(programSide, F_SETFD, FD_CLOEXEC)
    defer { Glibc.close(programSide) }
    do {
      process = try Self.start(arguments, environment: environment, terminal: name)
    } catch {
      Glibc.close(ourSide)
      throw error
    }
    terminal = ourSide
  }

  deinit {
    close()
    if ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  // MARK: Keys

  /// Types `text`.
  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Types Ctrl and a letter.
  func sendControl(_ letter: Character) {
    guard let code = letter.asciiValue else { return }
    send(String(Character(Unicode.Scalar(code & 0x1F))))
  }

  /// Pastes `text` as a terminal does for a program that asked to be told.
  func paste(_ text: String) { send("\u{1B}[200~\(text)\u{1B}[201~") }

  /// Gives the terminal another size.
  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// Takes the terminal away, as a closed window does.
  func hangUp() { close() }

  private var isOpen = true

  private func close() {
    if isOpen { Glibc.close(terminal) }
    isOpen = false
  }

  // MARK: Screen

  /// All that was written, without escape sequences and returns.
  var screenText: String { Self.text(of: output[...]) }

  /// What was written after the last ``expect(_:timeout:)``, likewise.
  var unseenText: String { Self.text(of: output[seen...]) }

  /// Waits until `text` is written after what was expected before, and gives what came before it.
  ///
  /// Both without escape sequences.
  @discardableResult
  func expect(_ text: String, timeout seconds: Double = 5) throws -> String {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      if let before = take(text) { return before }
      let left = deadline - .now
      guard left > .zero else { throw failure("no \(text.debugDescription) in \(seconds) s") }
      guard receive(milliseconds: 20) else { throw failure("ended, no \(text.debugDescription)") }
    }
  }

  /// Reads until the program has been quiet for `milliseconds`.
  func settle(milliseconds: Int32 = 100) {
    var count = -1
    while count != output.count {
      count = output.count
      guard receive(milliseconds: milliseconds) else { return }
    }
  }

  /// Waits for the end of the program.
  func waitForExit(timeout seconds: Double = 5) throws -> Ending {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      if let ending { return ending }
      if isOpen { _ = receive(milliseconds: 10) } else { usleep(10_000) }
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        if isOpen { settle(milliseconds: 10) }
        let signal = status & 0x7F
        ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
      } else if ContinuousClock.now > deadline {
        throw failure("no end in \(seconds) s")
      }
    }
  }

  private func failure(_ what: String) -> Failure {
    Failure(description: "\(what); unseen: \(unseenText.debugDescription)")
  }

  /// Finds `text` in what is unseen, and counts it and all before it as seen.
  private func take(_ text: String) -> String? {
    let sought = Array(text.utf8)
    // The offset in `output` of each byte that is text.
    let offsets = Self.textOffsets(of: output[seen...])
    let bytes = offsets.map { output[$0] }
    guard let range = bytes.firstRange(of: sought) else { return nil }
    if let last = offsets[range].last { seen = last + 1 }
    return String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
  }

  /// Reads what has come; `false` when the program has let go of the terminal.
  private func receive(milliseconds: Int32) -> Bool {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return true }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(terminal, &piece, piece.count)
    if count > 0 { output += piece[..<count] }
    return count > 0
  }

  private static func text(of bytes: ArraySlice<UInt8>) -> String {
    String(decoding: textOffsets(of: bytes).map { bytes[$0] }, as: UTF8.self)
  }

  /// Where the bytes are that neither belong to an escape sequence nor are a return or a bell.
  private static func textOffsets(of bytes: ArraySlice<UInt8>) -> [Int] {
    var offsets: [Int] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x1B:
        index += 1
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "[") {
          index += 1
          while index < bytes.endIndex, bytes[index] < 0x40 { index += 1 }
        }
      case 0x0D, 0x07: break
      default: offsets.append(index)
      }
      index += 1
    }
    return offsets
  }

  // MARK: Start

  private static func start(
    _ arguments: [String], environment: [String: String], terminal: [CChar]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that the leader of a new session opens by name becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, hidden without _GNU_SOURCE
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    let argv = arguments.map { strdup($0) } + [nil]
    let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0)=\($1)") } + [nil]
    defer { (argv + variables).forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, arguments[0], &actions, &attributes, argv, variables)
    guard error == 0 else {
      throw Failure(description: "\(arguments[0]): \(String(cString: strerror(error)))")
    }
    return process
  }
}
