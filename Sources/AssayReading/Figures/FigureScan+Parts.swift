import AssayModel
import AssayText

extension FigureScan {
  /// Where a figure with its first digit at `index` begins: before its sign and its currency.
  func beginning(before index: Int) -> Int {
    var place = index
    if let sign = signBefore(place) { place = sign }
    var money = words.units.moneyBefore.match(in: text, before: place, from: floor)
    if money == nil, text.whiteSpace(before: place) > 0 {
      money = words.units.moneyBefore.match(in: text, before: spaceBefore(place), from: floor)
    }
    guard let money else { return place }
    return signBefore(money.edge) ?? money.edge
  }

  /// Where a minus that ends at `index` begins; `nil` if there is none, or it joins two words.
  private func signBefore(_ index: Int) -> Int? {
    let length =
      text.before(index) == UInt8(ascii: "-") ? 1 : text.has("\u{2212}", at: index - 3) ? 3 : 0
    guard length > 0, index - length >= floor else { return nil }
    let before = text.before(index - length)
    if before.isLetter || before.isDigit || before == UInt8(ascii: ")") { return nil }
    return index - length
  }

  /// Reads sign, currency, number, scale and unit from `index` on.
  func part(at index: Int) -> FigurePart? {
    var place = index
    var isNegative = false
    func takeSign() {
      let minus = text.minus(at: place)
      if minus > 0 {
        isNegative = true
        place += minus
      }
    }
    takeSign()
    let money = words.units.money.match(in: text, at: place)
    let moneyStart = place
    if let money {
      place = text.afterSpace(money.edge)
      takeSign()
    }
    let digits = numeral(at: place)
    guard var number = digits ?? wordNumber(at: place) else { return nil }
    let hasScale = number.scale != 1
    if !hasScale { readScale(&number, isMoney: money != nil) }
    if number.isBareYear, text.at(number.end) | 0x20 == UInt8(ascii: "s") { return nil }
    if isNegative {
      number.value = -number.value
      if money == nil { number.start = index }
    }
    var part = FigurePart(start: index, end: number.end, number: number)
    if let money {
      let unit = words.units.list[money.value]
      var reading = UnitReading(
        start: moneyStart, end: number.end, symbol: unit.symbol, known: unit.known, isMoney: true)
      readDivisors(&reading)
      if reading.known == nil {
        part.end = reading.end
      } else if let after = self.unit(at: number), after.isMoney {
        reading = after  // `US$ 84 million dollars`
        part.end = after.end
      } else {
        reading.start = moneyStart
        reading.end = money.edge
      }
      if reading.known == nil { part.end = max(part.end, reading.end) }
      part.unit = reading
    } else if let unit = unit(at: number) {
      part.unit = unit
      part.end = unit.end
    }
    // Letters that are no unit make a code of it: `21st`, `06F6`.
    let goesOn = text.isLetter(at: part.end) && part.end == number.end && number.isDigits
    return goesOn || isTimeOfDay(part) ? nil : part
  }

  /// Reads the mark or words of scale behind a number: `10M`, `84 million`, `5 mil millones de`.
  private func readScale(_ number: inout NumberReading, isMoney: Bool) {
    let units = words.units
    if number.isDigits {
      let marks = isMoney ? units.moneyMarks : units.scaleMarks
      let factors = isMoney ? units.moneyFactors : units.scaleFactors
      var match = marks.match(in: text, at: number.end)
      if match == nil, text.whiteSpace(at: number.end) > 0 {
        // `84 bn`, but not `84 m`.
        match = marks.match(in: text, at: text.afterSpace(number.end))
        if let found = match, found.edge - text.afterSpace(number.end) < 2 { match = nil }
      }
      if let match {
        number.scale = factors[match.value]
        number.end = match.edge
      }
    }
    while true {
      let place = afterGap(number.end)
      guard place > number.end, let match = words.scales.match(in: text, at: place) else { break }
      number.scale *= words.scaleList[match.value]
      number.end = match.edge
    }
    guard number.scale != 1 else { return }
    number.value *= number.scale
    number.isBareYear = false
    skipOf(&number)
  }

  /// Goes over the `of` in `dozens of`, if a word stands behind it.
  func skipOf(_ number: inout NumberReading) {
    let place = text.afterSpace(number.end)
    guard place > number.end, let match = words.of.match(in: text, at: place),
      text.isLetter(at: text.afterSpace(match.edge))
        || words.units.money.match(in: text, at: text.afterSpace(match.edge)) != nil
    else { return }
    number.unitPlace = match.edge
  }

  /// The place behind white space or one hyphen at `index`.
  func afterGap(_ index: Int) -> Int {
    let space = text.afterSpace(index)
    if space > index { return space }
    return text.at(index) == UInt8(ascii: "-") ? index + 1 : index
  }

  /// Whether digits and what seems a unit are a time of day: `2 pm`, `2.17pm`.
  private func isTimeOfDay(_ part: FigurePart) -> Bool {
    guard let unit = part.unit, words.units.clock.contains(unit.symbol), part.number.isDigits else {
      return false
    }
    let hour = part.number.value
    guard hour >= 0, hour < 13 else { return false }
    let digits = text.bytes[part.number.start..<part.number.end]
    guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else { return true }
    return part.number.end - point == 3 && (hour - hour.rounded(.down)) < 0.595
  }
}
