import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

/// A corpus as far as binding looks at one: a few ids of each kind.
struct SampleVocabulary: Vocabulary {
  static let known: [RecordKind: [String]] = [
    .source: ["times", "herald"], .entity: ["peru", "lima", "callao"],
    .predicate: ["cost", "owner"], .question: ["paid"], .claim: ["first"],
  ]

  func key(of id: String, _ kind: RecordKind) -> Int64? {
    Self.known[kind]?.firstIndex(of: id).map { Int64($0) + 1 }
  }

  func ids(_ kind: RecordKind) -> [String] { Self.known[kind] ?? [] }

  func names(_ kind: RecordKind) -> [(id: String, name: String)] {
    kind == .entity ? [("peru", "Perú"), ("lima", "City of Lima"), ("callao", "El Callao")] : []
  }

  func answers(toQuestion key: Int64) -> [String] { ["yes", "no"] }

  func qualifier(_ predicate: String) -> (key: Int64, type: ValueType)? {
    key(of: predicate, .predicate).map { ($0, predicate == "cost" ? .figure : .reference(.entity)) }
  }

  func fault(inPattern pattern: String) -> (message: String, offset: Int)? {
    pattern.utf8.firstIndex(of: UInt8(ascii: "(")).map {
      ("an open group", pattern.utf8.distance(from: pattern.startIndex, to: $0))
    }
  }
}

/// The words that the parser takes from the lists; the commands are the shell's.
let grammar = Grammar(
  stages: Dictionary(uniqueKeysWithValues: StageSpec.all.map { ($0.name, $0.form) }),
  queryFunctions: FunctionSpec.queryFunctions, commands: [],
  relations: Set(RelationSpec.all.map(\.name)))

/// Binds one query, in which `$n` is 3, `$word` a text and `$peru` an entity.
func bind(_ text: String) -> Result<BoundQuery, Diagnostics> {
  Result { () throws(Diagnostics) in
    var parser = try Parser(SourceText(name: "test", text), grammar: grammar)
    guard case .query(let query)? = try parser.program().first else { throw Diagnostics([]) }
    var environment = Environment()
    environment.values = [
      "n": .number(3), "word": .text("x"), "peru": .record(.entity, key: 1, id: "peru"),
    ]
    var binder = Binder(vocabulary: SampleVocabulary(), environment: environment)
    do throws(Diagnostic) {
      return try binder.bindStatement(query)
    } catch {
      throw Diagnostics(binder.all(with: error))
    }
  }
}
