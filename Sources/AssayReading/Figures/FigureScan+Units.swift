import AssayModel

extension FigureScan {
  /// The unit behind a number: `km`, `km/h`, `square miles`, `dollars per kg`, `J/m^2 per year`.
  func unit(at number: NumberReading) -> UnitReading? {
    let place = afterGap(number.unitPlace ?? number.end)
    guard var unit = simpleUnit(at: place, isAttached: place == number.end, number.isDigits) else {
      return nil
    }
    if unit.symbol == "%" || isAmbiguous(unit, isAttached: place == number.end) {
      return unit.symbol == "%" ? unit : nil
    }
    readDivisors(&unit)
    return unit
  }

  /// Reads what the unit is divided by: `/h`, `per kg`, `a day`.
  func readDivisors(_ unit: inout UnitReading) {
    for _ in 0..<3 {
      let isSlash = text.at(unit.end) == UInt8(ascii: "/")
      let gap = isSlash ? unit.end : text.afterSpace(unit.end)
      guard isSlash || gap > unit.end, let per = words.units.per.match(in: text, at: gap) else {
        return
      }
      let place = isSlash ? per.edge : text.afterSpace(per.edge)
      guard isSlash || place > per.edge,
        let below = simpleUnit(at: place, isAttached: isSlash, per.edge - gap <= 3)
      else { return }
      if !isSlash, below.isMoney { return }
      unit.symbol += "/" + below.singular
      unit.known = nil
      unit.end = below.end
    }
  }

  /// One unit with its power.
  private func simpleUnit(
    at index: Int, isAttached: Bool, _ allowsSymbols: Bool
  ) -> UnitReading? {
    let units = words.units
    var place = index
    var power: Int?
    if let square = units.squares.match(in: text, at: place) {
      power = square.value
      place = text.afterSpace(square.edge)
      guard place > square.edge else { return nil }
    }
    var match = units.words.match(in: text, at: place)
    var isSymbol = false
    if allowsSymbols, let symbol = units.symbols.match(in: text, at: place),
      symbol.edge > match?.edge ?? 0
    {
      match = symbol
      isSymbol = true
    }
    guard let match else { return nil }
    let named = units.list[match.value]
    if isSymbol, !isAttached, units.lone.contains(named.symbol), named.symbol.utf8.count == 1 {
      return nil
    }
    var end = match.edge
    if isSymbol || named.isLength, power == nil {
      readPower(&power, &end, named, isSymbol: isSymbol)
    }
    if isSymbol, text.at(end).isDigit { return nil }
    guard let power, power != 1 else {
      return UnitReading(
        start: index, end: end, symbol: named.symbol, known: named.known, isMoney: named.isMoney)
    }
    let symbol = named.symbol + String(power)
    let known = Unit(symbol)
    if case .count = known.dimension {
      return UnitReading(start: index, end: end, symbol: symbol, known: nil)
    }
    return UnitReading(start: index, end: end, symbol: symbol, known: known)
  }

  /// Reads `^2`, `²`, `2`, `-1` or `squared` behind a unit.
  private func readPower(_ power: inout Int?, _ end: inout Int, _ unit: NamedUnit, isSymbol: Bool) {
    if isSymbol {
      let hasCaret = text.at(end) == UInt8(ascii: "^")
      var place = hasCaret ? end + 1 : end
      let minus = text.minus(at: place)
      place += minus
      if minus == 0, !hasCaret, let raised = text.superscript(at: place) {
        if let digit = raised.digit {
          (power, end) = (digit, place + raised.length)
        } else if let digit = text.superscript(at: place + raised.length)?.digit {
          (power, end) = (-digit, place + raised.length + 2)
          if text.at(place + raised.length) != 0xC2 { end += 1 }
        }
        return
      }
      let allowsDigit = hasCaret || unit.isLength || minus > 0
      if allowsDigit, text.at(place).isDigit, !text.at(place + 1).isDigit,
        !text.isLetter(at: place + 1)
      {
        let digit = Int(text.at(place) - UInt8(ascii: "0"))
        (power, end) = (minus > 0 ? -digit : digit, place + 1)
        return
      }
    }
    let place = text.afterSpace(end)
    if place > end, unit.isLength, let square = words.units.squares.match(in: text, at: place) {
      (power, end) = (square.value, square.edge)
    }
  }

  /// Whether the symbol is a word as well and nothing here says that it is a unit.
  private func isAmbiguous(_ unit: UnitReading, isAttached: Bool) -> Bool {
    guard !isAttached, unit.end - unit.start <= 3,
      words.units.weak.contains(text.string(unit.start..<unit.end))
    else { return false }
    let place = text.afterSpace(unit.end)
    return place < text.end && text.closer(at: place) == 0
      && ![",", ".", ";", ":", "(", "!", "?"].contains(Unicode.Scalar(text.at(place)))
      && words.sizes.match(in: text, at: place) == nil
  }

  /// The noun that a number counts: the first plural of the next four words.
  ///
  /// - Parameter isOne: whether the number is 1, so that the noun directly behind it will do.
  func countedNoun(at index: Int, isOne: Bool = false) -> UnitReading? {
    var place = index
    for _ in 0..<4 {
      let wordStart = afterGap(place)
      guard wordStart > place, text.isLetter(at: wordStart) else { return nil }
      let end = text.wordEnd(wordStart)
      if let match = words.uncounted.match(in: text, at: wordStart), match.edge == end {
        return nil
      }
      let isOpen = words.beforeNouns.match(in: text, at: wordStart)?.edge == end
      if !isOpen, isOne || isPlural(wordStart, end), text.at(end) != UInt8(ascii: "-"),
        !isCapitalised(wordStart)
      {
        let noun = text.string(wordStart..<end).lowercased()
        return UnitReading(start: wordStart, end: end, symbol: noun, known: Unit(noun))
      }
      place = end
    }
    return nil
  }

  /// Whether the word begins with a capital and goes on in small letters, as names do.
  private func isCapitalised(_ start: Int) -> Bool {
    text.at(start) &- 0x41 < 26 && !(text.at(start + 1) &- 0x41 < 26)
  }

  private func isPlural(_ start: Int, _ end: Int) -> Bool {
    if let match = words.counted.match(in: text, at: start), match.edge == end { return true }
    guard end - start > 2, text.bytes[end - 1] | 0x20 == UInt8(ascii: "s") else { return false }
    let before = text.bytes[end - 2] | 0x20
    return before != UInt8(ascii: "s") && before != UInt8(ascii: "u")
      && !(before == UInt8(ascii: "i") && end - start < 6)
  }
}
