import AssayModel

extension FigureScan {
  /// The number in digits at `index`: `1,000.5`, `10 000`, `2 1/2`, `2½`, `4e14`, `2.48×10−5`.
  func numeral(at index: Int) -> NumberReading? {
    if let fraction = text.vulgarFraction(at: index) {
      return NumberReading(start: index, end: index + fraction.length, value: fraction.value)
    }
    guard text.at(index).isDigit, var digits = digits(at: index) else { return nil }
    readPower(&digits)
    guard let value = digits.value else { return nil }
    var number = NumberReading(start: index, end: digits.end, value: value)
    number.isBareYear = digits.isPlain && digits.end - index == 4 && 1000...2100 ~= value
    if digits.isPlain, !readFraction(&number) { return nil }
    return number
  }

  /// Digits and what parts them; `nil` for a version, a date or a time: `1.2.3`, `10:30`.
  private func digits(at index: Int) -> DigitReading? {
    var reading = DigitReading(text: text, start: index)
    reading.end = runEnd(index)
    let firstLength = reading.end - index
    var separator: Int?  // the length and kind of the mark that groups
    while reading.decimalPoint == nil {
      let length = text.whiteSpace(at: reading.end)
      let mark = text.at(reading.end)
      let width = length > 0 ? length : text.has("’", at: reading.end) ? 3 : 1
      let runStart = reading.end + width
      let runEnd = runEnd(runStart)
      let count = runEnd - runStart
      guard count > 0 else { break }
      let isNext = text.at(runEnd) == mark && text.at(runEnd + 1).isDigit
      let fits = count == 3 && firstLength <= 3 && !text.isLetter(at: runEnd)
      let isSpace = length > 0 || mark == UInt8(ascii: "'") || width == 3
      if isSpace {
        let other = text.at(runEnd) == words.groupMark && text.at(runEnd + 1).isDigit
        guard fits, !other, mark != 0x0A, separator == nil || separator == Int(mark) else { break }
        separator = Int(mark)
      } else if mark == words.groupMark || mark == words.decimalMark {
        let isPoint = mark == UInt8(ascii: ".")
        var isGroup = mark == words.groupMark && fits
        // A mark that comes twice groups; the other mark groups when only zeros follow it.
        if mark == words.decimalMark, fits, separator == nil {
          isGroup = isNext || !isPoint && isZeros(runStart, runEnd)
        }
        if let separator, separator != Int(mark), mark == words.groupMark { return nil }
        if separator == Int(mark), !fits { return isPoint ? nil : reading }
        if isGroup || separator == Int(mark) {
          separator = Int(mark)
        } else if mark == words.decimalMark {
          if isNext { return nil }
          reading.decimalPoint = reading.end
        } else if mark == words.groupMark, isPoint || count < 3, !isNext {
          if !isPoint { break }
          reading.decimalPoint = reading.end  // `1.5` where points group
        } else {
          if isPoint { return nil }
          break
        }
      } else {
        break
      }
      reading.end = runEnd
    }
    reading.isPlain = reading.decimalPoint == nil
    reading.digitsEnd = reading.end
    let next = text.at(reading.end)
    if next == UInt8(ascii: ":") && text.at(reading.end + 1).isDigit { return nil }
    return reading
  }

  private func isZeros(_ start: Int, _ end: Int) -> Bool {
    text.bytes[start..<end].allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// The end of the digits at `index`.
  func runEnd(_ index: Int) -> Int {
    var index = index
    while index < text.end, text.bytes[index].isDigit { index += 1 }
    return index
  }

  /// Reads `e-3`, `×10−5`, `x 10^5` behind digits.
  private func readPower(_ reading: inout DigitReading) {
    var place = reading.end
    let mark = text.at(place)
    if mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      place += 1
    } else {
      place = text.afterSpace(place)
      if text.has("×", at: place) || text.has("·", at: place) {
        place += 2
      } else if text.at(place) == UInt8(ascii: "x") || text.at(place) == UInt8(ascii: "*") {
        place += 1
      } else {
        return
      }
      place = text.afterSpace(place)
      guard text.has("10", at: place) else { return }
      place += 2
      if text.at(place) == UInt8(ascii: "^") {
        place += 1
      } else if text.minus(at: place) == 0, text.superscript(at: place) == nil {
        return
      }
    }
    var exponent = 0
    var isNegative = false
    let minus = text.minus(at: place)
    if minus > 0 {
      isNegative = true
      place += minus
    } else if text.at(place) == UInt8(ascii: "+") {
      place += 1
    }
    let first = place
    while place < text.end, place - first < 12 {
      if text.bytes[place].isDigit {
        exponent = exponent * 10 + Int(text.bytes[place] - UInt8(ascii: "0"))
        place += 1
      } else if let raised = text.superscript(at: place) {
        if let digit = raised.digit { exponent = exponent * 10 + digit } else { isNegative = true }
        place += raised.length
      } else {
        break
      }
      exponent = min(exponent, 9999)
    }
    guard place > first, !text.isLetter(at: place) || mark != UInt8(ascii: "e") else { return }
    reading.exponent = isNegative ? -exponent : exponent
    reading.end = place
    reading.isPlain = false
  }

  /// Reads what follows whole digits: `1/2` of them, ` 1/2` or `½` more; false for `24/7`, `7/8/12`.
  private func readFraction(_ number: inout NumberReading) -> Bool {
    if text.at(number.end) == UInt8(ascii: "/"), text.at(number.end + 1).isDigit {
      guard let fraction = fraction(at: number.start) else { return false }
      (number.value, number.end, number.isBareYear) = (fraction.value, fraction.end, false)
      return true
    }
    var place = number.end
    if let vulgar = text.vulgarFraction(at: place) {
      number.value += vulgar.value
      number.end = place + vulgar.length
      number.isBareYear = false
      return true
    }
    place = afterGap(place)
    if place > number.end, let vulgar = text.vulgarFraction(at: place) {
      number.value += vulgar.value
      number.end = place + vulgar.length
    } else if place > number.end, text.at(place).isDigit, let fraction = fraction(at: place) {
      number.value += fraction.value
      number.end = fraction.end
    }
    return true
  }

  /// A fraction in digits whose denominator is one that people use.
  private func fraction(at index: Int) -> (value: Double, end: Int)? {
    let slash = runEnd(index)
    guard slash - index <= 4, text.at(slash) == UInt8(ascii: "/") else { return nil }
    let end = runEnd(slash + 1)
    guard end > slash + 1, end - slash <= 5, text.at(end) != UInt8(ascii: "/") else { return nil }
    let above = whole(index, slash)
    let below = whole(slash + 1, end)
    let isUsual =
      below <= 10 || [12, 15, 16, 20, 25, 30, 32, 40, 50, 60, 64, 100, 128, 1000].contains(below)
    guard above > 0, above < below, isUsual else { return nil }
    return (Double(above) / Double(below), end)
  }

  func whole(_ start: Int, _ end: Int) -> Int {
    text.bytes[start..<min(end, start + 9)].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
