import ArgumentParser
import AssayEngine
import AssayModel
import AssayRender
import AssayShell
import AssayText

/// `assay [CORPUS]`: the prompt, `-c`, or statements from a pipe.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens a corpus: the prompt, or statements to run.")

  @Argument(
    help: "The folder of the corpus; the nearest one at or above this folder otherwise.",
    completion: .directory)
  var corpus: String?

  @Option(
    name: .short,
    parsing: .unconditionalSingleValue,
    help: .init(
      "Statements to run instead of opening the prompt; may be given several times.",
      valueName: "statements"))
  var c: [String] = []

  @Option(help: "How results are written: \(OutputFormat.names).")
  var format: OutputFormat?

  @Flag(help: "Plain lines for a screen reader: nothing drawn, coloured or moved.")
  var plain = false

  @Flag(name: .customLong("no-init"), help: "Does not read the startup file of the prompt.")
  var skipsStartup = false

  @OptionGroup var options: SafetyOptions

  @Option(
    help: .init(
      "How standard error tells what is wrong: \(DiagnosticForm.names).", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  @OptionGroup var limits: LimitOptions

  func run() throws {
    let run = Run(diagnostics, plain: plain)
    let workspace = try run.open(corpus, options.limits(or: limits.limits))
    options.apply(to: workspace)
    let session = run.session(workspace, format: format, safety: options.safety)
    workspace.acceptsDeclarations = true
    if !c.isEmpty {
      defer { workspace.journal.end() }
      try session.requireSound()
      try session.runDeclaring(SourceText(name: "-c", c.joined(separator: "\n")))
    } else if !run.terminal.inputIsTerminal {
      defer { workspace.journal.end() }
      try session.requireSound()
      try session.runDeclaring(SourceText(name: "<stdin>", bytes: try run.standardInput()))
    } else {
      session.report(workspace.faults)
      guard let prompt = Prompt(session) else {
        session.say("the prompt needs a terminal to write to; give statements with -c\n")
        throw Exit(.wrongProgram)
      }
      // Safe mode reads no files outside of the corpus.
      let skipsStartup = skipsStartup || options.safety.isSafe
      prompt.run(startup: skipsStartup ? nil : run.startupText())
    }
  }
}

extension OutputFormat: ExpressibleByArgument {
  /// The formats for help.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension DiagnosticForm: ExpressibleByArgument {
  /// The forms for help.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
