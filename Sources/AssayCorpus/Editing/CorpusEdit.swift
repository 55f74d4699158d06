/// What one statement changes in the files of a corpus; it takes place whole or not at all.
package struct CorpusEdit: Hashable, Sendable {
  /// What it does, for people: `claim @aid-2013`.
  package let label: String
  package let changes: [FileChange]
  /// Whole files that come or go with it.
  package let moves: [FileMove]

  package init(_ label: String, _ changes: [FileChange], moves: [FileMove] = []) {
    (self.label, self.changes, self.moves) = (label, changes, moves)
  }

  /// What takes it back.
  package var inverse: CorpusEdit {
    CorpusEdit(
      label, changes.reversed().map(\.inverse), moves: moves.reversed().map(\.inverse))
  }
}
