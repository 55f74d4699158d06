/// What one statement changes in the files of a corpus; it takes place whole or not at all.
package struct CorpusEdit: Hashable, Sendable {
  /// What it does, for people: `claim @aid-2013`.
  package let label: String
  package let changes: [FileChange]

  package init(_ label: String, _ changes: [FileChange]) {
    (self.label, self.changes) = (label, changes)
  }

  /// What takes it back.
  package var inverse: CorpusEdit { CorpusEdit(label, changes.reversed().map(\.inverse)) }
}
