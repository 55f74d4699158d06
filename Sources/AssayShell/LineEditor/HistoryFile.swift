import Glibc

/// The statements entered so far, in memory and in a file that several shells write to at once.
///
/// One entry a line, `\n`, `\r` and `\\` standing for a line end, a return and a backslash. Each
/// entry is appended when it is made, in one write, so that nothing of another shell is lost.
package final class HistoryFile {
  /// The statements, the oldest first: at most ``limit`` of the file, and what was added since.
  package private(set) var entries: [String] = []
  /// Where the entries are kept; `nil` keeps them in memory only.
  package let path: String?
  /// How many entries are loaded.
  ///
  /// A file with more than twice as many lines is cut to these.
  package let limit: Int
  /// Why the file could not be read or written the last time, for people to read.
  package private(set) var problem: String?

  /// Loads the last `limit` entries of the file at `path`, which need not exist.
  package init(path: String?, limit: Int = 5_000) {
    self.path = path
    self.limit = limit
    load()
  }

  /// Keeps `statement`, and says whether it did.
  ///
  /// Not kept are one that is blank and one that begins with a space. One that was entered before
  /// moves to the end.
  @discardableResult
  package func append(_ statement: String) -> Bool {
    guard !statement.allSatisfy(\.isWhitespace), !statement.hasPrefix(" "),
      statement != entries.last
    else { return false }
    entries.removeAll { $0 == statement }
    entries.append(statement)
    write(Self.escaped(statement))
    return true
  }

  // MARK: Lines

  static func escaped(_ entry: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": line.append(contentsOf: "\\n".unicodeScalars)
      case "\r": line.append(contentsOf: "\\r".unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// The entry of a line, or `nil` if nothing that ``escaped(_:)`` makes looks like this.
  static func entry(of line: some Sequence<UInt8>) -> String? {
    guard let line = String(validating: Array(line), as: UTF8.self), !line.isEmpty,
      !line.unicodeScalars.contains("\0")
    else { return nil }
    var entry = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"):
        isEscaped = true
        continue
      case (false, _), (true, "\\"): entry.append(scalar)
      case (true, "n"): entry.append("\n")
      case (true, "r"): entry.append("\r")
      case (true, _): return nil
      }
      isEscaped = false
    }
    return isEscaped ? nil : String(entry)
  }

  // MARK: The file

  private func load() {
    guard let path else { return }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno != ENOENT { notice("read") }
      return
    }
    defer { close(file) }
    guard let bytes = contents(of: file) else { return notice("read") }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    entries = Array(Self.latest(of: lines.compactMap(Self.entry(of:))).suffix(limit))
    if lines.count > 2 * limit { shorten() }
  }

  /// Appends a line, at the beginning of a line even if another program left the last one open.
  private func write(_ line: String) {
    guard let path else { return }
    guard let file = openLocked(path) else { return notice("written") }
    defer { close(file) }
    let size = lseek(file, 0, SEEK_END)
    var last = UInt8(ascii: "\n")
    if size > 0 { _ = pread(file, &last, 1, size - 1) }
    let start = last == UInt8(ascii: "\n") ? "" : "\n"
    guard writeAll(Array((start + line + "\n").utf8), to: file) else { return notice("written") }
    problem = nil
  }

  /// Each of them once, where it stands last.
  private static func latest<Entry: Hashable>(of entries: [Entry]) -> [Entry] {
    var seen: Set<Entry> = []
    return entries.reversed().filter { seen.insert($0).inserted }.reversed()
  }

  /// Leaves the last ``limit`` lines in the file, each once.
  ///
  /// Reads it again under the lock: another shell may have appended, or done this, meanwhile.
  private func shorten() {
    guard let path = path.flatMap(Self.resolved), let file = openLocked(path) else { return }
    defer { close(file) }
    guard let bytes = contents(of: file) else { return notice("read") }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard lines.count > 2 * limit else { return }
    let kept = Self.latest(of: lines).suffix(limit).flatMap { $0 + [UInt8(ascii: "\n")] }
    var name = Array("\(path).XXXXXX".utf8CString)
    let temporary = mkstemp(&name)
    guard temporary >= 0 else { return notice("shortened") }
    defer { close(temporary) }
    if !writeAll(kept, to: temporary) || fsync(temporary) != 0 || rename(name, path) != 0 {
      notice("shortened")
      unlink(name)
    }
  }

  /// Opens the file for appending, only this process writing to it until it is closed.
  private func openLocked(_ path: String) -> Int32? {
    Self.makeFolders(of: path)
    while true {
      let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { return nil }
      // Where locks aren't to be had, a single write is still whole.
      while flock(file, LOCK_EX) != 0, errno == EINTR {}
      var opened = stat()
      var current = stat()
      guard fstat(file, &opened) == 0, stat(path, &current) == 0 else {
        close(file)
        return nil
      }
      // Another shell may have put a shortened file in its place while this one waited.
      if opened.st_ino == current.st_ino, opened.st_dev == current.st_dev { return file }
      close(file)
    }
  }

  private func contents(of file: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    lseek(file, 0, SEEK_SET)
    while true {
      let count = read(file, &piece, piece.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += piece[..<count] } else if errno != EINTR { return nil }
    }
  }

  private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }

  /// The file a symbolic link leads to, so that the link stays one.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func makeFolders(of path: String) {
    for end in path.indices where path[end] == "/" && end > path.startIndex {
      mkdir(String(path[..<end]), 0o700)
    }
  }

  private func notice(_ what: String) {
    problem = "the history can't be \(what): \(String(cString: strerror(errno)))"
  }
}
