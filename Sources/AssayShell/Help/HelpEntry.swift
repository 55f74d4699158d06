import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

/// What `help` says of one thing.
struct HelpEntry {
  let name: String
  /// What it is, in one sentence.
  let summary: String
  let text: String

  private init(_ name: String, summary: String, text: String) {
    (self.name, self.summary, self.text) = (name, summary, text)
  }

  private init(_ name: String, usage: String, _ body: [String], example: String? = nil) {
    (self.name, summary) = (name, body.first ?? "")
    var text = usage + "\n"
    for paragraph in body where !paragraph.isEmpty { text += "\n" + Self.wrapped(paragraph) }
    if let example { text += "\n  For example:\n    " + example + "\n" }
    self.text = text
  }

  /// A paragraph in lines of at most 80 characters, two spaces before each.
  private static func wrapped(_ paragraph: String) -> String {
    FoldedLines.of(paragraph, width: 78).map { "  " + $0 + "\n" }.joined()
  }

  /// The entries with this name; `count` is a stage and two functions.
  static func named(_ name: String) -> [HelpEntry] {
    all.filter { $0.name == name || $0.name.lowercased() == name.lowercased() }
  }

  static var all: [HelpEntry] {
    stages + functions + relations + records + commands + operators + codes
  }

  private static var stages: [HelpEntry] {
    StageSpec.all.map {
      let columns = $0.rows.map { rows in
        "Columns: \(rows.columns.map(\.name).joined(separator: ", "))."
      }
      return HelpEntry(
        $0.name, usage: "| \($0.usage)", [$0.summary, $0.details, columns ?? ""],
        example: $0.example)
    }
  }

  private static var functions: [HelpEntry] {
    FunctionSpec.all.map {
      HelpEntry($0.name, usage: $0.usage, [$0.summary], example: $0.example)
    }
  }

  private static var relations: [HelpEntry] {
    RelationSpec.all.map { relation in
      let columns = relation.columns.map(\.name).joined(separator: ", ")
      return HelpEntry(
        relation.name, usage: relation.name,
        [relation.summary, "Columns: \(columns).", "`describe \(relation.name)` says more."],
        example: relation.example)
    }
  }

  private static var records: [HelpEntry] {
    RecordSpec.all.map { spec in
      var text = HelpEntry(spec.kind.word, usage: "\(spec.header) { … }", [spec.summary]).text
      for field in spec.fields {
        text += "\n  \(field.usage)\n"
        text += "      \(field.summary)\(field.isRequired ? " Required." : "")\n"
      }
      return HelpEntry(spec.kind.word, summary: spec.summary, text: text)
    }
  }

  private static var commands: [HelpEntry] {
    CommandSpec.all.map {
      HelpEntry(
        $0.name, usage: $0.usage, [$0.summary, $0.needsPrompt ? "At the prompt only." : ""],
        example: $0.example)
    }
  }

  /// The operators that are words.
  private static var operators: [HelpEntry] {
    let others = "`help operators` lists them all."
    let signs = BinaryOperator.allCases.filter { $0.rawValue.utf8.allSatisfy { $0 > 0x40 } }
    return signs.map {
      HelpEntry(
        $0.rawValue, usage: "a \($0.rawValue) b", [$0.summary, others], example: $0.example)
    }
      + ConditionForm.allCases.map { form in
        HelpEntry(
          form.word, usage: form == .not ? "not a" : "a \(form.rawValue)", [form.summary, others],
          example: form.example)
      }
  }

  private static var codes: [HelpEntry] {
    DiagnosticCode.allCases.map { code in
      let explanation = Explanation.of(code)
      let entry = HelpEntry(
        code.rawValue, usage: code.rawValue, [code.summary, explanation?.means ?? ""])
      return HelpEntry(
        code.rawValue, summary: code.summary,
        text: entry.text + shown(explanation?.wrong, "Wrong") + shown(explanation?.right, "Right"))
    }
  }

  private static func shown(_ text: String?, _ title: String) -> String {
    guard let text else { return "" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "\n  \(title):\n" + lines.map { "    \($0)\n" }.joined()
  }
}
