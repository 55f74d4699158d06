import ArgumentParser
import AssayModel
import AssayShell
import AssayText

/// The command line: `assay [CORPUS]`, `assay run`, `assay check`, `assay new`.
struct Assay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay", abstract: "A shell for weighing what sources claim.",
    usage: """
      assay [CORPUS]                   the prompt
      assay [CORPUS] -c STATEMENTS     statements, results to standard output
      assay [CORPUS] < FILE            the same from a file or a pipe
      assay run SCRIPT… [--corpus DIR] [--set NAME=VALUE] [--check] [--out DIR]
      assay verify DIR
      assay play FILE… [--check | --update]
      assay teach [LESSON]
      assay check [CORPUS]
      assay ingest PATH… [--corpus DIR] [--dry-run]
      assay refetch SOURCE FILE [--corpus DIR] [--keep]
      assay propose --with COMMAND [CORPUS] [@SOURCE…]
      assay fmt [FILE…] [--check] [--diff]
      assay help [TOPIC]
      assay new DIR
      assay export FORMAT [CORPUS] [--to FILE] [--query QUERY]
      assay import FILE [CORPUS] [--format FORMAT] [--dry-run]
      assay selftest [DIR]
      assay describe | completions | manpage | syntax
      """,
    discussion: """
      Without a command, opens the prompt on a corpus; with -c or with input from a pipe, runs \
      statements. Results go to standard output, everything else to standard error. \
      `--format FORMAT` writes results as \(OutputFormat.names), `--plain` as lines for a \
      screen reader.
      """,
    version: "assay 0.5.0",
    subcommands: [
      OpenCommand.self, RunCommand.self, VerifyCommand.self, PlayCommand.self, TeachCommand.self,
      CheckCommand.self, IngestCommand.self, RefetchCommand.self, ProposeCommand.self,
      ExportCommand.self, ImportCommand.self, FormatCommand.self, NewCommand.self,
      SelfTestCommand.self, HelpCommand.self, DescribeCommand.self, CompletionsCommand.self,
      ManPageCommand.self, SyntaxCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// The number of the version alone.
  static var version: String {
    String(configuration.version.drop { !$0.isNumber })
  }
}
