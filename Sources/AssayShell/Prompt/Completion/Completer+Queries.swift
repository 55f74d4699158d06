import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

extension Completer {
  /// What may stand within a stage.
  func arguments(
    of stage: String, _ context: CompletionContext, _ prefix: String
  ) -> [Candidate] {
    guard let spec = StageSpec.named(stage) else { return [] }
    if stage == "as" {
      guard context.pieces.isEmpty else { return [.pipe] }
      return OutputFormat.allCases.map { Candidate($0.rawValue, summary: $0.summary) }
    }
    if context.isInText, spec.takesFile { return [] }
    switch spec.form {
    case .references: return references(spec, context)
    case .arguments, .argumentsByKeys: return words(spec, context, prefix)
    case .expression where spec.takesPlainValue:
      return value(spec, context)
    default: return expression(context, spec, prefix)
    }
  }

  /// `about @x, @y`.
  private func references(_ spec: StageSpec, _ context: CompletionContext) -> [Candidate] {
    if let last = context.pieces.last, last.kind != .comma { return [.pipe] }
    return ids("@", context).candidates
  }

  /// `take N`, `during DATE`: one value, which is no column.
  private func value(_ spec: StageSpec, _ context: CompletionContext) -> [Candidate] {
    guard context.pieces.isEmpty else { return [.pipe] }
    switch spec.pattern.first {
    case "N": return values(of: .number)
    case "DATE": return values(of: .date)
    default: return values(of: .text)
    }
  }

  /// `conflicts all`, `path from @a to @b`: words, and behind `by` columns.
  private func words(
    _ spec: StageSpec, _ context: CompletionContext, _ prefix: String
  ) -> [Candidate] {
    if context.pieces.isEmpty, spec.pattern.first.hasPrefix("\"") { return values(of: .text) }
    let given = context.pieces.filter { $0.kind == .word }.map(\.text)
    if given.contains("by") { return expression(context, spec, prefix) }
    let isAfterWithout = given.contains("without")
    let ties = ClosedList.originTie.words
    if let last = context.pieces.last, last.kind == .word,
      let wanted = spec.pattern.word(behind: last.text), UsagePattern.isOpen(wanted)
    {
      if wanted.hasPrefix("@") { return ids("@", context).candidates }
      if wanted == "N" || wanted == "SHARE" { return values(of: .number) }
    }
    let words = spec.words.filter { word in
      !given.contains(word) && (!ties.contains(word) || isAfterWithout)
    }
    var found = words.map { word in
      let chart = spec.name == "chart" ? ChartKind(rawValue: word) : nil
      return Candidate(word, summary: chart?.summary ?? "")
    }
    if spec.usage.contains("by ") { found.append(.by) }
    guard context.pieces.isEmpty else { return found + [.pipe] }
    let first = spec.pattern.first
    return first.contains("@")
      ? (first.hasPrefix("@") ? [] : found) + ids("@", context).candidates : found
  }

  /// What may stand in an expression of a stage, or of the program where there is no stage.
  func expression(
    _ context: CompletionContext, _ spec: StageSpec?, _ prefix: String
  ) -> [Candidate] {
    let place = ExpressionPlace(context.pieces, form: spec?.form)
    let rows = spec == nil ? nil : rows(context)
    guard spec == nil || rows != nil else { return [] }
    switch place.next {
    case .name: return []
    case .list: return [Candidate("(", summary: "The values.", addsSpace: false)]
    case .membership: return [.membership]
    case .presence:
      return [
        Candidate("missing", summary: ConditionForm.missing.summary),
        Candidate("present", summary: ConditionForm.present.summary), Candidate("not"),
      ]
    case .sign: return signs(place, spec, rows)
    case .operand: return operands(place, spec, rows, prefix)
    }
  }

  /// The plan of the query up to the stage at the cursor.
  func rows(_ context: CompletionContext) -> LogicalPlan? {
    let text = context.queryBefore.allSatisfy(\.isWhitespace) ? "it" : context.queryBefore
    guard var parser = try? Parser(SourceText(name: "", text), grammar: Session.grammar),
      let query = try? parser.wholeQuery()
    else { return nil }
    var binder = Binder(
      vocabulary: HushedVocabulary(inner: workspace), environment: workspace.environment)
    return try? binder.bind(query)
  }

  /// The type of a dotted path in these rows.
  func type(of path: String, _ rows: LogicalPlan?) -> ValueType? {
    let names = path.split(separator: ".").map(String.init)
    guard let first = names.first,
      var type = rows?.columns.first(where: { $0.name == first })?.type
    else { return nil }
    for name in names.dropFirst() {
      if case .reference(let kind) = type, let column = RelationSpec.of(kind).column(name) {
        type = column.type
      } else if let part = ValuePart.of(type).first(where: { $0.rawValue == name }) {
        type = part.type
      } else {
        return nil
      }
    }
    return type
  }

  /// The operators that fit the operand before, and what may follow the whole.
  private func signs(
    _ place: ExpressionPlace, _ spec: StageSpec?, _ rows: LogicalPlan?
  ) -> [Candidate] {
    let type = place.operand.flatMap { self.type(of: $0, rows) }
    let wantsTruth = spec?.form == .expression || spec == nil
    let isTrue = place.isCondition || type == .boolean
    var found: [Candidate] = []
    if !wantsTruth, place.calls.isEmpty {
      let takesKeys = spec?.form == .assignmentsByKeys || spec?.form == .optionalKeys
      if takesKeys, !place.isInKeys { found.append(.by) }
      let takesName = spec?.form != .sortKeys && spec?.form != .arguments && !place.hasName
      if takesName { found.append(Candidate("as", summary: "A name for the column.")) }
    }
    if isTrue || type == nil && wantsTruth {
      found += [BinaryOperator.and, .or].map { Candidate($0.rawValue, summary: $0.summary) }
    }
    for sign in BinaryOperator.allCases where type != nil && sign.fits(type) {
      let isArithmetic = sign.precedence > BinaryOperator.comparisonPrecedence
      guard sign != .and, sign != .or, isArithmetic || !place.isCondition else { continue }
      found.append(Candidate(sign.rawValue, summary: sign.summary))
    }
    if type != nil, !place.isCondition {
      found.append(.membership)
      found += [ConditionForm.missing, .present].map { Candidate($0.rawValue, summary: $0.summary) }
    }
    let isWhole = place.calls.isEmpty && spec != nil && (!wantsTruth || isTrue || type == nil)
    return isWhole ? found + [.pipe] : found
  }

  /// What an expression or one of its parts may begin with.
  private func operands(
    _ place: ExpressionPlace, _ spec: StageSpec?, _ rows: LogicalPlan?, _ prefix: String
  ) -> [Candidate] {
    if prefix.contains("."), let rows { return parts(prefix, rows) }
    let isKeyless =
      spec?.form == .optionalKeys || spec?.form == .arguments || spec?.form == .argumentsByKeys
    if isKeyless, !place.isInKeys {
      return [.by, .pipe]
    }
    let tested = place.tested.flatMap { type(of: $0, rows) }
    if let tested, place.sign != nil {
      let known = values(beside: tested, place, rows)
      if tested.hasKnownValues { return known }
      return known + columns(rows, like: tested).filter { $0.text != place.tested }
        + functions(place, spec) + values(of: tested)
    }
    var found = columns(rows, like: nil)
    found += functions(place, spec)
    found += values(of: nil)
    let wantsTruth = spec?.form == .expression || spec == nil
    if wantsTruth, !place.isComputing, place.sign == nil {
      found.append(Candidate(ConditionForm.not.rawValue, summary: ConditionForm.not.summary))
    }
    if place.beginsItem, !place.isInKeys, context(spec, takes: .assignmentsByKeys) {
      found.append(.by)
    }
    if place.beginsItem, context(spec, takes: .optionalColumns) { found.append(.pipe) }
    return found
  }

  private func context(_ spec: StageSpec?, takes form: StageForm) -> Bool { spec?.form == form }

  /// The columns of rows, or those that compare with a type, each with its type and its summary.
  private func columns(_ rows: LogicalPlan?, like type: ValueType?) -> [Candidate] {
    (rows?.columns ?? []).compactMap { column in
      guard type == nil || column.type == type else { return nil }
      let known = rows?.relation?.column(column.name)
      let words = known?.type == column.type ? known?.summary : nil
      let summary = column.type.name + (words.map { ": \($0)" } ?? "")
      return Candidate(column.name, summary: summary, addsSpace: !column.type.isFollowed)
    }
  }

  /// The functions that may be called here.
  private func functions(_ place: ExpressionPlace, _ spec: StageSpec?) -> [Candidate] {
    let gathers =
      spec?.form == .assignmentsByKeys && !place.isInKeys && place.calls.allSatisfy(\.isEmpty)
    var named: Set<String> = []
    let fitting = FunctionSpec.all.filter { function in
      switch function.kind {
      case .scalar: true
      case .aggregate: gathers
      case .query: !(gathers && function.name == "count")
      }
    }
    return fitting.filter { named.insert($0.name).inserted }.map {
      Candidate($0.name + "(", summary: $0.summary, addsSpace: false)
    }
  }

  /// What may follow a `.`.
  private func parts(_ prefix: String, _ rows: LogicalPlan) -> [Candidate] {
    guard let dot = prefix.lastIndex(of: ".") else { return [] }
    let base = String(prefix[..<dot])
    switch type(of: base, rows) {
    case .reference(let kind)?:
      return RelationSpec.of(kind).columns.map {
        Candidate(
          "\(base).\($0.name)", summary: "\($0.type.name): \($0.summary)",
          addsSpace: !$0.type.isFollowed)
      }
    case let type?:
      return ValuePart.of(type).map {
        Candidate("\(base).\($0.rawValue)", summary: "\($0.type.name): \($0.summary)")
      }
    case nil: return []
    }
  }
}

extension StageSpec {
  var pattern: UsagePattern { UsagePattern(usage, of: name) }

  /// Whether the name of a file stands in quotes behind it.
  var takesFile: Bool { form == .expression && pattern.takesFile }

  /// Whether its argument is a number, a date or a text, and no column.
  fileprivate var takesPlainValue: Bool {
    let word = pattern.first
    return word == "N" || word == "DATE" || word.hasPrefix("\"")
  }
}

/// A corpus that makes no suggestions, which nobody would see.
private struct HushedVocabulary: Vocabulary {
  let inner: Workspace

  func key(of id: String, _ kind: RecordKind) -> Int64? { inner.key(of: id, kind) }
  func ids(_ kind: RecordKind) -> [String] { [] }
  func names(_ kind: RecordKind) -> [(id: String, name: String)] { [] }
  func answers(toQuestion key: Int64) -> [String] { inner.answers(toQuestion: key) }
  func qualifier(_ predicate: String) -> (key: Int64, type: ValueType)? {
    inner.qualifier(predicate)
  }
  func fault(inPattern pattern: String) -> (message: String, offset: Int)? {
    inner.fault(inPattern: pattern)
  }
}

extension ValueType {
  /// Whether a `.` may follow.
  fileprivate var isFollowed: Bool {
    if case .reference = self { return true }
    return false
  }

  /// Whether all values are known beforehand.
  fileprivate var hasKnownValues: Bool {
    switch self {
    case .word, .boolean, .reference: true
    default: false
    }
  }
}

extension BinaryOperator {
  /// Whether the operator may stand behind a value of this type; behind one of no known type all
  /// may.
  fileprivate func fits(_ type: ValueType?) -> Bool {
    guard let type else { return true }
    let isText =
      switch type {
      case .text, .word, .list: true
      default: false
      }
    switch self {
    case .and, .or: return type == .boolean
    case .equal, .notEqual: return true
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if case .reference = type { return false }
      return type != .boolean && type != .list
    case .has, .matches: return isText
    case .overlaps: return type == .date || type == .figure
    case .within: return type == .date || type == .figure || type == .reference(.entity)
    case .before, .after: return type == .date
    case .plus: return type == .number || type == .figure || type == .text
    case .minus, .times, .divide: return type == .number || type == .figure
    }
  }
}
