import AssayModel

/// Units of the calendar by which relative dates count.
enum CalendarUnit: String, Sendable {
  case day, week, month, year, decade, century
}

/// Dates that count from the day, month or year of a publication.
struct PublicationClock {
  /// The day of publication; `nil` when it is not known to the day.
  let day: Int64?
  /// Months since the year 0; `nil` when the month is not known.
  let month: Int?
  let year: Int?

  init(_ published: PartialDate?) {
    guard let published, published.first > CalendarDay.beginning, published.last < CalendarDay.end
    else {
      (day, month, year) = (nil, nil, nil)
      return
    }
    let first = CalendarDay.civil(published.first)
    let last = CalendarDay.civil(published.last)
    let isInYears = first.year == last.year && 0...9999 ~= first.year
    year = isInYears ? first.year : nil
    month = isInYears && first.month == last.month ? first.year * 12 + first.month - 1 : nil
    day = isInYears && published.first == published.last ? published.first : nil
  }

  /// The day, week (Monday to Sunday), month, … that lies `steps` of them from publication.
  func period(_ unit: CalendarUnit, _ steps: Int) -> PartialDate? {
    switch unit {
    case .day: return day.map { PartialDate(first: $0 + Int64(steps), last: $0 + Int64(steps)) }
    case .week:
      return day.map { day in
        let monday = day - Self.weekday(day) + 1 + Int64(steps) * 7
        return PartialDate(first: monday, last: monday + 6)
      }
    case .month: return month.flatMap { Self.month($0 + steps) }
    case .year: return year.flatMap { Self.years($0 + steps, count: 1) }
    case .decade: return year.flatMap { Self.years($0 / 10 * 10 + steps * 10, count: 10) }
    case .century: return year.flatMap { Self.years($0 / 100 * 100 + steps * 100, count: 100) }
    }
  }

  /// The days up to publication, or from it on, that so many units take: `the last two years`.
  func span(_ unit: CalendarUnit, _ count: Int) -> PartialDate? {
    guard let day else { return nil }
    let other: Int64
    switch unit {
    case .day: other = day + Int64(count)
    case .week: other = day + Int64(count) * 7
    case .month, .year, .decade, .century:
      let months = [.month: 1, .year: 12, .decade: 120, .century: 1200][unit] ?? 1
      let civil = CalendarDay.civil(day)
      let moved = civil.year * 12 + civil.month - 1 + count * months
      guard 0..<120_000 ~= moved else { return nil }
      let (year, month) = (moved / 12, moved % 12 + 1)
      let length = CalendarDay.count(inMonth: month, of: year)
      other = CalendarDay.number(year: year, month: month, day: min(civil.day, length))
    }
    return PartialDate(first: min(day, other), last: max(day, other))
  }

  /// The last such weekday (1 is Monday) on or before publication; with `step` -1 the last before
  /// it, with 0 the first on or after it, with 1 the first after it.
  func weekday(_ weekday: Int, step: Int?) -> PartialDate? {
    day.map { day in
      let distance = (Self.weekday(day) - Int64(weekday) + 7) % 7
      var found = day - distance
      switch step {
      case 1: found += 7
      case 0 where distance > 0: found += 7
      case -1 where distance == 0: found -= 7
      default: break
      }
      return PartialDate(first: found, last: found)
    }
  }

  /// The last such month, or day of a month, on or before publication.
  func latest(month: Int, day wanted: Int?) -> PartialDate? {
    guard let year, day != nil || self.month != nil else { return nil }
    for candidate in [year, year - 1] where candidate >= 0 {
      let length = CalendarDay.count(inMonth: month, of: candidate)
      guard wanted ?? 1 <= length else { continue }
      let first = CalendarDay.number(year: candidate, month: month, day: wanted ?? 1)
      let last = CalendarDay.number(year: candidate, month: month, day: wanted ?? length)
      if let day {
        if first <= day { return PartialDate(first: first, last: last) }
      } else if let known = self.month {
        let place = candidate * 12 + month - 1
        if place == known, wanted != nil { return nil }  // before or after it?
        if place <= known { return PartialDate(first: first, last: last) }
      }
    }
    return nil
  }

  /// 1 is Monday.
  private static func weekday(_ day: Int64) -> Int64 { ((day + 3) % 7 + 7) % 7 + 1 }

  /// - Parameter place: months since the year 0.
  private static func month(_ place: Int) -> PartialDate? {
    guard 0..<120_000 ~= place else { return nil }
    let (year, month) = (place / 12, place % 12 + 1)
    return PartialDate(
      first: CalendarDay.number(year: year, month: month, day: 1),
      last: CalendarDay.number(
        year: year, month: month, day: CalendarDay.count(inMonth: month, of: year)))
  }

  /// Years; a decade and a century have words of their own.
  static func years(_ first: Int, count: Int) -> PartialDate? {
    guard first >= 0, first + count <= 10_000 else { return nil }
    let digits = String(first)
    let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    switch count {
    case 10 where first % 10 == 0: return PartialDate(padded.dropLast() + "X")
    case 100 where first % 100 == 0: return PartialDate(padded.dropLast(2) + "XX")
    default:
      return PartialDate(
        first: CalendarDay.number(year: first, month: 1, day: 1),
        last: CalendarDay.number(year: first + count - 1, month: 12, day: 31))
    }
  }
}
