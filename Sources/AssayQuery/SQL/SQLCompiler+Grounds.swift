import AssayModel

/// What a report asks of a plan: all rows, each with what it is or was made of.
extension SQLCompiler {
  /// The statement for all rows of a plan, in their order, with further SQL columns that say which
  /// record a row is, or by which keys it was grouped.
  ///
  /// Rows and keys come out of one statement, so that no key can stand beside another row.
  package static func compileTraced(_ plan: LogicalPlan) -> TracedQuery {
    let grouped = plan.relation == nil ? exposing(plan) : nil
    var compiler = SQLCompiler()
    var rows = compiler.rows(grouped?.0 ?? plan)
    if rows.isClosed { rows.wrap() }
    var shown: [SQL] = []
    for column in rows.columns.prefix(plan.columns.count) { shown += rows.parts(of: column) }
    var hidden: [SQL] = []
    var basis = TracedQuery.Basis.unknown
    if let grouping = grouped?.1 {
      for column in rows.columns.suffix(grouping.keys.count) { hidden += rows.parts(of: column) }
      basis = .group(grouping)
    } else if let key = rows.ownKey, let relation = plan.relation {
      hidden = [key]
      basis = .record(relation)
    }
    let list = shown + hidden
    return TracedQuery(
      query: CompiledQuery(
        sql: rows.select(list.isEmpty ? ["1"] : list, ordered: true), columns: plan.columns,
        referencesAreIDs: false, probes: compiler.probes),
      basis: basis, hidden: shown.count..<list.count)
  }

  /// The statement for the members of all groups, in no order: the parts of the keys of each group,
  /// then how many records it has, then their keys with commas between; `nil` where the grouped
  /// rows are no records.
  package static func compileMembers(_ grouping: Grouping) -> SQL? {
    var compiler = SQLCompiler()
    var rows = compiler.rows(grouping.input)
    if rows.isClosed { rows.wrap() }
    guard let own = rows.ownKey else { return nil }
    var parts: [SQL] = []
    for key in grouping.keys { parts += compiler.parts(key.value, &rows) }
    rows.groups = parts
    return rows.select(parts + ["count(*)", "group_concat(\(own))"], ordered: false)
  }
}

/// A query whose rows bring along what they are or were made of.
package struct TracedQuery: Sendable {
  package let query: CompiledQuery
  package let basis: Basis
  /// The SQL columns behind those of the result: the key of the row's record, or the parts of the
  /// keys of its group.
  package let hidden: Range<Int>

  /// What a row is.
  package enum Basis: Sendable {
    case record(RelationSpec)
    case group(SQLCompiler.Grouping)
    /// Something whose origin is not known: a group of groups is one.
    case unknown
  }
}
