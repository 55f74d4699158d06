extension PartialDate: CustomStringConvertible {
  package var description: String { words ?? Self.words(first: first, last: last) }

  /// The shortest plain EDTF that means these days.
  package static func words(first: Int64, last: Int64) -> String {
    let from = first == CalendarDay.beginning ? nil : CalendarDay.civil(first)
    let to = last == CalendarDay.end ? nil : CalendarDay.civil(last)
    guard let from else { return ".." + (to.map { shortest(endingAt: $0) } ?? "") }
    guard let to else { return shortest(beginningAt: from) + ".." }
    if first == last { return full(from) }
    if from.year == to.year {
      if (from.month, from.day, to.month, to.day) == (1, 1, 12, 31) { return padded(from.year, 4) }
      if from.month == to.month, from.day == 1, isLast(to) { return month(from) }
    }
    return shortest(beginningAt: from, partner: to) + ".." + shortest(endingAt: to, partner: from)
  }

  private typealias Civil = (year: Int, month: Int, day: Int)

  /// The year, month or day that begins here: `2012` for 1 January when the partner, if there is
  /// one, ends a year as well.
  private static func shortest(beginningAt day: Civil, partner: Civil? = nil) -> String {
    let year = day.month == 1 && day.day == 1
    if year, partner.map({ $0.month == 12 && $0.day == 31 }) ?? true { return padded(day.year, 4) }
    if day.day == 1, partner.map(isLast) ?? true { return month(day) }
    return full(day)
  }

  private static func shortest(endingAt day: Civil, partner: Civil? = nil) -> String {
    let year = day.month == 12 && day.day == 31
    if year, partner.map({ $0.month == 1 && $0.day == 1 }) ?? true { return padded(day.year, 4) }
    if isLast(day), partner.map({ $0.day == 1 }) ?? true { return month(day) }
    return full(day)
  }

  private static func isLast(_ day: Civil) -> Bool {
    day.day == CalendarDay.count(inMonth: day.month, of: day.year)
  }

  private static func month(_ day: Civil) -> String {
    padded(day.year, 4) + "-" + padded(day.month, 2)
  }

  private static func full(_ day: Civil) -> String { month(day) + "-" + padded(day.day, 2) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
