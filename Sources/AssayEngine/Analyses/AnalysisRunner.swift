import AssayAnalysis
import AssayModel
import AssayQuery
import AssayStore
import AssayText

/// Runs one analysis: reads what it needs of the index, asks the function, makes rows of the answer.
struct AnalysisRunner {
  let workspace: Workspace
  let input: LogicalPlan
  let analysis: Analysis

  init(_ workspace: Workspace, _ segment: Segment) {
    self.workspace = workspace
    (input, analysis) = (segment.input, segment.analysis)
  }

  /// The rows of the analysis.
  func table() throws -> Table {
    switch analysis.kind {
    case .conflicts(let options): try conflicts(options)
    case .support(let options): try support(options)
    case .origins(let options): try origins(options)
    case .weigh(let options): try weigh(options)
    case .copies, .matrix, .omissions, .hypotheses, .drift, .path,
      .network:
      Table(rowCount: 0, cells: [])
    }
  }
}
