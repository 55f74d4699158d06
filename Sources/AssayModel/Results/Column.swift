/// A column of a result: its name and what its cells are.
package struct Column: Hashable, Sendable {
  package let name: String
  package let kind: CellKind
  package let alignment: Alignment

  package init(_ name: String, _ kind: CellKind, _ alignment: Alignment = .usual) {
    self.name = name
    self.kind = kind
    self.alignment = alignment
  }

  /// Where the words of a column stand, for those who read them below one another.
  package enum Alignment: Sendable {
    /// As the kind has it: numbers at the right, all else at the left.
    case usual
    /// At the right, and cut at the beginning: their ends are what matters.
    case end
  }
}

/// What a cell holds; says how it is aligned and how JSON writes it.
package enum CellKind: Sendable {
  case text, number, boolean, date, figure, reference
}
