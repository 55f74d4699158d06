import ArgumentParser
import AssayShell
import FoundationEssentials

extension CommandShape {
  /// The program itself, then its subcommands, as ArgumentParser knows them.
  static func all() throws -> [CommandShape] {
    let root = try JSONDecoder().decode(Dump.self, from: Data(Assay._dumpHelp().utf8)).command
    let known = Set(Assay.configuration.subcommands.map { $0._commandName })
    let subcommands = (root.subcommands ?? []).filter { known.contains($0.commandName) }
    return ([root] + subcommands).map {
      $0.shape(isDefault: $0.commandName == root.defaultSubcommand)
    }
  }
}

/// What `--experimental-dump-help` prints, as far as it is needed.
private struct Dump: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let defaultSubcommand: String?
    let subcommands: [Command]?
    let arguments: [Option]?

    func shape(isDefault: Bool) -> CommandShape {
      CommandShape(
        name: commandName, summary: abstract ?? "", details: discussion ?? "",
        isDefault: isDefault, arguments: (arguments ?? []).filter(\.shouldDisplay).map(\.shape))
    }
  }

  struct Option: Decodable {
    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let abstract: String?

    var shape: CommandShape.Argument {
      CommandShape.Argument(
        names: (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name },
        value: kind == "flag" ? nil : valueName, isOptional: isOptional, isRepeating: isRepeating,
        defaultValue: kind == "flag" ? nil : defaultValue, summary: abstract ?? "")
    }
  }

  struct Name: Decodable {
    let kind: String
    let name: String
  }
}
