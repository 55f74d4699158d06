import AssayLanguage
import AssayModel
import AssayText

/// Syntax tree to plan: names are looked up, types are checked, `@ids` get their keys.
package struct Binder {
  let vocabulary: any Vocabulary
  var environment: Environment
  /// What becomes of the rows of the statement at hand.
  var ending = Ending()
  /// The faults that were found beside the one that is thrown.
  var faults: [Diagnostic] = []
  /// How many definitions the one at hand is inside of.
  private var nesting = 0
  /// How many definitions may be made by way of each other, and how many steps a query may have
  /// with all of theirs: whoever walks a plan must not run out of stack.
  private static let deepest = (definitions: 100, steps: 400)

  package init(vocabulary: any Vocabulary, environment: Environment) {
    (self.vocabulary, self.environment) = (vocabulary, environment)
  }

  /// The plan of a statement's query, and what becomes of its rows.
  package mutating func bindStatement(_ query: Query) throws(Diagnostic) -> BoundQuery {
    ending = Ending()
    let stages = query.stages
    let endings = stages.reversed().prefix { StageSpec.named($0.name.text)?.isEnding ?? false }
    var rows = query
    rows.stages.removeLast(endings.count)
    let plan = try bind(query, endings: endings.count)
    return BoundQuery(plan: plan, ending: ending, rows: rows)
  }

  /// The plan of a query whose rows go on to something else.
  package mutating func bind(_ query: Query) throws(Diagnostic) -> LogicalPlan {
    try bind(query, endings: 0)
  }

  /// The plan of a query of which so many last stages may be endings.
  ///
  /// Behind a stage with a fault that leaves the rows as they are binding goes on, so that the
  /// faults behind it are told as well.
  private mutating func bind(
    _ query: Query, endings: Int
  ) throws(Diagnostic) -> LogicalPlan {
    var plan = try source(query.source)
    guard plan.stepCount + query.stages.count <= Self.deepest.steps else {
      throw Diagnostic(
        .tooDeep, at: query.span, "with what it is made of, the query has too many steps",
        hint: "\(Self.deepest.steps) are the limit")
    }
    var first: Diagnostic?
    for (index, call) in query.stages.enumerated() {
      let mayEnd = index >= query.stages.count - endings
      do throws(Diagnostic) {
        plan = try bind(call, on: plan, mayEnd: mayEnd)
      } catch {
        note(error, unless: &first)
        guard StageSpec.named(call.name.text)?.keepsRows ?? false else { break }
      }
    }
    if let first { throw first }
    return plan
  }

  private mutating func bind(
    _ call: StageCall, on plan: LogicalPlan, mayEnd: Bool
  ) throws(Diagnostic) -> LogicalPlan {
    if let fault = call.fault { throw fault }
    guard let stage = StageSpec.named(call.name.text) else {
      throw .unknownStage(call.name, known: StageSpec.all.map(\.name))
    }
    guard mayEnd || !stage.isEnding else {
      throw Diagnostic(
        .misplacedStatement, at: call.span,
        "`\(call.name.text)` says what becomes of a statement's rows; these rows go on",
        hint: "put it at the end of the statement")
    }
    return try stage.bind(call, plan, &self)
  }

  private mutating func source(_ source: Query.Source) throws(Diagnostic) -> LogicalPlan {
    switch source {
    case .query(let query): return try bind(query)
    case .it(let span):
      guard let last = environment.last else {
        throw Diagnostic(
          .nothingBefore, at: span, "there is no result to go on from",
          hint: "begin with a relation: `claims | …`")
      }
      return try expand(last, at: span)
    case .name(let name):
      if let relation = RelationSpec.named(name.text) { return rows(of: relation, name) }
      guard let definition = environment.definitions[name.text] else {
        throw .unknownRelation(name, known: knownRelations)
      }
      guard definition.parameters.isEmpty else {
        throw wrongCount(of: definition, name, found: 0)
      }
      return try expand(definition, at: name.span)
    case .call(let name, let arguments):
      guard let definition = environment.definitions[name.text] else {
        throw .unknownRelation(name, known: knownRelations)
      }
      guard definition.parameters.count == arguments.count else {
        throw wrongCount(of: definition, name, found: arguments.count)
      }
      let constants = try each(arguments) { (binder, argument) throws(Diagnostic) in
        try binder.constant(argument)
      }
      var values: [String: Constant] = [:]
      for (parameter, value) in zip(definition.parameters, constants) {
        values[parameter.text] = value
      }
      return try expand(definition, with: values, at: name.span)
    }
  }

  private var knownRelations: [String] {
    RelationSpec.all.map(\.name) + environment.definitions.keys.sorted()
  }

  private func wrongCount(
    of definition: Environment.Definition, _ name: Name, found: Int
  ) -> Diagnostic {
    let count = definition.parameters.count
    return Diagnostic(
      .wrongArguments, at: name.span,
      "`\(name.text)` takes \(count) argument\(count == 1 ? "" : "s"), not \(found)")
  }

  /// The plan of a definition; faults in it are shown in its own text.
  private mutating func expand(
    _ definition: Environment.Definition, with values: [String: Constant] = [:], at span: Span
  ) throws(Diagnostic) -> LogicalPlan {
    guard nesting < Self.deepest.definitions else {
      throw Diagnostic(
        .tooDeep, at: span, "definitions are nested more than \(Self.deepest.definitions) deep")
    }
    var inner = Binder(vocabulary: vocabulary, environment: definition.environment)
    inner.nesting = nesting + 1
    inner.environment.values.merge(values) { _, new in new }
    do throws(Diagnostic) {
      return try inner.bind(definition.query)
    } catch {
      faults += inner.faults.map { $0.located(in: definition.text) }
      throw error.located(in: definition.text)
    }
  }

  /// A value that has to be known before the query runs.
  package mutating func constant(_ expression: Expression) throws(Diagnostic) -> Constant {
    try constant(expression, meant: nil)
  }

  /// A value that has to be known before the query runs.
  ///
  /// - Parameter meant: what is expected, where a word that names such a record may lack its `@`.
  mutating func constant(
    _ expression: Expression, meant: RecordKind?
  ) throws(Diagnostic) -> Constant {
    if case .reference(let name) = expression {
      return try record(name, kinds: RecordKind.allCases)
    }
    if let meant, case .path(let names) = expression, names.count == 1 {
      throw unknownColumn(names[0], in: .none, as: .reference(meant))
    }
    let bound = try bind(expression, in: Rows.none)
    guard case .constant(let constant) = bound.node else {
      throw Diagnostic(
        .notConstant, at: expression.span, "this is not known before the query runs",
        hint: "write a value, or bind one with `let $name = …`")
    }
    return constant
  }

  /// The record that `@id` names, of the first of these kinds that has one.
  func record(_ name: Name, kinds: [RecordKind]) throws(Diagnostic) -> Constant {
    for kind in kinds {
      if let key = vocabulary.key(of: name.text, kind) {
        return .record(kind, key: key, id: name.text)
      }
    }
    throw unknownRecord(name, kinds: kinds)
  }
}

/// A query of a statement, ready to be planned.
package struct BoundQuery: Sendable {
  package let plan: LogicalPlan
  package let ending: Ending
  /// The query without its endings: what the next line goes on from.
  package let rows: Query
}

/// What becomes of the rows of a statement.
package struct Ending: Sendable {
  package var format: OutputFormat?
  /// What a chart draws of the rows; `nil` when they are listed.
  package var chart: ChartColumns?
  /// The path of a file to write, as the program has it.
  package var path: String?
  package var pathSpan: Span?
}

/// The rows that an expression is asked of, and whether it may gather them.
struct Rows {
  let columns: [RowColumn]
  let relation: RelationSpec?
  var allowsAggregates = false
  /// Columns of which nothing is known, by the faults that are to blame.
  var faulty: [String: Diagnostic] = [:]
  /// A fault for which it is not known what is expected: a bare word may be meant as a value.
  var doubt: Diagnostic?

  /// No rows: for values that are known beforehand.
  static let none = Rows(columns: [], relation: nil)

  init(columns: [RowColumn], relation: RelationSpec?) {
    (self.columns, self.relation) = (columns, relation)
  }

  init(_ plan: LogicalPlan) { self.init(columns: plan.columns, relation: plan.relation) }

  /// These rows, in which a bare word that is no column is not a fault of its own.
  func doubting(_ fault: Diagnostic) -> Rows {
    var rows = self
    rows.doubt = fault
    return rows
  }
}

extension Binder {
  /// Makes sure that the rows of a query are there, whatever its stages are.
  package mutating func checkSource(of query: Query) throws(Diagnostic) {
    _ = try source(query.source)
  }

  /// A condition of the program itself, asked of no rows.
  package mutating func bindCondition(_ expression: Expression) throws(Diagnostic)
    -> BoundExpression
  {
    try condition(expression, in: .none)
  }

  /// A value of the program itself, asked of no rows, read as a type where one is wanted.
  package mutating func bindValue(
    _ expression: Expression, as type: ValueType? = nil
  ) throws(Diagnostic) -> BoundExpression {
    if type == nil, case .reference = expression {
      return value(try constant(expression), at: expression.span)
    }
    return try bind(expression, in: .none, as: type)
  }

  /// A value of the program itself, read as a type.
  package mutating func constant(
    _ expression: Expression, as type: ValueType
  ) throws(Diagnostic) -> Constant {
    guard case .constant(let constant) = try bind(expression, in: .none, as: type).node else {
      throw Diagnostic(.notConstant, at: expression.span, "this is not a plain value")
    }
    return constant
  }
}
