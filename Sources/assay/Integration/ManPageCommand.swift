import ArgumentParser
import AssayShell

/// `assay manpage`: the page for `man`.
struct ManPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manpage", abstract: "Prints the page for `man`.")

  func run() throws {
    let commands = try CommandShape.all()
    try Run().print(ManPage(version: Assay.version, commands: commands).text)
  }
}
