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

  /// What the analysis looks at.
  var monitor: WorkMonitor { workspace.monitor }

  /// The rows of the analysis.
  func table() throws -> Table {
    switch analysis.kind {
    case .conflicts(let options): try conflicts(options)
    case .support(let options): try support(options)
    case .origins(let options): try origins(options)
    case .weigh(let options): try weigh(options)
    case .copies(let scope): try copies(scope)
    case .candidates: try candidates()
    case .path(let from, let to, let onlyAsserted):
      try paths(from: from, to: to, onlyAsserted: onlyAsserted)
    case .network(let scope): try network(scope)
    case .matrix(let questions, let isLong): try matrix(questions, isLong: isLong)
    case .omissions(let least, let source, let options):
      try omissions(least: least, of: source, options)
    case .hypotheses(let question, let options, let givesClaims):
      try hypotheses(question, options, givesClaims: givesClaims)
    case .drift: try drift()
    case .agreement(let givesDifferences): try agreement(givesDifferences)
    case .kwic(let scope): try kwic(scope)
    case .search(let search): try self.search(search)
    case .words(let scope): try wordList(scope)
    case .collocates(let scope): try collocates(scope)
    case .keywords(let scope): try keywords(scope)
    case .dispersion(let scope): try dispersion(scope)
    case .mentions: try mentions()
    }
  }
}
