import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

/// Statements to steps: everything is bound before anything runs, so that all faults of a program
/// are told together and none after half of its output.
package struct ProgramBinder {
  let workspace: Workspace
  let grammar: Grammar
  let text: SourceText
  let given: ParameterValues
  private var steps: [BoundStep] = []
  var faults: [Diagnostic] = []
  /// Where the statement at hand stands.
  private var span = Span(0, 0)
  /// What scripts it takes, and from whom.
  var uses: ScriptUses
  /// Names whose definition has a fault; that they are unknown is no fault of its own.
  private var broken: Set<String> = []
  /// The faults of the statement at hand.
  private var noted: [Diagnostic] = []
  private(set) var parameters: [(name: String, value: String)] = []

  /// The edition of the language that this version runs.
  package static let edition = 1

  init(
    _ text: SourceText, _ grammar: Grammar, _ workspace: Workspace, _ given: ParameterValues,
    _ uses: ScriptUses = ScriptUses()
  ) {
    (self.text, self.grammar, self.workspace, self.given) = (text, grammar, workspace, given)
    self.uses = uses
  }

  /// The steps of a program; what it binds is kept in the workspace.
  ///
  /// - Parameter uses: how the scripts are read that it uses.
  /// - Throws: every fault of the program.
  package static func bind(
    _ text: SourceText, grammar: Grammar, in workspace: Workspace,
    given: ParameterValues = ParameterValues(), uses: ScriptUses = ScriptUses()
  ) throws(Diagnostics) -> BoundProgram {
    var binder = ProgramBinder(text, grammar, workspace, given, uses)
    let before = workspace.environment
    try binder.bindAll()
    binder.checkParameters()
    if let failure = workspace.takeLookupFailure() { throw Diagnostics([failure]) }
    guard binder.faults.isEmpty else {
      workspace.environment = before
      throw Diagnostics(binder.faults)
    }
    return BoundProgram(
      steps: binder.steps, used: binder.uses.taken, parameters: binder.parameters)
  }

  /// Binds every statement; ``faults`` are located and in the order of the text then.
  ///
  /// - Parameter isTaken: the statements that count; the others are passed over.
  /// - Throws: what keeps the text from being read at all.
  mutating func bindAll(where isTaken: (Statement) -> Bool = { _ in true }) throws(Diagnostics) {
    var parser = try Parser(text, grammar: grammar)
    let (statements, unread) = parser.statementsAndFaults()
    var partial = parser.partial[...]
    for (index, statement) in statements.enumerated() {
      while let next = partial.first, next.place == index {
        take(next.statement, isFirst: false)
        breakNames(of: next.statement)
        partial = partial.dropFirst()
      }
      guard isTaken(statement) else { continue }
      span = parser.spans[index]
      take(statement, isFirst: index == 0)
    }
    for (_, statement) in partial { take(statement, isFirst: false) }
    // What a statement that could not be read would have defined is unknown for that reason.
    let own = faults.filter {
      !parser.leavesOutStatements || !$0.mayFollowFromAnother
    }
    faults = (unread + Diagnostics(own).located(in: text).all).inOrderOfPlace
  }

  /// Takes over what a binder has made of a script that this one uses.
  mutating func adopt(_ other: ProgramBinder) {
    steps += other.steps.map {
      BoundStep(step: $0.step, text: $0.text, span: $0.span, place: span)
    }
    parameters += other.parameters
    broken.formUnion(other.broken)
    faults += other.faults
    uses = other.uses
  }

  private mutating func append(_ step: Step) {
    steps.append(BoundStep(step: step, text: text, span: span, place: span))
  }

  /// Binds a statement, or keeps its faults.
  private mutating func take(_ statement: Statement, isFirst: Bool) {
    do throws(Diagnostic) {
      try bind(statement, isFirst: isFirst)
    } catch {
      for fault in noted.contains(error) ? noted : noted + [error] { note(fault) }
      breakNames(of: statement)
    }
    noted = []
  }

  /// Forgets what a faulty statement would have bound, and what had its name before.
  private mutating func breakNames(of statement: Statement) {
    if case .query = statement {
      broken.insert("it")
      workspace.environment.last = nil
    }
    guard let name = statement.definedName else { return }
    broken.insert(name)
    workspace.environment.definitions[name] = nil
    workspace.environment.values[name] = nil
  }

  /// Asks a binder, and keeps the faults that it finds beside the one that it throws.
  private mutating func asking<Value>(
    _ work: (inout Binder) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    var binder = workspace.binder
    do throws(Diagnostic) {
      return try work(&binder)
    } catch {
      noted += binder.all(with: error)
      throw error
    }
  }

  /// The steps of those statements that are sound and that `refusal` lets pass, and what is wrong
  /// with the others; each is bound on its own.
  package static func bindEach(
    _ text: SourceText, grammar: Grammar, in workspace: Workspace,
    refusal: (Statement) -> Diagnostic?
  ) -> (steps: [Step], faults: [Diagnostic]) {
    var parser: Parser
    do throws(Diagnostics) {
      parser = try Parser(text, grammar: grammar)
    } catch {
      return ([], error.all)
    }
    let (statements, unread) = parser.statementsAndFaults()
    var binder = ProgramBinder(text, grammar, workspace, ParameterValues())
    for statement in statements {
      if let refusal = refusal(statement) {
        binder.note(refusal)
      } else {
        binder.take(statement, isFirst: false)
      }
    }
    let own = Diagnostics(binder.faults).located(in: text).all
    let failure = workspace.takeLookupFailure().map { [$0] } ?? []
    return (binder.steps.map(\.step), failure + (unread + own).inOrderOfPlace)
  }

  /// Keeps a fault, unless it only follows from another.
  private mutating func note(_ fault: Diagnostic) {
    if fault.mayFollowFromAnother, let span = fault.span, fault.excerpt == nil {
      // A line that begins with `|` goes on from `it` without saying so.
      let word = fault.code == .nothingBefore ? "it" : text.text(at: span)
      if broken.contains(word.hasPrefix("$") ? String(word.dropFirst()) : word) { return }
    }
    faults.append(fault)
  }

  private mutating func bind(_ statement: Statement, isFirst: Bool) throws(Diagnostic) {
    switch statement {
    case .edition(let number, let span): try checkEdition(number, span, isFirst: isFirst)
    case .query(let query):
      let bound = try asking { (binder) throws(Diagnostic) in try binder.bindStatement(query) }
      workspace.environment.last = .init(
        query: bound.rows, text: text, environment: workspace.environment)
      append(.query(bound))
    case .explain(let query, _):
      let bound = try asking { (binder) throws(Diagnostic) in try binder.bindStatement(query) }
      append(.explain(bound.plan))
    case .letQuery(let name, let query):
      try define(name, [], query) { (binder) throws(Diagnostic) in _ = try binder.bind(query) }
    case .def(let name, let parameters, let query):
      // What the stages say may depend on the arguments; they are checked when it is called.
      try define(name, parameters, query) { (binder) throws(Diagnostic) in
        if parameters.isEmpty { _ = try binder.bind(query) }
        try binder.checkSource(of: query)
      }
    case .letValue(let name, let expression):
      workspace.environment.values[name.text] = try value(of: expression)
    case .param(let name, let type, let value): try bindParameter(name, type, value)
    case .expect(let condition, let message, let span):
      let bound = try asking { (binder) throws(Diagnostic) in
        try binder.bindCondition(condition)
      }
      append(.expect(bound, message: message, span))
    case .declaration(let record): try declare(record)
    case .use(let path, let span): try use(path, at: span)
    case .corpus(let header): throw .declaration("corpus", at: header.id.span)
    case .command(let name, let arguments, let span):
      append(.command(name, arguments: arguments, span))
    }
  }

  private func checkEdition(_ number: Int, _ span: Span, isFirst: Bool) throws(Diagnostic) {
    guard number == Self.edition else {
      throw Diagnostic(
        .unknownEdition, at: span, "this version runs edition \(Self.edition), not \(number)")
    }
    guard isFirst else {
      throw Diagnostic(
        .misplacedStatement, at: span, "`edition` is the first statement of a script")
    }
  }

  private mutating func define(
    _ name: Name, _ parameters: [Name], _ query: Query,
    check: (inout Binder) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard RelationSpec.named(name.text) == nil, name.text != "it" else {
      throw Diagnostic(
        .misplacedStatement, at: name.span,
        "`\(name.text)` is a relation, so it cannot be redefined")
    }
    try asking(check)
    workspace.environment.definitions[name.text] = .init(
      parameters: parameters, query: query, text: text, environment: workspace.environment)
  }

  /// Declarations that follow each other are written together: they may refer to each other.
  private mutating func declare(_ record: Record) throws(Diagnostic) {
    guard workspace.acceptsDeclarations else {
      throw .declaration(record.kind.word, at: record.id.span)
    }
    if let last = steps.last, case .declare(let records) = last.step {
      let whole = Span(last.span.start, span.end)
      steps[steps.count - 1] = BoundStep(
        step: .declare(records + [record]), text: text, span: whole, place: whole)
    } else {
      append(.declare([record]))
    }
  }

  private mutating func value(
    of expression: Expression, as type: ValueType? = nil
  ) throws(Diagnostic) -> Constant {
    let bound = try asking { (binder) throws(Diagnostic) in
      try binder.bindValue(expression, as: type)
    }
    guard let value = try workspace.evaluate(bound) else {
      throw Diagnostic(
        .notConstant, at: expression.span, "this has no value",
        hint: "a `$` name needs one; `coalesce(…, …)` gives a substitute")
    }
    return value
  }
}

extension ProgramBinder {
  private mutating func bindParameter(
    _ name: Name, _ type: Name, _ standard: Expression?
  ) throws(Diagnostic) {
    parameters.append((name.text, ""))
    let wanted = try Self.type(type)
    let constant: Constant
    if let given = given.values[name.text] {
      constant = try parse(given, for: name, as: wanted, type)
    } else if let standard {
      constant = try value(of: standard, as: wanted)
    } else {
      throw Diagnostic(
        .unknownParameter, at: name.span, "parameter `\(name.text)` has no value",
        hint: "give it one with `--set \(name.text)=…`")
    }
    guard constant.type == wanted else {
      let words = "parameter `\(name.text)` is a \(wanted.name), not a \(constant.type.name)"
      guard let given = given.values[name.text] else {
        throw Diagnostic(.unknownParameter, at: standard?.span ?? type.span, words)
      }
      let source = SourceText(name: "--set \(name.text)", given)
      throw Diagnostic(.unknownParameter, at: Span(0, source.bytes.count), words)
        .located(in: source)
    }
    workspace.environment.values[name.text] = constant
    parameters[parameters.count - 1].value = constant.words
  }

  private static func type(_ name: Name) throws(Diagnostic) -> ValueType {
    let plain: [String: ValueType] = [
      "text": .text, "number": .number, "boolean": .boolean, "date": .date, "figure": .figure,
    ]
    if let type = plain[name.text] { return type }
    if let kind = RecordKind.allCases.first(where: { $0.word == name.text }) {
      return .reference(kind)
    }
    let known = plain.keys.sorted() + RecordKind.allCases.map(\.word)
    throw .unknownWord(name.text, in: ClosedList(name: "type", words: known), at: name.span)
  }

  /// Reads the text given for a parameter as the parameter's type.
  private func parse(
    _ given: String, for name: Name, as type: ValueType, _ typeName: Name
  ) throws(Diagnostic) -> Constant {
    if type == .text { return .text(given) }
    let isRecord = if case .reference = type { true } else { false }
    let source = SourceText(
      name: "--set \(name.text)", isRecord && !given.hasPrefix("@") ? "@" + given : given)
    do throws(Diagnostics) {
      var parser = try Parser(source, grammar: grammar)
      return try Self.constant(try parser.wholeExpression(), type, workspace.binder, source)
    } catch {
      let fault = error.all.first ?? .interrupted
      // A bare word was taken for a column.
      guard [.unknownColumn, .typeMismatch, .notConstant].contains(fault.code) else { throw fault }
      throw Diagnostic(
        .unknownParameter, at: Span(0, source.bytes.count),
        "parameter `\(name.text)` is a \(type.name), not `\(given)`"
      ).located(in: source)
    }
  }

  private static func constant(
    _ expression: Expression, _ type: ValueType, _ binder: Binder, _ source: SourceText
  ) throws(Diagnostics) -> Constant {
    var binder = binder
    do throws(Diagnostic) {
      return try binder.constant(expression, as: type)
    } catch {
      throw Diagnostics([error.located(in: source)])
    }
  }

  /// Values that were given for no parameter of the program.
  private mutating func checkParameters() {
    let known = parameters.map(\.name)
    for name in given.values.keys.sorted() where !known.contains(name) {
      let hint =
        Spelling.closest(to: name, among: known).map { "did you mean `\($0)`?" }
        ?? (known.isEmpty
          ? "the script has no parameters" : "parameters: \(known.joined(separator: ", "))")
      faults.append(
        Diagnostic(
          .unknownParameter, at: nil, "\(text.name) has no parameter `\(name)`", hint: hint))
    }
  }
}

extension Statement {
  /// The name that the statement gives to something.
  fileprivate var definedName: String? {
    switch self {
    case .letQuery(let name, _), .letValue(let name, _), .def(let name, _, _),
      .param(let name, _, _):
      name.text
    default: nil
    }
  }
}

extension Diagnostic {
  /// Whether it may only say that a definition before it has a fault.
  fileprivate var mayFollowFromAnother: Bool {
    [.unknownRelation, .unknownName, .nothingBefore].contains(code)
  }

  /// As in `entity lima: place { name "Lima" }` in a script.
  static func declaration(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .misplacedStatement, at: span, "`\(word)` declares something, so it stands in a corpus file",
      hint: "write it into a file that `corpus.assay` uses")
  }
}
