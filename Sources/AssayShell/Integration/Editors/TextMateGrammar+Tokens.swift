import AssayRender

extension TextMateGrammar {
  /// Texts, ids, numbers, signs, each under its name.
  static let tokens: [JSONValue.Member] = [
    .init("comment", match("#.*$", "comment.line.number-sign")),
    .init(
      "text",
      [
        "patterns": [
          region(
            #"""""#, to: #"""""#, scope: "string.quoted.triple", [include("escape")]),
          region(#"""#, to: #""|$"#, scope: "string.quoted.double", [include("escape")]),
        ]
      ]),
    .init(
      "escape",
      [
        "patterns": [
          match(#"\\(?:["\\nt]|u\{[0-9A-Fa-f]+\})"#, "constant.character.escape"),
          match(#"\\."#, "invalid.illegal.escape"),
        ]
      ]),
    .init("reference", match("@" + id, "variable.other.constant.reference")),
    .init("variable", match(#"\$"# + id, "variable.other.readwrite")),
    .init(
      "date",
      match(
        #"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[~?]?|[0-9]{2,3}X+[~?]?|[0-9]{4}[~?]"#,
        "constant.numeric.date")),
    .init("number", number(unit: one(of: SyntaxWords.units))),
    .init("figure", number(unit: "(?!" + any(of: SyntaxWords.reserved) + ")(" + word + ")" + end)),
    .init(
      "count", match(digits + scale + "?", groups: ["constant.numeric", "keyword.other.scale"])),
    .init("range", match(#"\.\."#, "keyword.operator.range")),
    .init("sign", match("!=|<=|>=|==|[=<>~+*/%-]", "keyword.operator")),
    .init("punctuation", match("[,;:.]", "punctuation.separator")),
    .init("word", ["match": .text(word)]),
  ]

  private static let digits = #"([0-9](?:_?[0-9])*(?:\.[0-9](?:_?[0-9])*)?)"#
  private static let scale = #"(?:[ \t]*"# + one(of: SyntaxWords.scales) + ")"

  /// A number with what may follow it: `%`, or a scale and a unit.
  private static func number(unit: String) -> JSONValue {
    match(
      digits + #"(?:[ \t]*(%)|"# + scale + #"?(?:[ \t]*"# + unit + ")?)",
      groups: [
        "constant.numeric", "keyword.other.unit", "keyword.other.scale", "keyword.other.unit",
      ])
  }

  /// What may stand in an expression, and any word at last.
  static let expression: [JSONValue] = [
    include("value"),
    region(
      one(of: SyntaxWords.queryFunctions) + #"[ \t]*(\()(?:[ \t]*"#
        + one(of: SyntaxWords.relations) + ")?",
      groups: ["support.function", "punctuation.parenthesis", "support.type.relation"],
      to: #"(\))"#, closed: ["punctuation.parenthesis"], [include("inner")]),
    match(one(of: SyntaxWords.functions) + #"(?=[ \t]*\()"#, "support.function"),
    region(
      #"(in)[ \t]*(\()"#, groups: ["keyword.operator.word", "punctuation.parenthesis"],
      to: #"(\))"#, closed: ["punctuation.parenthesis"],
      [
        include("comment"), match(any(of: SyntaxWords.values), "constant.language"),
        include("inner"),
      ]),
    match(any(of: SyntaxWords.operators), "keyword.operator.word"),
    match(
      #"(!=|<=|>=|==|[=<>])[ \t]*"# + one(of: SyntaxWords.values) + #"(?![ \t]*[.(])"#,
      groups: ["keyword.operator", "constant.language"]),
    match(any(of: SyntaxWords.connectors), "keyword.other"),
    match(any(of: SyntaxWords.constants), "constant.language"),
    match(any(of: [SyntaxWords.it]), "variable.language.it"),
    match(word + #"(?=\()"#, "entity.name.function"),
    region(
      #"(\()(?:[ \t]*"# + one(of: SyntaxWords.relations) + #"(?=[ \t]*(?:[|#]|$)))?"#,
      groups: ["punctuation.parenthesis", "support.type.relation"],
      to: #"(\))"#, closed: ["punctuation.parenthesis"], [include("inner")]),
    include("sign"), include("punctuation"), include("word"),
  ]
}
