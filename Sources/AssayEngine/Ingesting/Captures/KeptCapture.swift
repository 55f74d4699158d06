import AssayCorpus
import AssayIntake
import AssayLanguage
import AssayModel
import AssayText

/// What a source was captured as.
struct KeptCapture {
  /// The path of its snapshot; `nil` if it has none.
  let path: String?
  /// The bytes of the snapshot; empty without one.
  let bytes: [UInt8]
  /// The record of the source.
  let record: Record

  init(_ workspace: Workspace, _ source: String, at span: Span) throws(Diagnostic) {
    let found = try Diagnostic.telling { try workspace.find(source, .source) }
    guard let found else {
      throw Diagnostic(.unknownRecord, at: span, "no source `@\(source)` in the corpus")
    }
    let text = try CorpusEditor(workspace).text(of: found)
    var parser = RecordParser(SourceText(name: found.path, text))
    guard case .record(let record)? = parser.next() else {
      throw Diagnostic.changedMeanwhile(found.path)
    }
    self.record = record
    guard let named = CorpusEditor.text("snapshot", of: record)?.0 else {
      (path, bytes) = (nil, [])
      return
    }
    let path = try workspace.folder.relative(named, from: CorpusFolder.entry, at: span)
    try workspace.folder.requireInside(path, at: span)
    self.path = path
    bytes = try workspace.folder.bytes(of: path)
  }

  /// The documents that the snapshot gives now; `nil` without a snapshot.
  func derive(in workspace: Workspace) throws(Diagnostic) -> [IntakeDocument]? {
    guard let path else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let intake = try workspace.intake(mapping: self["mapping"])
    return try intake.read(bytes, name: name, workspace.monitor)
  }

  /// The text of a field of the record.
  subscript(_ field: String) -> String? { CorpusEditor.text(field, of: record)?.0 }

  /// The word in a field of the record.
  func word(_ field: String) -> String? {
    guard let index = RecordSpec.source.field(field)?.index,
      case .words(let words)? = record.value(at: index)
    else { return nil }
    return words.first
  }

  /// The date in a field of the record.
  func date(_ field: String) -> PartialDate? {
    guard let index = RecordSpec.source.field(field)?.index,
      case .date(let date)? = record.value(at: index)
    else { return nil }
    return date
  }
}
