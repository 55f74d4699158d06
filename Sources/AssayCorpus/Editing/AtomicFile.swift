import AssayText
import Glibc

/// A file that is about to get other bytes: they are written beside it and then take its place in
/// one step, so that whoever reads it sees the old bytes or the new ones.
package struct AtomicFile {
  private let target: String
  /// What messages call the file.
  private let shown: String
  /// Where the new bytes wait; `nil` when the file is to go away.
  private let temporary: String?
  private let isForced: Bool

  /// Writes `bytes` beside the file at `path`, or notes that it is to go away.
  ///
  /// Only one program at a time may do this to a file: the name of the waiting bytes is always the
  /// same, so that what a killed program left is written over.
  ///
  /// - Parameter isForced: whether the bytes have to outlast a power cut.
  /// - Throws: `unwritableFile`; nothing is left behind.
  package init(
    _ bytes: [UInt8]?, at path: String, shown: String, isForced: Bool = true
  ) throws(Diagnostic) {
    (self.shown, self.isForced) = (shown, isForced)
    target = Self.resolved(path)
    guard let bytes else {
      temporary = nil
      guard access(target, W_OK) == 0 else { throw Self.unwritable(shown) }
      return
    }
    var status = stat()
    let isThere = stat(target, &status) == 0
    guard !isThere || access(target, W_OK) == 0 else { throw Self.unwritable(shown) }
    let temporary = Self.waitingPlace(of: target)
    self.temporary = temporary
    unlink(temporary)
    let mode: mode_t = isThere ? 0o600 : 0o666
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Self.unwritable(shown) }
    let isWritten =
      Self.write(bytes, to: descriptor) && (!isThere || Self.hand(descriptor, the: status))
      && (!isForced || fsync(descriptor) == 0)
    let reason = errno
    close(descriptor)
    guard isWritten else {
      unlink(temporary)
      errno = reason
      throw Self.unwritable(shown)
    }
  }

  /// Puts the new bytes in the place of the old ones.
  ///
  /// - Throws: `unwritableFile`; the file is then as it was.
  package func commit() throws(Diagnostic) {
    let isDone = temporary.map { rename($0, target) == 0 } ?? (unlink(target) == 0)
    guard isDone else { throw Self.unwritable(shown) }
    if isForced { Self.syncFolder(of: target) }
  }

  /// Takes away what waits.
  package func discard() {
    if let temporary { unlink(temporary) }
  }

  /// Takes away what a killed program may have left beside a file.
  package static func removeLeftover(of path: String) {
    unlink(waitingPlace(of: resolved(path)))
  }

  /// A name that no pattern of `use` fits, as they do not match a dot at the beginning.
  private static func waitingPlace(of path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return path[..<slash] + "." + path[slash...] + ".assay-new"
  }

  /// The file that a symbolic link leads to, so that the link stays one.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Gives a file the owner, where that is allowed, and the mode of another.
  private static func hand(_ descriptor: Int32, the status: stat) -> Bool {
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    return fchmod(descriptor, status.st_mode & 0o7777) == 0
  }

  /// Writes all of the bytes; `false` when there is no room for them, with the reason in `errno`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// Makes a rename last through a power cut.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func unwritable(_ path: String) -> Diagnostic {
    Diagnostic(
      .unwritableFile, at: nil, "cannot write `\(path)`: \(String(cString: strerror(errno)))",
      hint: "nothing was changed")
  }
}
