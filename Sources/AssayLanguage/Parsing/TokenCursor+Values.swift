import AssayModel
import AssayText

extension TokenCursor {
  /// A figure, a number, a date or a range of them.
  package mutating func literal() throws(Diagnostic) -> Literal {
    switch current.kind {
    case .date, .range: return .date(try date())
    case .number: return try numberOrRange()
    default: return .figure(try figure(bound: try sign()))
    }
  }

  /// What a fact says after its object: `= 84 million USD`, `>= 50 people`, `= 1952`, `= "words"`.
  package mutating func factValue() throws(Diagnostic) -> FactValue {
    let bound = try sign()
    if bound == .exactly, current.kind == .text { return .text(try quoted()) }
    let isNegative = current.kind == .minus
    guard bound == .exactly, !isNegative else { return .figure(try figure(bound: bound)) }
    let start = current.start
    switch try literal() {
    case .figure(let figure): return .figure(figure)
    case .date(let date): return .date(date)
    case .number(let number, let digits):
      // Four bare digits are a year; a head count says what it counts.
      if let year = PartialDate(digits) { return .date(year) }
      return .figure(Quantity(number, .none))
    case .range(let from, let to):
      if let years = PartialDate(from.digits + ".." + to.digits) { return .date(years) }
      return .figure(try range(from.number, to.number, .none, at: Span(start, previousEnd)))
    case .text, .boolean: throw unexpected("a figure, a date or a text")
    }
  }

  /// A date or a range of dates.
  package mutating func date() throws(Diagnostic) -> PartialDate {
    let start = current.start
    // The words without the spaces that may stand around the dots.
    var words = ""
    if current.kind == .range {
      advance()
      guard isDay else { throw unexpected("a date") }
      words = ".." + day()
    } else {
      guard isDay else { throw unexpected("a date, as in `2012`, `2012-10` or `2012-10-07`") }
      words = day()
      if take(.range) { words += ".." + (isDay ? day() : "") }
    }
    guard let date = PartialDate(words) else {
      throw .impossibleDate(words, at: Span(start, previousEnd))
    }
    return date
  }

  private mutating func day() -> String {
    defer { advance() }
    return text(current)
  }

  private var isDay: Bool { current.kind == .date || current.kind == .number }

  /// The sign before a figure: `=`, `>=`, `>`, `<=`, `<`, `~`.
  private mutating func sign() throws(Diagnostic) -> Bound {
    guard let bound else { throw unexpected("`=` and a value") }
    advance()
    return bound
  }

  /// What the sign at hand says of a figure, or `nil` if it is none.
  var bound: Bound? {
    switch current.kind {
    case .equal: .exactly
    case .greaterOrEqual: .atLeast
    case .greater: .moreThan
    case .lessOrEqual: .atMost
    case .less: .lessThan
    case .tilde: .about
    default: nil
    }
  }

  /// A number, negative or not, with its unit.
  private mutating func figure(bound: Bound) throws(Diagnostic) -> Quantity {
    let factor: Double = take(.minus) ? -1 : 1
    let number = try decimal() * (scale() ?? 1)
    return Quantity(factor * number, try unit() ?? .none, bound)
  }

  private mutating func numberOrRange() throws(Diagnostic) -> Literal {
    if following.kind == .range { return try range() }
    let start = current.start
    let number = try decimal()
    let digits = source.text(at: Span(start, previousEnd))
    let scale = scale()
    let scaled = number * (scale ?? 1)
    if let unit = try unit() { return .figure(Quantity(scaled, unit)) }
    return .number(scaled, digits: scale == nil ? digits : "")
  }

  /// `100..300 t`, `2012..2014`, `2015..`; a scale holds for both ends, as the unit does.
  private mutating func range() throws(Diagnostic) -> Literal {
    let mark = index
    let start = current.start
    var from = Literal.Bare(number: try decimal(), digits: text(tokens[mark]))
    advance()
    guard current.kind == .number else {
      index = mark
      return .date(try date())
    }
    var to = Literal.Bare(number: try decimal(), digits: text(tokens[mark + 2]))
    if let scale = scale() {
      from = Literal.Bare(number: from.number * scale, digits: "")
      to = Literal.Bare(number: to.number * scale, digits: "")
    }
    let span = Span(start, previousEnd)
    guard let unit = try unit() else { return .range(from: from, to: to) }
    return .figure(try range(from.number, to.number, unit, at: span))
  }

  private func range(
    _ from: Double, _ to: Double, _ unit: Unit, at span: Span
  ) throws(Diagnostic) -> Quantity {
    guard let figure = Quantity(from: from, to: to, unit) else {
      throw Diagnostic(.badNumber, at: span, "the range ends before it begins")
    }
    return figure
  }

  /// What `thousand`, `million` or `billion` multiplies by; `nil` if none of them is here.
  private mutating func scale() -> Double? {
    Numeral.scales.first { takeWord($0.word) }?.factor
  }

  private mutating func decimal() throws(Diagnostic) -> Double {
    guard current.kind == .number else { throw unexpected("a number") }
    if let whole = wholeNumber() {
      advance()
      return whole
    }
    let digits = text(current).filter { $0 != "_" }
    guard digits.utf8.count <= 30, let number = Double(digits) else {
      throw Diagnostic(.badNumber, at: span, "a number of more than 30 digits")
    }
    advance()
    return number
  }

  /// The token at hand if it is nothing but a few digits, as most numbers are.
  private func wholeNumber() -> Double? {
    guard current.end - current.start <= 15 else { return nil }
    var whole = 0
    for index in current.start..<current.end {
      let byte = source.bytes[index]
      guard byte.isDigit else { return nil }
      whole = whole * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return Double(whole)
  }

  /// The unit after a number, or `nil`.
  private mutating func unit() throws(Diagnostic) -> Unit? {
    if take(.percent) { return Unit("%") }
    guard takesUnits, current.kind == .word else { return nil }
    let name = Name(text(current), at: span)
    guard !Keyword.reserved.contains(name.text) else { return nil }
    if Numeral.scales.contains(where: { $0.word == name.text }) {
      throw Diagnostic(
        .unknownUnit, at: name.span, "a scale after a scale", hint: "use one of them")
    }
    advance()
    if current.kind == .word, !Keyword.reserved.contains(text(current)) {
      throw .unknownUnit(name)
    }
    return Unit(name.text)
  }
}

extension Diagnostic {
  /// As in `when 2023-02-30`.
  package static func impossibleDate(_ text: String, at span: Span) -> Diagnostic {
    let isRange = text.contains("..")
    return Diagnostic(
      .impossibleDate, at: span, "`\(text)` is no \(isRange ? "range of dates" : "date")",
      hint: isRange ? "a range begins before it ends" : "dates: `2012`, `2012-10`, `2012-10-07`")
  }

  /// As in `= 84 milion USD`.
  static func unknownUnit(_ name: Name) -> Diagnostic {
    let known = Numeral.scales.map(\.word) + Unit.known
    return Diagnostic(
      .unknownUnit, at: name.span, "`\(name.text)` is neither a scale nor a unit here",
      hint: Spelling.closest(to: name.text, among: known).map { "did you mean `\($0)`?" }
        ?? "one word says the unit: `84 million USD`, `11 berths`")
  }
}
