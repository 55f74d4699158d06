import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

extension Completer {
  /// What a declaration may go on with.
  enum Expected {
    case words([Candidate])
    /// A reference to a record of these kinds, of an entity of these kinds.
    case records([RecordKind], [String]? = nil)

    static let nothing = Expected.words([])
    static let brace = Expected.words([Candidate("{", summary: "The fields.")])

    static func list(_ list: ClosedList) -> Expected { .words(list.words.map { Candidate($0) }) }
  }

  /// What may stand in a declaration; ids are found apart, once `@` is typed.
  func declaration(_ word: String, _ context: CompletionContext) -> [Candidate] {
    switch expected(word, context) {
    case .words(let words): return words
    case .records: return ids("@", context).candidates
    }
  }

  func expected(_ word: String, _ context: CompletionContext) -> Expected {
    let pieces = context.pieces
    let spec = RecordSpec.all.first { $0.kind.word == word }
    guard let brace = pieces.firstIndex(where: { $0.kind == .openBrace }) else {
      return spec.map { header($0.kind, pieces) } ?? (word == "corpus" ? .brace : .nothing)
    }
    guard !pieces.contains(where: { $0.kind == .closeBrace }) else { return .nothing }
    let fields = pieces[(brace + 1)...].split(omittingEmptySubsequences: false) {
      $0.kind == .newline || $0.kind == .semicolon
    }
    guard let last = fields.last, !last.isEmpty else {
      let given = Set(fields.compactMap(\.first?.text))
      return .words(self.fields(of: spec, given: given, context))
    }
    guard let spec else { return .nothing }
    return value(Array(last), of: spec, context)
  }

  /// What stands before the brace.
  private func header(_ kind: RecordKind, _ pieces: [CompletionContext.Piece]) -> Expected {
    func word(_ text: String) -> Expected { .words([Candidate(text)]) }
    switch (kind, pieces.count) {
    // The command of this name asks for the fields.
    case (.claim, 0): return .records([.source])
    case (_, 0): return .nothing
    case (.entity, 1): return .words([Candidate(":", summary: "The kind of entity.")])
    case (.entity, 2): return .list(.entityKind)
    case (.claim, 1): return word("from")
    case (.claim, 2): return .records([.source])
    case (.link, 1), (.link, 3): return .records([.claim])
    case (.link, 2): return .list(.linkRelation)
    case (.judgement, 1): return word("on")
    case (.judgement, 2):
      return .words([
        Candidate("claim", summary: RecordSpec.claim.summary),
        Candidate("source", summary: RecordSpec.source.summary),
      ])
    case (.judgement, 3): return .records([pieces[2].text == "source" ? .source : .claim])
    case (.question, 1): return .nothing
    default: return .brace
    }
  }

  /// The fields that may still be written; to a claim any predicate is one.
  private func fields(
    of spec: RecordSpec?, given: Set<String>, _ context: CompletionContext
  ) -> [Candidate] {
    guard let spec else {
      return [
        Candidate("title", summary: "What the corpus is called."),
        Candidate("note", summary: "Anything a reader should know."),
        Candidate("rate", summary: "What a currency is worth: 1 USD = 3.75 PEN on 2023."),
      ].filter { $0.text == "rate" || !given.contains($0.text) }
    }
    let isCounted = given.contains("one") || given.contains("many")
    let own = spec.fields.filter { field in
      field.repeats
        || !given.contains(field.name) && !(isCounted && ["one", "many"].contains(field.name))
    }
    let end = Candidate("}", summary: "The end of the record.")
    let predicates = spec.kind == .claim ? predicates(context) : []
    return own.map {
      Candidate($0.name, summary: $0.summary + ($0.isRequired ? " Required." : ""))
    } + predicates + [end]
  }

  /// The predicates, as a fact writes them.
  private func predicates(_ context: CompletionContext) -> [Candidate] {
    workspace.records([.predicate], called: context.word, limit: Self.limit).map {
      Candidate($0.id, summary: $0.name)
    }
  }

  /// What may follow in a field.
  private func value(
    _ pieces: [CompletionContext.Piece], of spec: RecordSpec, _ context: CompletionContext
  ) -> Expected {
    let isNext = pieces.count == 1 || pieces.last?.kind == .comma
    guard let field = spec.field(pieces[0].text)?.spec else {
      return spec.kind == .claim
        ? fact(behind: pieces[0].text, Array(pieces.dropFirst())) : .nothing
    }
    switch field.form {
    case .word(let list): return pieces.count == 1 ? .list(list) : .nothing
    case .words(let list): return isNext ? .list(list) : .nothing
    case .grade(let range):
      return pieces.count == 1 ? .words(range.map { Candidate(String($0)) }) : .nothing
    case .reference(.predicate): return pieces.count == 1 ? .words(predicates(context)) : .nothing
    case .reference(let kind): return pieces.count == 1 ? .records([kind]) : .nothing
    case .references(let kind, let second):
      if let second, pieces.count == 1 { return .words([Candidate(second)]) }
      let isFirst = pieces.count == (second == nil ? 1 : 2)
      return isFirst || isNext ? .records([kind]) : .nothing
    case .chain:
      if isNext || pieces.last?.text == "via" { return .records([.entity]) }
      let via = Candidate("via", summary: "By way of whom.")
      return pieces.count == 2 ? .words([via]) : .nothing
    case .fact: return fact(Array(pieces.dropFirst()), context)
    case .answer:
      if pieces.count == 1 { return .records([.question]) }
      return pieces.count == 2 ? .words(answers(pieces[1].text)) : .nothing
    case .derivation:
      switch pieces.count {
      case 1: return .words([Candidate("from")])
      case 2: return .records([.source])
      case 3: return .list(.derivation)
      default: return .nothing
      }
    case .text, .texts, .tags, .date, .flag, .option: return .nothing
    }
  }

  private func answers(_ question: String) -> [Candidate] {
    workspace.answers(ofQuestion: String(question.dropFirst())).map {
      Candidate($0.id, summary: $0.text)
    }
  }

  /// `[not] @subject predicate [@object] [= VALUE]`.
  private func fact(
    _ pieces: [CompletionContext.Piece], _ context: CompletionContext
  ) -> Expected {
    let words = pieces.first?.text == "not" ? Array(pieces.dropFirst()) : pieces
    switch words.count {
    case 0: return .records([.entity])
    case 1: return .words(predicates(context))
    default: return fact(behind: words[1].text, Array(words.dropFirst(2)))
    }
  }

  /// What a predicate wants: an object, a value, or first the one and then the other.
  private func fact(
    behind predicate: String, _ pieces: [CompletionContext.Piece]
  ) -> Expected {
    guard let (objects, measure) = workspace.wants(ofPredicate: predicate) else { return .nothing }
    let takesObject = !objects.isEmpty && objects != ["none"]
    if takesObject, pieces.isEmpty {
      return .records([.entity], objects.contains("any") ? nil : objects)
    }
    let isSigned = measure != "date" && measure != "text"
    if measure != "none", pieces.count == (takesObject ? 1 : 0) {
      let signs = isSigned ? ["=", "<", "<=", ">", ">=", "~"] : ["="]
      return .words(signs.map { Candidate($0) })
    }
    guard measure != "none", let last = pieces.last, last.kind == .number else { return .nothing }
    return .words(Unit.symbols(of: measure, orCounted: workspace.units(limit: Self.limit)))
  }
}

extension Unit {
  /// The units of what a predicate measures.
  fileprivate static func symbols(of measure: String, orCounted used: [String]) -> [Candidate] {
    let symbols = (used + known.filter { !used.contains($0) }).filter {
      !$0.isEmpty && Unit($0).dimension.word == measure
    }
    return (["thousand", "million", "billion"] + symbols).map { Candidate($0) }
  }
}
