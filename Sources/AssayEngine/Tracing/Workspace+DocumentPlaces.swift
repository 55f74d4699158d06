import AssayModel
import AssayQuery
import AssayStore
import AssayText

extension Workspace {
  /// Where in a document a row stands that is words of it: a match, a mention, a sentence.
  ///
  /// - Parameter row: counted from 1.
  /// - Returns: the document, from the corpus folder, and the line; `nil` where the row rests on a
  ///   record or says no place, or where there is no such row.
  package func documentPlace(
    ofRow row: Int, of plan: LogicalPlan
  ) throws(Diagnostic) -> (path: String, line: Int)? {
    try Diagnostic.telling {
      let planned = try runSegments(of: plan).plan
      guard let relation = planned.relation, relation.kind == nil,
        let sql = SQLCompiler.compileKey(planned, row: row - 1)
      else { return nil }
      let statement = try prepare(sql)
      guard try step(statement),
        let (source, start) = try position(statement.integer(0), in: relation)
      else { return nil }
      let document = try connection.cached("SELECT path FROM documents WHERE source = ?")
      document.bind(source, at: 1)
      defer { document.reset() }
      guard try document.step() else { return nil }
      let path = document.text(0)
      let bytes = try folder.bytes(of: path)
      return (path, bytes[..<min(max(start, 0), bytes.count)].count { $0 == 0x0A } + 1)
    }
  }

  /// The source of a row and the byte of its document at which the row begins.
  private func position(
    _ key: Int64, in relation: RelationSpec
  ) throws -> (source: Int64, start: Int)? {
    if relation.name == RelationSpec.passages.name {
      let passage = try connection.cached("SELECT source, start FROM passages WHERE key = ?")
      passage.bind(key, at: 1)
      defer { passage.reset() }
      return try passage.step() ? (passage.integer(0), Int(passage.integer(1))) : nil
    }
    guard let table = analyses.first(where: { $0.segment.table == relation.table })?.table,
      try table.grounds(Int(key) - 1).claims.isEmpty
    else { return nil }
    let names = relation.columns.filter { $0.storage == .row }.map(\.name)
    func number(_ name: String) -> Int32? {
      guard let place = names.firstIndex(of: name), table.cells.indices.contains(place) else {
        return nil
      }
      return switch table.cells[place] {
      case .keys(let numbers), .counts(let numbers): numbers[Int(key) - 1]
      case .lateCounts(let number): number(Int(key) - 1)
      default: nil
      }
    }
    guard let source = number("source"), let start = number("start") else { return nil }
    return (Int64(source), Int(start))
  }
}
