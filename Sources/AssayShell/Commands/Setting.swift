import AssayLanguage
import AssayModel
import AssayText

/// Something that `set` changes.
package struct Setting: Sendable {
  package let name: String
  package let summary: String
  /// The words it takes; empty for any text.
  package let words: [String]
  /// What it takes, where that is more than ``words``; for messages and `set`.
  var takes = ""
  let get: @Sendable (Session) -> String
  let set: @Sendable (Session, String) -> Bool

  /// Every setting, in the order of `set`.
  package static let all: [Setting] = [
    Setting(
      name: "format", summary: "The format of results that do not say their own.",
      words: OutputFormat.allCases.map(\.rawValue), get: { $0.format.rawValue },
      set: { session, word in
        guard let format = OutputFormat(rawValue: word) else { return false }
        session.format = format
        return true
      }),
    Setting(
      name: "charts", summary: "The signs that charts are drawn with.",
      words: ["unicode", "ascii"], get: { $0.chartsAreASCII ? "ascii" : "unicode" },
      set: { session, word in
        guard word == "unicode" || word == "ascii" else { return false }
        session.chartsAreASCII = word == "ascii"
        return true
      }),
    Setting(
      name: "nulls", summary: "What tables show where a value is missing.", words: [],
      get: { $0.nulls },
      set: { session, word in
        session.nulls = word
        return true
      }),
    coder, pager, width, maxRows, timing, limitTime, limitMemory, limitRows,
  ]

  /// What it takes, in a few words.
  var choices: String {
    if !takes.isEmpty { return takes }
    return words.isEmpty ? "a text" : words.joined(separator: ", ")
  }

  /// `set`, `set NAME`, `set NAME VALUE`.
  static func run(_ arguments: [Name], at span: Span, in session: Session) throws(Diagnostic) {
    guard let name = arguments.first else {
      let rows = all.map { [$0.name, $0.get(session), $0.summary, $0.choices] as [String?] }
      let columns = ["setting", "value", "summary", "takes"].map { Column($0, .text) }
      return try session.show(columns, rows, noun: "settings")
    }
    guard let setting = all.first(where: { $0.name == name.text }) else {
      let known = all.map(\.name)
      throw Diagnostic(
        .unknownSetting, at: name.span, "no setting `\(name.text)`",
        hint: Spelling.closest(to: name.text, among: known).map { "did you mean `\($0)`?" }
          ?? "settings: \(known.joined(separator: ", "))")
    }
    guard arguments.count > 1 else { return try session.write(setting.get(session) + "\n") }
    if setting.name.hasPrefix("limit-") { try session.requireFree(name, to: "change its limits") }
    if setting.name == pager.name, arguments[1].text != PagerSetting.never.word {
      try session.requireFree(name, to: "start programs")
    }
    // `-3` is two tokens, and a command of several words needs no quotes.
    let span = Span(arguments[1].span.start, arguments[arguments.count - 1].span.end)
    let whole = arguments.count == 2 ? nil : session.workspace.statementText?.text(at: span)
    let value = whole ?? arguments[1].text
    guard setting.set(session, value) else {
      throw Diagnostic(
        .unknownSetting, at: span,
        "`\(setting.name)` does not take " + (value.isEmpty ? "an empty text" : "`\(value)`"),
        hint: setting.hint(given: value))
    }
  }
}

extension Setting {
  /// What is right in place of what was given.
  private func hint(given value: String) -> String {
    Spelling.closest(to: value, among: words).map { "did you mean `\($0)`?" }
      ?? "one of: \(choices)"
  }
}

extension Session {
  /// What a corpus holds, and whether it is sound, in a line.
  ///
  /// - Parameter others: how many faults there are beside those of the records.
  package func soundness(_ others: Int = 0) -> String {
    let counts = RecordSpecCounts.words(workspace)
    let faults = workspace.faults.count + others
    let verdict = faults == 0 ? "no faults" : faults == 1 ? "1 fault" : "\(faults) faults"
    return "\(counts); \(verdict)\n"
  }
}
