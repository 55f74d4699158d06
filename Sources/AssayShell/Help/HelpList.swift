import AssayLanguage
import AssayExchange
import AssayModel
import AssayQuery
import AssayText

/// A list that `help` shows as a table.
struct HelpList {
  let name: String
  let summary: String
  let noun: String
  let columns: [Column]
  let rows: [[String?]]

  private init(
    _ name: String, _ summary: String, noun: String? = nil, _ columns: [String], _ rows: [[String?]]
  ) {
    (self.name, self.summary, self.noun) = (name, summary, noun ?? name)
    (self.columns, self.rows) = (columns.map { Column($0, .text) }, rows)
  }

  static func named(_ name: String) -> HelpList? { all.first { $0.name == name } }

  static let all: [HelpList] = [
    HelpList(
      "relations", "what a query begins with", ["relation", "rows"],
      RelationSpec.all.map { [$0.name, $0.summary] }),
    HelpList(
      "stages", "what rows go through", ["stage", "does"],
      StageSpec.all.map { [$0.usage, $0.summary] }),
    HelpList(
      "functions", "what expressions call", ["function", "gives"],
      FunctionSpec.all.map { [$0.usage, $0.summary] }),
    HelpList(
      "operators", "what stands in conditions", ["operator", "holds or gives"],
      BinaryOperator.allCases.map { [$0.rawValue, $0.summary] }
        + ConditionForm.allCases.map { [$0.rawValue, $0.summary] }),
    HelpList(
      "parts", "what follows a date or a figure", ["part", "of", "gives"],
      ValuePart.allCases.map { part in
        [".\(part.rawValue)", ValuePart.of(.date).contains(part) ? "date" : "figure", part.summary]
      }),
    HelpList(
      "records", "what corpus files declare", ["record", "declares"],
      RecordSpec.all.map { [$0.header, $0.summary] }),
    HelpList(
      "formats", "how results are written", ["format", "is"],
      OutputFormat.allCases.map { [$0.rawValue, $0.summary] }),
    HelpList(
      "exports", "how records go out to other programs and in", noun: "formats",
      ["format", "is", "files"],
      ExchangeFormat.allCases.map {
        [$0.rawValue, $0.summary, $0.extensions.map { "." + $0 }.joined(separator: " ")]
      }),
    HelpList(
      "charts", "how results are drawn", noun: "kinds", ["chart", "is", "draws"],
      ChartKind.allCases.map { [$0.rawValue, $0.summary, $0.wants] }),
    HelpList(
      "commands", "statements that ask no query", ["command", "does"],
      CommandSpec.all.map { [$0.usage, $0.summary] }),
    HelpList(
      "codes", "what can be wrong", ["code", "means"],
      DiagnosticCode.allCases.map { [$0.rawValue, $0.summary] }),
    HelpList(
      "exit-codes", "how a run ends", noun: "codes", ["code", "means"],
      ExitCode.allCases.map { [String($0.rawValue), $0.summary] }),
  ]
}
