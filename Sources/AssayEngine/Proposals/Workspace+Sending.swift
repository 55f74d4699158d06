import AssayModel
import AssayStore
import AssayText

extension Workspace {
  /// The document of a source as it is sent to a program.
  ///
  /// - Throws: `unknownRecord`; `unreadableFile` when the document is gone.
  package func sent(_ source: String, at span: Span) throws(Diagnostic) -> SentDocument {
    let bytes = try read(source, at: span).bytes
    try requireDocumentRead(of: source, at: span)
    let sentences = try sentences(of: source).filter { $0.end <= bytes.count }
    let facts = try Diagnostic.telling { () throws -> SourceFacts in try self.facts(of: source) }
    return SentDocument(
      source: source, bytes: bytes, sentences: sentences, language: facts.language,
      published: facts.published)
  }

  private typealias SourceFacts = (language: String?, published: String?)

  private func facts(of source: String) throws(StoreError) -> SourceFacts {
    let statement = try connection.cached(
      """
      SELECT language, "published.first", "published.last", "published.words" FROM sources
        WHERE id = ?
      """)
    statement.bind(source, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return (nil, nil) }
    let language = statement.isNull(0) ? nil : statement.text(0)
    guard !statement.isNull(1) else { return (language, nil) }
    let published = PartialDate(
      first: statement.integer(1), last: statement.integer(2),
      words: statement.isNull(3) ? nil : statement.text(3))
    return (language, published.description)
  }

  /// The predicates, in byte order of their ids.
  package func predicatesByName() throws(Diagnostic) -> [SentPredicate] {
    try Diagnostic.telling { () throws -> [SentPredicate] in
      let rows = try connection.prepare(
        "SELECT id, label, coalesce(object, ''), value FROM predicates ORDER BY id")
      var predicates: [SentPredicate] = []
      while try rows.step() {
        predicates.append(
          SentPredicate(
            id: rows.text(0), label: rows.text(1),
            objects: rows.text(2).split(separator: "; ").map(String.init), value: rows.text(3)))
      }
      return predicates
    }
  }

  /// The entities with all of their names, in byte order of their ids.
  package func entitiesByName() throws(Diagnostic) -> [SentEntity] {
    try Diagnostic.telling { () throws -> [SentEntity] in
      var others: [Int64: [String]] = [:]
      let aliases = try connection.prepare("SELECT entity, name FROM aliases ORDER BY rowid")
      while try aliases.step() {
        others[aliases.integer(0), default: []].append(aliases.text(1))
      }
      let rows = try connection.prepare("SELECT key, id, kind, name FROM entities ORDER BY id")
      var entities: [SentEntity] = []
      while try rows.step() {
        entities.append(
          SentEntity(
            id: rows.text(1), kind: rows.text(2), name: rows.text(3),
            also: others[rows.integer(0)] ?? []))
      }
      return entities
    }
  }
}

/// An entity as a program is told of it.
package struct SentEntity: Sendable {
  /// Its id.
  package let id: String
  /// A word of `ClosedList.entityKind`.
  package let kind: String
  /// Its name.
  package let name: String
  /// Its other names.
  package let also: [String]
}

/// A predicate as a program is told of it.
package struct SentPredicate: Sendable {
  /// Its id.
  package let id: String
  /// How it reads between subject and object.
  package let label: String
  /// The kinds of entity that its object may be.
  package let objects: [String]
  /// What its value measures.
  package let value: String
}
