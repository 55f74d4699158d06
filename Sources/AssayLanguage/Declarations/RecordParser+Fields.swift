import AssayModel
import AssayText

extension RecordParser {
  /// The field in the cursor: one of the kind's, or for a claim a predicate as qualifier.
  mutating func field(of spec: RecordSpec) throws(Diagnostic) -> Record.Field {
    let start = cursor.current.start
    guard cursor.current.kind == .word else { throw cursor.unexpected("a field") }
    if let index = spec.place(ofHash: cursor.hash), cursor.takeWord(spec.fields[index].name) {
      let field = spec.fields[index]
      let isRepeated = seen.contains(index)
      if !isRepeated { seen.append(index) }
      let value = try value(of: field)
      let span = Span(start, cursor.previousEnd)
      if isRepeated, !field.repeats { throw .repeatedField(field.name, at: span) }
      return Record.Field(index: index, value: value, span: span)
    }
    let name = try cursor.name("a field")
    let isQualifier = cursor.current.kind == .reference || cursor.bound != nil
    guard spec.kind == .claim, isQualifier else {
      // The field that was meant is not missing as well.
      let meant = Spelling.closest(to: name.text, among: spec.fields.lazy.map(\.name))
      if let meant, let (index, _) = spec.field(meant), !seen.contains(index) { seen.append(index) }
      throw .unknownField(name, of: spec.kind.word, known: spec.fields.map(\.name))
    }
    let predicate = Reference(name.text, at: name.span)
    let object = cursor.current.kind == .reference ? try cursor.reference() : nil
    let value = cursor.current.kind == .endOfText ? nil : try cursor.factValue()
    let qualifier = Qualifier(predicate: predicate, object: object, value: value)
    return Record.Field(
      index: nil, value: .qualifier(qualifier), span: Span(start, cursor.previousEnd))
  }

  private mutating func value(of field: FieldSpec) throws(Diagnostic) -> FieldValue {
    switch field.form {
    case .text: return .text(try cursor.quoted())
    case .texts: return .texts(try cursor.list { cursor throws(Diagnostic) in try cursor.quoted() })
    case .tags:
      return .words(
        try cursor.list { cursor throws(Diagnostic) in try cursor.name("a tag").text })
    case .date: return .date(try cursor.date())
    case .word(let list): return .words([try cursor.word(of: list)])
    case .words(let list):
      return .words(
        try cursor.list { cursor throws(Diagnostic) in try cursor.word(of: list) })
    case .flag: return .flag
    case .grade(let range): return .number(try cursor.integer(in: range))
    case .reference(let kind):
      return .references([
        kind == .predicate && cursor.current.kind == .word
          ? try cursor.id("a predicate") : try cursor.reference()
      ])
    case .references(_, let second):
      if let second, !cursor.takeWord(second) { throw cursor.unexpected("`\(second)`") }
      return .references(
        try cursor.list { cursor throws(Diagnostic) in try cursor.reference() })
    case .chain: return try chain()
    case .fact: return .fact(try fact())
    case .answer:
      let question = try cursor.reference()
      return .answer(question: question, answer: try cursor.id("the id of an answer"))
    case .option:
      let id = try cursor.id("the id of the answer")
      return .option(id: id, text: try cursor.quoted())
    case .derivation:
      guard cursor.takeWord("from") else { throw cursor.unexpected("`from @source`") }
      let source = try cursor.reference()
      return .derivation(source: source, how: try cursor.word(of: .derivation))
    }
  }

  /// `1 USD = 3.75 PEN on 2023`.
  mutating func rate(after name: Name) throws(Diagnostic) -> CurrencyRate {
    let from = try money()
    guard case .figure(let to) = try cursor.factValue(), to.bound == .exactly, to.low > 0,
      case .money = to.unit.dimension, to.unit != from.unit
    else {
      throw Diagnostic(
        .badNumber, at: Span(name.span.start, cursor.previousEnd), "this is no rate of exchange",
        hint: "as in `rate 1 USD = 3.75 PEN on 2023`")
    }
    guard cursor.takeWord("on") else { throw cursor.unexpected("`on` and a date") }
    let date = try cursor.date()
    return CurrencyRate(
      from: from, to: to, date: date, span: Span(name.span.start, cursor.previousEnd))
  }

  private mutating func money() throws(Diagnostic) -> Quantity {
    let start = cursor.current.start
    if case .figure(let figure) = try cursor.literal(), figure.low > 0,
      case .money = figure.unit.dimension
    {
      return figure
    }
    throw Diagnostic(
      .badNumber, at: Span(start, cursor.previousEnd), "expected a sum of money",
      hint: "as in `rate 1 USD = 3.75 PEN on 2023`")
  }

  /// `@speaker via @one, @other`.
  private mutating func chain() throws(Diagnostic) -> FieldValue {
    let speaker = try cursor.reference()
    guard cursor.takeWord("via") else { return .chain(speaker: speaker, via: []) }
    return .chain(
      speaker: speaker,
      via: try cursor.list { cursor throws(Diagnostic) in try cursor.reference() })
  }

  /// `[not] @subject predicate [@object] [OP VALUE]`.
  private mutating func fact() throws(Diagnostic) -> Fact {
    let isDenied = cursor.takeWord("not")
    let subject = try cursor.reference()
    let predicate = try cursor.id("a predicate")
    let object = cursor.current.kind == .reference ? try cursor.reference() : nil
    let start = cursor.current.start
    let value = cursor.current.kind == .endOfText ? nil : try cursor.factValue()
    return Fact(
      isDenied: isDenied, subject: subject, predicate: predicate, object: object, value: value,
      valueSpan: value == nil ? nil : Span(start, cursor.previousEnd))
  }
}

extension TokenCursor {
  /// A bare id.
  mutating func id(_ what: String) throws(Diagnostic) -> Reference {
    guard current.kind == .word else { throw unexpected(what) }
    defer { advance() }
    return Reference(text(current), at: span)
  }

  /// `@id`.
  mutating func reference() throws(Diagnostic) -> Reference {
    guard current.kind == .reference else { throw unexpected("`@` and an id") }
    defer { advance() }
    return Reference(source.text(at: Span(current.start + 1, current.end)), at: span)
  }

  mutating func quoted() throws(Diagnostic) -> String {
    guard current.kind == .text else { throw unexpected("a text in quotes") }
    defer { advance() }
    return try source.unquoted(current)
  }

  /// A word of a closed list.
  mutating func word(of list: ClosedList) throws(Diagnostic) -> String {
    let name = try name("a word")
    guard list.words.contains(name.text) else { throw .unknownValue(name, in: list) }
    return name.text
  }

  mutating func integer(in range: ClosedRange<Int>) throws(Diagnostic) -> Int {
    let span = span
    guard current.kind == .number, let number = Int(text(current)) else {
      throw unexpected("a number")
    }
    guard range.contains(number) else {
      throw Diagnostic(
        .outOfRange, at: span,
        "\(number) is not between \(range.lowerBound) and \(range.upperBound)")
    }
    advance()
    return number
  }

  /// Items with commas between them.
  mutating func list<Item>(
    _ item: (inout TokenCursor) throws(Diagnostic) -> Item
  ) throws(Diagnostic) -> [Item] {
    var items = [try item(&self)]
    while take(.comma) { items.append(try item(&self)) }
    return items
  }
}
