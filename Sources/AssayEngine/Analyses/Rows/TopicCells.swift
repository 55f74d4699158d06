import AssayAnalysis
import AssayModel

/// The cells that say which fact or answer a row is about: subject and predicate, or the question.
struct TopicCells {
  let cells: [Table.Cells]

  /// - Parameter rows: for each row its item and the place of one of its claims.
  init(
    _ evidence: Evidence, _ facts: Facts, _ rows: [(item: Int32, claim: Int32)],
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let claims = evidence.claims
    let questions = try rows.map(monitor) { facts.items[Int($0.item)].question }
    func ofFact(_ keys: [Int32]) throws(Cancelled) -> Table.Cells {
      .keys(try rows.indices.map(monitor) { questions[$0] > 0 ? 0 : keys[Int(rows[$0].claim)] })
    }
    cells = [try ofFact(claims.subjects), try ofFact(claims.predicates), .keys(questions)]
  }
}
