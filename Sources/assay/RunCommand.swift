import ArgumentParser
import AssayEngine
import AssayModel
import AssayRender
import AssayShell
import AssayText

/// `assay run SCRIPT…`: saved scripts, in batch.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs saved scripts, up to the first failure.")

  @Argument(
    help: .init("The scripts, in the order in which they run.", valueName: "script"),
    completion: .file(extensions: ["assay", "md"]))
  var scripts: [String]

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

  @Flag(help: "Goes on after a failure; the exit code is that of the first one.")
  var keepGoing = false

  @Flag(help: "Plain lines for a screen reader: nothing drawn or coloured.")
  var plain = false

  @OptionGroup var options: SafetyOptions

  @Option(
    help: .init(
      "How standard error tells what is wrong: \(DiagnosticForm.names).", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  @OptionGroup var limits: LimitOptions

  func run() throws {
    let run = Run(diagnostics, plain: plain)
    let given = ParameterValues(
      Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
    var workspaces: [String: Workspace] = [:]
    var first: Exit?
    for script in scripts {
      do throws(Exit) {
        try self.run(script, given, run, &workspaces)
      } catch {
        guard keepGoing, error.code != .interrupted else { throw error }
        first = first ?? error
      }
    }
    if let first { throw first }
  }

  private func run(
    _ script: String, _ given: ParameterValues, _ run: Run, _ workspaces: inout [String: Workspace]
  ) throws(Exit) {
    let text = try run.script(script)
    let folder = corpus ?? run.nearestCorpus(from: script)
    let workspace = if let known = workspaces[folder] { known } else { try run.open(folder) }
    options.apply(to: workspace)
    workspaces[folder] = workspace
    workspace.environment = .init()
    // What one script sets does not hold for the next.
    workspace.limits = options.limits(or: limits.limits)
    let session = run.session(workspace, format: format, safety: options.safety)
    try session.requireSound()
    try session.run(text, given: given, keepsGoing: keepGoing)
  }
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
