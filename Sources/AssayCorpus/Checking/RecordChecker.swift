import AssayLanguage
import AssayModel
import AssayText

/// Checks records against each other: ids, references, facts, answers, hedges.
///
/// What a record refers to may be declared later; such checks wait until everything is read.
struct RecordChecker {
  var ids: IDTable
  /// What was wrong so far, each in its file.
  private(set) var faults: [(file: Int64, fault: Diagnostic)] = []
  private var waiting: [(file: Int64, check: Check)] = []
  private var containers: [String: (file: Int64, wholes: [Reference])] = [:]
  private var derivations: [String: (file: Int64, wholes: [Reference])] = [:]
  private var names = NameTable()
  /// What predicates allow, read from their shapes once.
  private var rules: [String: PredicateRule] = [:]
  /// The path of a file, for messages.
  private let path: (Int64) -> String

  /// Something that refers to other records.
  private enum Check {
    case reference(Reference, RecordKind)
    case answer(question: Reference, answer: Reference)
    case fact(Fact)
    case qualifier(Qualifier)
  }

  init(ids: IDTable, path: @escaping (Int64) -> String) {
    (self.ids, self.path) = (ids, path)
  }

  /// Whether any record that was read is part of another, or takes from one.
  var hasContainment: Bool {
    (containers.values.contains { !$0.wholes.isEmpty }) || !derivations.isEmpty
  }

  mutating func report(_ fault: Diagnostic, in file: Int64) { faults.append((file, fault)) }

  /// The shape of a record with faults: nothing that refers to it is held to anything.
  static let unknownShape = "?"

  /// Checks a record; `false` if its id is taken, so that it cannot be kept.
  mutating func check(_ record: Record, in file: Int64, isFaulty: Bool = false) -> Bool {
    let place = IDTable.Place(file: file, line: record.line)
    let kind = record.kind
    let shape = isFaulty ? Self.unknownShape : record.shape
    if let earlier = ids.declare(record.id.id, kind, shape: shape, at: place) {
      let first = earlier.file == 0 ? "elsewhere" : "at \(path(earlier.file)):\(earlier.line)"
      report(
        Diagnostic(
          .duplicateID, at: record.id.span, "\(kind.word) `\(record.id.id)` is declared twice",
          hint: "it was declared \(first) before"), in: file)
      return false
    }
    names.note(record)
    checkHeader(of: record, in: file)
    for field in record.fields { check(field, of: record, in: file) }
    if kind == .claim { checkHedge(of: record, in: file) }
    return true
  }

  private mutating func checkHeader(of record: Record, in file: Int64) {
    switch record.header {
    case .none, .entity, .question: break
    case .claim(let source): run(.reference(source, .source), in: file)
    case .link(let claim, _, let other):
      run(.reference(claim, .claim), in: file)
      run(.reference(other, .claim), in: file)
    case .judgement(let kind, let judged): run(.reference(judged, kind), in: file)
    }
  }

  private mutating func check(_ field: Record.Field, of record: Record, in file: Int64) {
    switch field.value {
    case .text, .texts, .words, .date, .number, .flag, .option: break
    case .references(let references):
      guard let spec = RecordSpec.of(record.kind), let index = field.index else { return }
      var kind = RecordKind.entity
      if case .reference(let referred) = spec.fields[index].form { kind = referred }
      for reference in references { run(.reference(reference, kind), in: file) }
      if record.kind == .entity { containers[record.id.id] = (file, references) }
    case .chain(let speaker, let via):
      for entity in [speaker] + via { run(.reference(entity, .entity), in: file) }
    case .fact(let fact):
      run(.reference(fact.subject, .entity), in: file)
      checkUse(of: fact.predicate, fact.object, .fact(fact), in: file)
    case .answer(let question, let answer):
      run(.reference(question, .question), in: file)
      run(.answer(question: question, answer: answer), in: file)
    case .derivation(let source, _):
      run(.reference(source, .source), in: file)
      derivations[record.id.id, default: (file, [])].wholes.append(source)
    case .qualifier(let qualifier):
      checkUse(of: qualifier.predicate, qualifier.object, .qualifier(qualifier), in: file)
    }
  }

  /// Checks a predicate with its object: each reference, and whether they go together.
  private mutating func checkUse(
    of predicate: Reference, _ object: Reference?, _ check: Check, in file: Int64
  ) {
    let allowed = ids.shape(of: predicate.id, .predicate)
    let kind = object.flatMap { ids.shape(of: $0.id, .entity) }
    if let allowed, object == nil || kind != nil {
      return verify(check, allowed, kind, in: file)
    }
    run(.reference(predicate, .predicate), in: file)
    if let object { run(.reference(object, .entity), in: file) }
    waiting.append((file, check))
  }

  private static let hedgeIndex = RecordSpec.claim.field("hedge")?.index
  private static let quoteIndex = RecordSpec.claim.field("quote")?.index ?? 0

  /// The hedging words have to stand in the quote.
  private mutating func checkHedge(of record: Record, in file: Int64) {
    guard let field = record.fields.first(where: { $0.index == Self.hedgeIndex }),
      case .text(let hedge) = field.value,
      case .text(let quote)? = record.value(at: Self.quoteIndex)
    else { return }
    if !quote.contains(hedge) {
      report(
        Diagnostic(.hedgeNotInQuote, at: field.span, "the quote does not hold “\(hedge)”"), in: file
      )
    }
  }

  /// Runs a check now if all that it needs is declared, otherwise at the end.
  private mutating func run(_ check: Check, in file: Int64) {
    if isReady(check) { verify(check, in: file) } else { waiting.append((file, check)) }
  }

  private mutating func isReady(_ check: Check) -> Bool {
    switch check {
    case .reference(let reference, let kind): ids.isDeclared(reference.id, kind)
    case .answer(let question, _): ids.isDeclared(question.id, .question)
    case .fact(let fact): isReady(fact.predicate, fact.object)
    case .qualifier(let qualifier): isReady(qualifier.predicate, qualifier.object)
    }
  }

  private mutating func isReady(_ predicate: Reference, _ object: Reference?) -> Bool {
    ids.isDeclared(predicate.id, .predicate)
      && (object.map { ids.isDeclared($0.id, .entity) } ?? true)
  }

  /// Runs the checks that had to wait.
  mutating func finish(_ monitor: WorkMonitor) throws(Cancelled) {
    try monitor.enter(.checking, of: waiting.count)
    for (number, (file, check)) in waiting.enumerated() {
      if number & 255 == 0 { try monitor.note(number) }
      if case .reference(let reference, let kind) = check, !isReady(check) {
        reportDangling(reference, kind, in: file, monitor)
        try monitor.check()
      } else if isReady(check) {
        verify(check, in: file)
      }
    }
    waiting = []
    try checkCircles(monitor)
  }

  private mutating func verify(_ check: Check, in file: Int64) {
    switch check {
    case .reference: break
    case .answer(let question, let answer): verify(answer, of: question, in: file)
    case .fact(let fact): verify(check, fact.predicate, fact.object, in: file)
    case .qualifier(let qualifier): verify(check, qualifier.predicate, qualifier.object, in: file)
    }
  }

  private mutating func verify(
    _ check: Check, _ predicate: Reference, _ object: Reference?, in file: Int64
  ) {
    guard let allowed = ids.shape(of: predicate.id, .predicate) else { return }
    verify(check, allowed, object.flatMap { ids.shape(of: $0.id, .entity) }, in: file)
  }

  private mutating func verify(_ answer: Reference, of question: Reference, in file: Int64) {
    let shape = ids.shape(of: question.id, .question) ?? ""
    let answers = shape.split(separator: " ")
    guard shape != Self.unknownShape, !answers.contains(where: { $0 == answer.id }) else { return }
    let known = answers.map(String.init)
    report(
      Diagnostic(
        .unknownAnswer, at: answer.span, "question `\(question.id)` has no answer `\(answer.id)`",
        hint: Spelling.closest(to: answer.id, among: known).map { "did you mean `\($0)`?" }
          ?? "answers: \(known.joined(separator: ", "))"), in: file)
  }

  /// Holds an object and a value to what the predicate's shape allows.
  private mutating func verify(
    _ check: Check, _ shape: String, _ kind: String?, in file: Int64
  ) {
    guard shape != Self.unknownShape else { return }
    let (predicate, object, value, span): (Reference, Reference?, FactValue?, Span?)
    switch check {
    case .fact(let fact):
      (predicate, object, value, span) = (fact.predicate, fact.object, fact.value, fact.valueSpan)
    case .qualifier(let qualifier):
      (predicate, object, value) = (qualifier.predicate, qualifier.object, qualifier.value)
      span = predicate.span
    case .reference, .answer: return
    }
    let rule = rule(of: predicate.id, shape)
    if let object, let kind, kind != Self.unknownShape, !rule.allows(kind) {
      report(
        Diagnostic(
          .wrongKind, at: object.span,
          "`\(predicate.id)` takes \(rule.wanted), not \(kind) `\(object.id)`"),
        in: file)
    }
    if let value, let fault = MeasureCheck.fault(of: value, for: predicate.id, rule.measure) {
      report(fault(span ?? predicate.span), in: file)
    }
  }

  private mutating func rule(of predicate: String, _ shape: String) -> PredicateRule {
    if let known = rules[predicate] { return known }
    let rule = PredicateRule(shape)
    rules[predicate] = rule
    return rule
  }

  /// A stop of the work ends the search for a near name, which goes through all names.
  private mutating func reportDangling(
    _ reference: Reference, _ kind: RecordKind, in file: Int64, _ monitor: WorkMonitor
  ) {
    let article = kind == .entity ? "no entity" : "no \(kind.word)"
    let known = ids.declared(kind).lazy.enumerated().prefix { place, _ in
      place & 4095 != 0 || monitor.stop == nil
    }.map(\.element)
    let near =
      names.id(named: reference.id, kind) ?? Spelling.closest(to: reference.id, among: known)
    let isPredicate = kind == .predicate
    report(
      Diagnostic(
        .danglingReference, at: reference.span, "there is \(article) `\(reference.id)`",
        hint: near.map { "did you mean `\(isPredicate ? "" : "@")\($0)`?" }
          ?? "declare it: `\(RecordSpec.of(kind)?.header ?? kind.word) { … }`"), in: file)
  }
}

extension RecordChecker {
  /// Reports entities that are part of each other in a circle, and sources that derive from each
  /// other so, once for each circle.
  mutating func checkCircles(_ monitor: WorkMonitor) throws(Cancelled) {
    try checkCircles(of: containers, monitor) { whole in
      Diagnostic(.containmentCycle, at: whole.span, "by this, `\(whole.id)` is part of itself")
    }
    try checkCircles(of: derivations, monitor) { origin in
      Diagnostic(.derivationCycle, at: origin.span, "by this, `\(origin.id)` derives from itself")
    }
  }

  /// A walk in depth with a stack of its own, since a chain may be long.
  private mutating func checkCircles(
    of containers: [String: (file: Int64, wholes: [Reference])], _ monitor: WorkMonitor,
    fault: (Reference) -> Diagnostic
  ) throws(Cancelled) {
    var isDone: [String: Bool] = [:]  // false while the walk is below it
    for (step, start) in try containers.keys.sorted(monitor, by: <).enumerated() {
      try monitor.check(at: step)
      guard isDone[start] == nil else { continue }
      var path: [(id: String, next: Int)] = [(start, 0)]
      isDone[start] = false
      while let (id, next) = path.last {
        guard let (file, wholes) = containers[id], next < wholes.count else {
          isDone[id] = true
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let whole = wholes[next]
        if isDone[whole.id] == false {
          report(fault(whole), in: file)
        } else if isDone[whole.id] == nil {
          isDone[whole.id] = false
          path.append((whole.id, 0))
        }
      }
    }
  }
}
