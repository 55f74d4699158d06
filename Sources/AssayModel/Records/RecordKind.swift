/// The kinds of record that a corpus holds. The raw value is what the index stores.
package enum RecordKind: Int, CaseIterable, Sendable {
  case source, entity, predicate, question, claim, link, judgement, document

  /// The word that begins a declaration: `source`.
  package var word: String { String(describing: self) }

  /// The relation that holds all records of the kind: `sources`.
  package var relation: String { self == .entity ? "entities" : word + "s" }
}
