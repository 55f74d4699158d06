import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// How many paths are given at most.
  private static let mostPaths = 10

  /// The rows of `path`.
  func paths(from: Int64, to: Int64, onlyAsserted: Bool) throws -> Table {
    let claims = try ClaimGraphReader(workspace: workspace, onlyAsserted: onlyAsserted)
      .graph(of: input)
    guard claims.tally.edges > 0 else {
      return Self.noSteps(claims.tally.emptyReason, [])
    }
    let notes = claims.tally.notes
    guard let start = claims.node(of: from), let end = claims.node(of: to) else {
      let unknown = claims.node(of: from) == nil ? from : to
      let count = claims.tally.edges
      let name = try workspace.ids.id(of: unknown, .entity)
      return Self.noSteps(
        count == 1
          ? "the 1 claim that joins entities does not name `@\(name)`"
          : "`@\(name)` is in none of the \(count) claims that join entities", notes)
    }
    let answer = try claims.graph.paths(from: start, to: end, limit: Self.mostPaths, monitor)
    switch answer {
    case .joined(let paths, let areAll):
      return Self.table(paths, claims, notes: [Self.summary(of: paths, areAll: areAll)] + notes)
    case .apart(let fromSize, let toSize):
      let ends = try [from, to].map { "`@\(try workspace.ids.id(of: $0, .entity))`" }
      return Self.noSteps(
        "\(ends[0]) and \(ends[1]) lie in two parts of \(fromSize) and \(toSize) entities", notes)
    case .tooLong, .noSuchNode: return Self.noSteps("there is no path", notes)
    }
  }

  private static func noSteps(_ reason: String, _ notes: [String]) -> Table {
    let none: [Int32] = []
    return Table(
      rowCount: 0,
      cells: [
        .counts(none), .counts(none), .keys(none), .keys(none), .words([], []), .keys(none),
        .counts(none),
      ], emptyReason: reason, notes: notes)
  }

  private static func summary(of paths: [EntityGraph.Path], areAll: Bool) -> String {
    let length = paths.first?.length ?? 0
    let steps = length == 1 ? "1 step" : "\(length) steps"
    guard areAll else {
      return "there are more shortest paths of \(steps); these are the first \(paths.count) "
        + "by the ids on the way"
    }
    return paths.count == 1
      ? "1 shortest path of \(steps)" : "\(paths.count) shortest paths, each of \(steps)"
  }

  private static func table(
    _ paths: [EntityGraph.Path], _ claims: ClaimGraph, notes: [String]
  ) -> Table {
    var rows = PathColumns()
    for (number, path) in paths.enumerated() {
      var node = path.start
      for (place, step) in path.steps.enumerated() {
        guard let link = step.links.first else { continue }
        rows.paths.append(Int32(number + 1))
        rows.steps.append(Int32(place + 1))
        rows.from.append(claims.entities[Int(node)])
        rows.to.append(claims.entities[Int(step.node)])
        rows.directions.append(link.isForward ? 0 : 1)
        let keys = step.links.map { claims.claims[Int(claims.graph.edges[Int($0.edge)].label)].key }
        rows.claims.append(keys)
        node = step.node
      }
    }
    let joining = rows.claims
    return Table(
      rowCount: joining.count,
      cells: [
        .counts(rows.paths), .counts(rows.steps), .keys(rows.from), .keys(rows.to),
        .words(rows.directions, ClosedList.direction.words), .keys(joining.map { $0.first ?? 0 }),
        .counts(joining.map { Int32(clamping: $0.count) }),
      ],
      notes: notes,
      grounds: { row in
        Table.Grounds(
          rule: "A step of a shortest path: these claims have the two entities as their subject "
            + "and object, one way or the other.",
          claims: [("", joining[row])])
      })
  }
}

/// The columns of steps in the making.
private struct PathColumns {
  var paths: [Int32] = []
  var steps: [Int32] = []
  var from: [Int32] = []
  var to: [Int32] = []
  var directions: [UInt8] = []
  /// The keys of the claims that make each step, in the order of their ids.
  var claims: [[Int32]] = []
}
