import AssayCorpus
import AssayLanguage
import AssayModel
import AssayStore
import AssayText

/// The records of a corpus as its files have them, one at a time: the files in byte order of their
/// paths, the records of a file as they stand in it.
struct RecordStream {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Calls `body` with each record of a kind.
  func forEach(
    _ kind: RecordKind, _ body: (Record) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    for path in try files(with: kind) {
      try forEach(in: path) { record throws(Diagnostic) in
        if record.kind == kind { try body(record) }
      }
    }
  }

  /// Calls `body` with each record of a file.
  func forEach(
    in path: String, _ body: (Record) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try forEach(in: SourceText(name: path, bytes: try workspace.folder.bytes(of: path)), body)
  }

  /// Calls `body` with each record of a file that was read.
  func forEach(
    in text: SourceText, _ body: (Record) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if let fault = text.encodingFault() { throw fault.located(in: text) }
    var parser = RecordParser(text)
    var count = 0
    while let item = parser.next() {
      do throws(Cancelled) { try workspace.monitor.check(at: count) } catch {
        throw Diagnostic(error)
      }
      count += 1
      if case .record(let record) = item { try body(record) }
    }
    // The corpus was sound when it was opened; what is wrong now came since.
    if let fault = parser.faults.first { throw fault.located(in: text) }
  }

  /// The files that declare records of a kind.
  private func files(with kind: RecordKind) throws(Diagnostic) -> [String] {
    try Diagnostic.telling {
      let statement = try workspace.connection.prepare(
        """
        SELECT path FROM files WHERE key IN (SELECT file FROM \(kind.relation)) ORDER BY path
        """)
      var paths: [String] = []
      while try statement.step() { paths.append(statement.text(0)) }
      return paths
    }
  }

  /// The path of a source's document, from the corpus folder; `nil` if it has none.
  func document(of source: Record) -> String? {
    guard let index = RecordSpec.source.field("document")?.index,
      case .text(let named)? = source.value(at: index)
    else { return nil }
    return try? workspace.folder.relative(named, from: CorpusFolder.entry, at: source.id.span)
  }

  /// What a document says; `nil` if it cannot be read as text.
  func text(ofDocument path: String) -> String? {
    guard
      let inside = try? workspace.folder.relative(path, from: CorpusFolder.entry, at: Span(0, 0)),
      (try? workspace.folder.requireInside(inside, at: Span(0, 0))) != nil,
      let bytes = try? workspace.folder.bytes(of: inside)
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The snapshot of a source, from the corpus folder; `nil` if it has none.
  func snapshot(of source: Record) -> String? {
    guard let index = RecordSpec.source.field("snapshot")?.index,
      case .text(let named)? = source.value(at: index)
    else { return nil }
    return try? workspace.folder.relative(named, from: CorpusFolder.entry, at: source.id.span)
  }

  /// What a snapshot holds.
  func bytes(ofSnapshot path: String) throws(Diagnostic) -> [UInt8] {
    try workspace.folder.requireInside(path, at: Span(0, 0))
    return try workspace.folder.bytes(of: path)
  }
}
