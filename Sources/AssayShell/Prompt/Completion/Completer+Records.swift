import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

extension Completer {
  /// The records that are found by what stands behind `@`, of the kinds that fit the place.
  func ids(_ prefix: String, _ context: CompletionContext) -> Completion {
    let typed = String(prefix.dropFirst())
    let (kinds, entityKinds) = kinds(context)
    let all = workspace.records(
      kinds, called: typed, entityKinds: entityKinds, limit: Self.limit)
    var seen: Set<String> = []
    let found = all.filter { seen.insert($0.id).inserted }
    return Completion(
      replacedFrom: context.wordStart, candidates: found.map(Candidate.init),
      shared: all.count < Self.limit ? Self.shared(by: found, typed) : prefix)
  }

  /// How far the ids that begin so go on alike, if all the others would be found by that, too.
  private static func shared(by found: [NamedRecord], _ typed: String) -> String? {
    let folded = FoldedText.of(typed)
    let beginning = found.filter { FoldedText.of($0.id).hasPrefix(folded) }
    guard let first = beginning.first, !typed.isEmpty, found.count > 1 else { return nil }
    let common = beginning.dropFirst().reduce(first.id) { $0.commonPrefix(with: $1.id) }
    guard found.allSatisfy({ $0.isFound(by: common) }) else { return nil }
    return "@" + common
  }

  private func kinds(_ context: CompletionContext) -> ([RecordKind], entityKinds: [String]?) {
    switch context.place {
    case .argument(let stage):
      guard let spec = StageSpec.named(stage) else { return ([], nil) }
      if spec.form == .references || spec.form == .arguments {
        return (spec.pattern.kinds ?? RecordKind.named, nil)
      }
      let place = ExpressionPlace(context.pieces, form: spec.form)
      guard place.next == .operand else { return ([], nil) }
      guard place.tested != nil || place.sign != nil else { return (RecordKind.named, nil) }
      guard let rows = rows(context), let tested = place.tested,
        let type = type(of: tested, rows)
      else { return (RecordKind.named, nil) }
      if case .reference(let kind) = type { return ([kind], nil) }
      return ([], nil)
    case .expression: return (RecordKind.written, nil)
    case .command(let name):
      if let word = context.pieces.last?.text,
        let kind = RecordKind.written.first(where: { $0.word == word })
      {
        return ([kind], nil)
      }
      return (CommandSpec.named(name)?.pattern.kinds ?? RecordKind.written, nil)
    case .declaration(let word):
      if case .records(let kinds, let entityKinds) = expected(word, context) {
        return (kinds, entityKinds)
      }
      return ([], nil)
    case .statement, .relation, .stage, .afterRows, .type, .nothing: return ([], nil)
    }
  }
}

extension Candidate {
  /// A record as it is referred to, with what it is called.
  init(_ record: NamedRecord) {
    self.init(
      "@" + record.id,
      summary: record.alias.map { "\(record.name) (\($0))" } ?? record.name)
  }
}

extension String {
  /// What both begin with.
  func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
