/// The kinds of record that a corpus holds. The raw value is what the index stores.
package enum RecordKind: Int, CaseIterable, Sendable {
  case source, entity, predicate, question, claim, link, judgement, document

  /// The word that begins a declaration: `source`.
  package var word: String {
    switch self {  // asked for every declaration, and reflection is slow
    case .source: "source"
    case .entity: "entity"
    case .predicate: "predicate"
    case .question: "question"
    case .claim: "claim"
    case .link: "link"
    case .judgement: "judgement"
    case .document: "document"
    }
  }

  /// The word with its article: `an entity`.
  package var wordWithArticle: String { (self == .entity ? "an " : "a ") + word }

  /// The relation that holds all records of the kind: `sources`.
  package var relation: String { self == .entity ? "entities" : word + "s" }
}
