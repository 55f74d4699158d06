import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// A small corpus on the disk that tests write to, through the editor or by the program.
final class WrittenCorpus {
  let folder = ScratchFolder()

  /// - Parameter claims: how many claims of `@s` there are.
  init(claims: Int = 3) {
    folder.write(
      "corpus.assay",
      """
      # An example.
      corpus c { title "C" }
      use "sources.assay"; use "entities.assay"
      use "claims/*.assay"

      """)
    folder.write(
      "sources.assay", "source s { title \"S\" }\n\nsource t { title \"T\" }  # the other\n")
    folder.write(
      "entities.assay",
      """
      entity e0: place { name "E0" }
      entity e1: place { name "E1"; part of @e0 }
      predicate near { label "is near"; object place; many }
      question q "Is it?" { answer yes "It is"; answer no "It is not" }

      """)
    folder.write("claims/s.assay", (0..<claims).map { Self.claim("s\($0)", "s") }.joined())
    folder.write("claims/t.assay", "# Of t.\n\n" + Self.claim("t0", "t") + "\n")
  }

  static func claim(_ id: String, _ source: String, _ more: String = "") -> String {
    "claim \(id) from @\(source) { says \"Said \(id).\"\(more) }\n"
  }

  /// A shell on the corpus, without a terminal.
  func shell() throws -> Workspace { try Workspace(folder.path) }

  /// Runs statements.
  func run(_ statements: String) throws -> Program.Outcome {
    try Program.run([".", "-c", statements], in: folder.path)
  }

  /// Whether the corpus has no faults.
  func isSound() throws -> Bool { try Program.run(["check", "."], in: folder.path).code == 0 }

  /// The bytes of every file, by its path; what a shell keeps for itself left out.
  var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    collect("", &files)
    return files
  }

  private func collect(_ path: String, _ files: inout [String: [UInt8]]) {
    for name in ScratchFolder.names(in: folder.path + path) where path + name != ".assay" {
      let inside = path + "/" + name
      if inside == "/.assay" { continue }
      if let bytes = folder.read(inside) {
        files[inside] = bytes
      } else {
        collect(inside, &files)
      }
    }
  }
}

extension Workspace {
  /// Adds the records of a text.
  func add(_ text: String) throws -> String {
    let source = SourceText(name: "-c", text)
    var parser = RecordParser(source)
    var records: [Record] = []
    while case .record(let record)? = parser.next() { records.append(record) }
    return try CorpusEditor(self).add(records, from: source)
  }

  func remove(_ id: String) throws -> String {
    let found = try records(id, at: Span(0, 0))
    return try CorpusEditor(self).remove(found[0], at: Span(0, 0))
  }

  /// Edits a record: `change` makes its new text of the old one.
  func edit(_ id: String, _ change: (String) throws -> String) throws -> String {
    let record = try records(id, at: Span(0, 0))[0]
    let editor = CorpusEditor(self)
    let old = try editor.text(of: record)
    let new = SourceText(name: record.words, try change(old))
    return try editor.replace(record, old, by: new)
  }

  func undo() throws -> String { try CorpusEditor(self).undo(at: Span(0, 0)) }
  func redo() throws -> String { try CorpusEditor(self).redo(at: Span(0, 0)) }
}
