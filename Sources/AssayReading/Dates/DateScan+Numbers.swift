import AssayModel

extension DateScan {
  /// The date that begins with digits at `index`: `2012-10-07`, `7 October 2012`, `07/10/2012`,
  /// `1980s`, `2012`, `20th century`.
  func numericDate(at index: Int) -> DateReading? {
    let end = numbers.runEnd(index)
    let length = end - index
    if length == 4 {
      return isoDate(from: index, end) ?? decadeOfYear(from: index, end)
        ?? bareYear(from: index, end)
    }
    guard length <= 2 else { return nil }
    return slashed(from: index, end) ?? dayAndMonth(from: index, end)
      ?? numberedCentury(from: index, end)
  }

  /// `2012-10-07`; `2012-10` has no date, as it may be two years.
  private func isoDate(from index: Int, _ end: Int) -> DateReading? {
    guard text.at(end) == UInt8(ascii: "-"), numbers.runEnd(end + 1) == end + 3 else { return nil }
    let month = numbers.whole(end + 1, end + 3)
    var reading = DateReading(start: index, end: end + 3, year: numbers.whole(index, end))
    if text.at(end + 3) == UInt8(ascii: "-"), numbers.runEnd(end + 4) == end + 6 {
      (reading.month, reading.day) = (month, numbers.whole(end + 4, end + 6))
      reading.end = end + 6
      // A time of day may follow.
      guard !text.at(reading.end).isLetter || text.at(reading.end) == UInt8(ascii: "T"),
        text.at(reading.end) != UInt8(ascii: "-"), reading.date(clock) != nil
      else { return nil }
      return reading
    }
    guard 1...12 ~= month, !text.isLetter(at: reading.end), text.at(end + 3) != UInt8(ascii: "-")
    else { return nil }
    return .fixed(index, reading.end, nil, isRelative: false)
  }

  /// `1980s`.
  private func decadeOfYear(from index: Int, _ end: Int) -> DateReading? {
    let year = numbers.whole(index, end)
    guard let match = words.decadesAfter.match(in: text, at: end), year % 10 == 0,
      !text.isLetter(at: match.edge)
    else { return nil }
    return .fixed(index, match.edge, PublicationClock.years(year, count: 10), isRelative: false)
  }

  /// A year that stands alone.
  private func bareYear(from index: Int, _ end: Int) -> DateReading? {
    let year = numbers.whole(index, end)
    guard 1000...2099 ~= year, !text.isLetter(at: end), !numbers.isLabelled(index),
      numbers.beginning(before: index) == index
    else { return nil }
    let next = text.at(end)
    let further = text.at(end + 1)
    if [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/")].contains(next),
      further.isDigit
    {
      return nil
    }
    if next == UInt8(ascii: "%") { return nil }
    let number = NumberReading(start: index, end: end, value: Double(year))
    if numbers.unit(at: number) != nil { return nil }
    if words.figures.scales.match(in: text, at: text.afterSpace(end)) != nil { return nil }
    let counts = numbers.countedNoun(at: end) != nil || isInName(index)
    return DateReading(
      start: index, end: end, year: year, needsBound: counts || year < 1500)
  }

  /// Whether a word in capitals stands directly before the year, as in the names of exercises and
  /// plans: `Vision 2030`.
  private func isInName(_ index: Int) -> Bool {
    let end = numbers.spaceBefore(index)
    var start = end
    while start > floor, text.bytes[start - 1].isLetter || text.bytes[start - 1] >= 0x80 {
      start -= 1
    }
    guard start < end, start > self.start, text.bytes[start] &- 0x41 < 26 else { return false }
    return words.figures.uncounted.match(in: text, at: start)?.edge != end
  }

  /// `07/10/2012`, `07.10.2012`.
  private func slashed(from index: Int, _ end: Int) -> DateReading? {
    let mark = text.at(end)
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-") else {
      return nil
    }
    let second = numbers.runEnd(end + 1)
    guard second > end + 1, second - end <= 3, text.at(second) == mark else { return nil }
    let last = numbers.runEnd(second + 1)
    guard last - second == 5, !text.isLetter(at: last),
      text.at(last) != mark || !text.at(last + 1).isDigit
    else { return nil }
    let (one, two) = (numbers.whole(index, end), numbers.whole(end + 1, second))
    let year = numbers.whole(second + 1, last)
    guard 1...31 ~= one, 1...31 ~= two, one <= 12 || two <= 12 else { return nil }
    let dayFirst =
      one > 12
      ? true
      : two > 12 ? false : one == two ? true : mark == UInt8(ascii: ".") ? true : words.isDayFirst
    guard let dayFirst else { return .fixed(index, last, nil, isRelative: false) }
    return DateReading(
      start: index, end: last, year: year, month: dayFirst ? two : one, day: dayFirst ? one : two)
  }

  /// `7 October 2012`, `7th of October`, `7–9 October`, `7 de octubre de 2012`.
  private func dayAndMonth(from index: Int, _ end: Int) -> DateReading? {
    var reading = DateReading(start: index, end: end, day: numbers.whole(index, end))
    var place = end
    let dash = text.dash(at: place)
    if dash > 0, numbers.runEnd(place + dash) > place + dash {
      let second = numbers.runEnd(place + dash)
      guard second - place - dash <= 2 else { return nil }
      reading.lastDay = numbers.whole(place + dash, second)
      place = second
    }
    if let suffix = words.dayOrdinals.match(in: text, at: place) { place = suffix.edge }
    let gap = numbers.afterGap(place)
    guard gap > place else { return nil }
    place = gap
    if let of = words.of.match(in: text, at: place) { place = text.afterSpace(of.edge) }
    guard let month = month(at: place), 1...31 ~= reading.day ?? 0 else { return nil }
    reading.month = month.value
    reading.end = month.end
    if let year = year(behind: month.end, allowsComma: true) {
      (reading.year, reading.end) = (year.value, year.end)
    } else {
      reading.isRelative = true
    }
    return reading
  }

  /// `October 7, 2012`, `Oct. 7`, `October 7–9`, `October 2012`, `October`.
  func monthDate(at index: Int) -> DateReading? {
    guard let month = month(at: index) else { return nil }
    var reading = DateReading(start: index, end: month.end, month: month.value)
    let place = numbers.afterGap(month.end)
    let end = numbers.runEnd(place)
    if place > month.end, 1...2 ~= end - place, !isMeasure(place, end) {
      var last = end
      let day = numbers.whole(place, end)
      if 1...31 ~= day {
        reading.day = day
        let dash = text.dash(at: last)
        let second = numbers.runEnd(last + max(dash, 1))
        if dash > 0, 1...2 ~= second - last - dash {
          reading.lastDay = numbers.whole(last + dash, second)
          last = second
        }
        if let suffix = words.dayOrdinals.match(in: text, at: last) { last = suffix.edge }
        reading.end = last
      }
    }
    if let year = year(behind: reading.end, allowsComma: true) {
      (reading.year, reading.end) = (year.value, year.end)
    } else {
      reading.isRelative = true
      reading.needsBound = reading.day == nil
    }
    return reading
  }

  /// Whether digits behind the name of a month are no day: `in May 10 ships`, `in May 12.5 %`.
  private func isMeasure(_ index: Int, _ end: Int) -> Bool {
    let next = text.at(end)
    if next == UInt8(ascii: "%") { return true }
    return [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":")].contains(next)
      && text.at(end + 1).isDigit
      || words.figures.scales.match(in: text, at: text.afterSpace(end)) != nil
      || numbers.countedNoun(at: end) != nil
  }

  /// The name of a month at `index`, with a capital where the language writes one.
  func month(at index: Int) -> (value: Int, end: Int)? {
    guard !words.hasCapitals || text.at(index) &- 0x41 < 26,
      let match = words.months.match(in: text, at: index)
    else { return nil }
    return (match.value, match.edge)
  }

  /// A year of four digits behind white space, a comma or `of`.
  func year(behind end: Int, allowsComma: Bool) -> (value: Int, end: Int)? {
    var place = end
    if allowsComma, text.at(place) == UInt8(ascii: ",") { place += 1 }
    place = numbers.afterGap(place)
    if let of = words.of.match(in: text, at: place) { place = text.afterSpace(of.edge) }
    let last = numbers.runEnd(place)
    guard place > end, last - place == 4, !text.isLetter(at: last) else { return nil }
    let next = text.at(last)
    if next == UInt8(ascii: ",") || next == UInt8(ascii: "."), text.at(last + 1).isDigit {
      return nil
    }
    let year = numbers.whole(place, last)
    return 1000...2999 ~= year ? (year, last) : nil
  }
}
