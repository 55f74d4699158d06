import ArgumentParser
import AssayRender
import AssayShell
import AssayText

/// `assay help [TOPIC]`: the usage of a command of the program, or what the manual says.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Shows the usage of a command, or a topic of the manual, as `help` at the prompt.")

  @Argument(help: .init("A command, or any topic of the manual.", valueName: "topic"))
  var topic: [String] = []

  func run() throws {
    let run = Run()
    guard let first = topic.first else { return try run.print(Assay.helpMessage() + "\n") }
    let command = Assay.configuration.subcommands.first { $0.configuration.commandName == first }
    if let command, topic.count == 1 {
      return try run.print(Assay.helpMessage(for: command) + "\n")
    }
    let settings = RenderSettings(
      width: run.terminal.width, isTerminal: run.terminal.outputIsTerminal,
      isPlain: run.terminal.isPlain, isColored: run.terminal.outputIsColored)
    do {
      let words = topic.joined(separator: " ")
      try run.print(Help.text(on: words, run.terminal.standardFormat, settings))
    } catch let fault as Diagnostic {
      throw run.report([fault])
    }
  }
}
