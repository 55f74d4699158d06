import ArgumentParser
import AssayShell

/// `assay check [CORPUS]`: everything that is wrong with a corpus.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says what is wrong with a corpus.")

  @Argument(help: "The folder of the corpus; the nearest one at or above this folder otherwise.")
  var corpus: String?

  func run() throws {
    let run = Run()
    let workspace = try run.open(corpus)
    let session = Session(workspace, terminal: run.terminal)
    try run.requireSound(workspace, session)
    print(session.soundness(), terminator: "")
  }
}
