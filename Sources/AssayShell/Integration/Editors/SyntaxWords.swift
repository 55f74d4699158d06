import AssayLanguage
import AssayModel
import AssayQuery

/// The words of the language, sorted as a syntax file needs them.
enum SyntaxWords {
  static let relations = RelationSpec.all.map(\.name)
  static let stages = StageSpec.all.map(\.name)
  static let functions = unique(FunctionSpec.all.map(\.name))
  static let queryFunctions = FunctionSpec.queryFunctions.sorted()
  static let commands = CommandSpec.all.map(\.name)
  static let scales = Numeral.scales.map(\.word)
  static let units = Unit.known.filter { $0 != "%" }
  /// What begins a statement that declares no record.
  static let statements = Keyword.statements.filter { $0 != corpus.kind }
  /// `and`, `has`, `not`, `in`, …
  static let operators =
    (BinaryOperator.allCases.map(\.rawValue) + UnaryOperator.allCases.map(\.rawValue))
    .filter { $0.first?.isLetter == true } + ["in", "is"]
  static let constants = ["missing", "present", "true", "false"]
  /// The last result.
  static let it = "it"
  /// What is reserved and neither an operator nor a value: `as`, `by`, `on`.
  static let connectors = Keyword.reserved.subtracting(operators + constants + [it]).sorted()
  static let reserved = Keyword.reserved.sorted()

  /// The bare words that may stand behind the name of a stage; a word is a value (`as csv`) where
  /// the stage takes nothing else, otherwise it leads to one (`path from @a`).
  static let stagesWithWords: [StageWords] = StageSpec.all.compactMap { spec in
    let words = spec.name == "as" ? OutputFormat.allCases.map(\.rawValue) : spec.words
    guard !words.isEmpty else { return nil }
    return StageWords(
      name: spec.name, words: unique(words), takesUnits: spec.form != .argumentsByKeys)
  }

  /// A stage with words of its own.
  struct StageWords {
    let name: String
    let words: [String]
    /// Whether a word behind a number is its unit: in `words 5 least 2` it is not.
    let takesUnits: Bool
  }

  /// Every word of a closed list that a column may be compared with.
  static let values: [String] = {
    let columns =
      RelationSpec.all.flatMap(\.columns) + StageSpec.all.flatMap { $0.rows?.columns ?? [] }
    let types = columns.map(\.type) + ValuePart.allCases.map(\.type)
    return unique(
      types.flatMap { type -> [String] in
        if case .word(let list) = type { list.words } else { [] }
      })
  }()

  /// The settings and the words that they take.
  static let settings = unique(Setting.all.map(\.name) + Setting.all.flatMap(\.words))

  /// A kind of record: what stands in its header, and its fields.
  struct Record {
    let kind: String
    /// Words that lead on: `from`, `on`.
    let connectors: [String]
    let values: [String]
    let fields: [Fields]
    /// Whether any other word may begin a field: the predicate of a qualifier.
    let hasQualifiers: Bool
  }

  /// Fields that take the same words.
  struct Fields {
    let names: [String]
    let connectors: [String]
    let values: [String]
  }

  static let records = RecordSpec.all.map(record) + [corpus]

  /// What a corpus says of itself; it is no record, but written like one.
  static let corpus = Record(
    kind: "corpus", connectors: [], values: [],
    fields: [
      Fields(names: ["title", "note"], connectors: [], values: []),
      Fields(names: ["rate"], connectors: ["on"], values: []),
    ], hasQualifiers: false)

  private static func record(_ spec: RecordSpec) -> Record {
    var fields: [Fields] = []
    for field in spec.fields {
      let connectors = connectors(of: field.form)
      let values = field.form.words
      let index = fields.firstIndex { $0.connectors == connectors && $0.values == values }
      if let index {
        fields[index] = Fields(
          names: fields[index].names + [field.name], connectors: connectors, values: values)
      } else {
        fields.append(Fields(names: [field.name], connectors: connectors, values: values))
      }
    }
    let header = header(of: spec.kind)
    return Record(
      kind: spec.kind.word, connectors: header.connectors, values: header.values, fields: fields,
      hasQualifiers: spec.kind == .claim)
  }

  private static func header(of kind: RecordKind) -> (connectors: [String], values: [String]) {
    switch kind {
    case .claim: (["from"], [])
    case .judgement: (["on", RecordKind.claim.word, RecordKind.source.word], [])
    case .entity: ([], ClosedList.entityKind.words)
    case .link: ([], ClosedList.linkRelation.words)
    case .source, .predicate, .question, .document: ([], [])
    }
  }

  private static func connectors(of form: FieldForm) -> [String] {
    switch form {
    case .references(_, let second): second.map { [$0] } ?? []
    case .chain: ["via"]
    case .derivation: ["from"]
    case .fact: [UnaryOperator.not.rawValue]
    default: []
    }
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
