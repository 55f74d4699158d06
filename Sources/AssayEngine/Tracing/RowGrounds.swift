import AssayModel
import AssayQuery
import AssayStore

/// The claims that the rows of a result rest on, found for all rows together.
///
/// A row that is a claim rests on itself, a row of an analysis on the claims that `why` tells, and
/// a group on what its members rest on.
package final class RowGrounds {
  /// For each row the keys of its claims, each once; of a row that rests on too many, none.
  package private(set) var claims: [[Int64]] = []
  private let mostClaims: Int
  private let mostRows: Int
  private var traced: TracedQuery?
  /// What each row says of itself behind its columns.
  private var bases: [[SQLValue?]] = []

  /// - Parameters:
  ///   - mostClaims: a row that rests on more has none.
  ///   - mostRows: for how many rows claims are found; the others have none.
  package init(mostClaims: Int, mostRows: Int) {
    (self.mostClaims, self.mostRows) = (mostClaims, mostRows)
  }

  /// The statement that says for each row what it is.
  func compile(_ plan: LogicalPlan) -> CompiledQuery {
    let traced = SQLCompiler.compileTraced(plan)
    self.traced = traced
    return traced.query
  }

  /// Keeps what the row at hand is.
  func add(_ statement: AssayStore.Statement) {
    guard let traced, bases.count < mostRows else { return }
    bases.append(traced.hidden.map { statement.value($0) })
  }

  /// Finds the claims, while the rows of the analyses are there.
  func find(in workspace: Workspace) throws {
    switch traced?.basis {
    case .record(let relation):
      guard let grounds = Grounds(of: relation, in: workspace, limit: mostClaims) else { return }
      claims = try bases.map { basis in
        guard case .integer(let key)?? = basis.first else { return [] }
        return try grounds.claims(of: [key])
      }
    case .group(let grouping): try find(in: workspace, membersOf: grouping)
    case .unknown, nil: break
    }
    if claims.allSatisfy(\.isEmpty) { claims = [] }
  }

  private func find(
    in workspace: Workspace, membersOf grouping: SQLCompiler.Grouping
  ) throws {
    guard let relation = grouping.input.relation,
      let grounds = Grounds(of: relation, in: workspace, limit: mostClaims),
      let sql = SQLCompiler.compileMembers(grouping)
    else { return }
    var members: [[SQLValue?]: [Int64]] = [:]
    let statement = try workspace.prepare(sql)
    let count = traced?.hidden.count ?? 0
    while try workspace.step(statement) {
      // Each member rests on one claim at least, or on none.
      guard statement.integer(count) <= mostClaims else { continue }
      let keys = statement.text(count + 1).split(separator: ",").compactMap { Int64($0) }
      members[(0..<count).map { statement.value($0) }] = keys.sorted()
    }
    claims = try bases.map { basis in
      let keys = try grounds.claims(of: members[basis] ?? [])
      // Keys follow the order in which files were read.
      return try keys.map { (id: try workspace.ids.id(of: $0, .claim), key: $0) }
        .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.map(\.key)
    }
  }
}

/// From the rows of a relation to claims.
private struct Grounds {
  private let table: Table?
  private let limit: Int
  /// The claims whose figures the rows of `drift` are.
  private let named: [Int32]

  /// `nil` where the rows are neither claims nor made of them.
  init?(of relation: RelationSpec, in workspace: Workspace, limit: Int) {
    self.limit = limit
    table = workspace.analyses.first { $0.segment.table == relation.table }?.table
    let stored = relation.columns.filter { $0.storage == .row }
    let place = stored.firstIndex { $0.name == "claim" && $0.type == .reference(.claim) }
    // Elsewhere the column names the first of several.
    if relation.name == RelationSpec.drift.name, let place, let cells = table?.cells,
      cells.indices.contains(place),
      case .keys(let keys) = cells[place]
    {
      named = keys
    } else {
      named = []
    }
    if table == nil, relation.kind != .claim { return nil }
  }

  /// The claims on which these rows rest, each once; none if they are too many.
  func claims(of keys: [Int64]) throws(Cancelled) -> [Int64] {
    var found: [Int64] = []
    for key in keys {
      for claim in try claims(of: key) where !found.contains(claim) {
        guard found.count < limit else { return keys.count == 1 ? own(keys[0]) : [] }
        found.append(claim)
      }
    }
    return found
  }

  /// The claim that a row is, where it rests on too many.
  private func own(_ key: Int64) -> [Int64] {
    let place = Int(key) - 1
    return named.indices.contains(place) && named[place] > 0 ? [Int64(named[place])] : []
  }

  private func claims(of key: Int64) throws(Cancelled) -> [Int64] {
    guard let table else { return [key] }
    return try table.grounds(Int(key) - 1).claims.flatMap(\.keys).map(Int64.init)
  }
}
