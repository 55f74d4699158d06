import AssayModel

extension DateScan {
  /// A weekday, alone or before the date that it falls on.
  func weekdayDate(_ weekday: Int, from index: Int, to edge: Int) -> DateReading {
    let plain = DateReading.fixed(
      index, edge, clock.weekday(weekday, step: nil), isRelative: true)
    var place = edge
    if text.at(place) == UInt8(ascii: ",") { place += 1 }
    place = text.afterSpace(place)
    if place > edge {
      if let of = words.of.match(in: text, at: place) { place = text.afterSpace(of.edge) }
      let dated = text.at(place).isDigit ? numericDate(at: place) : monthDate(at: place)
      if var dated, dated.day != nil {
        dated.start = index
        return dated
      }
      if let after = words.periodsAfter.match(in: text, at: text.afterSpace(edge)) {
        return .fixed(
          index, after.edge, clock.weekday(weekday, step: after.value), isRelative: true)
      }
    }
    guard words.hasCapitals, !(text.at(index) &- 0x41 < 26) else { return plain }
    return DateReading(start: index, end: edge, needsBound: true)
  }

  /// `last week`, `this Saturday`, `next year`, `the last two years`, `last October`.
  func period(_ step: Int, from index: Int, to edge: Int) -> DateReading? {
    let place = text.afterSpace(edge)
    guard place > edge else { return nil }
    if let unit = words.calendar.match(in: text, at: place) {
      let kind = words.calendarList[unit.value]
      if kind == .day, !words.isSeveral(unit.value) { return nil }
      // `the last years` do not say how many.
      let date = words.isSeveral(unit.value) ? nil : clock.period(kind, step)
      return .fixed(index, unit.edge, date, isRelative: true)
    }
    if let match = words.weekdays.match(in: text, at: place) {
      return .fixed(index, match.edge, clock.weekday(match.value, step: step), isRelative: true)
    }
    if let month = month(at: place), year(behind: month.end, allowsComma: true) == nil,
      !text.at(text.afterSpace(month.end)).isDigit
    {
      let date = step == -1 ? clock.latest(month: month.value, day: nil) : nil
      return .fixed(index, month.end, date, isRelative: true)
    }
    guard step != 0, words.spans.match(in: text, at: index)?.edge == edge,
      let count = count(at: place)
    else { return nil }
    return .fixed(index, count.end, clock.span(count.unit, step * count.number), isRelative: true)
  }

  /// `el año pasado`, `la semana que viene`; `a year ago`.
  func unitPeriod(from index: Int, to edge: Int) -> DateReading? {
    let place = text.afterSpace(edge)
    guard place > edge, let unit = words.calendar.match(in: text, at: index) else { return nil }
    let kind = words.calendarList[unit.value]
    if let after = words.periodsAfter.match(in: text, at: place) {
      return .fixed(index, after.edge, clock.period(kind, after.value), isRelative: true)
    }
    let before = numbers.spaceBefore(index)
    guard let ago = words.ago.match(in: text, at: place),
      let one = words.figures.oneBefore.match(in: text, before: before, from: floor)
    else { return nil }
    return .fixed(one.edge, ago.edge, clock.period(kind, ago.value), isRelative: true)
  }

  /// `la década de 1980`, `los años 80`, `los años ochenta`.
  func decade(from index: Int, to edge: Int) -> DateReading? {
    let place = text.afterSpace(edge)
    guard place > edge else { return nil }
    var end = numbers.runEnd(place)
    var year = 0
    if end - place == 4 || end - place == 2 {
      year = numbers.whole(place, end)
    } else if end == place, let number = numbers.wordNumber(at: place), 10...90 ~= number.value {
      (year, end) = (Int(number.value), number.end)
    }
    guard year >= 10, year % 10 == 0, !text.isLetter(at: end) else { return nil }
    if year < 100 { year += 1900 }
    return .fixed(index, end, PublicationClock.years(year, count: 10), isRelative: false)
  }

  /// `siglo XX`, `siglo 20`.
  func century(from index: Int, to edge: Int) -> DateReading? {
    let place = text.afterSpace(edge)
    guard place > edge else { return nil }
    var end = numbers.runEnd(place)
    var century = 1...2 ~= end - place ? numbers.whole(place, end) : 0
    if end == place {
      end = text.wordEnd(place)
      century = roman(place, end)
    }
    guard 1...99 ~= century else { return nil }
    return .fixed(
      index, end, PublicationClock.years((century - 1) * 100, count: 100), isRelative: false)
  }

  /// `20th century`.
  func numberedCentury(from index: Int, _ end: Int) -> DateReading? {
    guard let suffix = words.dayOrdinals.match(in: text, at: end) else { return nil }
    let place = numbers.afterGap(suffix.edge)
    guard place > suffix.edge, let match = words.centuriesAfter.match(in: text, at: place) else {
      return nil
    }
    let century = numbers.whole(index, end)
    guard 1...99 ~= century else { return nil }
    return .fixed(
      index, match.edge, PublicationClock.years((century - 1) * 100, count: 100), isRelative: false)
  }

  /// A number in Roman capitals up to 39; 0 for none.
  private func roman(_ start: Int, _ end: Int) -> Int {
    guard end - start <= 7 else { return 0 }
    var total = 0
    var highest = 0
    for byte in text.bytes[start..<end].reversed() {
      let value =
        byte == UInt8(ascii: "X")
        ? 10 : byte == UInt8(ascii: "V") ? 5 : byte == UInt8(ascii: "I") ? 1 : 0
      guard value > 0 else { return 0 }
      total += value < highest ? -value : value
      highest = max(highest, value)
    }
    return total
  }
}
