import AssayText
import Glibc

/// A file that is written piece by piece and is there whole or not at all, or standard output.
package final class StreamedFile {
  private let path: String
  private let shown: String
  /// Where the bytes wait; `nil` for standard output.
  private let temporary: String?
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  /// Whether the reader of standard output has gone away, as `head` does when it has enough.
  private var isClosed = false

  /// - Throws: `unwritableFile` with the system's reason.
  package init(path: String, shown: String) throws(Diagnostic) {
    (self.path, self.shown) = (path, shown)
    let temporary = path + ".new-\(getpid())"
    self.temporary = temporary
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.unwritable(shown) }
  }

  /// Standard output.
  package init() {
    (path, shown, temporary, descriptor) = ("", "standard output", nil, 1)
  }

  deinit {
    guard let temporary else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Adds bytes, which `body` appends.
  package func write(_ body: (inout [UInt8]) -> Void) throws(Diagnostic) {
    body(&waiting)
    if waiting.count >= 1 << 16 { try flush() }
  }

  /// Puts the file into its place.
  package func commit() throws(Diagnostic) {
    try flush()
    guard let temporary else { return }
    guard fsync(descriptor) == 0 || errno == EINVAL, rename(temporary, path) == 0 else {
      throw Self.unwritable(shown)
    }
  }

  private func flush() throws(Diagnostic) {
    var start = 0
    while start < waiting.count, !isClosed {
      let count = waiting.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, waiting.count - start)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE, temporary == nil {
        isClosed = true
        break
      }
      guard count > 0 else { throw Self.unwritable(shown) }
      start += count
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private static func unwritable(_ shown: String) -> Diagnostic {
    Diagnostic(
      .unwritableFile, at: nil, "cannot write `\(shown)`: \(String(cString: strerror(errno)))")
  }
}
