/// A column of a result: its name and what its cells are.
package struct Column: Hashable, Sendable {
  package let name: String
  package let kind: CellKind

  package init(_ name: String, _ kind: CellKind) {
    self.name = name
    self.kind = kind
  }
}

/// What a cell holds; says how it is aligned and how JSON writes it.
package enum CellKind: Sendable {
  case text, number, boolean, date, figure, reference
}
