import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// An entity or a predicate that a claim refers to and the corpus does not have.
struct MissingRecord: Hashable {
  let kind: RecordKind
  let id: String
  /// The declaration to begin with, on one line.
  let declaration: String

  /// What is missing for the claims among some records, in the order of the first mention.
  ///
  /// - Parameter words: the sentence, in which an entity may be called by its name.
  static func all(
    in records: [Record], _ workspace: Workspace, calledIn words: String
  ) -> [MissingRecord] {
    func entity(_ id: String, _ kind: String) -> String {
      let name = EntityName.of(id, in: words)
      let kind = EntityKindGuess.kind(of: name, else: kind)
      return "entity \(id): \(kind) { name \(Printer.quoted(name)) }"
    }
    var known = Set(records.map { "\($0.kind.word) \($0.id.id)" })
    var found: [MissingRecord] = []
    func look(_ id: String, _ kind: RecordKind, _ declaration: () -> String) {
      guard known.insert("\(kind.word) \(id)").inserted, workspace.key(of: id, kind) == nil else {
        return
      }
      found.append(MissingRecord(kind: kind, id: id, declaration: declaration()))
    }
    for field in records.filter({ $0.kind == .claim }).flatMap(\.fields) {
      switch field.value {
      case .fact(let fact):
        let objects = fact.object.flatMap { workspace.kind(ofEntity: $0.id) }
        look(fact.subject.id, .entity) { entity(fact.subject.id, "thing") }
        let wanted = workspace.wants(ofPredicate: fact.predicate.id)?.objects
        look(fact.predicate.id, .predicate) {
          predicate(fact.predicate.id, objects ?? (fact.object == nil ? nil : "any"), fact.value)
        }
        if let object = fact.object {
          let kind = wanted?.first { ClosedList.entityKind.words.contains($0) }
          look(object.id, .entity) { entity(object.id, kind ?? "thing") }
        }
      case .chain(let speaker, let via):
        for name in [speaker] + via { look(name.id, .entity) { entity(name.id, "person") } }
      case .references(let references):
        let isPlace = field.index.map { RecordSpec.claim.fields[$0].name } == "where"
        for name in references {
          look(name.id, .entity) { entity(name.id, isPlace ? "place" : "thing") }
        }
      case .qualifier(let qualifier):
        look(qualifier.predicate.id, .predicate) {
          predicate(
            qualifier.predicate.id, qualifier.object == nil ? nil : "any", qualifier.value)
        }
        if let object = qualifier.object {
          look(object.id, .entity) { entity(object.id, "thing") }
        }
      default: break
      }
    }
    return found
  }

  private static func predicate(_ id: String, _ object: String?, _ value: FactValue?) -> String {
    let label = Printer.quoted(id.split(separator: "-").joined(separator: " "))
    var text = "predicate \(id) { label \(label)"
    if let object { text += "; object \(object)" }
    switch value {
    case .figure(let figure): text += "; value \(figure.unit.dimension.word)"
    case .date: text += "; value date"
    case .text: text += "; value text"
    case nil: break
    }
    return text + " }"
  }
}
