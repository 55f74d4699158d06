import ArgumentParser
import AssayShell
import AssayText

/// The command line: `assay [CORPUS]`, `assay run`, `assay check`, `assay new`.
struct Assay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay", abstract: "A shell for weighing what sources claim.",
    discussion: """
      Without a command, opens the prompt on a corpus; with -c or with input from a pipe, runs \
      statements. Results go to standard output, everything else to standard error.
      """,
    version: "assay 0.1.0",
    subcommands: [OpenCommand.self, RunCommand.self, CheckCommand.self, NewCommand.self],
    defaultSubcommand: OpenCommand.self)
}
