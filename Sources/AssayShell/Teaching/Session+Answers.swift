import AssayEngine
import AssayModel
import AssayQuery
import AssaySessions
import AssayText

/// Results as values, for judging answers.
extension Session {
  /// Runs a program without showing anything; what it defines is forgotten.
  func result(of program: String) -> ProgramResult {
    let text = SourceText(name: "<answer>", program)
    let (environment, statement) = (workspace.environment, workspace.statementText)
    defer { (workspace.environment, workspace.statementText) = (environment, statement) }
    do {
      let bound = try ProgramBinder.bind(text, grammar: Self.grammar, in: workspace)
      var last = ProgramResult.nothing
      for step in bound.steps {
        workspace.statementText = step.text
        switch step.step {
        case .query(let query):
          guard query.ending.path == nil else { return .failed("a lesson writes no files") }
          last = .rows(try rows(of: query))
        case .expect(let condition, let message, _):
          try workspace.check(condition, message: message, at: condition.span)
        case .explain, .command, .declare: continue
        }
      }
      return last
    } catch let faults as Diagnostics {
      return .failed(faults.all.first?.message ?? "")
    } catch let fault as Diagnostic {
      return .failed(fault.message)
    } catch {
      return .failed("")
    }
  }

  /// All rows of a query.
  func rows(of query: BoundQuery) throws(Diagnostic) -> ResultRows {
    workspace.forgetAnalyses()
    workspace.monitor.begin(workspace.limits)
    defer { workspace.monitor.end() }
    let collected = CollectedRows()
    try fetch(query, into: collected)
    return ResultRows(columns: collected.columns.map(\.name), rows: collected.rows)
  }
}

/// Keeps the cells of all rows.
private final class CollectedRows: RowSink {
  private(set) var columns: [Column] = []
  private(set) var rows: [[String?]] = []

  func begin(_ columns: [Column]) { self.columns = columns }
  func row(_ row: borrowing RowBuffer) {
    rows.append((0..<row.count).map { row.isMissing($0) ? nil : row.text(of: $0) })
  }
  func end(_ summary: ResultSummary) {}
}

extension PlayedShell: LessonShell {
  package func result(of program: String) -> ProgramResult { session.result(of: program) }
}
