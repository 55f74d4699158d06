import AssayModel
import AssayRender
import AssayText
import Glibc

/// A file that is there whole or not at all: written beside its place, then put into it.
struct FileSink: RowSink {
  private let file: TemporaryFile
  private var renderer: any RowSink

  /// - Parameter isForced: whether the file has to outlast a power cut.
  /// - Throws: `unwritableFile` with the system's reason.
  init(
    path: String, at span: Span?, isForced: Bool = true, renderer: (Output) -> any RowSink
  ) throws(Diagnostic) {
    file = try TemporaryFile(path: path, at: span, isForced: isForced)
    self.renderer = renderer(file.output)
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) { try renderer.begin(columns) }
  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) { try renderer.row(row) }
  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    try renderer.end(summary)
    try file.commit()
  }
}

/// The file beside a file; taken away again when it is not put into place.
private final class TemporaryFile {
  let output: Output
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private let isForced: Bool

  init(path: String, at span: Span?, isForced: Bool) throws(Diagnostic) {
    (self.path, self.isForced) = (path, isForced)
    temporary = path + ".new-\(getpid())"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Diagnostic(
        .unwritableFile, at: span, "cannot write `\(path)`: \(String(cString: strerror(errno)))")
    }
    output = Output(descriptor: descriptor, path: path)
  }

  deinit {
    close(descriptor)
    unlink(temporary)
  }

  func commit() throws(OutputFailure) {
    try output.flush()
    guard !isForced || fsync(descriptor) == 0 || errno == EINVAL, rename(temporary, path) == 0
    else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
