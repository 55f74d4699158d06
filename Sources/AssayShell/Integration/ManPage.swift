import AssayModel
import AssayQuery
import AssayRender

/// The page for `man`, made of the command line, the lists, and tables of the manual.
///
/// In place of a date it bears the version, so that one version has one page.
package struct ManPage {
  /// The number of the version, as in `0.2.0`.
  let version: String
  /// The program itself, then its subcommands.
  let commands: [CommandShape]

  package init(version: String, commands: [CommandShape]) {
    (self.version, self.commands) = (version, commands)
  }

  /// The page, in the macros of man(7).
  package var text: String {
    var page = Roff()
    page.macro("TH", "ASSAY", "1", "assay \(version)", "Assay", "User Commands")
    let summary = commands.first?.summary ?? ""
    page.macro("SH", "NAME")
    page.line("assay - \(Self.continuing(summary))")
    page.macro("SH", "SYNOPSIS")
    for (index, command) in invocations.enumerated() {
      if index > 0 { page.macro("br") }
      page.styled(Self.synopsis(of: command))
    }
    page.macro("SH", "DESCRIPTION")
    page.line(summary)
    page.line(commands.first?.details ?? "")
    page.macro("SH", "COMMANDS")
    for command in commands.dropFirst() {
      page.term(
        Roff.bold(command.name), command.summary + (command.isDefault ? " The default." : ""))
    }
    addOptions(to: &page)
    addPrompt(to: &page)
    addEnding(to: &page)
    return page.text
  }

  /// The commands by their own right; `open` is what runs without one.
  private var invocations: [CommandShape] {
    commands.filter(\.isDefault) + commands.dropFirst().filter { !$0.isDefault }
  }

  private static func name(of command: CommandShape) -> String {
    command.isDefault ? "assay" : "assay " + command.name
  }

  private static func synopsis(of command: CommandShape) -> String {
    // `--help` and `--version` say nothing of the command.
    let arguments =
      command.arguments.filter { $0.names.isEmpty || $0.value != nil }
      + command.arguments.filter { $0.value == nil && !isCommon($0) }
    let words = arguments.map { argument in
      let usage = usage(of: argument, alias: false) + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[" + usage + "]" : usage
    }
    return ([Roff.bold(name(of: command))] + words).joined(separator: " ")
  }

  private static func isCommon(_ argument: CommandShape.Argument) -> Bool {
    argument.names.contains("--help") || argument.names.contains("--version")
  }

  private static func usage(of argument: CommandShape.Argument, alias: Bool) -> String {
    let names = alias ? argument.names : Array(argument.names.suffix(1))
    let value = argument.value.map { Roff.italic($0.uppercased()) }
    return [names.map(Roff.bold).joined(separator: ", "), value ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A sentence as what follows a dash.
  private static func continuing(_ sentence: String) -> String {
    let words = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

extension ManPage {
  private func addOptions(to page: inout Roff) {
    page.macro("SH", "OPTIONS")
    page.line("Of every command:")
    for argument in commands.first?.arguments ?? [] {
      page.term(Self.usage(of: argument, alias: true), Self.meaning(of: argument))
    }
    for command in invocations {
      let own = command.arguments.filter { !Self.isCommon($0) }
      guard !own.isEmpty else { continue }
      page.macro("SS", Self.name(of: command))
      for argument in own {
        page.term(Self.usage(of: argument, alias: true), Self.meaning(of: argument))
      }
    }
    page.macro("SS", "Formats")
    for format in OutputFormat.allCases { page.term(Roff.bold(format.rawValue), format.summary) }
    page.macro("SS", "Forms of reports")
    for form in ReportForm.allCases { page.term(Roff.bold(form.rawValue), form.summary) }
    page.macro("SS", "Forms of diagnostics")
    for form in DiagnosticForm.allCases { page.term(Roff.bold(form.rawValue), form.summary) }
  }

  private static func meaning(of argument: CommandShape.Argument) -> String {
    guard let value = argument.defaultValue else { return argument.summary }
    return argument.summary + " Default: `\(value)`."
  }

  private func addPrompt(to page: inout Roff) {
    page.macro("SH", "THE PROMPT")
    page.line("A query begins with a relation and goes through stages, with `|` between them.")
    page.line("A line that begins with `|` goes on from the last result.")
    page.macro("SS", "Keys")
    for row in Manual.table(on: "shell", headed: "key") where row.count == 2 {
      page.term(Roff.bold(row[0]), Self.sentence(row[1]))
    }
    page.macro("SS", "Commands of the prompt and of scripts")
    for command in CommandSpec.all { page.term(Roff.bold(command.usage), command.summary) }
    page.macro("SS", "Settings")
    for setting in Setting.all {
      page.term(
        Roff.bold("set " + setting.name)
          + (setting.words.isEmpty
            ? " " + Roff.italic("TEXT")
            : " " + setting.words.map(Roff.bold).joined(separator: "|")),
        setting.summary)
    }
  }

  private func addEnding(to page: inout Roff) {
    page.macro("SH", "EXIT STATUS")
    for code in ExitCode.allCases { page.term(Roff.bold(String(code.rawValue)), code.summary) }
    page.macro("SH", "ENVIRONMENT")
    for row in Manual.table(on: "shell", headed: "name") where row.count == 2 {
      page.term(Roff.bold(row[0].replacing("`", with: "")), Self.sentence(row[1]))
    }
    page.macro("SH", "FILES")
    for row in Manual.table(on: "shell", headed: "file") where row.count == 2 {
      page.term(Roff.bold(row[0].replacing("`", with: "")), Self.sentence(row[1]))
    }
    page.macro("SH", "EXAMPLES")
    for (index, (meaning, command)) in Self.examples.enumerated() {
      if index > 0 { page.macro("PP") }
      page.line(meaning)
      page.lines([command])
    }
    page.macro("SH", "SEE ALSO")
    page.line("The manual is in the program: `help` at the prompt lists its pages and topics.")
    page.styled(
      Manual.pages.map { Roff.bold("help " + $0.name) }.joined(separator: ", ") + ", "
        + Roff.bold("editrc") + "(5)")
  }

  /// Words of a table as a sentence.
  private static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + (words.hasSuffix(".") ? "" : ".")
  }

  private static let examples: [(meaning: String, command: String)] = [
    ("Open the prompt on a corpus:", "assay examples/peru"),
    (
      StageSpec.named("conflicts")?.summary ?? "",
      "assay examples/peru -c 'claims | conflicts' --format csv"
    ),
    ("Everything that is wrong with a corpus, for an editor:", "assay check --diagnostics json"),
    ("A script with a value for its parameter:", "assay run sums.assay --set year=2012"),
  ]
}
