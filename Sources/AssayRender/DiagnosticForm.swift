import AssayText

/// How diagnostics are written to standard error.
package enum DiagnosticForm: String, CaseIterable, Sendable {
  case text, json

  /// What it is for, in one sentence.
  package var summary: String {
    switch self {
    case .text: "For a person: code, place, the line with the fault marked, at most one hint."
    case .json: "For a program: one JSON object a line."
    }
  }
}

extension DiagnosticRenderer {
  /// All of what is wrong, in the chosen form, with the line ends.
  package func text(of all: [Diagnostic]) -> String {
    switch form {
    case .text: all.map { text(of: $0) }.joined(separator: "\n")
    case .json: all.map { $0.json.line + "\n" }.joined()
    }
  }

  /// What is not a diagnostic but stands among them: as it is, or as `{"note": "…"}` without the
  /// empty lines around it, and nothing when that leaves nothing.
  package func note(_ text: String) -> String {
    guard form == .json else { return text }
    let isBreak = { (character: Character) in character == "\n" }
    let words = text.drop(while: isBreak).reversed().drop(while: isBreak).reversed()
    guard !words.isEmpty else { return "" }
    return JSONValue.object([.init("note", .text(String(words)))]).line + "\n"
  }
}

extension Diagnostic {
  /// What `--diagnostics json` writes.
  ///
  /// `code`, `severity` and `message` are always there, `hint` where there is one; the rest where
  /// the place is known: `file`, `line`, `column`, `endLine`, `endColumn` from 1, columns in
  /// Unicode scalars, the end behind the last one; `start` and `end` in bytes of the file, from 0.
  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .text(code.rawValue)), .init("severity", "error"),
      .init("message", .text(message)),
    ]
    if let hint { members.append(.init("hint", .text(hint))) }
    if let excerpt {
      members += [
        .init("file", .text(excerpt.name)),
        .init("line", .number(excerpt.start.line)),
        .init("column", .number(excerpt.start.column)),
        .init("endLine", .number(excerpt.end.line)),
        .init("endColumn", .number(excerpt.end.column)),
      ]
      if let span {
        members += [.init("start", .number(span.start)), .init("end", .number(span.end))]
      }
    }
    return .object(members)
  }
}
