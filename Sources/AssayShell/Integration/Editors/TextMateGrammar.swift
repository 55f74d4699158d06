import AssayRender

/// The grammar by which VS Code and its relatives colour the language.
///
/// A grammar sees one line at a time and remembers only which regions are open. Words are taken
/// whole, so that no pattern has to look at what stands before it: a pattern for every word stands
/// last among those of an expression.
enum TextMateGrammar {
  /// The whole file.
  static let json: JSONValue = [
    "name": "Assay", "scopeName": "source.assay", "fileTypes": ["assay"],
    "patterns": [
      include("comment"), include("record"), include("statement"), include("command"),
      include("pipe"), include("expression"),
    ],
    "repository": .object(
      tokens + [
        .init("value", patterns(["text", "reference", "variable", "date", "figure", "range"])),
        .init("expression", ["patterns": .list(expression)]),
        .init("inner", patterns(["comment", "pipe", "expression"])),
        .init("statement", ["patterns": .list(statement)]),
        .init("command", ["patterns": .list(command)]),
        .init("pipe", ["patterns": .list(pipe)]),
        .init("record", ["patterns": .list(SyntaxWords.records.map(record))]),
      ]),
  ]

  /// A byte of a word but the first; the lexer takes every one beyond ASCII for a letter's.
  static let letter = #"[A-Za-z0-9_\x{80}-\x{10FFFF}]"#
  static let word = #"[A-Za-z\x{80}-\x{10FFFF}]"# + letter + "*(?:-" + letter + "+)*"
  static let id = letter + "+(?:-" + letter + "+)*"
  /// Where a word is over.
  static let end = "(?!-?" + letter + ")"

  /// One of the words and nothing longer, as a group.
  static func one(of words: [String]) -> String { "(" + words.joined(separator: "|") + ")" + end }

  /// One of the words and nothing longer.
  static func any(of words: [String]) -> String { "(?:" + words.joined(separator: "|") + ")" + end }

  /// What stands elsewhere under this name.
  static func include(_ name: String) -> JSONValue { ["include": "#\(name)"] }

  static func patterns(_ names: [String]) -> JSONValue { ["patterns": .list(names.map(include))] }

  /// A pattern whose words have one scope.
  static func match(_ pattern: String, _ scope: String) -> JSONValue {
    ["match": .text(pattern), "name": "\(scope).assay"]
  }

  /// A pattern whose groups have scopes of their own; `""` for none.
  static func match(_ pattern: String, groups scopes: [String]) -> JSONValue {
    ["match": .text(pattern), "captures": captures(scopes)]
  }

  /// What goes on, over lines if need be, from one pattern to another.
  static func region(
    _ begin: String, groups scopes: [String] = [], to end: String, closed: [String] = [],
    scope: String? = nil, _ patterns: [JSONValue]
  ) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let scope { members.append(.init("name", "\(scope).assay")) }
    members.append(.init("begin", .text(begin)))
    if !scopes.isEmpty { members.append(.init("beginCaptures", captures(scopes))) }
    members.append(.init("end", .text(end)))
    if !closed.isEmpty { members.append(.init("endCaptures", captures(closed))) }
    members.append(.init("patterns", .list(patterns)))
    return .object(members)
  }

  private static func captures(_ scopes: [String]) -> JSONValue {
    .object(
      zip(1..., scopes).filter { !$0.1.isEmpty }.map {
        .init(String($0.0), ["name": "\($0.1).assay"])
      })
  }
}
