import AssayRender

extension TextMateGrammar {
  /// Where a statement may begin, with the `;` before it as a group.
  private static let start = #"(^|;)[ \t]*"#
  /// Where a query ends or goes on with a stage; a column in a line of its own is no relation.
  private static let afterRelation = #"(?=[ \t]*(?:[|;#]|$))"#
  /// Where a field, a stage's words or a command end.
  private static let endOfCommand = "(?=;)|$"

  /// Definitions, assertions and what begins with a relation.
  static let statement: [JSONValue] = [
    match(
      start + #"(let)[ \t]+("# + word + #")[ \t]*(=)(?:[ \t]*"# + one(of: SyntaxWords.relations)
        + ")?",
      groups: [
        "punctuation.separator", "keyword.control", "entity.name.function", "keyword.operator",
        "support.type.relation",
      ]),
    match(
      start + #"(def)[ \t]+("# + word + #")[ \t]*(\()([^()]*)(\))[ \t]*(=)(?:[ \t]*"#
        + one(of: SyntaxWords.relations) + ")?",
      groups: [
        "punctuation.separator", "keyword.control", "entity.name.function",
        "punctuation.parenthesis", "variable.parameter", "punctuation.parenthesis",
        "keyword.operator", "support.type.relation",
      ]),
    match(
      start + #"(param)[ \t]+(\$?"# + word + #")[ \t]*(:)[ \t]*("# + word + ")",
      groups: [
        "punctuation.separator", "keyword.control", "variable.other.readwrite",
        "punctuation.separator", "storage.type",
      ]),
    match(
      start + #"(explain)(?:[ \t]+"# + one(of: SyntaxWords.relations) + ")?" + end,
      groups: ["punctuation.separator", "keyword.control", "support.type.relation"]),
    match(
      start + one(of: SyntaxWords.statements), groups: ["punctuation.separator", "keyword.control"]),
    match(
      start + one(of: SyntaxWords.relations) + afterRelation,
      groups: ["punctuation.separator", "support.type.relation"]),
  ]

  /// Commands up to the end of their line, each with its own words.
  static let command: [JSONValue] = SyntaxWords.commands.map { name in
    let words: [JSONValue]
    switch name {
    case "describe":
      words = [
        match(any(of: SyntaxWords.relations), "support.type.relation"),
        match(any(of: SyntaxWords.stages), "keyword.other.stage"),
      ]
    case "set": words = [match(any(of: SyntaxWords.settings), "constant.language")]
    case "why": words = [match(any(of: ["not"]), "keyword.operator.word")]
    default: words = []
    }
    return region(
      start + one(of: [name]), groups: ["punctuation.separator", "keyword.control.command"],
      to: endOfCommand,
      words + [include("comment"), include("value"), include("sign"), include("word")])
  }

  /// `|` with the stage behind it; where the line ends there, the next one begins with the stage.
  static let pipe: [JSONValue] =
    SyntaxWords.stagesWithWords.map { stage in
      region(
        #"(\|)[ \t]*"# + one(of: [stage.name]),
        groups: ["keyword.operator.pipe", "keyword.other.stage"], to: "(?=[|;)#])|$",
        [
          match(any(of: stage.words), "constant.language"), include("date"),
          include(stage.takesUnits ? "number" : "count"), include("expression"),
        ])
    } + [
      match(
        #"(\|)[ \t]*"# + one(of: SyntaxWords.stages),
        groups: ["keyword.operator.pipe", "keyword.other.stage"]),
      region(
        #"(\|)[ \t]*(?=#|$)"#, groups: ["keyword.operator.pipe"],
        to: one(of: SyntaxWords.stages) + #"|(?=[^\s#])"#, closed: ["keyword.other.stage"],
        [include("comment")]),
      match(#"\|"#, "keyword.operator.pipe"),
    ]

  /// A declaration: its header, and its fields, each up to the end of its line. With an `@id` behind
  /// it the word is a command.
  static func record(_ record: SyntaxWords.Record) -> JSONValue {
    let rest = [include("value"), include("sign"), include("punctuation"), include("word")]
    func words(_ connectors: [String], _ values: [String]) -> [JSONValue] {
      (values.isEmpty ? [] : [match(any(of: values), "constant.language")])
        + (connectors.isEmpty ? [] : [match(any(of: connectors), "keyword.other")])
    }
    let fields = record.fields.map { field in
      region(
        one(of: field.names), groups: ["entity.other.attribute-name"], to: "(?=[;}])|$",
        [include("comment")] + words(field.connectors, field.values) + rest)
    }
    let others = region(
      "(" + word + ")", groups: [record.hasQualifiers ? "entity.other.attribute-name" : ""],
      to: "(?=[;}])|$", [include("comment")] + rest)
    let body = region(
      #"(\{)"#, groups: ["punctuation.section"], to: #"(\})"#, closed: ["punctuation.section"],
      [include("comment")] + fields + [others, include("punctuation")])
    return region(
      start + one(of: [record.kind]) + #"(?![ \t]*@)(?:[ \t]+("# + id + "))?",
      groups: ["punctuation.separator", "storage.type.record", "entity.name.type"],
      to: endOfCommand,
      [body, include("comment")] + words(record.connectors, record.values) + rest)
  }
}
