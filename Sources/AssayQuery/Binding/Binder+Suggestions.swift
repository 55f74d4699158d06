import AssayLanguage
import AssayModel
import AssayText

/// What an unknown name was likely meant to be.
extension Binder {
  /// The id that was meant: one that a record of this name has, or else one that is spelt like it.
  func suggestedID(for text: String, kinds: [RecordKind]) -> String? {
    for kind in kinds {
      if let id = vocabulary.id(named: text, kind) { return id }
    }
    return Spelling.closest(to: text, among: kinds.flatMap { vocabulary.ids($0) })
  }

  /// As in `claims | about @peruu`.
  func unknownRecord(_ name: Name, kinds: [RecordKind]) -> Diagnostic {
    let what = kinds.count == 1 ? kinds[0].word : "record"
    return Diagnostic(
      .unknownRecord, at: name.span, "no \(what) `@\(name.text)` in the corpus",
      hint: suggestedID(for: name.text, kinds: kinds).map { "did you mean `@\($0)`?" }
        ?? whereIDsAre(kinds))
  }

  /// The ids of a kind if they are few, or else how to see them.
  private func whereIDsAre(_ kinds: [RecordKind]) -> String {
    guard kinds.count == 1, let kind = kinds.first else {
      return "`entities | select id` lists the entities, `sources | select id` the sources"
    }
    let ids = vocabulary.ids(kind)
    return (1...8).contains(ids.count)
      ? "\(kind.relation): \(ids.sorted().map { "@" + $0 }.joined(separator: ", "))"
      : "`\(kind.relation) | select id` lists them"
  }

  /// As in `claims | where confidance > 0.5`, and in `claims | where subject = peru`, where an `@`
  /// is what lacks.
  func unknownColumn(
    _ name: Name, in rows: Rows, as expected: ValueType?
  ) -> Diagnostic {
    let known = rows.columns.map(\.name)
    if case .reference(let kind) = expected {
      let isID = vocabulary.key(of: name.text, kind) != nil
      if let id = isID ? name.text : vocabulary.id(named: name.text, kind) {
        return .unknownColumn(name, among: known, meant: "@" + id)
      }
    }
    // A claim can be asked for the relations of its further fields as for its columns.
    var meant = Spelling.closest(to: name.text, among: known)
    if meant == nil, rows.relation?.name == RelationSpec.claims.name {
      let qualifiers = vocabulary.ids(.predicate).filter { vocabulary.qualifier($0) != nil }
      meant = Spelling.closest(to: name.text, among: qualifiers)
    }
    return .unknownColumn(name, among: known, meant: meant)
  }
}

extension Vocabulary {
  /// The record of a kind that is called so: by its id, name, title or another name, case and
  /// accents forgiven. Of several the one whose id comes first.
  package func id(named text: String, _ kind: RecordKind) -> String? {
    let wanted = WordFolding.words(of: text)
    guard !wanted.isEmpty else { return nil }
    return names(kind).filter { WordFolding.words(of: $0.name) == wanted }.map(\.id).min()
  }
}
