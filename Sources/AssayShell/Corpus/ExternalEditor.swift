import AssayText
@preconcurrency import Glibc

/// The program that people edit text with: `$VISUAL`, else `$EDITOR`, else `vi`.
enum ExternalEditor {
  /// Opens a file at a line and waits until the program has ended.
  ///
  /// - Throws: `unreadableFile` when there is no such program or it fails.
  static func open(_ path: String, line: Int? = nil) throws(Diagnostic) {
    let command = variable("VISUAL") ?? variable("EDITOR") ?? "vi"
    let arguments = Self.arguments(for: command, path, line)
    // The variable may hold options, so a shell splits it; the path is an argument of its own.
    let words = ["/bin/sh", "-c", "exec \(command) \"$@\"", "sh"] + arguments
    let argv = words.map { strdup($0) } + [nil]
    defer { argv.forEach { free($0) } }
    var process: pid_t = 0
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    guard posix_spawn(&process, "/bin/sh", nil, &attributes, argv, environ) == 0 else {
      throw failed(command, String(cString: strerror(errno)))
    }
    var status: Int32 = 0
    // Ctrl-Z stops the editor and the shell together, as they are in one group.
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return } }
    // What was pressed in the editor was for the editor.
    _ = InterruptFlag.take()
    let code = status >> 8 & 0xFF
    guard code != 126, code != 127 else { throw failed(command, "no such program") }
    guard status == 0 else {
      let signal = status & 0x7F
      throw failed(command, signal > 0 ? "signal \(signal) ended it" : "it ended with \(code)")
    }
  }

  /// How the common editors take a line.
  static func arguments(for command: String, _ path: String, _ line: Int?) -> [String] {
    guard let line else { return [path] }
    let program = command.split(separator: " ").first?.split(separator: "/").last.map(String.init)
    switch program {
    case "code", "codium", "code-insiders", "cursor": return ["--goto", "\(path):\(line)"]
    case "subl", "hx", "helix", "zed": return ["\(path):\(line)"]
    default: return ["+\(line)", path]
    }
  }

  /// Lets somebody change a text in a file of its own.
  ///
  /// - Returns: the bytes that were saved, without the white space at their end.
  static func edited(_ text: String, name: String) throws(Diagnostic) -> [UInt8] {
    let folder = variable("TMPDIR") ?? "/tmp"
    var pattern = Array("\(folder)/assay-\(name)-XXXXXX.assay".utf8CString)
    let file = mkstemps(&pattern, 6)
    guard file >= 0 else {
      throw Diagnostic(
        .unwritableFile, at: nil,
        "cannot write into `\(folder)`: \(String(cString: strerror(errno)))")
    }
    let path = String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    let bytes = Array(text.utf8)
    let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    guard count == bytes.count else {
      throw Diagnostic(.unwritableFile, at: nil, "cannot write `\(path)`")
    }
    try open(path)
    var saved = try contents(of: path)
    while let last = saved.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { saved.removeLast() }
    return saved
  }

  private static func contents(of path: String) throws(Diagnostic) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw Diagnostic(.unreadableFile, at: nil, "the edited text is gone")
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &piece, piece.count)
      if count > 0 {
        bytes += piece[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value[0] != 0 else { return nil }
    return String(cString: value)
  }

  private static func failed(_ command: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .unreadableFile, at: nil, "the editor `\(command)` failed: \(reason)",
      hint: "`$VISUAL` or `$EDITOR` name another")
  }
}
