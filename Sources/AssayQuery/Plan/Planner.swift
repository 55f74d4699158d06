import AssayModel

/// Cuts a plan into segments: what SQL does in one statement, an analysis, what SQL does with its
/// rows, and so on.
///
/// Each analysis is taken out and a relation put in its place; the segments come in the order in
/// which they have to run.
package struct Planner {
  package private(set) var segments: [Segment] = []
  /// How many tables there are already.
  private let tableCount: Int

  package init(tableCount: Int = 0) { self.tableCount = tableCount }

  /// The plan without analyses.
  package mutating func plan(_ plan: LogicalPlan) -> LogicalPlan {
    switch plan {
    case .relation: return plan
    case .filter(let input, let condition, let words):
      return .filter(self.plan(input), expression(condition), words: words)
    case .project(let input, let columns): return .project(self.plan(input), self.columns(columns))
    case .aggregate(let input, let keys, let measures, let largestFirst):
      return .aggregate(
        self.plan(input), keys: columns(keys), measures: columns(measures),
        largestFirst: largestFirst)
    case .sort(let input, let keys):
      let input = self.plan(input)
      var sorted: [SortKey] = []
      for key in keys {
        sorted.append(SortKey(value: expression(key.value), isDescending: key.isDescending))
      }
      return .sort(input, sorted)
    case .slice(let input, let skip, let take):
      return .slice(self.plan(input), skip: skip, take: take)
    case .answers(let input, let question, let list):
      return .answers(self.plan(input), question: question, list)
    case .analysis(let input, let analysis):
      let input = self.plan(input)
      var analysis = analysis
      analysis.against = analysis.against.map { self.plan($0) }
      let table = "a\(tableCount + segments.count + 1)"
      segments.append(Segment(input: input, analysis: analysis, table: table))
      return .relation(analysis.rows.kept(in: table))
    }
  }

  private mutating func columns(_ columns: [BoundColumn]) -> [BoundColumn] {
    var planned: [BoundColumn] = []
    for column in columns {
      planned.append(BoundColumn(name: column.name, value: expression(column.value)))
    }
    return planned
  }

  /// The expression without analyses in the queries that it asks.
  package mutating func expression(_ bound: BoundExpression) -> BoundExpression {
    BoundExpression(node(bound.node), bound.type, bound.isNullable, bound.span)
  }

  private mutating func node(_ node: BoundExpression.Node) -> BoundExpression.Node {
    switch node {
    case .column, .constant, .isAbout, .ownKey, .qualifier: node
    case .follow(let base, let relation, let column): .follow(expression(base), relation, column)
    case .part(let base, let part): .part(expression(base), part)
    case .compare(let comparison, let left, let right):
      .compare(comparison, expression(left), expression(right))
    case .isOneOf(let value, let members): .isOneOf(expression(value), members)
    case .partOf(let value, let whole): .partOf(expression(value), whole: whole)
    case .not(let operand): .not(expression(operand))
    case .and(let left, let right): .and(expression(left), expression(right))
    case .or(let left, let right): .or(expression(left), expression(right))
    case .arithmetic(let operation, let left, let right):
      .arithmetic(operation, expression(left), expression(right))
    case .isMissing(let value): .isMissing(expression(value))
    case .hasWords(let value, let words): .hasWords(expression(value), words)
    case .matches(let value, let pattern): .matches(expression(value), pattern)
    case .scalar(let function, let arguments): .scalar(function, expressions(arguments))
    case .aggregate(let function, let argument):
      .aggregate(function, argument.map { expression($0) })
    case .query(let function, let plan): .query(function, self.plan(plan))
    }
  }

  private mutating func expressions(_ list: [BoundExpression]) -> [BoundExpression] {
    var planned: [BoundExpression] = []
    for each in list { planned.append(expression(each)) }
    return planned
  }
}
