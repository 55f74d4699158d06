/// A relation that queries read: its columns, what they hold, and how the index keeps them.
package struct RelationSpec: Sendable {
  package let name: String
  package let summary: String
  /// The kind of record that a row is; `nil` for passages.
  package let kind: RecordKind?
  package let columns: [ColumnSpec]
  package let example: String
  /// The table that holds it; the same as its name, but for rows that an analysis made.
  package let table: String
  /// Whether the index has no table for it: an analysis makes the rows when a query asks for them.
  package let isDerived: Bool

  package init(
    name: String, summary: String, kind: RecordKind?, columns: [ColumnSpec], example: String,
    table: String? = nil, isDerived: Bool = false
  ) {
    (self.name, self.summary, self.kind) = (name, summary, kind)
    (self.columns, self.example, self.table) = (columns, example, table ?? name)
    self.isDerived = isDerived
  }

  /// The same rows, kept in another table.
  package func kept(in table: String) -> RelationSpec {
    RelationSpec(
      name: name, summary: summary, kind: kind, columns: columns, example: example, table: table,
      isDerived: isDerived)
  }

  package func column(_ name: String) -> ColumnSpec? { columns.first { $0.name == name } }

  /// The relation with this name, or `nil`.
  package static func named(_ name: String) -> RelationSpec? { all.first { $0.name == name } }

  /// The relation of a kind of record.
  package static func of(_ kind: RecordKind) -> RelationSpec {
    switch kind {
    case .source: sources
    case .entity: entities
    case .predicate: predicates
    case .question: questions
    case .claim: claims
    case .link: links
    case .judgement: judgements
    case .document: documents
    }
  }
}

/// A column of a relation.
package struct ColumnSpec: Sendable {
  package let name: String
  package let type: ValueType
  /// Whether every row has a value.
  package let isRequired: Bool
  package let storage: Storage
  package let summary: String
  /// Where its words stand in a table.
  package var alignment = Column.Alignment.usual

  /// Where the index keeps a column.
  package enum Storage: Hashable, Sendable {
    /// In the table of the relation.
    case row
    /// In the table of long texts beside it, so that the first stays narrow.
    case text
    /// Nowhere: it is the column of the record that another column refers to.
    case path(reference: String, column: String)
  }

  package init(_ name: String, _ type: ValueType, required: Bool = false, _ summary: String) {
    self.init(name, type, required: required, .row, summary)
  }

  package init(
    _ name: String, _ type: ValueType, required: Bool = false, _ storage: Storage,
    _ summary: String
  ) {
    (self.name, self.type, self.isRequired) = (name, type, required)
    (self.storage, self.summary) = (storage, summary)
  }

  /// The same column, with its words at the right of a table.
  package func alignedAtEnd() -> ColumnSpec {
    var column = self
    column.alignment = .end
    return column
  }
}

/// What a value is; what may be done with it follows from that.
package enum ValueType: Hashable, Sendable {
  case text, number, boolean, date, figure
  case word(ClosedList)
  case reference(RecordKind)
  /// Several words or names, shown with `; ` between them.
  case list

  /// How messages and the manual call it.
  package var name: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .boolean: "truth value"
    case .date: "date"
    case .figure: "figure"
    case .word(let list): list.name
    case .reference(let kind): "reference to \(kind == .entity ? "an" : "a") \(kind.word)"
    case .list: "list"
    }
  }

  /// How a cell of this type is shown.
  package var cell: CellKind {
    switch self {
    case .text, .word, .list: .text
    case .number: .number
    case .boolean: .boolean
    case .date: .date
    case .figure: .figure
    case .reference: .reference
    }
  }
}
