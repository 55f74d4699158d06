import AssayModel

/// A date at one place of a text.
struct DateReading {
  var start: Int
  var end: Int
  var year: Int?
  var month: Int?
  var day: Int?
  /// The last day of `7–9 October`.
  var lastDay: Int?
  /// What the words say where year, month and day do not: a decade, a week, a weekday.
  var fixed: PartialDate?
  var isFixed = false
  var isRelative = false
  /// Whether words before it have to make a date of it: of a year that counts, of `May`.
  var needsBound = false

  /// A reading that year, month and day do not tell.
  static func fixed(
    _ start: Int, _ end: Int, _ date: PartialDate?, isRelative: Bool
  ) -> DateReading {
    DateReading(start: start, end: end, fixed: date, isFixed: true, isRelative: isRelative)
  }

  /// The days; `nil` for 30 February and where publication is needed and not known.
  func date(_ clock: PublicationClock) -> PartialDate? {
    if isFixed { return fixed }
    guard let year else {
      guard let month, let latest = clock.latest(month: month, day: lastDay ?? day) else {
        return nil
      }
      guard let day, let lastDay, day < lastDay else { return latest }
      return PartialDate(first: latest.first - Int64(lastDay - day), last: latest.last)
    }
    guard 0...9999 ~= year else { return nil }
    guard let month else { return PublicationClock.years(year, count: 1) }
    let length = CalendarDay.count(inMonth: month, of: year)
    let (first, last) = (day ?? 1, lastDay ?? day ?? length)
    guard 1...12 ~= month, 1...length ~= first, first...length ~= last else { return nil }
    return PartialDate(
      first: CalendarDay.number(year: year, month: month, day: first),
      last: CalendarDay.number(year: year, month: month, day: last))
  }
}
