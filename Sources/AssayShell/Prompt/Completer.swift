import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

/// What may stand at the cursor: stages after `|`, columns of the rows at hand, ids after `@`,
/// values of closed lists.
package struct Completer {
  private let workspace: Workspace
  /// How many ids are offered at most.
  private static let limit = 200

  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// The candidates for the word before the byte `cursor`.
  package func complete(_ text: String, at cursor: Int) -> Completion {
    let bytes = Array(text.utf8.prefix(cursor))
    let context = CompletionContext(bytes)
    let prefix = String(decoding: bytes[context.wordStart...], as: UTF8.self)
    let found = candidates(for: context, prefix)
    let fitting = prefix.hasPrefix("@") ? found : found.filter { $0.text.hasPrefix(prefix) }
    return Completion(replacedFrom: context.wordStart, candidates: fitting)
  }

  private func candidates(for context: CompletionContext, _ prefix: String) -> [Candidate] {
    if prefix.hasPrefix("@") { return ids(prefix, context) }
    if prefix.hasPrefix("$") {
      return workspace.environment.values.keys.sorted().map { Candidate("$" + $0) }
    }
    switch context.place {
    case .text: return []
    case .statement: return statements
    case .stage: return StageSpec.all.map { Candidate($0.name, summary: $0.summary) }
    case .topic: return Help.topics.map { Candidate($0) }
    case .relation: return relations
    case .setting(let name):
      guard let name else { return Setting.all.map { Candidate($0.name, summary: $0.summary) } }
      return (Setting.all.first { $0.name == name }?.words ?? []).map { Candidate($0) }
    case .argument(let stage): return arguments(of: stage, context, prefix)
    }
  }

  private var statements: [Candidate] {
    relations + ["let", "def", "param", "expect", "explain"].map { Candidate($0) }
      + CommandSpec.all.map { Candidate($0.name, summary: $0.summary) }
  }

  private var relations: [Candidate] {
    RelationSpec.all.map { Candidate($0.name, summary: $0.summary) }
      + workspace.environment.definitions.keys.sorted().map { Candidate($0) }
  }

  /// What may stand within a stage.
  private func arguments(
    of stage: String, _ context: CompletionContext, _ prefix: String
  ) -> [Candidate] {
    if stage == "as" {
      return OutputFormat.allCases.map { Candidate($0.rawValue, summary: $0.summary) }
    }
    if let spec = StageSpec.named(stage), !spec.words.isEmpty {
      return spec.words.map { Candidate($0) }
    }
    guard let rows = rows(context) else { return [] }
    if prefix.contains(".") { return parts(prefix, rows) }
    if context.isAfterComparison, let tested = context.testedPath,
      let type = type(of: tested, rows), case .word(let list) = type
    {
      return list.words.map { Candidate($0) }
    }
    let columns = rows.columns.map {
      Candidate($0.name, summary: $0.type.name, addsSpace: !$0.type.isFollowed)
    }
    var named: Set<String> = []
    let functions = FunctionSpec.all.filter { named.insert($0.name).inserted }.map {
      Candidate($0.name + "(", summary: $0.summary, addsSpace: false)
    }
    let words =
      ["and", "or", "not", "has", "matches", "overlaps", "before", "after", "within"]
      + ["is missing", "is present", "in (", "by", "as"]
    return columns + functions + words.map { Candidate($0) }
  }

  /// The plan of the query up to the stage at the cursor.
  private func rows(_ context: CompletionContext) -> LogicalPlan? {
    let source = SourceText(name: "", context.queryBefore)
    guard var parser = try? Parser(source, grammar: Session.grammar),
      let query = try? parser.wholeQuery()
    else { return nil }
    var binder = workspace.binder
    return try? binder.bind(query)
  }

  /// What may follow a `.`.
  private func parts(_ prefix: String, _ rows: LogicalPlan) -> [Candidate] {
    guard let dot = prefix.lastIndex(of: ".") else { return [] }
    let base = String(prefix[..<dot])
    switch type(of: base, rows) {
    case .reference(let kind)?:
      return RelationSpec.of(kind).columns.map {
        Candidate("\(base).\($0.name)", summary: $0.summary, addsSpace: !$0.type.isFollowed)
      }
    case let type?:
      return ValuePart.of(type).map { Candidate("\(base).\($0.rawValue)", summary: $0.summary) }
    case nil: return []
    }
  }

  /// The type of a dotted path in these rows.
  private func type(of path: String, _ rows: LogicalPlan) -> ValueType? {
    if let column = rows.columns.first(where: { $0.name == path }) { return column.type }
    let names = path.split(separator: ".").map(String.init)
    guard let first = names.first,
      var type = rows.columns.first(where: { $0.name == first })?.type
    else { return nil }
    for name in names.dropFirst() {
      if case .reference(let kind) = type, let column = RelationSpec.of(kind).column(name) {
        type = column.type
      } else if let part = ValuePart.of(type).first(where: { $0.rawValue == name }) {
        type = part.type
      } else {
        return nil
      }
    }
    return type
  }

  /// The ids of the kinds that fit the place.
  private func ids(_ prefix: String, _ context: CompletionContext) -> [Candidate] {
    let typed = String(prefix.dropFirst())
    return kinds(context).flatMap { kind in
      workspace.ids(kind, beginningWith: typed, limit: Self.limit).map {
        Candidate("@" + $0.id, summary: $0.name)
      }
    }
  }

  private func kinds(_ context: CompletionContext) -> [RecordKind] {
    guard case .argument(let stage) = context.place else { return [.entity, .source, .question] }
    switch stage {
    case "from", "omissions": return [.source]
    case "on", "matrix", "hypotheses": return [.question]
    case "about", "by", "within", "path": return [.entity]
    default:
      if let tested = context.testedPath, let rows = rows(context),
        case .reference(let kind)? = type(of: tested, rows)
      {
        return [kind]
      }
      return [.entity, .source, .predicate, .question]
    }
  }
}

extension ValueType {
  /// Whether a `.` may follow.
  fileprivate var isFollowed: Bool {
    if case .reference = self { return true }
    return false
  }
}
