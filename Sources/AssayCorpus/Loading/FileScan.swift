import AssayLanguage
import AssayModel
import AssayText

/// The items of one corpus file, some hundreds at a time.
struct FileScan {
  /// Some items of a file, in order.
  struct Batch: Sendable {
    let path: String
    let text: SourceText
    let items: [RecordParser.Item]
    /// Whether the file ends with these items.
    let isLast: Bool
    /// How many bytes of the file they take.
    let byteCount: Int
    /// What is wrong with the file; told with its last items.
    var faults: [Diagnostic] = []
    /// The stamp and the digest of the file; with its last items, unless it could not be read.
    var seal: Seal?
  }

  /// What tells whether a file has changed.
  struct Seal: Sendable {
    let stamp: String
    let digest: String
  }

  private static let batchSize = 500

  private let path: String
  private let stamp: String
  private var text = SourceText(name: "", bytes: [])
  private var parser: RecordParser?
  private var fault: Diagnostic?
  private var isOver = false
  private var bytesGiven = 0
  private let monitor: WorkMonitor

  init(_ path: String, in folder: CorpusFolder, _ monitor: WorkMonitor) {
    (self.path, self.monitor) = (path, monitor)
    stamp = folder.settledStamp(of: path)
    do throws(Diagnostic) {
      let bytes = try folder.bytes(of: path)
      text = SourceText(name: path, bytes: bytes)
      if let fault = text.encodingFault() { throw fault.located(in: text) }
      parser = RecordParser(text)
    } catch {
      fault = error
    }
  }

  /// The next items; `nil` after the last ones. A file gives at least one batch, unless the work is
  /// to stop.
  mutating func next() -> Batch? {
    guard !isOver else { return nil }
    var items: [RecordParser.Item] = []
    while items.count < Self.batchSize, let item = parser?.next() { items.append(item) }
    guard items.count < Self.batchSize else {
      let end = parser?.endOfLastItem ?? 0
      defer { bytesGiven = end }
      return Batch(
        path: path, text: text, items: items, isLast: false, byteCount: end - bytesGiven)
    }
    isOver = true
    let byteCount = text.bytes.count - bytesGiven
    guard let parser else {
      return Batch(
        path: path, text: text, items: [], isLast: true, byteCount: byteCount,
        faults: fault.map { [$0] } ?? [])
    }
    guard let digest = try? Digest.sha256(text.bytes, monitor) else { return nil }
    return Batch(
      path: path, text: text, items: items, isLast: true, byteCount: byteCount,
      faults: Diagnostics(parser.faults).located(in: text).all,
      seal: Seal(stamp: stamp, digest: digest))
  }
}
