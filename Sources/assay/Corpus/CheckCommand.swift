import ArgumentParser
import AssayRender
import AssayShell

/// `assay check [CORPUS]`: everything that is wrong with a corpus.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says what is wrong with a corpus.")

  @Argument(
    help: "The folder of the corpus; the nearest one at or above this folder otherwise.",
    completion: .directory)
  var corpus: String?

  @Option(
    help: .init(
      "How standard error tells what is wrong: \(DiagnosticForm.names).", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  func run() throws {
    let run = Run(diagnostics)
    let workspace = try run.open(corpus)
    let session = run.session(workspace)
    try session.requireSoundFolder()
    print(session.soundness(), terminator: "")
  }
}
