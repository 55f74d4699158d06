import AssayModel
import AssayQuery
import AssayStore
import AssayText

/// A plan whose analyses have been run: what is left of it is one statement of SQL.
struct PlannedRun {
  let plan: LogicalPlan
  var leftOut: [LeftOut] = []
  var notes: [String] = []
  /// Why an analysis had nothing to give; what comes after it then has no row either.
  var emptyReason: String?
}

/// An analysis that has been run, with its rows.
struct FinishedAnalysis {
  let segment: Segment
  let table: Table
}

extension Workspace {
  /// Runs the analyses of a plan.
  func runSegments(of plan: LogicalPlan) throws(Diagnostic) -> PlannedRun {
    var planner = Planner(tableCount: analyses.count)
    var run = PlannedRun(plan: planner.plan(plan))
    for segment in planner.segments { try self.run(segment, noting: &run) }
    return run
  }

  /// Runs the analyses in the queries that an expression asks.
  func runSegments(of expression: BoundExpression) throws(Diagnostic) -> BoundExpression {
    var planner = Planner(tableCount: analyses.count)
    let ready = planner.expression(expression)
    var run = PlannedRun(plan: .relation(.claims))
    for segment in planner.segments { try self.run(segment, noting: &run) }
    return ready
  }

  private func run(_ segment: Segment, noting run: inout PlannedRun) throws(Diagnostic) {
    try Diagnostic.telling {
      try monitor.check()
      let compiled = SQLCompiler.compile(segment.input)
      let table = try self.table(of: segment, compiled.sql)
      try connection.attach(table, segment.analysis.rows, as: segment.table)
      analyses.append(FinishedAnalysis(segment: segment, table: table))
      run.leftOut += try leftOut(compiled.probes)
      run.notes += table.notes
      guard table.rowCount == 0, run.emptyReason == nil else { return }
      run.emptyReason = try emptyReason(of: segment.input) ?? table.emptyReason
    }
  }

  /// The rows of an analysis, which may have been asked before.
  private func table(of segment: Segment, _ input: SQL) throws -> Table {
    // The tables of other analyses have the same names in each statement, and other rows.
    let against = segment.analysis.against.map { SQLCompiler.compile($0).sql }
    let asked = input.text + (against?.text ?? "")
    let isOfRecords = !analyses.contains { asked.contains("\"\($0.segment.table)\"") }
    guard isOfRecords, try count(of: .claim) <= KeptAnalyses.mostClaims else {
      return try AnalysisRunner(self, segment).table()
    }
    let question = KeptAnalyses.Question(
      input: input, kind: segment.analysis.kind, against: against)
    if let known = keptAnalyses.table(for: question) { return known }
    let table = try AnalysisRunner(self, segment).table()
    keptAnalyses.keep(table, for: question)
    return table
  }

  /// Lets go of the rows of the last statement's analyses, before the next one runs.
  package func forgetAnalyses() {
    for each in analyses { try? connection.detach(each.segment.table) }
    analyses = []
  }
}
