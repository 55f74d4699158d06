import AssayLanguage
import AssayModel
import AssayText

/// What the stages of the catalogue share.
extension Binder {
  /// How many columns a result may have.
  private static let mostColumns = 400

  /// Named columns; a column without a name is called by its own words.
  mutating func columns(_ items: [StageItem], in rows: Rows) throws(Diagnostic) -> [BoundColumn] {
    guard items.count <= Self.mostColumns else {
      throw .outOfRange(
        "a result has at most \(Self.mostColumns) columns",
        at: items[Self.mostColumns].expression.span)
    }
    var columns: [BoundColumn] = []
    _ = try each(items) { (binder, item) throws(Diagnostic) in
      let value = try binder.bind(item.expression, in: rows)
      let name = Self.name(of: item)
      try binder.requireNew(name, among: columns, at: item.alias?.span ?? item.expression.span)
      columns.append(BoundColumn(name: name, value: value))
    }
    return columns
  }

  /// The measures of `summarize`, each of which gathers the rows of a group.
  mutating func measures(
    _ items: [StageItem], in rows: Rows, besides keys: [BoundColumn]
  ) throws(Diagnostic) -> [BoundColumn] {
    var gathering = rows
    gathering.allowsAggregates = true
    var columns: [BoundColumn] = []
    _ = try each(items) { (binder, item) throws(Diagnostic) in
      let value = try binder.bind(item.expression, in: gathering)
      if let loose = value.looseColumn {
        throw Diagnostic(
          .misplacedAggregate, at: loose.span, "a group has many values here",
          hint: "gather them, as in `max(…)` or `list(…)`, or put the column after `by`")
      }
      let name = Self.name(of: item)
      try binder.requireNew(
        name, among: keys + columns, at: item.alias?.span ?? item.expression.span)
      columns.append(BoundColumn(name: name, value: value))
    }
    return columns
  }

  private func requireNew(
    _ name: String, among columns: [BoundColumn], at span: Span
  ) throws(Diagnostic) {
    guard columns.contains(where: { $0.name == name }) else { return }
    throw Diagnostic(
      .duplicateColumn, at: span, "there is a column `\(name)` already",
      hint: "give this one another name")
  }

  /// What a column is called that an item makes.
  static func name(of item: StageItem) -> String {
    item.alias?.text ?? name(of: item.expression)
  }

  private static func name(of expression: Expression) -> String {
    switch expression {
    case .path(let names): names.map(\.text).joined(separator: ".")
    case .call(let name, let arguments, _):
      if case .path(let names)? = arguments.first {
        name.text + "-" + names.map(\.text).joined(separator: ".")
      } else {
        name.text
      }
    default: "value"
    }
  }

  /// The number of `take` and `skip`.
  mutating func rowCount(_ call: StageCall) throws(Diagnostic) -> Int {
    let expression = call.items[0].expression
    guard case .number(let number) = try constant(expression), number == number.rounded() else {
      throw .outOfRange("`\(call.name.text)` takes a whole number", at: expression.span)
    }
    guard number >= 0, number < 1e15 else {
      throw .outOfRange("`\(call.name.text)` takes 0 or more", at: expression.span)
    }
    return Int(number)
  }

  /// The keys of the records that a stage names.
  mutating func keys(_ call: StageCall, _ kind: RecordKind) throws(Diagnostic) -> [Int64] {
    try each(call.items) { (binder, item) throws(Diagnostic) in
      try binder.key(item.expression, kind)
    }
  }

  private mutating func key(
    _ expression: Expression, _ kind: RecordKind
  ) throws(Diagnostic) -> Int64 {
    let span = expression.span
    var found: Constant
    if case .reference(let name) = expression {
      found = try record(name, kinds: [kind])
    } else {
      found = try constant(expression, meant: kind)
      let bound = try coerce(found, to: .reference(kind), at: span)
      if case .constant(let coerced) = bound.node { found = coerced }
    }
    guard case .record(kind, let key, _) = found else {
      throw .wrongType(found.type, wanted: "`@` and the id of \(kind.wordWithArticle)", at: span)
    }
    return key
  }

  /// A stage that needs something which the rows at hand lack.
  func lacks(_ call: StageCall, _ needed: String) -> Diagnostic {
    Diagnostic(.typeMismatch, at: call.name.span, "`\(call.name.text)` needs \(needed)")
  }

  /// The rows whose column refers to one of the records that the stage names.
  mutating func among(
    _ call: StageCall, column name: String, _ kind: RecordKind, in input: LogicalPlan
  ) throws(Diagnostic) -> LogicalPlan {
    let columns = input.columns
    guard let index = columns.firstIndex(where: { $0.name == name && $0.type == .reference(kind) })
    else { throw lacks(call, "rows with a column `\(name)`") }
    let keys = try keys(call, kind)
    let column = BoundExpression(
      .column(index, name: name), .reference(kind), columns[index].isNullable, call.span)
    let records = keys.map { Constant.record(kind, key: $0, id: "") }
    let condition = BoundExpression(.isOneOf(column, records), .boolean, false, call.span)
    return .filter(input, condition, words: Printer.text(of: call))
  }

  /// Whether a row belongs to one of these places.
  func isWithin(
    _ keys: [Int64], _ call: StageCall, in input: LogicalPlan
  ) throws(Diagnostic) -> BoundExpression {
    let columns = input.columns
    func column(_ name: String) -> BoundExpression? {
      columns.firstIndex { $0.name == name && $0.type == .reference(.entity) }.map {
        BoundExpression(
          .column($0, name: name), .reference(.entity), columns[$0].isNullable, call.span)
      }
    }
    func lies(_ value: BoundExpression) -> BoundExpression {
      Self.any(
        keys.map { BoundExpression(.partOf(value, whole: $0), .boolean, false, call.span) },
        at: call.span)
    }
    func both(_ left: BoundExpression, _ right: BoundExpression) -> BoundExpression {
      BoundExpression(.and(left, right), .boolean, false, call.span)
    }
    if input.relation?.name == "entities" {
      return lies(BoundExpression(.ownKey, .reference(.entity), false, call.span))
    }
    guard let place = column("place") else { throw lacks(call, "claims or entities") }
    let isUnplaced = BoundExpression(.isMissing(place), .boolean, false, call.span)
    let others = [column("subject"), column("object")].compactMap { $0 }.map(lies)
    guard !others.isEmpty else { return lies(place) }
    return Self.any(
      [lies(place), both(isUnplaced, Self.any(others, at: call.span))], at: call.span)
  }

  private static func any(_ conditions: [BoundExpression], at span: Span) -> BoundExpression {
    let first = conditions[0]
    return conditions.dropFirst().reduce(first) {
      BoundExpression(.or($0, $1), .boolean, false, span)
    }
  }
}

extension BoundExpression {
  /// A column that stands outside of every aggregate, or `nil`.
  var looseColumn: BoundExpression? {
    switch node {
    case .column, .isAbout, .ownKey, .qualifier: return self
    case .constant, .aggregate, .query: return nil
    case .follow(let base, _, _), .part(let base, _), .isOneOf(let base, _),
      .partOf(let base, _), .not(let base),
      .isMissing(let base), .hasWords(let base, _), .matches(let base, _):
      return base.looseColumn
    case .compare(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .arithmetic(_, let left, let right):
      return left.looseColumn ?? right.looseColumn
    case .scalar(_, let arguments):
      return arguments.lazy.compactMap(\.looseColumn).first
    }
  }
}
