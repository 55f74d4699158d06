import AssayEngine
import AssayExchange
import AssayModel
import AssayQuery
import AssayText

extension Completer {
  /// What may stand behind the name of a command.
  func arguments(ofCommand name: String, _ context: CompletionContext) -> [Candidate] {
    guard let command = CommandSpec.named(name) else { return [] }
    let given = context.pieces.map(\.text)
    switch (name, given.count) {
    case ("help", 0): return Help.candidates
    case ("describe", 0):
      return RelationSpec.all.map { Candidate($0.name, summary: $0.summary) }
        + StageSpec.all.filter { $0.rows != nil }.map { Candidate($0.name, summary: $0.summary) }
    case ("set", 0): return Setting.all.map { Candidate($0.name, summary: $0.summary) }
    case ("set", 1): return words(of: given[0])
    case ("help", _), ("describe", _), ("set", _): return []
    default: break
    }
    return command.pattern.words(after: given).flatMap { word -> [Candidate] in
      if !UsagePattern.isOpen(word) { return [Candidate(word)] }
      if word.hasPrefix("@") { return ids("@", context).candidates }
      if word.hasPrefix("\"") {
        return [Candidate("\"", summary: "A name in quotes.", addsSpace: false)]
      }
      if word == "KIND" {
        return RecordSpec.all.map { Candidate($0.kind.word, summary: $0.summary) }
      }
      if word == "FORMAT" { return formats(ofCommand: name) }
      return ["QUERY", "RELATION"].contains(word) ? relations : []
    }
  }

  /// What stands behind `as`: the formats of results, or those of records.
  private func formats(ofCommand name: String) -> [Candidate] {
    guard [CommandSpec.export.name, CommandSpec.bringIn.name].contains(name) else {
      return OutputFormat.allCases.map { Candidate($0.rawValue, summary: $0.summary) }
    }
    return ExchangeFormat.allCases.map { Candidate($0.rawValue, summary: $0.summary) }
  }

  /// The words that a setting takes.
  private func words(of name: String) -> [Candidate] {
    guard let setting = Setting.all.first(where: { $0.name == name }) else { return [] }
    return setting.words.map { word in
      let format = name == "format" ? OutputFormat(rawValue: word) : nil
      return Candidate(word, summary: format?.summary ?? "")
    }
  }
}

extension CommandSpec {
  var pattern: UsagePattern { UsagePattern(usage, of: name) }

  /// Whether the name of a file or folder stands in quotes behind it.
  var takesFile: Bool {
    pattern.takesFile || ["run", "open", "use", "play", "record"].contains(name)
  }
}

extension Help {
  /// Everything that `help` knows, with what it is.
  static let candidates: [Candidate] =
    HelpList.all.map { Candidate($0.name, summary: $0.summary) }
    + Manual.pages.map { Candidate($0.name, summary: $0.title) }
    + HelpEntry.all.filter { Manual.page($0.name) == nil }
    .map { Candidate($0.name, summary: $0.summary) }
}
