import AssayModel
import AssayText

/// Plan to SQL: one statement for the rows, and one for each `where` that may leave rows out.
package struct SQLCompiler {
  let counter = RowsBuilder.AliasCounter()
  /// Questions about rows that a condition could neither keep nor drop.
  private(set) var probes: [LeftOutProbe] = []

  package init() {}

  /// The statement for all rows of a plan, in their order.
  package static func compile(_ plan: LogicalPlan) -> CompiledQuery {
    var compiler = SQLCompiler()
    var rows = compiler.rows(plan)
    // With a limit the texts are looked up for the rows that are left.
    if rows.take != nil || rows.skip > 0, rows.ownKey != nil { rows.wrap() }
    // Groups are sorted by the ids of their keys, so the ids are at hand.
    let areIDs = rows.groups != nil
    let parts = rows.columns.flatMap { column in
      let parts = rows.parts(of: column)
      guard areIDs, case .reference(let kind) = column.type else { return parts }
      return [SQLiteDialect.id(of: kind, key: parts[0])]
    }
    return CompiledQuery(
      sql: rows.select(parts.isEmpty ? ["1"] : parts, ordered: true), columns: plan.columns,
      referencesAreIDs: areIDs, probes: compiler.probes)
  }

  /// The statement for how many rows a plan has.
  package static func compileCount(_ plan: LogicalPlan) -> SQL {
    var compiler = SQLCompiler()
    return compiler.count(plan)
  }

  /// The statement for a value that is asked of no rows.
  package static func compile(_ expression: BoundExpression) -> CompiledQuery {
    var compiler = SQLCompiler()
    var none = RowsBuilder(.sources, compiler.counter)
    let parts = compiler.parts(expression, &none)
    let column = RowColumn("value", expression.type, isNullable: expression.isNullable)
    return CompiledQuery(
      sql: "SELECT \(parts.joined(", "))", columns: [column], referencesAreIDs: false,
      probes: [])
  }

  /// The statement for the keys of the rows' own records, in no order; `nil` after a grouping.
  package static func compileKeys(_ plan: LogicalPlan) -> SQL? {
    var compiler = SQLCompiler()
    var rows = compiler.rows(plan)
    if rows.isClosed { rows.wrap() }
    return rows.ownKey.map { rows.select([$0], ordered: false) }
  }

  mutating func count(_ plan: LogicalPlan) -> SQL {
    var rows = rows(plan)
    if rows.isClosed { rows.wrap() }
    return rows.select(["count(*)"], ordered: false)
  }

  /// The rows of a plan, as a `SELECT` that more can be added to.
  mutating func rows(_ plan: LogicalPlan) -> RowsBuilder {
    switch plan {
    case .relation(let relation): return RowsBuilder(relation, counter)
    // Segments have been run and stand here as relations; before that there is no row.
    case .analysis(_, let analysis): return RowsBuilder(analysis.rows, counter)
    case .filter(let input, let condition, _):
      var rows = rows(input)
      if rows.isClosed { rows.wrap() }
      probe(condition, rows)
      for part in condition.conjuncts { add(part, to: &rows) }
      return rows
    case .project(let input, let columns):
      var rows = rows(input)
      if rows.isClosed { rows.wrap() }
      rows.columns = columns.map { column($0, &rows) }
      return rows
    case .aggregate(let input, let keys, let measures, let largestFirst):
      return aggregate(rows(input), keys, measures, largestFirst: largestFirst)
    case .sort(let input, let keys):
      var rows = rows(input)
      if rows.isClosed { rows.wrap() }
      rows.order = keys.flatMap { orderTerms($0.value, isDescending: $0.isDescending, &rows) }
      return rows
    case .slice(let input, let skip, let take):
      var rows = rows(input)
      // A slice of a slice is a slice.
      let left = rows.take.map { max(0, $0 - skip) }
      rows.skip += skip
      rows.take = [left, take].compactMap { $0 }.min()
      return rows
    case .answers(let input, let question, _):
      return answers(rows(input), plan.columns, question)
    }
  }

  /// Adds a condition; words of a claim are looked up in the word index.
  private mutating func add(_ condition: BoundExpression, to rows: inout RowsBuilder) {
    if case .hasWords(let text, let words) = condition.node, case .column(let index, _) = text.node,
      case .stored(let relation, let key, _, let spec) = rows.columns[index].source,
      relation.name == "claims", spec.name == "says"
    {
      let alias = rows.joinWords(key: key)
      let all = words.split(separator: " ")
      let pattern = all.map { "\"\($0)\"" }.joined(separator: " AND ")
      rows.conditions.append("\(alias).claims_words MATCH \(.text(pattern))")
      if all.count == 1 { return }
    }
    let condition = holds(condition, &rows)
    rows.conditions.append(condition)
  }

  private mutating func column(
    _ column: BoundColumn, _ rows: inout RowsBuilder
  ) -> RowsBuilder.Column {
    if case .column(let index, _) = column.value.node {
      let known = rows.columns[index]
      return RowsBuilder.Column(
        name: column.name, type: known.type, isNullable: known.isNullable, source: known.source)
    }
    let source: RowsBuilder.Column.Source
    if case .follow(let base, let relation, let spec) = column.value.node {
      let key = parts(base, &rows)[0]
      source = .stored(relation, key: key, mayLack: base.isNullable, spec)
    } else {
      source = .parts(parts(column.value, &rows))
    }
    return RowsBuilder.Column(
      name: column.name, type: column.value.type, isNullable: column.value.isNullable,
      source: source)
  }

  private mutating func aggregate(
    _ input: RowsBuilder, _ keys: [BoundColumn], _ measures: [BoundColumn], largestFirst: Bool
  ) -> RowsBuilder {
    var rows = input
    if rows.isClosed { rows.wrap() }
    var columns: [RowsBuilder.Column] = []
    var groups: [SQL] = []
    // Groups come in the order of their keys, which also decides between those that sort alike.
    var ties: [RowsBuilder.OrderTerm] = []
    var first: [RowsBuilder.OrderTerm] = []
    for key in keys {
      let parts = parts(key.value, &rows)
      groups += parts
      columns.append(computed(key, parts))
      ties += Self.orderTerms(
        parts, key.value.type, isDescending: false, isNullable: key.value.isNullable)
    }
    for measure in measures { columns.append(computed(measure, parts(measure.value, &rows))) }
    if largestFirst, !keys.isEmpty, case .parts(let parts)? = columns.last?.source {
      first = [.init(value: parts[0], isDescending: true, isNullable: false)]
    }
    (rows.columns, rows.groups, rows.order, rows.ties) = (columns, groups, first, ties)
    rows.ownKey = nil
    return rows
  }

  private func computed(_ column: BoundColumn, _ parts: [SQL]) -> RowsBuilder.Column {
    RowsBuilder.Column(
      name: column.name, type: column.value.type, isNullable: column.value.isNullable,
      source: .parts(parts))
  }

  private func answers(
    _ input: RowsBuilder, _ columns: [RowColumn], _ question: Int64
  ) -> RowsBuilder {
    var rows = input
    if rows.isClosed { rows.wrap() }
    guard let key = rows.ownKey else { return rows }
    let alias = rows.joinAnswers(key: key, question: question)
    rows.columns = columns.map { column in
      if column.name == "answer" || column.name == "stance" {
        return RowsBuilder.Column(
          name: column.name, type: column.type, isNullable: false,
          source: .parts(["\(alias).\(SQLName(column.name))"]))
      }
      return rows.columns.first { $0.name == column.name }
        ?? RowsBuilder.Column(
          name: column.name, type: column.type, isNullable: true, source: .parts(["NULL"]))
    }
    rows.ties += ["answer", "stance"].map {
      RowsBuilder.OrderTerm(
        value: "\(alias).\(SQLName($0))", isDescending: false, isNullable: false)
    }
    return rows
  }

  /// Asks how many rows a condition leaves out, and for want of what.
  private mutating func probe(_ condition: BoundExpression, _ rows: RowsBuilder) {
    guard condition.isNullable else { return }
    var asked = rows
    let leaves = condition.nullableLeaves
    let kept = probes
    var list: [SQL] = ["count(*)"]
    if leaves.count == 1, let missing = lacksOneValue(condition, &asked) {
      // In all of these rows it is that one value that is missing.
      asked.conditions.append(missing)
      list += ["0", "count(*)"]
    } else {
      let fields = leaves.map { parts($0.value, &asked)[0] }
      let present = fields.map { "\($0) IS NOT NULL" as SQL }
      list.append(present.isEmpty ? "count(*)" : "sum(\(present.joined(" AND ")))")
      list += fields.map { "sum(\($0) IS NULL)" }
      let unanswered = hasNoAnswer(condition, &asked)
      asked.conditions.append(unanswered)
    }
    probes = kept
    probes.append(
      LeftOutProbe(sql: asked.select(list, ordered: false), fields: leaves.map(\.name)))
  }
}

/// A query as SQLite is given it.
package struct CompiledQuery: Sendable {
  package let sql: SQL
  /// The columns of the result; each takes as many SQL columns as its type has parts.
  package let columns: [RowColumn]
  /// Whether references are given by their ids rather than by their keys.
  package let referencesAreIDs: Bool
  package let probes: [LeftOutProbe]
}

/// Asks how many rows a `where` could neither keep nor drop: the first column is their number, the
/// second in how many of them no field is missing, the next ones in how many each field is.
package struct LeftOutProbe: Sendable {
  package let sql: SQL
  package let fields: [String]
}
