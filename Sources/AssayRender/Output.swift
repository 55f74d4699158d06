import AssayModel
import Glibc

/// Takes the bytes of an ``Output`` piece by piece, in place of a file.
package protocol OutputReader: AnyObject {
  /// Takes the next piece; it is not kept for another time.
  func take(_ bytes: [UInt8]) throws(OutputFailure)
}

/// Bytes on their way to a file descriptor or a reader, or collected in memory.
///
/// Written in pieces of 64 KiB; what is left goes out with ``flush()``, and only with it. The
/// program has to ignore SIGPIPE for a reader that goes away to be told as ``OutputFailure/closed``.
package final class Output {
  /// What has not been written yet; renderers append to it and then call ``flushIfFull()``.
  var buffer: [UInt8] = []
  /// Called before something is written, not where it is only collected.
  package var beforeWriting: (() -> Void)?
  private let descriptor: Int32?
  private let path: String
  private let reader: (any OutputReader)?

  private static let limit = 1 << 16

  /// Collects in ``bytes``.
  package init() {
    descriptor = nil
    path = ""
    reader = nil
  }

  /// Hands the pieces to `reader`.
  package init(to reader: any OutputReader) {
    descriptor = nil
    path = ""
    self.reader = reader
    buffer.reserveCapacity(Self.limit + Self.limit / 4)
  }

  /// Writes to `descriptor`, which stays open. `path` is its name in a failure.
  package init(descriptor: Int32, path: String = "standard output") {
    self.descriptor = descriptor
    self.path = path
    reader = nil
    buffer.reserveCapacity(Self.limit + Self.limit / 4)
  }

  /// What was collected, or has not been flushed yet.
  package var bytes: [UInt8] { buffer }

  /// Hands over what was collected and begins anew.
  package func takeBytes() -> [UInt8] {
    defer { buffer.removeAll(keepingCapacity: true) }
    return buffer
  }

  /// Appends the text.
  package func write(_ text: StaticString) throws(OutputFailure) {
    buffer.append(contentsOf: UnsafeBufferPointer(text))
    try flushIfFull()
  }

  /// Appends the text.
  package func write(_ text: String) throws(OutputFailure) {
    buffer.append(contentsOf: text.utf8)
    try flushIfFull()
  }

  /// Appends the bytes.
  package func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputFailure) {
    buffer.append(contentsOf: bytes)
    try flushIfFull()
  }

  /// Appends the bytes.
  package func write(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
    buffer.append(contentsOf: bytes)
    try flushIfFull()
  }

  /// Writes what has been held back. After a failure that is lost, and nothing is written twice.
  package func flush() throws(OutputFailure) {
    guard descriptor != nil || reader != nil else { return }
    if !buffer.isEmpty { beforeWriting?() }
    defer { buffer.removeAll(keepingCapacity: true) }
    if let reader, !buffer.isEmpty { try reader.take(buffer) }
    guard let descriptor else { return }
    var done = 0
    while done < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if written >= 0 {
        done += written
      } else {
        try recover(from: errno, of: descriptor)
      }
    }
  }

  /// Writes if a piece is complete.
  @inline(__always)
  func flushIfFull() throws(OutputFailure) {
    if buffer.count >= Self.limit, descriptor != nil || reader != nil { try flush() }
  }

  /// Returns when it is worth trying again.
  private func recover(from code: Int32, of descriptor: Int32) throws(OutputFailure) {
    switch code {
    case EINTR: return
    case EAGAIN:
      var wish = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&wish, 1, -1)
    case EPIPE: throw .closed
    default: throw .unwritable(path: path, reason: String(cString: strerror(code)))
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The UTF-8 of `text`.
  fileprivate init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
