import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

/// What may stand at the cursor: stages after `|`, columns of the rows at hand, ids after `@`,
/// values of closed lists, names of files.
package struct Completer {
  let workspace: Workspace
  /// How many candidates are looked up at most.
  static let limit = 200

  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// The candidates for the word before the byte `cursor`.
  package func complete(_ text: String, at cursor: Int) -> Completion {
    let bytes = Array(text.utf8.prefix(cursor))
    let context = CompletionContext(bytes)
    let prefix = context.word
    if prefix.hasPrefix("@") { return ids(prefix, context) }
    let folded = FoldedText.of(prefix)
    var seen: Set<String> = []
    let fitting = candidates(for: context, prefix).filter {
      FoldedText.of($0.text).hasPrefix(folded) && seen.insert($0.text).inserted
    }
    // Of a list that is cut the candidates that are missing may go on in another way.
    return Completion(
      replacedFrom: context.wordStart, candidates: fitting,
      shared: fitting.count < Self.limit ? nil : prefix)
  }

  private func candidates(for context: CompletionContext, _ prefix: String) -> [Candidate] {
    if context.isInText { return texts(context, prefix) }
    if prefix.hasPrefix("$") { return values(of: nil) }
    switch context.place {
    case .nothing: return []
    case .statement: return statements
    case .relation: return relations
    case .afterRows: return [.pipe]
    case .stage: return StageSpec.all.map { Candidate($0.name, summary: $0.summary) }
    case .argument(let stage): return arguments(of: stage, context, prefix)
    case .expression: return expression(context, nil, prefix)
    case .type: return Self.types
    case .command(let name): return arguments(ofCommand: name, context)
    case .declaration(let word): return declaration(word, context)
    }
  }

  private var statements: [Candidate] {
    relations
      + Keyword.statements.map { Candidate($0, summary: Keyword.summary(of: $0)) }
      + RecordSpec.all.map { Candidate($0.kind.word, summary: $0.summary) }
      + CommandSpec.all.map { Candidate($0.name, summary: $0.summary) }
  }

  /// What a query begins with.
  var relations: [Candidate] {
    RelationSpec.all.map { Candidate($0.name, summary: $0.summary) }
      + workspace.environment.definitions.keys.sorted().map { name in
        guard let definition = workspace.environment.definitions[name] else {
          return Candidate(name)
        }
        let isCall = !definition.parameters.isEmpty
        return Candidate(
          isCall ? name + "(" : name, summary: definition.text.text(at: definition.query.span),
          addsSpace: !isCall)
      }
  }

  /// The `$` names whose values have this type, or any.
  func values(of type: ValueType?) -> [Candidate] {
    workspace.environment.values.sorted { $0.key < $1.key }.compactMap { name, value in
      guard type == nil || value.type == type else { return nil }
      return Candidate("$" + name, summary: "\(value.type.name): \(value.words)")
    }
  }

  private static let types =
    ["text", "number", "boolean", "date", "figure"].map { Candidate($0) }
    + RecordKind.allCases.map { Candidate($0.word, summary: ValueType.reference($0).name) }
}

extension Candidate {
  /// Goes on to the next stage.
  static let pipe = Candidate("|", summary: "The next stage.")
  /// Begins the keys of a stage.
  static let by = Candidate("by", summary: "The keys: one row for each.")
  /// Begins a list of values.
  static let membership = Candidate(
    "in (", summary: ConditionForm.membership.summary, addsSpace: false)
}

/// Text as completion compares it: small letters without accents.
enum FoldedText {
  static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return text.reduce(into: "") { folded, letter in
      let word = WordFolding.words(of: String(letter))
      folded += word.isEmpty ? String(letter) : word
    }
  }
}
