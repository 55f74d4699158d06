import AssayLanguage
import AssayModel
import AssayQuery
import AssayStore
import AssayText

/// What a query ended with.
package enum QueryFailure: Error {
  case diagnostic(Diagnostic)
  case output(OutputFailure)
}

extension Workspace {
  /// Runs a query and hands its rows to `sink`, one by one.
  ///
  /// - Parameters:
  ///   - mayBeCut: whether a result with more rows than the limit is ended with a note; otherwise
  ///     it is not ended.
  ///   - grounds: what finds the claims that the rows rest on.
  /// - Throws: `limitReached`, after the rows that the limit allows.
  package func run(
    _ plan: LogicalPlan, into sink: inout any RowSink, mayBeCut: Bool = true,
    grounds: RowGrounds? = nil
  ) throws(QueryFailure) {
    var count = 0
    do {
      let run = try runSegments(of: plan)
      let compiled = grounds?.compile(run.plan) ?? SQLCompiler.compile(run.plan)
      let statement = try prepare(compiled.sql)
      let reader = RowReader(compiled, ids: ids)
      var row = RowBuffer()
      try sink.begin(compiled.columns.map { Column($0.name, $0.type.cell, $0.alignment) })
      try monitor.enter(.querying)
      while try step(statement) {
        if let most = limits.rows, count == most {
          if mayBeCut { try sink.end(cutSummary(of: run, count: count)) }
          throw Diagnostic.tooManyRows(most)
        }
        try reader.read(statement, into: &row)
        grounds?.add(statement)
        try sink.row(row)
        count += 1
        try monitor.reach(count)
      }
      try grounds?.find(in: self)
      try sink.end(try summary(of: run, compiled, count: count))
    } catch let error as StoreError {
      throw .diagnostic(.storeFailed(error))
    } catch let error as OutputFailure {
      throw .output(error)
    } catch let error as Diagnostic {
      throw .diagnostic(error)
    } catch let stop as Cancelled {
      throw .diagnostic(Diagnostic(stop))
    } catch {}
  }

  /// Goes to the next row, unless the work is to stop: the connection looks at the monitor.
  func step(_ statement: AssayStore.Statement) throws(StoreError) -> Bool {
    try statement.step()
  }

  /// What stands under a result that the limit has cut.
  private func cutSummary(of run: PlannedRun, count: Int) -> ResultSummary {
    var summary = ResultSummary(rowCount: count, noun: run.plan.relation?.name ?? "rows")
    summary.notes = run.notes + ["cut: there are more; `limit-rows` is \(count)"]
    return summary
  }

  private func summary(
    of run: PlannedRun, _ compiled: CompiledQuery, count: Int
  ) throws -> ResultSummary {
    var summary = ResultSummary(rowCount: count, noun: run.plan.relation?.name ?? "rows")
    summary.leftOut = try run.leftOut + leftOut(compiled.probes)
    summary.notes = run.notes
    // A count of nothing is a row, and still says why there is nothing.
    if count > 0, let reason = run.emptyReason { summary.notes.append(reason) }
    if count == 0 { summary.emptyReason = try run.emptyReason ?? emptyReason(of: run.plan) }
    return summary
  }

  /// What the conditions of a statement could neither keep nor drop.
  func leftOut(_ probes: [LeftOutProbe]) throws -> [LeftOut] {
    var found: [LeftOut] = []
    for probe in probes {
      let statement = try prepare(probe.sql)
      guard try step(statement), statement.integer(0) > 0 else { continue }
      found.append(leftOut(probe, statement))
    }
    return found
  }

  private func leftOut(_ probe: LeftOutProbe, _ statement: AssayStore.Statement) -> LeftOut {
    let total = Int(statement.integer(0))
    var reasons: [String] = []
    let unexplained = Int(statement.integer(1))
    for (index, field) in probe.fields.enumerated() {
      let missing = Int(statement.integer(index + 2))
      if missing == total { return LeftOut(rowCount: total, reason: "`\(field)` is missing") }
      if missing > 0 { reasons.append("`\(field)` is missing in \(missing)") }
    }
    // What is not missing has another unit, or bounds that leave the comparison open.
    if reasons.isEmpty {
      let fields = probe.fields.map { "`\($0)`" }.joined(separator: ", ")
      return LeftOut(rowCount: total, reason: "\(fields) cannot be compared")
    }
    if unexplained > 0 { reasons.append("cannot be compared in \(unexplained)") }
    return LeftOut(rowCount: total, reason: reasons.joined(separator: ", "))
  }

  /// The first point of a pipeline at which no row is left.
  func emptyReason(of plan: LogicalPlan) throws -> String? {
    var steps: [LogicalPlan] = []
    var next: LogicalPlan? = plan
    while let step = next {
      steps.append(step)
      next = step.input
    }
    var before = 0
    for step in steps.reversed() {
      let count = try self.countRows(step)
      guard count == 0 else {
        before = count
        continue
      }
      switch step {
      case .relation(let relation): return "the corpus has no \(relation.name)"
      case .filter(_, _, let words): return Diagnostic.readable("none of \(before) fits `\(words)`")
      case .slice: return "the slice is empty"
      case .answers: return "none of \(before) bears on the question"
      case .project, .aggregate, .sort, .analysis: return nil
      }
    }
    return nil
  }

  /// How many rows a plan has.
  package func count(_ plan: LogicalPlan) throws -> Int {
    try countRows(try runSegments(of: plan).plan)
  }

  private func countRows(_ plan: LogicalPlan) throws -> Int {
    let statement = try prepare(SQLCompiler.compileCount(plan))
    return try step(statement) ? Int(statement.integer(0)) : 0
  }

  /// The value of an expression that is asked of no rows; `nil` when it is missing.
  package func evaluate(_ expression: BoundExpression) throws(Diagnostic) -> Constant? {
    if case .constant(let constant) = expression.node { return constant }
    let ready = try runSegments(of: expression)
    let compiled = SQLCompiler.compile(ready)
    do throws(StoreError) {
      let statement = try prepare(compiled.sql)
      guard try statement.step() else { return nil }
      return try RowReader(compiled, ids: ids).constant(statement)
    } catch {
      throw .storeFailed(error)
    }
  }

  func prepare(_ sql: SQL) throws(StoreError) -> AssayStore.Statement {
    ActiveConnection.set(connection)
    let statement = try connection.prepare(sql.text)
    for (index, value) in sql.bindings.enumerated() {
      switch value {
      case .integer(let integer): statement.bind(integer, at: index + 1)
      case .real(let real): statement.bind(real, at: index + 1)
      case .text(let text): statement.bind(text, at: index + 1)
      }
    }
    return statement
  }
}
