import AssayModel
import AssayQuery
import AssayStore
import AssayText

extension Workspace {
  /// Why a record is not among the rows of a plan: the stage that dropped it, and by which
  /// condition, or for want of which field.
  package func whyNot(
    _ id: String, in plan: LogicalPlan, at span: Span
  ) throws(Diagnostic) -> String {
    try Diagnostic.telling {
      let relation = plan.stages.first?.relation ?? .claims
      guard let kind = relation.kind, let key = self.key(of: id, kind) else {
        throw unknown(id, relation, at: span)
      }
      let planned = try runSegments(of: plan).plan
      return try whyNot(id, key, kind, plan, planned) + "\n"
    }
  }

  private func unknown(_ id: String, _ relation: RelationSpec, at span: Span) -> Diagnostic {
    let word = relation.kind?.word ?? "record"
    let near = relation.kind.flatMap {
      self.id(named: id, $0) ?? Spelling.closest(to: id, among: ids($0))
    }
    return Diagnostic(
      .unknownRecord, at: span, "no \(word) `@\(id)` in the corpus",
      hint: near.map { "did you mean `@\($0)`?" }
        ?? "the last result is of \(relation.name), so `why not` takes the id of one")
  }

  private func whyNot(
    _ id: String, _ key: Int64, _ kind: RecordKind, _ plan: LogicalPlan, _ planned: LogicalPlan
  ) throws -> String {
    // Behind an analysis or a grouping the rows are others.
    for (index, stage) in plan.stages.enumerated() {
      switch stage {
      case .analysis(let input, let analysis):
        let before = try runSegments(of: input).plan
        if let reason = try dropped(id, key, kind, before) { return reason }
        return """
          `@\(id)` goes into `\(analysis.words)`, which makes rows of its own; \
          `why N` tells what a row was made of
          """
      case .aggregate(let input, _, _, _) where index > 0:
        let before = try runSegments(of: input).plan
        if let reason = try dropped(id, key, kind, before) { return reason }
        return
          "`@\(id)` is among the rows that were grouped; `why N` tells what a group was made of"
      default: continue
      }
    }
    return try dropped(id, key, kind, planned)
      ?? "`@\(id)` is among the rows of the last result"
  }

  /// The first stage after which the record is gone; `nil` if it is still there.
  private func dropped(
    _ id: String, _ key: Int64, _ kind: RecordKind, _ plan: LogicalPlan
  ) throws -> String? {
    for stage in plan.stages where try !holds(stage, key, kind) {
      switch stage {
      case .filter(let input, let condition, let words):
        let dropped = "`@\(id)` was dropped by `\(Diagnostic.readable(words))`"
        if try holds(.filter(input, condition.negated, words: ""), key, kind) {
          return
            "\(dropped): \(try values(condition, input, key, kind) ?? "the condition does not hold")"
        }
        for (name, value) in condition.mayLack
        where try holds(.filter(input, value.isMissing, words: ""), key, kind) {
          return "\(dropped): its `\(name)` is missing"
        }
        return "\(dropped): its values cannot be compared"
      case .slice: return "`@\(id)` is beyond the rows that `take` or `skip` left"
      case .answers: return "`@\(id)` does not bear on the question"
      default: return "`@\(id)` is gone"
      }
    }
    return nil
  }

  private func holds(_ plan: LogicalPlan, _ key: Int64, _ kind: RecordKind) throws -> Bool {
    try count(plan.only(key, kind)) > 0
  }

  /// What the record has in the fields that the condition asks: `mode is fact`.
  private func values(
    _ condition: BoundExpression, _ input: LogicalPlan, _ key: Int64, _ kind: RecordKind
  ) throws -> String? {
    let asked = condition.askedValues
    guard !asked.isEmpty else { return nil }
    let columns = asked.map { BoundColumn(name: $0.name, value: $0.value) }
    let compiled = SQLCompiler.compile(.project(input.only(key, kind), columns))
    let statement = try prepare(compiled.sql)
    guard try step(statement) else { return nil }
    var row = RowBuffer()
    try RowReader(compiled, ids: ids).read(statement, into: &row)
    return asked.indices.map { index in
      "`\(asked[index].name)` is \(row.isMissing(index) ? "missing" : row.text(of: index))"
    }.joined(separator: ", ")
  }
}
