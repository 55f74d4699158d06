import ArgumentParser
import AssayShell

/// `assay completions bash|zsh|fish`: what a shell needs to complete the command line.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Prints the completion script for a shell.")

  @Argument(help: "The shell: \(CompletionScript.Shell.names).")
  var shell: CompletionScript.Shell

  func run() throws {
    try Run().print(CompletionScript(shell).text)
  }
}
