import AssayCorpus
import AssayModel
import AssayStore
import AssayText

/// Tells a record: where it is declared, what it says, and the words of the document.
struct RecordTrace {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  func add(_ kind: RecordKind, _ key: Int64, to tree: inout TraceTree) throws {
    guard kind == .claim else { return try addPlain(kind, key, to: &tree) }
    let row = try workspace.connection.cached(
      """
      SELECT c.id, f.path, c.line, t.says, t.quote, s.id, s.title, d.path, e.name, c.mode, c.scope
      FROM claims AS c JOIN claims_text AS t ON t.key = c.key JOIN files AS f ON f.key = c.file
      JOIN sources AS s ON s.key = c.source
      LEFT JOIN documents AS d ON d.source = c.source
      LEFT JOIN entities AS e ON e.key = c.speaker WHERE c.key = ?
      """)
    row.bind(key, at: 1)
    defer { row.reset() }
    guard try row.step() else { return }
    tree.add("claim @\(row.text(0))  \(row.text(1)):\(row.integer(2))")
    tree.enter()
    tree.add("says   \(row.text(3))")
    tree.add(
      "by     \(row.isNull(8) ? "the source itself" : row.text(8)), in @\(row.text(5)), “\(row.text(6))”"
    )
    if row.text(9) != "fact" { tree.add("mode   \(row.text(9))") }
    if !row.isNull(10) { tree.add("scope  \(row.text(10))") }
    if !row.isNull(4) {
      let place =
        row.isNull(7) ? "" : "  \(row.text(7))\(try line(of: row.text(4), in: row.text(7)))"
      tree.add("quote  “\(row.text(4))”\(place)")
    }
    tree.leave()
  }

  private func addPlain(_ kind: RecordKind, _ key: Int64, to tree: inout TraceTree) throws {
    let row = try workspace.connection.cached(
      """
      SELECT r.id, f.path\(kind == .document ? "" : ", r.line") FROM \(kind.relation) AS r
      LEFT JOIN files AS f ON f.key = r.file WHERE r.key = ?
      """)
    row.bind(key, at: 1)
    defer { row.reset() }
    guard try row.step() else { return }
    let line = kind == .document ? "" : ":\(row.integer(2))"
    tree.add("\(kind.word) @\(row.text(0))  \(row.text(1))\(line)")
  }

  /// A sentence of a document.
  func addPassage(_ key: Int64, to tree: inout TraceTree) throws {
    let row = try workspace.connection.cached(
      """
      SELECT p.text, f.path, p.start FROM passages AS p LEFT JOIN files AS f ON f.key = p.file
      WHERE p.key = ?
      """)
    row.bind(key, at: 1)
    defer { row.reset() }
    guard try row.step() else { return }
    tree.add("“\(row.text(0))”  \(row.text(1)), byte \(row.integer(2))")
  }

  /// `:12`, the line of the document on which the quote begins; nothing if the file is gone.
  private func line(of quote: String, in path: String) throws -> String {
    guard
      let bytes = try? FileReader.bytes(of: workspace.folder.path + "/" + path, shown: path)
    else { return "" }
    let needle = Array(quote.utf8)
    let found = bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes) }
    }
    guard let found else { return "" }
    return ":\(bytes[..<found].count { $0 == UInt8(ascii: "\n") } + 1)"
  }
}
