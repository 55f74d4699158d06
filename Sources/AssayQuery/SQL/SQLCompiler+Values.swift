import AssayModel

extension SQLCompiler {
  /// The expressions of a value, one for each part of its type.
  mutating func parts(_ expression: BoundExpression, _ rows: inout RowsBuilder) -> [SQL] {
    switch expression.node {
    case .column(let index, _): return rows.parts(of: rows.columns[index])
    case .ownKey: return [rows.ownKey ?? "NULL"]
    case .qualifier(let predicate, _):
      return Self.qualifier(predicate, expression.type, of: rows.ownKey ?? "NULL")
    case .follow(let base, let relation, let spec):
      let key = parts(base, &rows)[0]
      let source = RowsBuilder.Column.Source.stored(
        relation, key: key, mayLack: base.isNullable, spec)
      return rows.parts(
        of: .init(name: spec.name, type: spec.type, isNullable: true, source: source))
    case .constant(let constant): return Self.parts(constant)
    case .part(let base, let part): return Self.part(part, parts(base, &rows))
    case .arithmetic(let operation, let left, let right):
      if expression.type == .number, operation == .plus || operation == .minus {
        return ["(\(sum(expression, &rows)))"]
      }
      return Self.compute(operation, expression.type, parts(left, &rows), parts(right, &rows))
    case .scalar(let function, let arguments): return scalar(function, arguments, &rows)
    case .aggregate(let function, let argument): return aggregate(function, argument, &rows)
    case .query(let function, let plan): return query(function, plan)
    case .compare(_, let left, _) where left.type == .date || left.type == .figure:
      let (yes, no) = (holds(expression, &rows), fails(expression, &rows))
      return ["CASE WHEN \(yes) THEN 1 WHEN \(no) THEN 0 END"]
    // Of these SQL itself makes true, false or neither; said once, as they may be nested.
    case .not(let operand): return ["NOT \(parts(operand, &rows)[0])"]
    case .and(let left, let right):
      return [joined(left.conjuncts + right.conjuncts, by: " AND ", &rows)]
    case .or(let left, let right):
      return [joined(left.disjuncts + right.disjuncts, by: " OR ", &rows)]
    case .compare, .isOneOf, .partOf, .isAbout, .isMissing, .hasWords, .matches:
      return ["(\(holds(expression, &rows)))"]
    }
  }

  private mutating func joined(
    _ operands: [BoundExpression], by sign: SQL, _ rows: inout RowsBuilder
  ) -> SQL {
    var sides: [SQL] = []
    for operand in operands { sides.append(parts(operand, &rows)[0]) }
    return "(\(sides.joined(sign)))"
  }

  /// A sum with its left operands unrolled: SQLite nests no deeper than it has to.
  private mutating func sum(_ expression: BoundExpression, _ rows: inout RowsBuilder) -> SQL {
    guard case .arithmetic(let operation, let left, let right) = expression.node,
      expression.type == .number, operation == .plus || operation == .minus
    else { return parts(expression, &rows)[0] }
    let sign: SQL = operation == .plus ? "+" : "-"
    return "\(sum(left, &rows)) \(sign) \(parts(right, &rows)[0])"
  }

  /// The first of a claim's fields with this predicate.
  private static func qualifier(_ predicate: Int64, _ type: ValueType, of claim: SQL) -> [SQL] {
    let names: [SQL] =
      switch type {
      case .reference: ["object"]
      case .date: ["first", "last", "words"]
      case .figure: ["low", "high", "bound", "unit"]
      default: ["text"]
      }
    return names.map { name in
      """
      (SELECT \(name) FROM qualifiers \
      WHERE claim = \(claim) AND predicate = \(.integer(predicate)) ORDER BY rowid LIMIT 1)
      """
    }
  }

  static func parts(_ constant: Constant) -> [SQL] {
    switch constant {
    case .number(let number): [numeral(number)]
    case .text(let text): ["\(.text(text))"]
    case .boolean(let boolean): [boolean ? "1" : "0"]
    case .date(let date):
      [
        "\(.integer(date.first))", "\(.integer(date.last))",
        date.words.map { "\(.text($0))" } ?? "NULL",
      ]
    case .figure(let figure):
      [
        "\(.real(figure.low))", "\(.real(figure.high))", "\(.integer(figure.bound.rawValue))",
        "\(.text(figure.unit.symbol))",
      ]
    case .record(_, let key, _): ["\(.integer(key))"]
    }
  }

  private static func numeral(_ number: Double) -> SQL {
    if number == number.rounded(), abs(number) < 9e15 { return "\(.integer(Int64(number)))" }
    return "\(.real(number))"
  }

  /// A part of a date (`first, last, words`) or of a figure (`low, high, bound, unit`).
  private static func part(_ part: ValuePart, _ base: [SQL]) -> [SQL] {
    let (first, last) = (base[0], base[1])
    func same(_ of: (SQL) -> SQL, _ value: (SQL) -> SQL) -> SQL {
      "CASE WHEN \(of(first)) = \(of(last)) THEN \(value(first)) END"
    }
    func month(_ day: SQL) -> SQL {
      "\(SQLiteDialect.year(day)) * 100 + \(SQLiteDialect.month(day))"
    }
    switch part {
    case .year: return [same(SQLiteDialect.year, SQLiteDialect.year)]
    case .month: return [same(month, SQLiteDialect.month)]
    case .day: return [same({ $0 }, SQLiteDialect.dayOfMonth)]
    case .start:
      let day: SQL = "nullif(\(first), \(.integer(CalendarDay.beginning)))"
      return [day, day, "NULL"]
    case .end:
      let day: SQL = "nullif(\(last), \(.integer(CalendarDay.end)))"
      return [day, day, "NULL"]
    case .precision: return [SQLiteDialect.precision(first: first, last: last)]
    case .number: return ["quantity_number(\(first), \(last), \(base[3]))"]
    case .low: return ["CASE WHEN \(first) > -9e999 THEN \(first) / unit_factor(\(base[3])) END"]
    case .high: return ["CASE WHEN \(last) < 9e999 THEN \(last) / unit_factor(\(base[3])) END"]
    case .unit: return [base[3]]
    case .bound:
      let cases = Bound.allCases.map { bound -> SQL in
        "WHEN \(.integer(bound.rawValue)) THEN \(.text(bound.word))"
      }
      return ["CASE \(base[2]) \(cases.joined(" ")) END"]
    }
  }

  private static func compute(
    _ operation: Arithmetic, _ type: ValueType, _ left: [SQL], _ right: [SQL]
  ) -> [SQL] {
    guard type == .figure else {
      switch operation {
      case .plus: return ["(\(left[0]) + \(right[0]))"]
      case .minus: return ["(\(left[0]) - \(right[0]))"]
      case .times: return ["(\(left[0]) * \(right[0]))"]
      case .divide: return ["(\(left[0]) * 1.0 / nullif(\(right[0]), 0))"]
      case .join: return ["(\(left[0]) || \(right[0]))"]
      }
    }
    let unit = left[3]
    func whereUnitsAgree(_ value: SQL) -> SQL {
      "CASE WHEN \(unit) = \(right[3]) THEN \(value) END"
    }
    switch operation {
    case .plus:
      return [
        whereUnitsAgree("\(left[0]) + \(right[0])"), whereUnitsAgree("\(left[1]) + \(right[1])"),
        "NULL", unit,
      ]
    case .minus:
      return [
        whereUnitsAgree("\(left[0]) - \(right[1])"), whereUnitsAgree("\(left[1]) - \(right[0])"),
        "NULL", unit,
      ]
    default:
      let factor: SQL =
        operation == .times ? right[0] : "(1.0 / nullif(\(right[0]), 0))"
      let (low, high): (SQL, SQL) = ("\(left[0]) * \(factor)", "\(left[1]) * \(factor)")
      return ["min(\(low), \(high))", "max(\(low), \(high))", "NULL", unit]
    }
  }

  private mutating func scalar(
    _ function: ScalarFunction, _ arguments: [BoundExpression], _ rows: inout RowsBuilder
  ) -> [SQL] {
    switch function {
    case .lower: return ["lower(\(parts(arguments[0], &rows)[0]))"]
    case .length: return ["length(\(parts(arguments[0], &rows)[0]))"]
    case .abs: return ["abs(\(parts(arguments[0], &rows)[0]))"]
    case .round:
      let digits = arguments.count > 1 ? parts(arguments[1], &rows)[0] : "0"
      return ["round(\(parts(arguments[0], &rows)[0]), \(digits))"]
    case .coalesce:
      var all: [[SQL]] = []
      for argument in arguments { all.append(parts(argument, &rows)) }
      return all[0].indices.map { part in
        let cases = all.map { "WHEN \($0[0]) IS NOT NULL THEN \($0[part])" as SQL }
        return "CASE \(cases.joined(" ")) END"
      }
    case .choice:
      let condition = holds(arguments[0], &rows)
      let (yes, no) = (parts(arguments[1], &rows), parts(arguments[2], &rows))
      return zip(yes, no).map { "CASE WHEN \(condition) THEN \($0) ELSE \($1) END" }
    }
  }

  private mutating func aggregate(
    _ function: AggregateFunction, _ argument: BoundExpression?, _ rows: inout RowsBuilder
  ) -> [SQL] {
    guard let argument else { return ["count(*)"] }
    if function == .list, case .reference(let kind) = argument.type {
      let relation = RelationSpec.of(kind)
      guard let id = relation.column("id") else { return ["NULL"] }
      let named = BoundExpression(
        .follow(argument, relation, id), .text, argument.isNullable, argument.span)
      return ["list_of(\(parts(named, &rows)[0]))"]
    }
    if function == .share {
      // A row for which the condition has no answer is one for which it does not hold.
      return ["avg(CASE WHEN \(holds(argument, &rows)) THEN 1.0 ELSE 0.0 END)"]
    }
    let values = parts(argument, &rows)
    let first = values[0]
    switch (function, argument.type) {
    case (.countDistinct, .date), (.countDistinct, .figure):
      let whole: SQL =
        "\(first) || ' ' || \(values[1]) || ' ' || coalesce(\(values[values.count - 1]), '')"
      return ["count(DISTINCT \(whole))"]
    case (.sum, .figure): return Self.figure("sum", "sum", values)
    case (.least, .figure): return Self.figure("min", "min", values)
    case (.greatest, .figure): return Self.figure("max", "max", values)
    case (.least, .date):
      let day: SQL = "min(nullif(\(first), \(.integer(CalendarDay.beginning))))"
      return [day, day, "NULL"]
    case (.greatest, .date):
      let day: SQL = "max(nullif(\(values[1]), \(.integer(CalendarDay.end))))"
      return [day, day, "NULL"]
    case (.countDistinct, _): return ["count(DISTINCT \(first))"]
    case (.sum, _): return ["sum(\(first))"]
    case (.mean, _): return ["avg(\(first))"]
    case (.least, _): return ["min(\(first))"]
    case (.greatest, _): return ["max(\(first))"]
    case (.list, _): return ["list_of(\(first))"]
    case (.count, _), (.share, _): return ["count(*)"]
    }
  }

  /// A figure gathered from figures, missing where their units differ.
  private static func figure(_ low: SQL, _ high: SQL, _ values: [SQL]) -> [SQL] {
    let unit = values[3]
    return [
      "CASE WHEN min(\(unit)) = max(\(unit)) THEN \(low)(\(values[0])) END",
      "\(high)(\(values[1]))", "NULL", "min(\(unit))",
    ]
  }

  private mutating func query(_ function: QueryFunction, _ plan: LogicalPlan) -> [SQL] {
    switch function {
    case .count: return ["(\(count(plan)))"]
    case .empty:
      let rows = rows(plan)
      return ["NOT EXISTS (\(rows.select(["1"], ordered: false)))"]
    case .value:
      var rows = rows(plan)
      if rows.take == nil, rows.skip == 0 { rows.take = 1 }
      if rows.ownKey != nil { rows.wrap() }
      return rows.columns.flatMap { rows.parts(of: $0) }.map { part in
        "(\(rows.select([part], ordered: true)))"
      }
    }
  }
}
