import ArgumentParser
import AssayShell

/// `assay describe [--json]`: all that a user can name.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Lists all words of the language, the commands and the codes.")

  @Flag(help: "Writes one JSON document for programs; `help shell` says its shape.")
  var json = false

  func run() throws {
    let description = LanguageDescription(version: Assay.version)
    try Run().print(json ? description.json.page : description.text)
  }
}
