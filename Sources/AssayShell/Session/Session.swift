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
  /// Who records claims here; empty where nobody says.
  package var coder = ""
  /// What the session may do beside answering queries.
  package let safety: Safety
  /// What is written down of the script that runs; `nil` where nobody asks.
  package var notes: ScriptNotes?
  /// How deep files run each other.
  var depth = 0
  /// How a file ended that a command has run, if it failed; its faults have been told.
  var failure: Exit?
  /// What `set` says of the way in which results are shown.
  var showing: ShowingSettings
  /// The last query, for `why` and `last`, and what the corpus was then.
  var lastQuery: (query: BoundQuery, revision: Int)?
  /// The rows of the last result that was shown; kept at the prompt alone.
  var lastRows: (query: BoundQuery, rows: RowStore)?
  /// How many queries have been run to their end.
  var queryCount = 0
  /// Who leads through a lesson; `nil` outside of one.
  package var guide: LessonGuide?
  /// What writes the session down, since `record`.
  var recorder: Recorder?
  /// What makes a report of the session, while one is woven.
  var weaver: Weaver?
  /// Where the prompt shows results; `nil` where there is no prompt.
  private(set) var screen: Screen?
  private(set) var output: Output
  /// Where everything goes that is no result.
  private let errors: Output
  private let diagnostics: DiagnosticRenderer
  /// Whether the last statement showed how far it was, to its end.
  private var showedProgress = false

  package init(
    _ workspace: Workspace, format: OutputFormat = .table, diagnostics: DiagnosticForm = .text,
    terminal: Terminal, safety: Safety = Safety(), output: Output = Output(descriptor: 1),
    errors: Output = Output(descriptor: 2, path: "standard error")
  ) {
    self.safety = safety
    (self.workspace, self.format, self.terminal) = (workspace, format, terminal)
    (self.output, self.errors) = (output, errors)
    chartsAreASCII = terminal.showsOnlyASCII
    showing = ShowingSettings(terminal, isSafe: safety.isSafe)
    self.diagnostics = DiagnosticRenderer(
      isColored: terminal.isColored, isPlain: terminal.isPlain, form: diagnostics)
    output.beforeWriting = { [monitor = workspace.monitor] in monitor.quiet() }
  }

  /// From here on results go to a screen, by a pager if they do not fit, and their rows are kept.
  func openScreen() {
    let screen = Screen(pager: showing.pager) { [weak self] in self?.sayNow($0) }
    self.screen = screen
    output = Output(to: screen)
    output.beforeWriting = { [monitor = workspace.monitor] in monitor.quiet() }
  }

  /// From here on results go to `output`; gives where they went before.
  func redirect(to output: Output) -> Output {
    defer { self.output = output }
    return self.output
  }

  /// The words that the parser takes from the lists.
  package static let grammar = Grammar(
    stages: Dictionary(uniqueKeysWithValues: StageSpec.all.map { ($0.name, $0.form) }),
    queryFunctions: FunctionSpec.queryFunctions,
    commands: Set(CommandSpec.all.map(\.name)), relations: Set(RelationSpec.all.map(\.name)))

  /// Binds a whole program and runs it, up to the first failure.
  ///
  /// - Parameter keepsGoing: whether a statement that fails only ends the run when the others
  ///   have been run.
  package func run(
    _ text: SourceText, given: ParameterValues = ParameterValues(), keepsGoing: Bool = false
  ) throws(Exit) {
    try run(program(text, given: given), keepsGoing: keepsGoing)
  }

  /// Binds a whole program.
  ///
  /// - Parameter faults: what is wrong beside the program; told with the faults of it.
  package func program(
    _ text: SourceText, given: ParameterValues = ParameterValues(),
    besides faults: [Diagnostic] = []
  ) throws(Exit) -> BoundProgram {
    let program: BoundProgram
    do {
      program = try ProgramBinder.bind(
        text, grammar: Self.grammar, in: workspace, given: given, uses: scriptUses)
    } catch {
      throw reportOfProgram(faults.isEmpty ? error.all : (error.all + faults).inOrderOfPlace)
    }
    guard faults.isEmpty else { throw reportOfProgram(faults) }
    return program
  }

  /// How the scripts are read that a program uses.
  private var scriptUses: ScriptUses {
    ScriptUses { [weak self] path throws(Diagnostic) in
      self?.notes?.look(at: path.text)
      try self?.requireReadable(path)
    }
  }

  /// Runs a program that is bound.
  package func run(_ program: BoundProgram, keepsGoing: Bool = false) throws(Exit) {
    notes?.use(program.used)
    var first: Exit?
    for bound in program.steps where !isOver {
      do throws(Exit) {
        try run(bound)
      } catch {
        guard keepsGoing, error.code != .interrupted else { throw error }
        first = first ?? error
      }
    }
    if let first { throw first }
  }

  /// Runs a step and tells its fault.
  package func run(_ bound: BoundStep) throws(Exit) {
    workspace.statementText = bound.text
    do throws(Diagnostic) {
      if case .declare(let records) = bound.step {
        workspace.monitor.begin(workspace.limits)
        defer { showedProgress = workspace.monitor.end() }
        try declare(records, in: bound.text)
        try finishShowing()
      } else {
        try run(bound.step)
      }
    } catch {
      throw reportOfProgram([error.located(in: bound.text)])
    }
    if let failure {
      self.failure = nil
      throw failure
    }
  }

  /// The same for a program that may declare records and go on with them: up to each declaration
  /// it is bound as a whole, and nothing is written before all of it was looked through.
  package func runDeclaring(_ text: SourceText) throws(Exit) {
    let parts = StatementText.parts(of: text)
    if parts.count > 1 { try requirePlausible(text) }
    for part in parts where !isOver { try run(part) }
  }

  /// Tells what is wrong with a program whatever its declarations may add to the corpus.
  private func requirePlausible(_ text: SourceText) throws(Exit) {
    let before = workspace.environment
    defer { workspace.environment = before }
    do {
      _ = try ProgramBinder.bind(
        text, grammar: Self.grammar, in: workspace, uses: scriptUses)
    } catch {
      // Records, and predicates as columns, may be declared in the text itself.
      let firm = error.all.filter { ![.unknownRecord, .unknownColumn].contains($0.code) }
      guard firm.isEmpty else { throw reportOfProgram(firm) }
    }
  }

  private func run(_ step: Step) throws(Diagnostic) {
    let watch = Stopwatch(screen)
    try perform(step)
    try finishShowing()
    if showing.hasTiming { say("time: \(watch.words)\n", isAside: true) }
  }

  private func perform(_ step: Step) throws(Diagnostic) {
    workspace.forgetAnalyses()
    workspace.monitor.begin(workspace.limits)
    defer { showedProgress = workspace.monitor.end() }
    switch step {
    case .query(let query): try run(query)
    case .explain(let plan): try write(workspace.explanation(of: plan))
    case .expect(let condition, let message, _):
      try workspace.check(condition, message: message, at: condition.span)
      weaver?.hold()
    case .command(let name, let arguments, _):
      guard let command = CommandSpec.named(name.text) else { return }
      try command.run(self, name, arguments)
    case .declare: break
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
    guard let lastQuery else {
      throw Diagnostic(
        .nothingBefore, at: span, "there is no result to ask about",
        hint: "ask for rows first: `claims | …`")
    }
    guard lastQuery.revision == workspace.revision else {
      throw Diagnostic(
        .nothingBefore, at: span, "the corpus has changed since the last result",
        hint: "ask for the rows again")
    }
    return lastQuery.query.plan
  }

  /// Writes text to standard output.
  ///
  /// - Parameter plainly: the text as it is where there is no terminal, if that is another.
  func write(_ text: String, plainly: @autoclosure () -> String? = nil) throws(Diagnostic) {
    if let recorder { try? recorder.output.write(plainly() ?? text) }
    do throws(OutputFailure) {
      try output.write(weaver == nil ? text : plainly() ?? text)
      try output.flush()
    } catch {
      try handle(error)
    }
  }

  /// A reader that has gone away, like `head`, has what it wanted; anything else is a fault.
  func handle(_ failure: OutputFailure) throws(Diagnostic) {
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
    try? screen?.finish()
    // The terminal has shown `^C` on a line that is not ended.
    if terminal.errorIsTerminal, all.first?.code == .interrupted, !showedProgress {
      say("\n", isAside: true)
    }
    try? recorder?.output.write(DiagnosticRenderer(isColored: false).text(of: all))
    weaver?.add(all)
    sayNow(diagnostics.text(of: all))
    return Exit(all.first.map { ExitCode($0.code) } ?? .wrongProgram)
  }

  /// The same for a program: a record that it declares wrongly is not the corpus's fault.
  private func reportOfProgram(_ all: [Diagnostic]) -> Exit {
    let exit = report(all)
    return exit.code == .brokenCorpus ? Exit(.wrongProgram) : exit
  }

  /// Writes to standard error what is no diagnostic, after what is on its way to the screen.
  ///
  /// - Parameter isAside: whether only somebody at the prompt needs it.
  package func say(_ text: String, isAside: Bool = false) {
    if !isAside { try? recorder?.output.write(text) }
    let note = diagnostics.note(text)
    if let screen, screen.isShowing { return screen.sayAtEnd(note) }
    sayNow(note)
  }

  private func sayNow(_ text: String) {
    workspace.monitor.quiet()
    try? errors.write(text)
    try? errors.flush()
  }
}
