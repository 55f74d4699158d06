import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayRender
import AssayText
import Glibc

/// Runs programs on a corpus: results go to standard output, everything else to standard error.
package final class Session {
  package let workspace: Workspace
  package let terminal: Terminal
  /// The format of results that do not say their own.
  package var format: OutputFormat
  /// Shown in tables where a value is missing.
  package var nulls = ""
  /// Whether charts are drawn with ASCII alone.
  package var chartsAreASCII: Bool
  /// Set by `quit`.
  package var isOver = false
  /// Whoever sits at the prompt; `nil` in batch.
  package weak var dialogue: (any Dialogue)?
  /// What the session may do beside answering queries.
  package let safety: Safety
  /// How deep files run each other.
  var depth = 0
  /// How a file ended that a command has run, if it failed; its faults have been told.
  var failure: Exit?
  /// The plan of the last result, for `why`, and what the corpus was then.
  private var lastPlan: (plan: LogicalPlan, revision: Int)?
  let output: Output
  private let diagnostics: DiagnosticRenderer

  package init(
    _ workspace: Workspace, format: OutputFormat = .table, diagnostics: DiagnosticForm = .text,
    terminal: Terminal, safety: Safety = Safety()
  ) {
    self.safety = safety
    (self.workspace, self.format, self.terminal) = (workspace, format, terminal)
    output = Output(descriptor: 1)
    chartsAreASCII = terminal.showsOnlyASCII
    self.diagnostics = DiagnosticRenderer(isColored: terminal.isColored, form: diagnostics)
  }

  /// The words that the parser takes from the lists.
  package static let grammar = Grammar(
    stages: Dictionary(uniqueKeysWithValues: StageSpec.all.map { ($0.name, $0.form) }),
    queryFunctions: FunctionSpec.queryFunctions,
    commands: Set(CommandSpec.all.map(\.name)), relations: Set(RelationSpec.all.map(\.name)))

  /// Binds a whole program and runs it, up to the first failure.
  package func run(
    _ text: SourceText, given: ParameterValues = ParameterValues()
  ) throws(Exit) {
    let steps: [Step]
    do {
      steps = try ProgramBinder.bind(text, grammar: Self.grammar, in: workspace, given: given)
    } catch {
      throw reportOfProgram(error.all)
    }
    workspace.statementText = text
    for step in steps where !isOver {
      do throws(Diagnostic) {
        if case .declare(let records) = step {
          try declare(records, in: text)
        } else {
          try run(step)
        }
      } catch {
        throw reportOfProgram([error.located(in: text)])
      }
      if let failure {
        self.failure = nil
        throw failure
      }
    }
  }

  private func run(_ step: Step) throws(Diagnostic) {
    workspace.forgetAnalyses()
    switch step {
    case .query(let query): try run(query)
    case .explain(let plan): try write(workspace.explanation(of: plan))
    case .expect(let condition, let message, _):
      try workspace.check(condition, message: message, at: condition.span)
    case .command(let name, let arguments, _):
      guard let command = CommandSpec.named(name.text) else { return }
      try command.run(self, name, arguments)
    case .declare: break
    }
  }

  private func run(_ query: BoundQuery) throws(Diagnostic) {
    lastPlan = (query.plan, workspace.revision)
    var sink: any RowSink
    if let path = query.ending.path {
      let format = query.ending.format ?? OutputFormat(path: path) ?? format
      let chart = query.ending.chart
      let place = try safety.outputPath(path, at: query.ending.pathSpan)
      sink = try FileSink(path: place, at: query.ending.pathSpan) { output in
        guard let chart else { return format.renderer(to: output, RenderSettings()) }
        return path.lowercased().hasSuffix(".svg")
          ? SVGChartRenderer(chart, to: output, title: Printer.text(of: query.rows))
          : ChartRenderer(chart, to: output, RenderSettings())
      }
    } else if let chart = query.ending.chart {
      sink = ChartRenderer(chart, to: output, renderSettings)
    } else {
      sink = renderer(query.ending.format ?? format)
    }
    do throws(QueryFailure) {
      try workspace.run(query.plan, into: &sink)
    } catch {
      switch error {
      case .diagnostic(let diagnostic): throw diagnostic
      case .output(let failure): try handle(failure)
      }
    }
  }

  /// `why N` and `why not @id`.
  func why(_ name: Name, _ arguments: [Name]) throws(Diagnostic) {
    let plan = try planOfLastResult(at: name.span)
    if arguments.count == 1, let row = Int(arguments[0].text), row > 0 {
      return try write(workspace.why(row, of: plan, at: arguments[0].span))
    }
    if arguments.count == 2, arguments[0].text == "not", arguments[1].text.hasPrefix("@") {
      let id = String(arguments[1].text.dropFirst())
      return try write(workspace.whyNot(id, in: plan, at: arguments[1].span))
    }
    throw Diagnostic(
      .wrongArguments, at: arguments.first?.span ?? name.span,
      "`why` takes the number of a row, or `not` and an `@id`")
  }

  /// The plan of the last result.
  ///
  /// - Throws: `nothingBefore` when there is none, or when its rows may be others by now.
  func planOfLastResult(at span: Span) throws(Diagnostic) -> LogicalPlan {
    guard let lastPlan else {
      throw Diagnostic(
        .nothingBefore, at: span, "there is no result to ask about",
        hint: "ask for rows first: `claims | …`")
    }
    guard lastPlan.revision == workspace.revision else {
      throw Diagnostic(
        .nothingBefore, at: span, "the corpus has changed since the last result",
        hint: "ask for the rows again")
    }
    return lastPlan.plan
  }

  /// Whether results for reading are coloured.
  var paintsOutput: Bool { terminal.outputIsTerminal && terminal.isColored }

  private var renderSettings: RenderSettings {
    RenderSettings(
      width: terminal.width, isTerminal: terminal.outputIsTerminal, nulls: nulls,
      isASCII: chartsAreASCII)
  }

  /// A renderer of results for standard output.
  func renderer(_ format: OutputFormat) -> any RowSink {
    let renderer = format.renderer(to: output, renderSettings)
    guard format.hidesSummary else { return renderer }
    return NotedSink(renderer) { [weak self] in self?.say($0) }
  }

  /// Shows rows that are made here, such as a list of stages.
  func show(_ columns: [Column], _ rows: [[String?]], noun: String) throws(Diagnostic) {
    var sink = renderer(format)
    do throws(OutputFailure) {
      try sink.begin(columns)
      var buffer = RowBuffer()
      for row in rows {
        buffer.removeAll()
        for cell in row { if let cell { buffer.append(cell) } else { buffer.appendMissing() } }
        try sink.row(buffer)
      }
      try sink.end(ResultSummary(rowCount: rows.count, noun: noun))
    } catch {
      try handle(error)
    }
  }

  /// Writes text to standard output.
  func write(_ text: String) throws(Diagnostic) {
    do throws(OutputFailure) {
      try output.write(text)
      try output.flush()
    } catch {
      try handle(error)
    }
  }

  /// A reader that has gone away, like `head`, has what it wanted; anything else is a fault.
  private func handle(_ failure: OutputFailure) throws(Diagnostic) {
    switch failure {
    case .closed: isOver = true
    case .unwritable(let path, let reason):
      throw Diagnostic(.unwritableFile, at: nil, "cannot write `\(path)`: \(reason)")
    }
  }

  /// Writes diagnostics to standard error, and says how the run ends.
  @discardableResult
  package func report(_ all: [Diagnostic]) -> Exit {
    try? output.flush()
    // The terminal has shown `^C` on a line that is not ended.
    if terminal.errorIsTerminal, all.first?.code == .interrupted { say("\n") }
    tell(diagnostics.text(of: all))
    return Exit(all.first.map { ExitCode($0.code) } ?? .wrongProgram)
  }

  /// The same for a program: a record that it declares wrongly is not the corpus's fault.
  private func reportOfProgram(_ all: [Diagnostic]) -> Exit {
    let exit = report(all)
    return exit.code == .brokenCorpus ? Exit(.wrongProgram) : exit
  }

  /// Writes to standard error what is no diagnostic.
  package func say(_ text: String) { tell(diagnostics.note(text)) }

  private func tell(_ text: String) {
    let errors = Output(descriptor: 2, path: "standard error")
    try? errors.write(text)
    try? errors.flush()
  }
}

extension OutputFormat {
  /// Whether the format has no place for the line under a result.
  fileprivate var hidesSummary: Bool {
    switch self {
    case .table, .list, .markdown, .html, .footnotes: false
    case .csv, .tsv, .json, .jsonl: true
    }
  }
}

/// Tells on standard error what a format without a footer cannot: that there are no rows and why,
/// and how many were left out.
private struct NotedSink: RowSink {
  private var inner: any RowSink
  private let tell: (String) -> Void

  init(_ inner: any RowSink, tell: @escaping (String) -> Void) {
    (self.inner, self.tell) = (inner, tell)
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) { try inner.begin(columns) }
  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) { try inner.row(row) }
  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    try inner.end(summary)
    if let reason = summary.emptyReason { tell("no \(summary.noun): \(reason)\n") }
    for note in summary.notes { tell(note + "\n") }
    for each in summary.leftOut { tell("\(each.rowCount) left out: \(each.reason)\n") }
  }
}
