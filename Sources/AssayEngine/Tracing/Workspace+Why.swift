import AssayModel
import AssayQuery
import AssayStore
import AssayText

extension Workspace {
  /// Where a row comes from: the stages that let it pass, the rule that made it, and the records
  /// below it down to the quoted words.
  ///
  /// - Parameter row: counted from 1.
  /// - Throws: `noSuchRow` when the result is shorter.
  package func why(_ row: Int, of plan: LogicalPlan, at span: Span) throws(Diagnostic) -> String {
    try Diagnostic.telling {
      let planned = try runSegments(of: plan).plan
      var tree = TraceTree()
      tree.add("row \(row)" + Self.passed(plan))
      guard try trace(planned, row - 1, into: &tree) else {
        let count = try self.count(plan)
        throw Diagnostic(
          .noSuchRow, at: span, "the last result has \(count) row\(count == 1 ? "" : "s")")
      }
      return tree.text
    }
  }

  /// The conditions that stand between the relation and the result.
  private static func passed(_ plan: LogicalPlan) -> String {
    let words = plan.stages.compactMap { stage -> String? in
      switch stage {
      case .filter(_, _, let words): words
      case .analysis(_, let analysis): analysis.words
      default: nil
      }
    }
    return words.isEmpty ? "" : ", by " + words.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// Adds what stands below a row, counted from 0; `false` if there is no such row.
  private func trace(
    _ plan: LogicalPlan, _ row: Int, into tree: inout TraceTree
  ) throws -> Bool {
    if let relation = plan.relation, let sql = SQLCompiler.compileKey(plan, row: row) {
      let statement = try prepare(sql)
      guard try step(statement) else { return false }
      try trace(key: statement.integer(0), of: relation, into: &tree)
      return true
    }
    guard let group = SQLCompiler.compileGroup(plan, row: row) else { return false }
    let statement = try prepare(group.keys)
    guard try step(statement) else { return false }
    let values = (0..<group.input.keys.reduce(0) { $0 + Schema.parts(of: $1.value.type).count })
      .map { statement.value($0) }
    try traceMembers(group.input, values, into: &tree)
    return true
  }

  /// How many records are told one by one.
  private static let mostRecords = 12

  private func traceMembers(
    _ grouping: SQLCompiler.Grouping, _ values: [SQLValue?], into tree: inout TraceTree
  ) throws {
    guard let relation = grouping.input.relation,
      let sql = SQLCompiler.compileMembers(grouping, values)
    else { return tree.add("a group of rows that were grouped before") }
    let statement = try prepare(sql)
    var keys: [Int64] = []
    while try step(statement) { keys.append(statement.integer(0)) }
    tree.add("gathers \(keys.count) \(keys.count == 1 ? "row" : "rows") of \(relation.name)")
    tree.enter()
    for key in keys.prefix(Self.mostRecords) { try trace(key: key, of: relation, into: &tree) }
    if keys.count > Self.mostRecords { tree.add("… and \(keys.count - Self.mostRecords) more") }
    tree.leave()
  }

  /// Adds a record, or a row of an analysis with the claims it rests on.
  private func trace(
    key: Int64, of relation: RelationSpec, into tree: inout TraceTree
  ) throws {
    if let finished = analyses.first(where: { $0.segment.table == relation.table }) {
      let grounds = try finished.table.grounds(Int(key) - 1)
      if !grounds.rule.isEmpty { tree.add(grounds.rule) }
      for group in grounds.claims {
        if !group.heading.isEmpty { tree.add(group.heading) }
        tree.enter()
        for claim in group.keys.prefix(Self.mostRecords) {
          try RecordTrace(self).add(.claim, Int64(claim), to: &tree)
        }
        let more = group.keys.count - Self.mostRecords
        if more > 0 { tree.add("… and \(more) more") }
        tree.leave()
      }
      tree.enter()
      for passage in grounds.passages.prefix(Self.mostRecords) {
        try RecordTrace(self).addPassage(Int64(passage), to: &tree)
      }
      tree.leave()
      return
    }
    guard let kind = relation.kind else { return try RecordTrace(self).addPassage(key, to: &tree) }
    try RecordTrace(self).add(kind, key, to: &tree)
  }
}

extension AssayStore.Statement {
  /// The value of a cell as it can be bound again; `nil` for a missing one.
  func value(_ column: Int) -> SQLValue? {
    if isNull(column) { return nil }
    if isInteger(column) { return .integer(integer(column)) }
    return isReal(column) ? .real(double(column)) : .text(text(column))
  }
}

/// Lines with their depth.
struct TraceTree {
  private(set) var text = ""
  private var depth = 0

  mutating func add(_ line: String) {
    text += String(repeating: "  ", count: depth) + VisibleText.of(line) + "\n"
  }

  mutating func enter() { depth += 1 }
  mutating func leave() { depth -= 1 }
}
