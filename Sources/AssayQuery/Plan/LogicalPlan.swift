import AssayModel
import AssayText

/// A query whose every name is known and whose every type is checked.
package indirect enum LogicalPlan: Sendable {
  case relation(RelationSpec)
  /// Rows for which the condition holds; rows for which it has no answer are left out.
  /// The words are the stage's own, for a message.
  case filter(LogicalPlan, BoundExpression, words: String)
  /// Exactly these columns.
  case project(LogicalPlan, [BoundColumn])
  /// One row for each different key, sorted by the keys, or by the first measure downwards.
  case aggregate(LogicalPlan, keys: [BoundColumn], measures: [BoundColumn], largestFirst: Bool)
  case sort(LogicalPlan, [SortKey])
  case slice(LogicalPlan, skip: Int, take: Int?)
  /// A row for each answer to a question that a claim gives or speaks against.
  case answers(LogicalPlan, question: Int64, ClosedList)
  /// The rows that an analysis makes of others.
  case analysis(LogicalPlan, Analysis)

  /// The columns of the rows.
  package var columns: [RowColumn] {
    switch self {
    case .relation(let relation): relation.rowColumns
    case .analysis(_, let analysis): analysis.rows.rowColumns
    case .filter(let input, _, _), .sort(let input, _), .slice(let input, _, _): input.columns
    case .project(let input, let columns): Self.columns(columns, of: input)
    case .aggregate(_, let keys, let measures, _): (keys + measures).map(\.column)
    case .answers(let input, _, let list):
      input.columns.filter { $0.name != "answer" && $0.name != "stance" } + [
        RowColumn("answer", .word(list), isNullable: false),
        RowColumn("stance", .word(.stance), isNullable: false),
      ]
    }
  }

  /// The columns of a projection; one that is a column of its input is aligned like that.
  private static func columns(_ columns: [BoundColumn], of input: LogicalPlan) -> [RowColumn] {
    let before = input.columns
    return columns.map { bound in
      var column = bound.column
      if case .column(let place, _) = bound.value.node {
        column.alignment = before[place].alignment
      }
      return column
    }
  }

  /// The relation whose records the rows still are; `nil` after `summarize`.
  package var relation: RelationSpec? {
    switch self {
    case .relation(let relation): relation
    case .analysis(_, let analysis): analysis.rows
    case .filter(let input, _, _), .sort(let input, _), .slice(let input, _, _),
      .project(let input, _), .answers(let input, _, _):
      input.relation
    case .aggregate: nil
    }
  }

  /// How many stages the rows have gone through.
  package var stepCount: Int {
    var count = 0
    var plan = self
    while let input = plan.input {
      count += 1
      plan = input
    }
    return count
  }

  /// The plan whose rows this one's are made of.
  package var input: LogicalPlan? {
    switch self {
    case .relation: nil
    case .filter(let input, _, _), .project(let input, _), .aggregate(let input, _, _, _),
      .sort(let input, _), .slice(let input, _, _), .answers(let input, _, _),
      .analysis(let input, _):
      input
    }
  }
}

extension RelationSpec {
  /// The columns as rows have them.
  fileprivate var rowColumns: [RowColumn] {
    columns.map { spec in
      var column = RowColumn(spec.name, spec.type, isNullable: !spec.isRequired)
      column.alignment = spec.alignment
      return column
    }
  }
}

/// A column of rows at some point of a pipeline.
package struct RowColumn: Hashable, Sendable {
  package let name: String
  package let type: ValueType
  package let isNullable: Bool
  /// Where its words stand in a table.
  package var alignment = Column.Alignment.usual

  package init(_ name: String, _ type: ValueType, isNullable: Bool) {
    (self.name, self.type, self.isNullable) = (name, type, isNullable)
  }
}

/// A column and what it is computed from.
package struct BoundColumn: Sendable {
  package let name: String
  package let value: BoundExpression

  package init(name: String, value: BoundExpression) { (self.name, self.value) = (name, value) }

  package var column: RowColumn {
    RowColumn(name, value.type, isNullable: value.isNullable)
  }
}

/// A value to sort by.
package struct SortKey: Sendable {
  package let value: BoundExpression
  package let isDescending: Bool
}
