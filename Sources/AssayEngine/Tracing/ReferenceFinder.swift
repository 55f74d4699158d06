import AssayModel
import AssayStore

/// The records that refer to another one in the same way.
package struct ReferenceGroup: Sendable {
  /// As what they refer to it: `subject`.
  package let role: String
  package let kind: RecordKind
  package let count: Int
  /// Some of them, the first by their ids, with what they say or are called.
  package let first: [(id: String, words: String)]
}

/// Finds what refers to a record.
struct ReferenceFinder {
  /// One way to refer: the table, the column with the other's key, whose key stands beside it.
  private struct Way {
    let kind: RecordKind
    let role: String
    let table: String
    let column: String
    let owner: String

    init(
      _ kind: RecordKind, _ role: String, _ column: String, _ owner: String = "key",
      in table: String? = nil
    ) {
      (self.kind, self.role, self.column, self.owner) = (kind, role, column, owner)
      self.table = table ?? kind.relation
    }
  }

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  private static func ways(to kind: RecordKind) -> [Way] {
    switch kind {
    case .entity:
      [
        Way(.entity, "part of it", "whole", "part", in: "parts"),
        Way(.claim, "subject", "subject"), Way(.claim, "object", "object"),
        Way(.claim, "speaker", "speaker"), Way(.claim, "via", "entity", "claim", in: "chains"),
        Way(.claim, "place", "place"), Way(.claim, "about", "entity", "claim", in: "topics"),
        Way(.claim, "qualifier", "object", "claim", in: "qualifiers"),
      ]
    case .source:
      [
        Way(.claim, "source", "source"),
        Way(.source, "derives from it", "origin", "source", in: "derivations"),
        Way(.judgement, "judged", "source"),
      ]
    case .predicate:
      [
        Way(.claim, "predicate", "predicate"),
        Way(.claim, "qualifier", "predicate", "claim", in: "qualifiers"),
        Way(.predicate, "inverse", "inverse"),
      ]
    case .question: [Way(.claim, "answers", "question", "claim", in: "answers")]
    case .claim:
      [
        Way(.link, "claim", "claim"), Way(.link, "other", "other"),
        Way(.judgement, "judged", "claim"),
      ]
    case .link, .judgement, .document: []
    }
  }

  /// Whether any record other than itself refers to it.
  func isReferredTo(_ kind: RecordKind, _ key: Int64) throws(StoreError) -> Bool {
    for way in Self.ways(to: kind) {
      let statement = try connection.cached(
        """
        SELECT EXISTS (SELECT 1 FROM \(way.table) WHERE \(way.column) = ?1\
        \(way.kind == kind ? " AND \(way.owner) <> ?1" : ""))
        """)
      statement.bind(key, at: 1)
      defer { statement.reset() }
      if try statement.step(), statement.integer(0) == 1 { return true }
    }
    return false
  }

  /// What refers to a record: by role, then by id; of each role at most `limit`, and how many
  /// there are.
  func references(
    to kind: RecordKind, _ key: Int64, limit: Int
  ) throws(StoreError) -> [ReferenceGroup] {
    var groups: [ReferenceGroup] = []
    for way in Self.ways(to: kind) {
      let count = try connection.cached(
        "SELECT count(DISTINCT \(way.owner)) FROM \(way.table) WHERE \(way.column) = ?")
      count.bind(key, at: 1)
      defer { count.reset() }
      guard try count.step(), count.integer(0) > 0 else { continue }
      groups.append(
        ReferenceGroup(
          role: way.role, kind: way.kind, count: Int(count.integer(0)),
          first: try first(way, key, limit)))
    }
    return groups
  }

  private func first(
    _ way: Way, _ key: Int64, _ limit: Int
  ) throws(StoreError) -> [(id: String, words: String)] {
    let texts = way.kind == .claim ? "LEFT JOIN claims_text AS t ON t.key = r.key" : ""
    let statement = try connection.cached(
      """
      SELECT r.id, coalesce(\(Self.words(of: way.kind)), '') FROM \(way.kind.relation) AS r \(texts)
        WHERE r.key IN (SELECT \(way.owner) FROM \(way.table) WHERE \(way.column) = ?)
        ORDER BY r.id LIMIT \(limit)
      """)
    statement.bind(key, at: 1)
    defer { statement.reset() }
    var found: [(id: String, words: String)] = []
    while try statement.step() { found.append((statement.text(0), statement.text(1))) }
    return found
  }

  /// The column that tells people which record it is.
  static func words(of kind: RecordKind) -> String {
    switch kind {
    case .source: "r.title"
    case .entity: "r.name"
    case .predicate: "r.label"
    case .question: "r.text"
    case .claim: "t.says"
    case .link: "r.relation"
    case .judgement: "r.note"
    case .document: "r.path"
    }
  }
}
