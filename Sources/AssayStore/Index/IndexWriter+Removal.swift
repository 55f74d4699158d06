import AssayModel
import AssayText

extension IndexWriter {
  /// A claim as the index has it from an earlier reading.
  package struct KnownClaim: Sendable {
    package let key: Int64
    package let hash: Int64
  }

  /// The claims of a file, by their ids.
  package func claims(ofFile file: Int64) throws(StoreError) -> [String: KnownClaim] {
    let statement = try connection.cached("SELECT id, key, hash FROM claims WHERE file = ?")
    statement.bind(file, at: 1)
    defer { statement.reset() }
    var claims: [String: KnownClaim] = [:]
    while try statement.step() {
      claims[statement.text(0)] = KnownClaim(
        key: statement.integer(1), hash: statement.integer(2))
    }
    return claims
  }

  /// Says where a claim stands now whose words are as they were.
  package func move(_ claim: KnownClaim, toFile file: Int64, line: Int) throws(StoreError) {
    let statement = try connection.cached(
      "UPDATE claims SET file = ?2, line = ?3 WHERE key = ?1 AND (file <> ?2 OR line <> ?3)")
    statement.bind(claim.key, at: 1)
    statement.bind(file, at: 2)
    statement.bind(Int64(line), at: 3)
    try statement.run()
  }

  /// Takes out a claim and everything that was written for it.
  package func remove(_ claim: KnownClaim) throws(StoreError) {
    try removeWords(of: claim.key)
    for sql in Self.removals {
      let statement = try connection.cached(sql)
      statement.bind(claim.key, at: 1)
      try statement.run()
    }
  }

  private static let removals =
    ["answers", "topics", "chains", "qualifiers"].map { "DELETE FROM \($0) WHERE claim = ?" }
    + ["claims_text", "claims"].map { "DELETE FROM \($0) WHERE key = ?" }

  /// The word index keeps no texts, so it has to be told what to forget.
  private func removeWords(of claim: Int64) throws(StoreError) {
    let says = try connection.cached("SELECT says FROM claims_text WHERE key = ?")
    says.bind(claim, at: 1)
    defer { says.reset() }
    guard try says.step() else { return }
    let remove = try connection.cached(
      "INSERT INTO claims_words (claims_words, rowid, words) VALUES ('delete', ?, ?)")
    remove.bind(claim, at: 1)
    remove.bind(folded(says.bytes(0))[...], at: 2)
    try remove.run()
  }

  /// Takes out everything that was written for a file, claims aside.
  package func removeAllButClaims(ofFile file: Int64) throws(StoreError) {
    try removeNames(ofFile: file)
    for (table, column, relation) in [
      ("aliases", "entity", "entities"), ("parts", "part", "entities"),
      ("derivations", "source", "sources"), ("options", "question", "questions"),
    ] {
      try connection.execute(
        """
        DELETE FROM \(table)
          WHERE \(column) IN (SELECT key FROM \(relation) WHERE file = \(file))
        """)
    }
    for table in ["passages", "documents"] {
      try connection.execute(
        "DELETE FROM \(table) WHERE source IN (SELECT key FROM sources WHERE file = \(file))")
    }
    for kind in RecordKind.allCases where kind != .claim && kind != .document {
      try connection.execute(
        """
        DELETE FROM shapes WHERE kind = \(kind.rawValue)
          AND key IN (SELECT key FROM \(kind.relation) WHERE file = \(file))
        """)
      try connection.execute("DELETE FROM \(kind.relation) WHERE file = \(file)")
    }
  }

  /// The folded words of a text, one space between them, as the word index reads it.
  private func folded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    WordFolding.appendWords(of: text, to: &folded)
    return folded
  }
}
