import AssayModel
import Glibc

/// The rows of a result, kept to be shown again.
///
/// They are kept as bytes: in memory at first, past ``memoryLimit`` in a file without a name in
/// `$TMPDIR` or `/tmp`, which is gone when the store is. A row is its length, then for each cell
/// its length and one more, 0 if it is missing, then its words; all lengths in groups of seven
/// bits, but the first, which takes four bytes.
final class RowStore {
  private(set) var columns: [Column] = []
  private(set) var rowCount = 0
  /// What stands under the rows; `nil` until ``end(_:)``.
  private(set) var summary: ResultSummary?
  /// Why rows after the first ``rowCount`` are missing; `nil` if none are known to be.
  private(set) var cutReason: String?

  /// The bytes that are not in the file.
  fileprivate var tail: [UInt8] = []
  /// How many bytes are in the file.
  fileprivate private(set) var fileLength = 0
  fileprivate private(set) var descriptor: Int32 = -1
  private let memoryLimit: Int
  private let mayWriteFiles: Bool

  /// What is kept in memory before a file is begun, and the pieces in which that is written.
  private static let standardLimit = 8 << 20
  private static let pieceLimit = 1 << 20

  /// - Parameter mayWriteFiles: if not, the rows that fit in memory are kept.
  init(memoryLimit: Int = RowStore.standardLimit, mayWriteFiles: Bool = true) {
    (self.memoryLimit, self.mayWriteFiles) = (memoryLimit, mayWriteFiles)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// How many bytes the rows take.
  var byteCount: Int { fileLength + tail.count }

  /// How many of them are in memory.
  var memoryByteCount: Int { tail.count }

  func begin(_ columns: [Column]) { self.columns = columns }

  func end(_ summary: ResultSummary) { self.summary = summary }

  /// Says that there are rows after these, and why they are not here.
  func cut(_ reason: String) { if summary == nil { cutReason = cutReason ?? reason } }

  /// Keeps a row, unless one before could not be kept.
  func append(_ row: borrowing RowBuffer) {
    guard cutReason == nil else { return }
    let start = tail.count
    tail.append(contentsOf: [0, 0, 0, 0])
    var first = 0
    for cell in 0..<row.count {
      let end = row.range(of: cell).upperBound
      tail.appendLength(row.isMissing(cell) ? 0 : end - first + 1)
      first = end
    }
    tail.append(contentsOf: row.bytes)
    let length = tail.count - start - 4
    for byte in 0..<4 { tail[start + byte] = UInt8(truncatingIfNeeded: length >> (8 * byte)) }
    rowCount += 1
    if tail.count >= (descriptor < 0 ? memoryLimit : Self.pieceLimit) { spill() }
  }

  /// Moves what is in memory to the file.
  private func spill() {
    guard mayWriteFiles else { return cut("safe mode writes no files") }
    if descriptor < 0 { descriptor = Self.namelessFile() }
    var done = 0
    while descriptor >= 0, done < tail.count {
      let count = tail.withUnsafeBytes { bytes in
        pwrite(
          descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done,
          off_t(fileLength + done))
      }
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        break
      }
    }
    guard done == tail.count else {
      // What is in memory stays there: nothing that was kept is lost.
      return cut("no room for a copy: \(String(cString: strerror(errno)))")
    }
    fileLength += done
    tail.removeAll(keepingCapacity: done <= 2 * Self.pieceLimit)
  }

  private static func namelessFile() -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var name = ((folder.isEmpty ? "/tmp" : folder) + "/assay-rows-XXXXXX").utf8CString.map { $0 }
    let file = mkstemp(&name)
    guard file >= 0 else { return -1 }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }
}

/// A way through the rows of a store, which may grow meanwhile.
struct RowStoreReader {
  private let store: RowStore
  private var position: Int
  /// A part of the file, and where it begins there.
  private var window: [UInt8] = []
  private var windowStart = 0

  private static let windowSize = 1 << 18

  /// Begins with the first row, or with the next one that is kept.
  init(_ store: RowStore, atEnd: Bool = false) {
    self.store = store
    position = atEnd ? store.byteCount : 0
  }

  /// Reads the next row into `row`; `false` when there is none.
  mutating func next(into row: inout RowBuffer) -> Bool {
    if position >= store.fileLength {
      let start = position - store.fileLength
      guard start < store.tail.count else { return false }
      let length = store.tail.withUnsafeBufferPointer {
        Self.decode($0, from: start, cells: store.columns.count, into: &row)
      }
      position += length
      return true
    }
    guard load(4) else { return false }
    let length = window.withUnsafeBufferPointer { Self.length(in: $0, at: position - windowStart) }
    guard load(4 + length) else { return false }
    position += window.withUnsafeBufferPointer {
      Self.decode($0, from: position - windowStart, cells: store.columns.count, into: &row)
    }
    return true
  }

  /// Sees to it that the next `count` bytes of the file are in the window.
  private mutating func load(_ count: Int) -> Bool {
    if position >= windowStart, position + count <= windowStart + window.count { return true }
    let size = min(max(count, Self.windowSize), store.fileLength - position)
    guard size >= count else { return false }
    let (file, place) = (store.descriptor, position)
    window = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let read = pread(
          file, buffer.baseAddress.map { $0 + filled }, size - filled, off_t(place + filled))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { break }
        filled += read
      }
    }
    windowStart = position
    return window.count >= count
  }

  private static func length(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// Makes the row at `start`, and says how many bytes it takes.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, cells: Int, into row: inout RowBuffer
  ) -> Int {
    let length = Self.length(in: bytes, at: start)
    row.removeAll()
    var place = start + 4
    var words = place
    for _ in 0..<cells { _ = bytes.readLength(at: &words) }
    for _ in 0..<cells {
      let size = bytes.readLength(at: &place)
      if size == 0 {
        row.appendMissing()
      } else {
        row.append(UnsafeBufferPointer(rebasing: bytes[words..<(words + size - 1)]))
        words += size - 1
      }
    }
    return length + 4
  }
}

extension [UInt8] {
  /// Appends a length in groups of seven bits, the lowest first; the last one has no high bit.
  fileprivate mutating func appendLength(_ length: Int) {
    var rest = UInt(length)
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The length at `place`, which then is behind it.
  fileprivate func readLength(at place: inout Int) -> Int {
    var (length, shift) = (0, 0)
    while true {
      let byte = self[place]
      place += 1
      length |= Int(byte & 0x7F) << shift
      guard byte & 0x80 != 0 else { return length }
      shift += 7
    }
  }
}
