import ArgumentParser
import AssayCorpus
import AssayEngine
import AssayModel
import AssayRender
import AssayShell
import AssayText

/// `assay run SCRIPT…`: saved scripts, in batch.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs saved scripts, up to the first failure.",
    discussion: """
      Results go to standard output. --check holds them to what is recorded beside the scripts; \
      --out keeps them in a folder, with a manifest of all that they were made of, which `assay \
      verify` makes again. Neither depends on the terminal or the locale. `help scripts` says \
      the rest.
      """)

  @Argument(
    help: .init(
      "The scripts, in the order in which they run; `-` is standard input.", valueName: "script"),
    completion: .file(extensions: ["assay", "md"]))
  var scripts: [String] = []

  @Option(
    help: .init(
      "The folder of the corpus; the nearest one at or above the script otherwise.",
      valueName: "folder"),
    completion: .directory)
  var corpus: String?

  @Option(
    name: .customLong("set"),
    help: .init("A value for a parameter of the scripts.", valueName: "name=value"))
  var values: [ParameterArgument] = []

  @Option(help: "How results are written: \(OutputFormat.names).")
  var format: OutputFormat?

  @Option(
    help: .init(
      "Weaves the script and its results into one report: \(ReportForm.names).",
      valueName: "form"))
  var to: ReportForm?

  @Flag(help: "Goes on after a failure; the exit code is that of the first one.")
  var keepGoing = false

  @Flag(
    help: """
      Shows nothing, but compares what each script writes with the record beside it, NAME.out, \
      and shows the differences.
      """)
  var check = false

  @Flag(help: "Writes the records that --check compares with.")
  var update = false

  @Flag(help: "Runs again whenever a script or the corpus changes, until Ctrl-C.")
  var watch = false

  @Flag(help: "Plain lines for a screen reader: nothing drawn or coloured.")
  var plain = false

  @OptionGroup var options: SafetyOptions

  @Option(
    help: .init(
      "How standard error tells what is wrong: \(DiagnosticForm.names).", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  @OptionGroup var limits: LimitOptions

  @Option(
    help: .init(
      "The order in which the index holds the records of the corpus.", valueName: "order",
      visibility: .hidden))
  var recordOrder: RecordOrder = .declared

  @Flag(help: .init("Files need not outlast a power cut.", visibility: .hidden))
  var fleeting = false

  /// What the scripts may do.
  var safety: Safety { options.safety(isFleeting: fleeting) }

  /// Whether results are held to what is recorded of them.
  var checks: Bool { check || update }

  func validate() throws {
    guard !scripts.isEmpty else {
      throw ValidationError("no script to run: `assay run SCRIPT…`; `-` is standard input")
    }
    if !Run.standardInputNames.isDisjoint(with: scripts), checks || options.out != nil || watch {
      throw ValidationError("a script from standard input cannot be kept, checked or watched")
    }
    if check, update { throw ValidationError("`--check` and `--update` exclude each other") }
    if to != nil, scripts.count > 1 {
      throw ValidationError("`--to` makes one report of one script")
    }
    if to != nil, format != nil {
      throw ValidationError("`--format` is for results alone; `--to` says what a report is")
    }
    if to != nil, checks {
      throw ValidationError(
        "results are recorded, not reports: `--check` and `--update` without `--to`")
    }
    if options.safe, update { throw ValidationError("--safe writes nothing, so not --update") }
    guard checks else { return }
    var records: [String: String] = [:]
    for script in scripts {
      let record = RecordedResult(of: script).path
      if let other = records.updateValue(script, forKey: record), other != script {
        throw ValidationError("`\(other)` and `\(script)` would both be recorded in `\(record)`")
      }
    }
  }

  func run() throws {
    let run = Run(diagnostics, plain: plain)
    var batch = ScriptBatch(self, run)
    guard !watch else { return try run.watch(&batch) }
    try batch.runAll()
  }
}

extension RecordOrder: ExpressibleByArgument {}

extension ReportForm: ExpressibleByArgument {
  /// The forms for help.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

/// `name=value`.
struct ParameterArgument: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}
