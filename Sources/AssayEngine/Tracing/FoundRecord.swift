import AssayCorpus
import AssayModel
import AssayStore
import AssayText

/// A record and where it is declared.
package struct FoundRecord: Hashable, Sendable {
  package let kind: RecordKind
  package let id: String
  /// The file, from the corpus folder; of a document the document itself.
  package let path: String
  /// The line on which it begins, from 1.
  package let line: Int
  let key: Int64

  /// As in `claim @aid-2013`.
  package var words: String { "\(kind.word) @\(id)" }
}

extension Workspace {
  /// The record of a kind with this id, or `nil`.
  func find(_ id: String, _ kind: RecordKind) throws(StoreError) -> FoundRecord? {
    let line = kind == .document ? "1" : "r.line"
    let statement = try connection.cached(
      """
      SELECT f.path, \(line), r.key FROM \(kind.relation) AS r
        JOIN files AS f ON f.key = r.file WHERE r.id = ?
      """)
    statement.bind(id, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return FoundRecord(
      kind: kind, id: id, path: statement.text(0), line: Int(statement.integer(1)),
      key: statement.integer(2))
  }

  /// The records with this id: one of each kind at most, documents aside.
  ///
  /// - Throws: `unknownRecord` when there is none.
  package func records(_ id: String, at span: Span) throws(Diagnostic) -> [FoundRecord] {
    let found = try Diagnostic.telling {
      try RecordKind.allCases.filter { $0 != .document }.compactMap { try find(id, $0) }
    }
    guard found.isEmpty else { return found }
    let known = RecordKind.allCases.lazy.flatMap { self.ids($0) }
    throw Diagnostic(
      .unknownRecord, at: span, "no record `@\(id)` in the corpus",
      hint: Spelling.closest(to: id, among: known).map { "did you mean `@\($0)`?" })
  }
}
