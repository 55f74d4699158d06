import AssayEngine
import AssayText
@preconcurrency import Glibc

/// `assay run` in a process of its own, with what it says to standard error kept.
final class ChildRun {
  private let process: pid_t
  /// What it says to standard error.
  private let errors: String
  private var code: Int32?

  /// Surroundings that differ from any that a user has.
  static let elsewhere: [String: String] = [
    "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Apia", "COLUMNS": "40",
    "TERM": "dumb",
  ]

  /// Starts this program.
  ///
  /// - Parameters:
  ///   - folder: the working folder; as it is otherwise.
  ///   - variables: what takes the place of variables of the environment.
  ///   - errors: a file for what it says to standard error.
  /// - Throws: `unreadableFile` where it cannot be started.
  init(
    _ arguments: [String], in folder: String?, variables: [String: String], errors: String
  ) throws(Diagnostic) {
    self.errors = errors
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words = (["assay"] + arguments).map { strdup($0) } + [nil]
    let pairs = Self.environment(with: variables).map { strdup($0) } + [nil]
    defer { (words + pairs).forEach { free($0) } }
    // What changes the folder of a process to be is hidden from Swift; here it changes for a while.
    let here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if let folder { _ = chdir(folder) }
    var process: pid_t = 0
    let error = posix_spawn(&process, "/proc/self/exe", &actions, &attributes, words, pairs)
    if here >= 0 {
      _ = fchdir(here)
      close(here)
    }
    self.process = process
    guard error == 0 else {
      code = 127
      throw Diagnostic(
        .unreadableFile, at: nil,
        "the program cannot start itself: \(String(cString: strerror(error)))")
    }
  }

  deinit {
    guard code == nil else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// Waits for the end; gives the exit code, or 128 and the number of the signal that ended it.
  ///
  /// Ctrl-C is handed on.
  func finish() -> Int32 {
    if let code { return code }
    var status: Int32 = 0
    var isTold = false
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { status = 127 << 8; break }
      if InterruptFlag.isRaised, !isTold {
        kill(process, SIGINT)
        isTold = true
      }
      usleep(500)
    }
    let signal = status & 0x7F
    let code = signal == 0 ? status >> 8 & 0xFF : 128 + signal
    self.code = code
    return code
  }

  /// What it said to standard error.
  var said: String {
    guard let bytes = try? KeptFile.bytes(of: errors) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The variables of this process with others in place of some, `NAME=VALUE`; variables of the
  /// locale that are not given go.
  private static func environment(with variables: [String: String]) -> [String] {
    var pairs: [String] = []
    var next = environ
    while let entry = next.pointee {
      let pair = String(cString: entry)
      next += 1
      let name = String(pair.prefix { $0 != "=" })
      let isLocale = !variables.isEmpty && (name.hasPrefix("LC_") || name == "LANGUAGE")
      if variables[name] == nil, !isLocale { pairs.append(pair) }
    }
    return pairs + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}
