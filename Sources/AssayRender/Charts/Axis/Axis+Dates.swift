import AssayModel

extension Axis {
  private typealias Period = (months: Int, days: Int)

  /// An axis of days, wide enough for `extents` and with room for arrows at open ends; at most
  /// `ticks` ticks at the beginnings of years, months or days.
  static func dates(_ extents: [Extent], ticks: Int) -> Axis {
    let ends = extents.flatMap(\.finite)
    var low = ends.min() ?? 0
    var high = ends.max() ?? 0
    let missing = 10 - (high - low)
    if missing > 0 {
      low -= (missing / 2).rounded()
      high += (missing / 2).rounded()
    }
    let arrow = (high - low) * 0.06
    if extents.contains(where: { $0.low == -.infinity }) { low -= arrow }
    if extents.contains(where: { $0.high == .infinity }) { high += arrow }
    return Axis(low: low, high: high, ticks: marks(from: low, to: high, atMost: max(ticks, 1)))
  }

  /// Steps that a calendar has names for, then 1, 2 and 5 times powers of ten years.
  private static let periods: [Period] =
    [(0, 1), (0, 2), (0, 7), (0, 14), (1, 0), (2, 0), (3, 0), (6, 0)]
    + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map { ($0 * 12, 0) }

  private static func marks(from low: Double, to high: Double, atMost count: Int) -> [Tick] {
    for period in periods {
      let length = period.months == 0 ? Double(period.days) : Double(period.months) * 30.436_875
      guard (high - low) / length <= Double(count) else { continue }
      return period.months == 0
        ? days(from: low, to: high, every: period.days)
        : months(from: low, to: high, every: period.months)
    }
    return []
  }

  private static func days(from low: Double, to high: Double, every step: Int) -> [Tick] {
    let first = Int64((low / Double(step)).rounded(.up)) * Int64(step)
    return stride(from: first, through: Int64(high), by: step).compactMap { day in
      // Years of four digits alone have words.
      guard (0...9999).contains(CalendarDay.civil(day).year) else { return nil }
      return Tick(value: Double(day), label: PartialDate.words(first: day, last: day))
    }
  }

  private static func months(from low: Double, to high: Double, every step: Int) -> [Tick] {
    let start = CalendarDay.civil(Int64(low))
    let end = CalendarDay.civil(Int64(high))
    let first = (start.year * 12 + start.month - 1) / step * step
    return stride(from: first, through: end.year * 12 + end.month - 1, by: step).compactMap {
      let (year, month) = ($0 / 12, $0 % 12 + 1)
      guard (0...9999).contains(year), month > 0 else { return nil }
      let day = CalendarDay.number(year: year, month: month, day: 1)
      // A year when the step is one, else the month, which a year alone would hide.
      let last =
        step % 12 == 0
        ? CalendarDay.number(year: year, month: 12, day: 31)
        : day + Int64(CalendarDay.count(inMonth: month, of: year)) - 1
      return Tick(value: Double(day), label: PartialDate.words(first: day, last: last))
    }
  }
}
