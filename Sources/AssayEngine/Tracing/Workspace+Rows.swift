import AssayCorpus
import AssayModel
import AssayQuery
import AssayStore
import AssayText

extension Workspace {
  /// The record that a row of a result is, the first claim that a row of an analysis rests on, or
  /// the source of the passage that it is made of.
  ///
  /// - Parameter row: counted from 1.
  /// - Throws: `noSuchRow` when the result is shorter, or when its rows are no records.
  package func record(
    ofRow row: Int, of plan: LogicalPlan, at span: Span
  ) throws(Diagnostic) -> FoundRecord {
    try Diagnostic.telling {
      let planned = try runSegments(of: plan).plan
      guard let relation = planned.relation,
        let sql = SQLCompiler.compileKey(planned, row: row - 1)
      else {
        throw Diagnostic(
          .noSuchRow, at: span, "the rows of the last result are no records",
          hint: "`why \(row)` tells what a row was made of")
      }
      let statement = try prepare(sql)
      guard try step(statement) else {
        let count = try self.count(plan)
        throw Diagnostic(
          .noSuchRow, at: span, "the last result has \(count) row\(count == 1 ? "" : "s")")
      }
      let key = statement.integer(0)
      if let kind = relation.kind { return try record(kind, key, at: span) }
      if let finished = analyses.first(where: { $0.segment.table == relation.table }) {
        let grounds = try finished.table.grounds(Int(key) - 1)
        if let claim = grounds.claims.flatMap(\.keys).first {
          return try record(.claim, Int64(claim), at: span)
        }
        if let passage = grounds.passages.first, let source = try source(ofPassage: passage) {
          return try record(.source, source, at: span)
        }
      }
      throw Diagnostic(.noSuchRow, at: span, "row \(row) is no record")
    }
  }

  /// The key of the source in whose document a passage stands.
  private func source(ofPassage key: Int32) throws(StoreError) -> Int64? {
    let row = try connection.cached("SELECT source FROM passages WHERE key = ?")
    row.bind(Int64(key), at: 1)
    defer { row.reset() }
    return try row.step() ? row.integer(0) : nil
  }

  private func record(
    _ kind: RecordKind, _ key: Int64, at span: Span
  ) throws -> FoundRecord {
    guard let found = try find(ids.id(of: key, kind), kind) else {
      throw Diagnostic(.noSuchRow, at: span, "the record of this row is gone")
    }
    return found
  }

  /// Where the quote of a claim stands: the document, from the corpus folder, and the line.
  package func quotePlace(
    of claim: FoundRecord
  ) throws(Diagnostic) -> (path: String, line: Int)? {
    try Diagnostic.telling {
      guard claim.kind == .claim else { return nil }
      let row = try connection.cached(
        """
        SELECT d.path, t.quote FROM claims AS c JOIN claims_text AS t ON t.key = c.key
          JOIN documents AS d ON d.source = c.source WHERE c.key = ? AND t.quote IS NOT NULL
        """)
      row.bind(claim.key, at: 1)
      defer { row.reset() }
      guard try row.step() else { return nil }
      let bytes = try folder.bytes(of: row.text(0))
      guard
        let place = try QuoteFinder(bytes).places(of: [Array(row.text(1).utf8)], monitor)[0].first
      else {
        return nil
      }
      return (row.text(0), bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1)
    }
  }

  /// What refers to a record: in groups by how, with how many there are and the first of them.
  package func references(
    to record: FoundRecord, limit: Int
  ) throws(Diagnostic) -> [ReferenceGroup] {
    try Diagnostic.telling {
      try ReferenceFinder(connection).references(to: record.kind, record.key, limit: limit)
    }
  }
}
