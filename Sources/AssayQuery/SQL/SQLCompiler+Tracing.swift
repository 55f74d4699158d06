import AssayModel
import AssayText

/// What `why` asks of a plan: which record a row is, and which records a group was made of.
extension SQLCompiler {
  /// The statement for the key of the record that a row is, counted from 0; `nil` after a grouping.
  package static func compileKey(_ plan: LogicalPlan, row: Int) -> SQL? {
    var compiler = SQLCompiler()
    var rows = compiler.rows(.slice(plan, skip: row, take: 1))
    rows.wrap()
    return rows.ownKey.map { rows.select([$0], ordered: true) }
  }

  /// The statement for the keys of the group that a row is, part by part, and the rows that it was
  /// made of; `nil` where no grouping stands above.
  package static func compileGroup(_ plan: LogicalPlan, row: Int) -> (keys: SQL, input: Grouping)? {
    guard let (exposed, grouping) = exposing(plan) else { return nil }
    var compiler = SQLCompiler()
    var rows = compiler.rows(.slice(exposed, skip: row, take: 1))
    rows.wrap()
    let parts = rows.columns.suffix(grouping.keys.count).flatMap { rows.parts(of: $0) }
    return (rows.select(parts.isEmpty ? ["1"] : parts, ordered: true), grouping)
  }

  /// A grouping: what went into it, and by what it was made.
  package struct Grouping: Sendable {
    package let input: LogicalPlan
    package let keys: [BoundColumn]
  }

  /// The statement for the records of a group, in their order; `nil` where the grouped rows are no
  /// records.
  ///
  /// - Parameter values: the parts of the group's keys; `nil` where one is missing.
  package static func compileMembers(_ grouping: Grouping, _ values: [SQLValue?]) -> SQL? {
    var compiler = SQLCompiler()
    var rows = compiler.rows(grouping.input)
    if rows.isClosed { rows.wrap() }
    guard let own = rows.ownKey else { return nil }
    var parts: [SQL] = []
    for key in grouping.keys { parts += compiler.parts(key.value, &rows) }
    guard parts.count == values.count else { return nil }
    for (part, value) in zip(parts, values) {
      rows.conditions.append(value.map { "\(part) IS \($0)" } ?? "\(part) IS NULL")
    }
    return rows.select([own], ordered: true)
  }

  /// The plan with the keys of its topmost grouping as further columns, and that grouping.
  static func exposing(_ plan: LogicalPlan) -> (LogicalPlan, Grouping)? {
    switch plan {
    case .aggregate(let input, let keys, _, _):
      // The keys are the first columns; they are repeated at the end.
      let span = keys.first?.value.span ?? Span(0, 0)
      let all = plan.columns.enumerated().map { reference($0.offset, $0.element, span) }
      return (.project(plan, all + all.prefix(keys.count)), Grouping(input: input, keys: keys))
    case .filter(let input, let condition, let words):
      return exposing(input).map { (.filter($0.0, condition, words: words), $0.1) }
    case .sort(let input, let keys): return exposing(input).map { (.sort($0.0, keys), $0.1) }
    case .slice(let input, let skip, let take):
      return exposing(input).map { (.slice($0.0, skip: skip, take: take), $0.1) }
    case .project(let input, let columns):
      return exposing(input).map { exposed, grouping in
        let hidden = exposed.columns.enumerated().suffix(grouping.keys.count).map {
          reference($0.offset, $0.element, Span(0, 0))
        }
        return (.project(exposed, columns + hidden), grouping)
      }
    case .relation, .answers, .analysis: return nil
    }
  }

  private static func reference(_ index: Int, _ column: RowColumn, _ span: Span) -> BoundColumn {
    BoundColumn(
      name: column.name,
      value: BoundExpression(
        .column(index, name: column.name), column.type, column.isNullable, span))
  }
}

extension LogicalPlan {
  /// The same rows, but only those of one record.
  package func only(_ key: Int64, _ kind: RecordKind) -> LogicalPlan {
    let own = BoundExpression(.ownKey, .reference(kind), false, Span(0, 0))
    let isIt = BoundExpression(
      .isOneOf(own, [.record(kind, key: key, id: "")]), .boolean, false, Span(0, 0))
    return .filter(self, isIt, words: "")
  }

  /// The same rows, but only one of their columns; `nil` if they have no such column.
  package func only(_ name: String) -> LogicalPlan? {
    guard let index = columns.firstIndex(where: { $0.name == name }) else { return nil }
    let (column, span) = (columns[index], Span(0, 0))
    let value = BoundExpression(.column(index, name: name), column.type, column.isNullable, span)
    return .project(self, [BoundColumn(name: name, value: value)])
  }

  /// The plans from the relation on, stage by stage.
  package var stages: [LogicalPlan] {
    var stages: [LogicalPlan] = []
    var next: LogicalPlan? = self
    while let plan = next {
      stages.append(plan)
      next = plan.input
    }
    return stages.reversed()
  }
}

extension BoundExpression {
  /// The values on which the condition depends and which may be missing, by their names.
  package var mayLack: [(name: String, value: BoundExpression)] { nullableLeaves }

  /// The values on which the condition depends, by their names.
  package var askedValues: [(name: String, value: BoundExpression)] { leaves }

  /// The opposite condition.
  package var negated: BoundExpression { BoundExpression(.not(self), .boolean, isNullable, span) }

  /// Whether the value is missing, as a condition.
  package var isMissing: BoundExpression {
    BoundExpression(.isMissing(self), .boolean, false, span)
  }
}
