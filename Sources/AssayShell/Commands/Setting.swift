import AssayLanguage
import AssayModel
import AssayText

/// Something that `set` changes.
package struct Setting: Sendable {
  package let name: String
  package let summary: String
  /// The words it takes; empty for any text.
  package let words: [String]
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
  ]

  /// `set`, `set NAME`, `set NAME VALUE`.
  static func run(_ arguments: [Name], at span: Span, in session: Session) throws(Diagnostic) {
    guard let name = arguments.first else {
      let rows = all.map { [$0.name, $0.get(session), $0.summary] as [String?] }
      let columns = [Column("setting", .text), Column("value", .text), Column("summary", .text)]
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
    guard arguments.count == 2, setting.set(session, arguments[1].text) else {
      throw Diagnostic(
        .unknownSetting, at: arguments[1].span,
        "`\(setting.name)` does not take `\(arguments[1].text)`",
        hint: setting.words.isEmpty
          ? nil
          : Spelling.closest(to: arguments[1].text, among: setting.words).map {
            "did you mean `\($0)`?"
          } ?? "one of: \(setting.words.joined(separator: ", "))")
    }
  }
}

extension Session {
  /// What a corpus holds, and whether it is sound, in a line.
  package func soundness() -> String {
    let counts = RecordSpecCounts.words(workspace)
    let faults = workspace.faults.count
    let verdict = faults == 0 ? "no faults" : faults == 1 ? "1 fault" : "\(faults) faults"
    return "\(counts); \(verdict)\n"
  }
}
