import AssayText

extension Parser {
  /// `RELATION | stage | stage …`; a query that begins with `|` goes on from the last result.
  mutating func query() throws(Diagnostic) -> Query {
    let start = cursor.current.start
    let source: Query.Source
    if cursor.current.kind == .pipe {
      source = .it(Span(start, start))
    } else {
      source = try querySource()
    }
    var stages: [StageCall] = []
    while cursor.take(.pipe) {
      guard stages.count < Self.longest else {
        throw Diagnostic(.tooDeep, at: cursor.span, "more than \(Self.longest) stages")
      }
      let outer = depth
      let name = Name(cursor.text(cursor.current), at: cursor.span)
      do throws(Diagnostic) {
        let stage = try stage()
        guard depth > 0 || isAtEndOfStage else {
          throw cursor.unexpected("`|` or the end of the line")
        }
        stages.append(stage)
      } catch {
        // The stage stays, so that the stages around it can be held to the rows.
        let fault = report(error)
        skipStage(inside: depth - outer)
        depth = outer
        stages.append(
          StageCall(
            name: name, form: .arguments, items: [], keys: [], span: name.span, fault: fault))
      }
    }
    return Query(source: source, stages: stages, span: Span(start, cursor.previousEnd))
  }

  private mutating func querySource() throws(Diagnostic) -> Query.Source {
    if cursor.current.kind == .openParenthesis { return .query(try queryInParentheses()) }
    let name = try cursor.name("a relation")
    if name.text == "it" { return .it(name.span) }
    guard cursor.current.kind == .openParenthesis else { return .name(name) }
    return .call(name, try parenthesized())
  }

  /// `(QUERY)`.
  private mutating func queryInParentheses() throws(Diagnostic) -> Query {
    let open = cursor.span
    try enter()
    cursor.advance()
    let inner = try query()
    try cursor.close(open)
    depth -= 1
    return inner
  }

  /// A step deeper into parentheses.
  mutating func enter() throws(Diagnostic) {
    guard depth < Self.deepest else {
      throw Diagnostic(
        .tooDeep, at: cursor.span, "parentheses are nested more than \(Self.deepest) deep")
    }
    depth += 1
  }

  /// Goes to the next stage, so that its faults are found too.
  ///
  /// - Parameter open: how many parentheses were open at the fault.
  private mutating func skipStage(inside open: Int) {
    var open = open
    while !cursor.isAtEndOfStatement {
      switch cursor.current.kind {
      case .openParenthesis: open += 1
      case .closeParenthesis:
        if open == 0 { return }
        open -= 1
      case .pipe where open == 0: return
      default: break
      }
      cursor.advance()
    }
  }

  private mutating func stage() throws(Diagnostic) -> StageCall {
    let name = try cursor.name("a stage")
    guard let form = grammar.stages[name.text] else {
      throw .unknownStage(name, known: grammar.stages.keys.sorted())
    }
    var items: [StageItem] = []
    var keys: [StageItem] = []
    switch form {
    case .expression: items = [StageItem(try expression())]
    case .columns, .references:
      items = try list { parser throws(Diagnostic) in try parser.column() }
    case .optionalColumns:
      if !isAtEndOfStage { items = try list { parser throws(Diagnostic) in try parser.column() } }
    case .assignments: items = try list { parser throws(Diagnostic) in try parser.assignment() }
    case .assignmentsByKeys:
      if !cursor.isWord("by") {
        items = try list { parser throws(Diagnostic) in try parser.assignment() }
      }
      keys = try optionalKeys()
    case .optionalKeys: keys = try optionalKeys()
    case .sortKeys: items = try list { parser throws(Diagnostic) in try parser.sortKey() }
    case .arguments:
      while !isAtEndOfStage {
        items.append(StageItem(try argument()))
        _ = cursor.take(.comma)
      }
    case .argumentsByKeys:
      defer { cursor.takesUnits = true }
      try argumentsOfKeyedStage(into: &items)
      endsAtReach = true
      defer { endsAtReach = false }
      keys = try optionalKeys()
      // What stands behind the keys is read as if it stood before them.
      if !keys.isEmpty { try argumentsOfKeyedStage(into: &items) }
      if cursor.isWord("by") {
        throw Diagnostic(
          .unexpectedToken, at: cursor.span, "`by` is given twice",
          hint: "keys stand behind one `by`, with commas between them")
      }
    }
    return StageCall(
      name: name, form: form, items: items, keys: keys,
      span: Span(name.span.start, cursor.previousEnd))
  }

  /// Arguments up to `by` or the end of the stage.
  private mutating func argumentsOfKeyedStage(into items: inout [StageItem]) throws(Diagnostic) {
    cursor.takesUnits = false
    while !isAtEndOfStage, !cursor.isWord("by") {
      if cursor.isWord("against"), cursor.following.kind == .openParenthesis {
        items.append(StageItem(.path([try cursor.name("`against`")])))
        cursor.takesUnits = true
        items.append(StageItem(.query(try queryInParentheses())))
        cursor.takesUnits = false
      } else {
        // A word behind a value, as in `"bases" within paragraph`, compares nothing.
        items.append(StageItem(try argument(BinaryOperator.comparisonPrecedence + 1)))
      }
      _ = cursor.take(.comma)
    }
    cursor.takesUnits = true
  }

  private var isAtEndOfStage: Bool {
    cursor.isAtEndOfStatement || cursor.current.kind == .pipe
      || cursor.current.kind == .closeParenthesis
  }

  private mutating func list(
    _ item: (inout Parser) throws(Diagnostic) -> StageItem
  ) throws(Diagnostic) -> [StageItem] {
    var items = [try item(&self)]
    while cursor.take(.comma) { items.append(try item(&self)) }
    return items
  }

  private mutating func optionalKeys() throws(Diagnostic) -> [StageItem] {
    guard cursor.takeWord("by") else { return [] }
    return try list { parser throws(Diagnostic) in try parser.column() }
  }

  /// A word that stands for itself, or a value.
  private mutating func argument(_ precedence: Int = 0) throws(Diagnostic) -> Expression {
    guard cursor.current.kind == .word, cursor.following.kind != .openParenthesis, !isTruthValue
    else { return try expression(precedence) }
    defer { cursor.advance() }
    return .path([Name(cursor.text(cursor.current), at: cursor.span)])
  }

  /// `a.b as c`.
  private mutating func column() throws(Diagnostic) -> StageItem {
    let value = try expression()
    guard cursor.takeWord("as") else { return StageItem(value) }
    return StageItem(value, alias: try definedName("a name for the column"))
  }

  /// `x = EXPR`; an aggregate may go without a name.
  private mutating func assignment() throws(Diagnostic) -> StageItem {
    if cursor.current.kind == .word, cursor.following.kind == .equal, !isTruthValue {
      let name = try definedName("a name for the column")
      cursor.advance()
      return StageItem(try expression(), alias: name)
    }
    return try column()
  }

  private mutating func sortKey() throws(Diagnostic) -> StageItem {
    let isDescending = cursor.take(.minus)
    return StageItem(try expression(), isDescending: isDescending)
  }
}

extension Diagnostic {
  /// As in `claims | wher mode = plan`.
  package static func unknownStage(_ name: Name, known: [String]) -> Diagnostic {
    let hint =
      Spelling.closest(to: name.text, among: known)
      .map { "did you mean `\($0)`?" }
      ?? elsewhere[name.text.lowercased()].map { "that is `\($0)` here" }
      ?? "`help stages` lists them"
    return Diagnostic(.unknownStage, at: name.span, "no stage `\(name.text)`", hint: hint)
  }

  /// What other query languages call a stage.
  private static let elsewhere = [
    "filter": "where", "order": "sort", "orderby": "sort", "arrange": "sort", "limit": "take",
    "head": "take", "top": "sort … | take", "offset": "skip", "project": "select",
    "extend": "derive", "mutate": "derive", "compute": "derive", "group": "summarize … by",
    "aggregate": "summarize", "unique": "distinct", "export": "save",
  ]
}
