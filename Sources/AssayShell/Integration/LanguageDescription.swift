import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayRender
import AssayText

/// All that a user can name, for a person or as one JSON document for programs such as editors.
package struct LanguageDescription {
  /// The number of the version, as in `0.2.0`.
  package let version: String

  package init(version: String) { self.version = version }

  /// The lists of `help`, one after the other.
  package var text: String {
    var text = "assay \(version), edition \(ProgramBinder.edition)\n"
    let settings = Setting.all.map { [$0.name, $0.summary] as [String?] }
    let lists =
      HelpList.all.map { (name: $0.name, summary: $0.summary, rows: $0.rows) }
      + [(name: "settings", summary: "what `set` changes", rows: settings)]
    for list in lists {
      text += "\n\(list.name): \(list.summary)\n"
      let width = min(
        24, list.rows.map { DisplayWidth.of($0.first.flatMap(\.self) ?? "") }.max() ?? 0)
      for row in list.rows {
        let name = row.first.flatMap(\.self) ?? ""
        let gap = String(repeating: " ", count: max(0, width - DisplayWidth.of(name)) + 2)
        text += "  \(name)\(gap)\(row.dropFirst().compactMap(\.self).last ?? "")\n"
      }
    }
    return text
  }

  /// One object, with the members in this order and the items in the order of the lists:
  ///
  /// - `name`, `version`, `edition`;
  /// - `relations`: `name summary example columns`;
  /// - `stages`: `name usage summary details? ending words? example columns?`, the columns where a
  ///   stage makes rows of its own;
  /// - a column: `name type required summary words? references?`; `type` is `text`, `number`,
  ///   `boolean`, `date`, `figure`, `list`, `word` with its `words`, or `reference` with the kind
  ///   of record that it `references`;
  /// - `functions`: `name usage summary kind example`; `kind` is `scalar`, `aggregate` or `query`;
  /// - `operators`: `name summary precedence`, the larger the tighter;
  /// - `parts` of dates and figures: `name of summary`;
  /// - `statements`, `reserved`, `scales`, `units`: words;
  /// - `records`: `name header summary fields`, a field `name usage required repeats summary words?`;
  /// - `commands`: `name usage summary example`; `settings`: `name summary words?`;
  /// - `formats`: `name summary`; `charts`: `name summary wants`;
  /// - `diagnostics`: `code summary`; `exitCodes`: `code summary`.
  ///
  /// A member with `?` is left out where there is nothing to say.
  package var json: JSONValue {
    [
      "name": "assay", "version": .text(version), "edition": .number(ProgramBinder.edition),
      "relations": .list(RelationSpec.all.map(Self.relation)),
      "stages": .list(StageSpec.all.map(Self.stage)),
      "functions": .list(FunctionSpec.all.map(Self.function)),
      "operators": .list(Self.operators),
      "parts": .list(
        ValuePart.allCases.map {
          let isOfDates = ValuePart.of(.date).contains($0)
          return Self.entry($0.rawValue, ["of": isOfDates ? "date" : "figure"], $0.summary)
        }),
      "statements": .texts(Keyword.statements), "reserved": .texts(Keyword.reserved.sorted()),
      "scales": .texts(Numeral.scales.map(\.word)), "units": .texts(Unit.known),
      "records": .list(RecordSpec.all.map(Self.record)),
      "commands": .list(
        CommandSpec.all.map {
          Self.entry($0.name, ["usage": .text($0.usage)], $0.summary)
            .with([.init("example", .text($0.example))])
        }),
      "settings": .list(
        Setting.all.map { Self.entry($0.name, [:], $0.summary).with(Self.words($0.words)) }),
      "formats": .list(OutputFormat.allCases.map { Self.entry($0.rawValue, [:], $0.summary) }),
      "charts": .list(
        ChartKind.allCases.map {
          Self.entry($0.rawValue, [:], $0.summary).with([.init("wants", .text($0.wants))])
        }),
      "diagnostics": .list(
        DiagnosticCode.allCases.map { ["code": .text($0.rawValue), "summary": .text($0.summary)] }),
      "exitCodes": .list(
        ExitCode.allCases.map {
          ["code": .number(Int($0.rawValue)), "summary": .text($0.summary)]
        }),
    ]
  }
}

extension LanguageDescription {
  /// A name, more of it, and the summary.
  private static func entry(
    _ name: String, _ more: KeyValuePairs<String, JSONValue>, _ summary: String
  ) -> JSONValue {
    .object(
      [.init("name", .text(name))] + more.map { .init($0.key, $0.value) }
        + [.init("summary", .text(summary))])
  }

  private static func words(_ words: [String]) -> [JSONValue.Member] {
    words.isEmpty ? [] : [.init("words", .texts(words))]
  }

  private static func relation(_ relation: RelationSpec) -> JSONValue {
    entry(relation.name, [:], relation.summary).with([
      .init("example", .text(relation.example)),
      .init("columns", .list(relation.columns.map(column))),
    ])
  }

  private static func stage(_ stage: StageSpec) -> JSONValue {
    var more: [JSONValue.Member] = []
    if !stage.details.isEmpty { more.append(.init("details", .text(stage.details))) }
    more.append(.init("ending", .boolean(stage.isEnding)))
    more += words(stage.words) + [.init("example", .text(stage.example))]
    if let rows = stage.rows { more.append(.init("columns", .list(rows.columns.map(column)))) }
    return entry(stage.name, ["usage": .text(stage.usage)], stage.summary).with(more)
  }

  private static func column(_ column: ColumnSpec) -> JSONValue {
    let type: String
    var more: [JSONValue.Member] = []
    switch column.type {
    case .text: type = "text"
    case .number: type = "number"
    case .boolean: type = "boolean"
    case .date: type = "date"
    case .figure: type = "figure"
    case .list: type = "list"
    case .word(let list): (type, more) = ("word", words(list.words))
    case .reference(let kind):
      (type, more) = ("reference", [.init("references", .text(kind.word))])
    }
    return entry(
      column.name, ["type": .text(type), "required": .boolean(column.isRequired)], column.summary
    ).with(more)
  }

  private static func function(_ function: FunctionSpec) -> JSONValue {
    let kind: String
    switch function.kind {
    case .scalar: kind = "scalar"
    case .aggregate: kind = "aggregate"
    case .query: kind = "query"
    }
    return entry(function.name, ["usage": .text(function.usage)], function.summary).with([
      .init("kind", .text(kind)), .init("example", .text(function.example)),
    ])
  }

  /// The operators of `help operators`; those that are not binary compare, but for `not`.
  private static var operators: [JSONValue] {
    (HelpList.named("operators")?.rows ?? []).compactMap { row in
      guard let name = row[0], let summary = row[1] else { return nil }
      let precedence =
        BinaryOperator(rawValue: name)?.precedence
        ?? (name == UnaryOperator.not.rawValue
          ? BinaryOperator.notPrecedence : BinaryOperator.comparisonPrecedence)
      return entry(name, [:], summary).with([.init("precedence", .number(precedence))])
    }
  }

  private static func record(_ record: RecordSpec) -> JSONValue {
    let fields = record.fields.map { field in
      entry(
        field.name,
        [
          "usage": .text(field.usage), "required": .boolean(field.isRequired),
          "repeats": .boolean(field.repeats),
        ], field.summary
      ).with(words(field.form.words))
    }
    return entry(record.kind.word, ["header": .text(record.header)], record.summary)
      .with([.init("fields", .list(fields))])
  }
}

extension FieldForm {
  /// The words that the field takes, where they are a closed list.
  var words: [String] {
    switch self {
    case .word(let list), .words(let list): list.words
    case .derivation: ClosedList.derivation.words
    default: []
    }
  }
}
