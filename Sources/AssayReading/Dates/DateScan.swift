import AssayModel
import AssayText

/// One pass over a stretch of text in search of dates.
struct DateScan {
  let text: ByteReading
  let words: DateWords
  /// Where the stretch begins.
  let start: Int
  let clock: PublicationClock
  /// Reads the numbers.
  let numbers: FigureScan
  /// The end of the last date.
  var floor: Int
  var dates: [FoundDate] = []

  init(text: ByteReading, words: DateWords, start: Int, clock: PublicationClock) {
    (self.text, self.words, self.start, self.clock) = (text, words, start, clock)
    numbers = FigureScan(text: text, words: words.figures, start: start, apart: [])
    floor = start
  }

  mutating func run() {
    var index = start
    while index < text.end {
      let byte = text.bytes[index]
      if byte.isDigit {
        index = max(index + 1, afterDigits(at: index))
      } else if byte.isLetter || byte >= 0xC3 {
        let pair = Int(byte) << 8 | Int(text.at(index + 1))
        var next = index + 1
        if words.beginnings[pair], let match = words.openings.match(in: text, at: index) {
          next = afterOpening(words.openingList[match.value], from: index, to: match.edge) ?? next
        }
        if next == index + 1, words.figures.beginnings[pair] {
          next = afterNumber(at: index) ?? next
        }
        index = next
        while index < text.end, text.bytes[index].isLetter || text.bytes[index] >= 0xC3 {
          index += text.bytes[index] >= 0xC3 ? 2 : 1
        }
      } else {
        index += 1
      }
    }
  }

  private mutating func afterDigits(at index: Int) -> Int {
    let isBound = text.before(index) == UInt8(ascii: "-") && bound(before: index) != nil
    if !isBound, numbers.isWithinCode(index) { return numbers.afterCode(index) }
    if let reading = numericDate(at: index) { return take(reading) ?? reading.end }
    let end = numbers.runEnd(index)
    if end - index <= 3, let next = afterNumber(at: index) { return next }
    let isPart =
      [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-")]
      .contains(text.at(end)) && text.at(end + 1).isDigit
    return isPart || text.isLetter(at: end) ? numbers.afterCode(index) : end
  }

  /// Takes what begins with a word; `nil` if it is no date.
  private mutating func afterOpening(
    _ opening: DateWords.Opening, from index: Int, to edge: Int
  ) -> Int? {
    switch opening {
    case .month:
      return monthDate(at: index).flatMap { take($0) }
    case .weekday(let weekday):
      return take(weekdayDate(weekday, from: index, to: edge))
    case .season(let season):
      guard let year = year(behind: edge, allowsComma: true) else { return nil }
      let words =
        String(repeating: "0", count: 4 - String(year.value).utf8.count) + String(year.value)
      return take(.fixed(index, year.end, PartialDate("\(words)-\(season)"), isRelative: false))
    case .day(let steps):
      return take(.fixed(index, edge, clock.period(.day, steps), isRelative: true))
    case .vague:
      return take(.fixed(index, edge, nil, isRelative: true))
    case .period(let step):
      return period(step, from: index, to: edge).flatMap { take($0) }
    case .ago(let step):
      guard let count = count(at: text.afterSpace(edge)) else { return nil }
      return take(
        .fixed(index, count.end, clock.period(count.unit, step * count.number), isRelative: true))
    case .decade:
      return decade(from: index, to: edge).flatMap { take($0) }
    case .century:
      return century(from: index, to: edge).flatMap { take($0) }
    case .centuryOrdinal(let ordinal):
      guard let match = words.centuriesAfter.match(in: text, at: numbers.afterGap(edge)) else {
        return nil
      }
      return take(
        .fixed(
          index, match.edge, PublicationClock.years((ordinal - 1) * 100, count: 100),
          isRelative: false))
    case .unit:
      return unitPeriod(from: index, to: edge).flatMap { take($0) }
    }
  }

  /// Takes `two years ago` from its number on.
  private mutating func afterNumber(at index: Int) -> Int? {
    guard let count = count(at: index) else { return nil }
    let gap = text.afterSpace(count.end)
    guard gap > count.end, let ago = words.ago.match(in: text, at: gap) else { return nil }
    let before = numbers.spaceBefore(index)
    if let few = words.figures.fewBefore.match(in: text, before: before, from: floor) {
      return take(.fixed(few.edge, ago.edge, nil, isRelative: true))
    }
    let one = words.figures.oneBefore.match(in: text, before: before, from: floor)
    return take(
      .fixed(
        one?.edge ?? index, ago.edge, clock.period(count.unit, ago.value * count.number),
        isRelative: true))
  }

  /// A whole number and a unit of the calendar.
  func count(at index: Int) -> (number: Int, unit: CalendarUnit, end: Int)? {
    guard let number = numbers.numeral(at: index) ?? numbers.wordNumber(at: index),
      number.value >= 1, number.value <= 1000, number.value == number.value.rounded()
    else { return nil }
    let gap = numbers.afterGap(number.end)
    guard gap > number.end, let unit = words.calendar.match(in: text, at: gap) else { return nil }
    return (Int(number.value), words.calendarList[unit.value], unit.edge)
  }

  /// Takes a date with what bounds it; gives where to go on, `nil` if it is none.
  mutating func take(_ reading: DateReading) -> Int? {
    var reading = reading
    var date = reading.date(clock)
    let range = range(from: reading)
    if let range {
      reading = range.reading
      date = range.date
    } else if reading.needsBound, bound(before: reading.start).map({ $0.bound == .same }) ?? true {
      return nil
    }
    for _ in 0..<2 {
      guard let match = bound(before: reading.start) else { break }
      if range != nil, [.between, .from, .since].contains(match.bound) {
        reading.start = match.start
        break
      }
      guard let bounded = Self.bounded(date, match.bound) else { break }
      reading.start = match.start
      date = bounded.date
    }
    dates.append(
      FoundDate(
        span: Span(reading.start, reading.end), date: date, isRelative: reading.isRelative))
    floor = reading.end
    return reading.end
  }
}
