import AssayLanguage
import AssayModel
import AssayQuery
import AssayShell
import AssayText

/// What a piece of a program is, whatever an editor calls it.
enum PieceKind: String, CaseIterable {
  case comment, text, reference, variable, number, date, scale, unit, range, sign, percent, pipe
  case relation, stage, function, operatorWord, value, statement, command, recordKind, field
  /// A column or another word of the program's own.
  case name
}

/// The pieces of a program of which an editor has to know what they are.
///
/// Signs, texts and ids are what the lexer says they are; words are what the parser made of them.
struct ExpectedColours {
  private(set) var pieces: [(kind: PieceKind, span: Span)] = []
  private let source: SourceText
  private var tokens: [Token] = []

  init(_ text: String) {
    source = SourceText(name: "", text)
    var lexer = Lexer(source)
    while case let token = lexer.next(), token.kind != .endOfText { tokens.append(token) }
    addSigns()
    addComments()
    guard var parser = try? Parser(source, grammar: Session.grammar) else { return }
    let (statements, faults) = parser.statementsAndFaults()
    for statement in statements { add(statement) }
    // Behind a bracket that is never closed the parser begins anew, where an editor does not.
    if let open = faults.first(where: { $0.code == .unclosed })?.span {
      pieces.removeAll { $0.span.start > open.start && !Self.isSign($0.kind) }
    }
  }

  private static func isSign(_ kind: PieceKind) -> Bool {
    [.comment, .text, .reference, .variable, .date, .range, .pipe].contains(kind)
  }

  private mutating func add(_ kind: PieceKind, _ span: Span) { pieces.append((kind, span)) }

  private mutating func addSigns() {
    for token in tokens {
      let kind: PieceKind?
      switch token.kind {
      case .text: kind = .text
      case .reference: kind = .reference
      case .variable: kind = .variable
      case .number: kind = .number
      case .date: kind = .date
      case .range: kind = .range
      case .pipe: kind = .pipe
      case .percent: kind = .percent
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde, .plus,
        .minus, .star, .slash:
        kind = .sign
      default: kind = nil
      }
      if let kind { add(kind, Span(token.start, token.end)) }
    }
  }

  /// What lies between tokens and is no blank.
  private mutating func addComments() {
    let ends = [0] + tokens.map(\.end)
    let starts = tokens.map(\.start) + [source.bytes.count]
    for (from, to) in zip(ends, starts) {
      let between = source.bytes[from..<max(from, to)]
      if let hash = between.firstIndex(of: UInt8(ascii: "#")) {
        add(.comment, Span(hash, between.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? hash + 1))
      }
    }
  }

  /// The word at or behind a byte.
  private func word(at offset: Int) -> Span? {
    tokens.first { $0.start >= offset }.map { Span($0.start, $0.end) }
  }

  private mutating func addFirstWord(_ kind: PieceKind, at offset: Int) {
    if let span = word(at: offset) { add(kind, span) }
  }

  private mutating func add(_ statement: Statement) {
    switch statement {
    case .declaration(let record):
      addFirstWord(.recordKind, at: record.span.start)
      for field in record.fields { addFirstWord(.field, at: field.span.start) }
    case .query(let query): add(query)
    case .explain(let query, let span):
      addFirstWord(.statement, at: span.start)
      add(query)
    case .expect(let condition, _, let span):
      addFirstWord(.statement, at: span.start)
      add(condition)
    case .edition(_, let span): addFirstWord(.statement, at: span.start)
    case .command(_, _, let span): addFirstWord(.command, at: span.start)
    case .letQuery(let name, let query):
      addKeyword(before: name)
      add(query)
    case .letValue(let name, let value):
      addKeyword(before: name)
      add(value)
    case .def(let name, _, let query):
      addKeyword(before: name)
      add(query)
    case .param(let name, _, let value):
      addKeyword(before: name)
      if let value { add(value) }
    case .use(_, let span):
      if let before = tokens.last(where: { $0.end <= span.start }) {
        add(.statement, Span(before.start, before.end))
      }
    case .corpus(let header):
      if let before = tokens.last(where: { $0.end <= header.id.span.start }) {
        add(.recordKind, Span(before.start, before.end))
      }
    }
  }

  private mutating func addKeyword(before name: Name) {
    guard let token = tokens.last(where: { $0.end <= name.span.start }) else { return }
    add(.statement, Span(token.start, token.end))
  }

  private mutating func add(_ query: Query) {
    switch query.source {
    case .name(let name):
      add(RelationSpec.named(name.text) == nil ? .name : .relation, name.span)
    case .query(let inner): add(inner)
    case .call(_, let arguments): for argument in arguments { add(argument) }
    case .it: break
    }
    for stage in query.stages {
      add(.stage, stage.name.span)
      for item in stage.items where !isBareWord(item.expression, of: stage) {
        add(item.expression)
      }
      for key in stage.keys { add(key.expression) }
    }
  }

  /// Whether the word is one of the stage's own, which no column is.
  private mutating func isBareWord(_ expression: Expression, of stage: StageCall) -> Bool {
    guard case .path(let names) = expression, names.count == 1,
      [.arguments, .argumentsByKeys].contains(stage.form)
    else { return false }
    if StageSpec.named(stage.name.text)?.words.contains(names[0].text) == true {
      add(.value, names[0].span)
    }
    return true
  }

  private mutating func add(_ expression: Expression) {
    switch expression {
    case .path(let names): for name in names { add(.name, name.span) }
    case .reference, .variable, .literal: addWords(of: expression)
    case .unary(let sign, let operand, let span):
      if sign == .not { addFirstWord(.operatorWord, at: span.start) }
      add(operand)
    case .binary(let sign, let left, let right):
      add(left)
      if sign.rawValue.first?.isLetter == true { addFirstWord(.operatorWord, at: left.span.end) }
      if case .path(let names) = right, names.count == 1, isComparison(sign),
        Self.values.contains(names[0].text)
      {
        add(.value, names[0].span)
      } else {
        add(right)
      }
    case .membership(let value, let items, _):
      add(value)
      for item in items {
        if case .path(let names) = item, names.count == 1, Self.values.contains(names[0].text) {
          add(.value, names[0].span)
        } else {
          add(item)
        }
      }
    case .presence(let value, _, let span):
      add(value)
      if let last = tokens.last(where: { $0.end <= span.end }) {
        add(.value, Span(last.start, last.end))
      }
    case .call(let name, let arguments, _):
      if !FunctionSpec.named(name.text).isEmpty { add(.function, name.span) }
      for argument in arguments { add(argument) }
    case .query(let query): add(query)
    }
  }

  private func isComparison(_ sign: BinaryOperator) -> Bool {
    [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual].contains(sign)
  }

  /// The scale and the unit of a figure.
  private mutating func addWords(of literal: Expression) {
    guard case .literal(_, let span) = literal else { return }
    for token in tokens
    where token.kind == .word && token.start >= span.start && token.end <= span.end {
      let word = source.text(at: Span(token.start, token.end))
      if word == "true" || word == "false" {
        add(.value, Span(token.start, token.end))
      } else {
        // What the parser takes for a unit may be meant as a word of the stage.
        guard !Self.stageWords.contains(word) else { continue }
        let isScale = Numeral.scales.contains { $0.word == word }
        add(isScale ? .scale : .unit, Span(token.start, token.end))
      }
    }
  }

  private static let stageWords = Set(StageSpec.all.flatMap(\.words))

  /// The words of all closed lists that columns have.
  private static let values: Set<String> = {
    let columns =
      RelationSpec.all.flatMap(\.columns) + StageSpec.all.flatMap { $0.rows?.columns ?? [] }
    let types = columns.map(\.type) + ValuePart.allCases.map(\.type)
    return Set(
      types.flatMap { type -> [String] in
        if case .word(let list) = type { list.words } else { [] }
      })
  }()
}
