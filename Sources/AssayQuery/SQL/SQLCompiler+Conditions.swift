import AssayModel

extension SQLCompiler {
  /// SQL that is true exactly where the condition holds; false or NULL elsewhere.
  mutating func holds(_ condition: BoundExpression, _ rows: inout RowsBuilder) -> SQL {
    truth(of: condition, is: true, &rows)
  }

  /// SQL that is true exactly where the condition does not hold. Where neither is true, the
  /// condition has no answer.
  mutating func fails(_ condition: BoundExpression, _ rows: inout RowsBuilder) -> SQL {
    truth(of: condition, is: false, &rows)
  }

  /// SQL that is true exactly where the condition has no answer.
  mutating func hasNoAnswer(_ condition: BoundExpression, _ rows: inout RowsBuilder) -> SQL {
    if let missing = lacksOneValue(condition, &rows) { return missing }
    let (yes, no) = (holds(condition, &rows), fails(condition, &rows))
    return "NOT coalesce(\(yes), 0) AND NOT coalesce(\(no), 0)"
  }

  /// SQL that is true exactly where the condition has no answer, if a missing value is the only
  /// reason there can be: a question that an index answers.
  mutating func lacksOneValue(_ condition: BoundExpression, _ rows: inout RowsBuilder) -> SQL? {
    switch condition.node {
    case .not(let operand): return lacksOneValue(operand, &rows)
    case .isOneOf(let value, _), .partOf(let value, _), .hasWords(let value, _),
      .matches(let value, _):
      return "\(parts(value, &rows)[0]) IS NULL"
    case .compare(let comparison, let left, let right):
      let isPlain = left.type != .figure && (left.type != .date || comparison == .overlaps)
      guard isPlain, case .constant = right.node else { return nil }
      return "\(parts(left, &rows)[0]) IS NULL"
    default: return nil
    }
  }

  private mutating func truth(
    of condition: BoundExpression, is wanted: Bool, _ rows: inout RowsBuilder
  ) -> SQL {
    switch condition.node {
    case .not(let operand): return truth(of: operand, is: !wanted, &rows)
    case .and(let left, let right), .or(let left, let right):
      let isAnd = if case .and = condition.node { true } else { false }
      let operands =
        (isAnd ? left.conjuncts : left.disjuncts)
        + (isAnd ? right.conjuncts : right.disjuncts)
      var sides: [SQL] = []
      for operand in operands { sides.append(truth(of: operand, is: wanted, &rows)) }
      return "(\(sides.joined(isAnd == wanted ? " AND " : " OR ")))"
    case .isOneOf(let value, let members):
      let part = parts(value, &rows)[0]
      let list = members.flatMap { SQLCompiler.parts($0).prefix(1) }.joined(", ")
      return wanted ? "\(part) IN (\(list))" : "\(part) NOT IN (\(list))"
    case .isMissing(let value):
      let part = parts(value, &rows)[0]
      return wanted ? "\(part) IS NULL" : "\(part) IS NOT NULL"
    case .compare(let comparison, let left, let right):
      return compare(comparison, left, right, is: wanted, &rows)
    case .partOf(let value, let whole):
      let part = parts(value, &rows)[0]
      let set: SQL = "(\(SQLiteDialect.parts(of: [whole])) SELECT k FROM w)"
      return wanted ? "\(part) IN \(set)" : "\(part) NOT IN \(set)"
    case .isAbout(let keys):
      let own = rows.ownKey ?? "NULL"
      let set: SQL = """
        (\(SQLiteDialect.parts(of: keys)) \
        SELECT key FROM claims WHERE subject IN w UNION \
        SELECT key FROM claims WHERE object IN w UNION \
        SELECT claim FROM topics WHERE entity IN w UNION \
        SELECT claim FROM qualifiers WHERE object IN w)
        """
      return wanted ? "\(own) IN \(set)" : "\(own) NOT IN \(set)"
    case .hasWords(let text, let words):
      let found: SQL = "has_words(\(parts(text, &rows)[0]), \(.text(words)))"
      return wanted ? found : "NOT \(found)"
    case .matches(let text, let pattern):
      let found: SQL = "matches(\(parts(text, &rows)[0]), \(.text(pattern)))"
      return wanted ? found : "NOT \(found)"
    case .constant(.boolean(let boolean)): return boolean == wanted ? "1" : "0"
    default:
      let value = parts(condition, &rows)[0]
      return wanted ? value : "NOT \(value)"
    }
  }

  private mutating func compare(
    _ comparison: Comparison, _ left: BoundExpression, _ right: BoundExpression, is wanted: Bool,
    _ rows: inout RowsBuilder
  ) -> SQL {
    let (first, second) = (parts(left, &rows), parts(right, &rows))
    switch left.type {
    case .date: return Self.intervals(comparison, first, second, is: wanted)
    case .figure:
      let units: SQL
      if case .constant(.figure(let figure)) = right.node {
        units = Self.unit(first[3], fits: figure)
      } else if case .constant(.figure(let figure)) = left.node {
        units = Self.unit(second[3], fits: figure)
      } else {
        units = "unit_dimension(\(first[3])) = unit_dimension(\(second[3]))"
      }
      return "(\(units) AND \(Self.intervals(comparison, first, second, is: wanted)))"
    case .word(let list) where comparison != .equal && comparison != .notEqual:
      let ranks = (SQLiteDialect.rank(first[0], in: list), SQLiteDialect.rank(second[0], in: list))
      return Self.plain(comparison, ranks.0, ranks.1, is: wanted)
    default: return Self.plain(comparison, first[0], second[0], is: wanted)
    }
  }

  private static func unit(_ unit: SQL, fits figure: Quantity) -> SQL {
    let symbols = figure.unit.comparableSymbols
    if symbols.count == 1 { return "\(unit) = \(.text(symbols[0]))" }
    return "\(unit) IN (\(symbols.map { "\(.text($0))" as SQL }.joined(", ")))"
  }

  private static func plain(
    _ comparison: Comparison, _ left: SQL, _ right: SQL, is wanted: Bool
  ) -> SQL {
    let sign: SQL =
      switch (comparison, wanted) {
      case (.equal, true), (.notEqual, false), (.overlaps, true): "="
      case (.equal, false), (.notEqual, true), (.overlaps, false): "<>"
      case (.less, true), (.greaterOrEqual, false): "<"
      case (.lessOrEqual, true), (.greater, false): "<="
      case (.greater, true), (.lessOrEqual, false): ">"
      case (.greaterOrEqual, true), (.less, false): ">="
      }
    return "\(left) \(sign) \(right)"
  }

  /// A comparison of intervals holds if it holds whatever the true values are, and fails if it
  /// fails whatever they are.
  private static func intervals(
    _ comparison: Comparison, _ a: [SQL], _ b: [SQL], is wanted: Bool
  ) -> SQL {
    switch (comparison, wanted) {
    case (.less, true): "\(a[1]) < \(b[0])"
    case (.less, false): "\(a[0]) >= \(b[0])"
    case (.lessOrEqual, true): "\(a[1]) <= \(b[1])"
    case (.lessOrEqual, false): "\(a[0]) > \(b[1])"
    case (.greater, true): "\(a[0]) > \(b[1])"
    case (.greater, false): "\(a[1]) <= \(b[1])"
    case (.greaterOrEqual, true): "\(a[0]) >= \(b[0])"
    case (.greaterOrEqual, false): "\(a[1]) < \(b[0])"
    case (.equal, true), (.notEqual, false): "(\(a[0]) >= \(b[0]) AND \(a[1]) <= \(b[1]))"
    case (.equal, false), (.notEqual, true), (.overlaps, false):
      "(\(a[1]) < \(b[0]) OR \(a[0]) > \(b[1]))"
    case (.overlaps, true): "(\(a[0]) <= \(b[1]) AND \(a[1]) >= \(b[0]))"
    }
  }

  /// The terms by which a value sorts.
  mutating func orderTerms(
    _ value: BoundExpression, isDescending: Bool, _ rows: inout RowsBuilder
  ) -> [RowsBuilder.OrderTerm] {
    if case .reference(let kind) = value.type, let id = RelationSpec.of(kind).column("id") {
      let named = BoundExpression(
        .follow(value, RelationSpec.of(kind), id), .text, value.isNullable, value.span)
      return Self.orderTerms(
        parts(named, &rows), .text, isDescending: isDescending, isNullable: value.isNullable)
    }
    return Self.orderTerms(
      parts(value, &rows), value.type, isDescending: isDescending, isNullable: value.isNullable)
  }

  static func orderTerms(
    _ parts: [SQL], _ type: ValueType, isDescending: Bool, isNullable: Bool
  ) -> [RowsBuilder.OrderTerm] {
    let values: [SQL] =
      switch type {
      case .date: [parts[0], parts[1]]
      case .figure: ["unit_dimension(\(parts[3]))", parts[0], parts[1]]
      case .word(let list):
        ["nullif(\(SQLiteDialect.rank(parts[0], in: list)), 0)", parts[0]]
      case .reference(let kind): [SQLiteDialect.id(of: kind, key: parts[0])]
      default: [parts[0]]
      }
    return values.map { .init(value: $0, isDescending: isDescending, isNullable: isNullable) }
  }
}

extension BoundExpression {
  /// The conditions that all have to hold.
  var conjuncts: [BoundExpression] {
    if case .and(let left, let right) = node { return left.conjuncts + right.conjuncts }
    return [self]
  }

  /// The conditions of which one has to hold.
  var disjuncts: [BoundExpression] {
    if case .or(let left, let right) = node { return left.disjuncts + right.disjuncts }
    return [self]
  }

  /// The values that may be missing and on which the condition depends, with their names.
  var nullableLeaves: [(name: String, value: BoundExpression)] {
    leaves.filter(\.value.isNullable)
  }

  /// The values on which the condition depends, with their names.
  var leaves: [(name: String, value: BoundExpression)] {
    var leaves: [(name: String, value: BoundExpression)] = []
    func visit(_ expression: BoundExpression) {
      switch expression.node {
      case .column, .follow, .part, .qualifier:
        leaves.append((expression.columnName, expression))
      case .constant, .isAbout, .ownKey, .isMissing, .aggregate, .query: return
      case .isOneOf(let base, _), .partOf(let base, _), .not(let base), .hasWords(let base, _),
        .matches(let base, _):
        visit(base)
      case .compare(_, let left, let right), .and(let left, let right), .or(let left, let right),
        .arithmetic(_, let left, let right):
        visit(left)
        visit(right)
      case .scalar(_, let arguments): arguments.forEach(visit)
      }
    }
    visit(self)
    var seen: Set<String> = []
    return leaves.filter { seen.insert($0.name).inserted }
  }

  /// What the value is called in messages.
  private var columnName: String {
    switch node {
    case .column(_, let name), .qualifier(_, let name): name
    case .follow(let base, _, let spec): "\(base.columnName).\(spec.name)"
    case .part(let base, let part): "\(base.columnName).\(part.rawValue)"
    default: "a value"
    }
  }
}
