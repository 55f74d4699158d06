import AssayLanguage
import AssayModel
import AssayText

extension CorpusLoader {
  /// Looks at the snapshot that a source names: it has to have the bytes that its name says.
  ///
  /// A snapshot that several sources share is read once.
  mutating func loadSnapshot(
    of source: Record, in text: SourceText, file: Int64
  ) throws(Failure) {
    guard let index = RecordSpec.source.field("snapshot")?.index,
      let field = source.fields.first(where: { $0.index == index }),
      case .text(let named) = field.value
    else { return }
    let record: CorpusFile
    do throws(Diagnostic) {
      let path = try folder.relative(named, from: CorpusFolder.entry, at: field.span)
      if snapshots.contains(path) { return }
      let digest = try digest(ofSnapshot: path, named, at: field.span)
      snapshots.insert(path)
      record = CorpusFile(
        key: paths.key(of: path), path: path, stamp: folder.settledStamp(of: path),
        digest: digest, uses: [], isDocument: true)
    } catch {
      if let stop = monitor.stop { throw .stopped(stop) }
      checker.report(error.located(in: text), in: file)
      return
    }
    try pass { sink throws(Sink.Failure) in try sink.finish(record) }
  }

  private mutating func digest(
    ofSnapshot path: String, _ named: String, at span: Span
  ) throws(Diagnostic) -> String {
    try folder.requireInside(path, at: span)
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileReader.bytes(of: folder.absolute(path), shown: named)
    } catch {
      let near = suggestion(for: named, in: CorpusFolder.entry)
      throw Diagnostic(
        .snapshotMissing, at: span, error.message, hint: near.map { "did you mean `\($0)`?" })
    }
    let digest = try look(named, at: span) { () throws(Cancelled) in
      try Digest.sha256(bytes, monitor)
    }
    let name = path.split(separator: "/").last ?? ""
    guard name.prefix(while: { $0 != "." }) == digest else {
      throw Diagnostic(
        .snapshotChanged, at: span, "`\(named)` does not have the bytes that its name says",
        hint: "their SHA-256 is \(digest)")
    }
    return digest
  }
}
