import AssayModel

extension DateScan {
  /// The words of bound that end before `index`, an article between them forgiven, and where they
  /// begin.
  func bound(before index: Int) -> (bound: DateWords.Bound, start: Int)? {
    let isJoined = index > floor && text.before(index) == UInt8(ascii: "-")
    let place = isJoined ? index - 1 : numbers.spaceBefore(index)
    guard place < index else { return nil }
    var match = words.bounds.match(in: text, before: place, from: floor)
    if match == nil, let article = words.articles.match(in: text, before: place, from: floor) {
      let further = numbers.spaceBefore(article.edge)
      match = words.bounds.match(in: text, before: further, from: floor)
    }
    return match.map { (DateWords.Bound.allCases[$0.value], $0.edge) }
  }

  /// The dates from one to another: `2012-2014`, `2012–14`, `from March to May 2012`.
  func range(from first: DateReading) -> (reading: DateReading, date: PartialDate?)? {
    guard !first.isFixed || first.fixed != nil else { return nil }
    guard let second = second(behind: first) else { return nil }
    var begin = first
    if !begin.isFixed, begin.year == nil, let year = second.year {
      begin.year = year
      // `from November to March 2012` begins the year before.
      if let month = begin.month, let last = second.month, month > last { begin.year = year - 1 }
    }
    var whole = second
    whole.start = first.start
    whole.isRelative = begin.isFixed ? begin.isRelative : begin.year == nil
    guard let from = begin.date(clock), let to = second.date(clock) else { return (whole, nil) }
    guard from.first <= to.last else { return nil }
    return (whole, PartialDate(first: from.first, last: to.last))
  }

  private func second(behind first: DateReading) -> DateReading? {
    let dash = text.dash(at: first.end)
    if dash > 0, first.year != nil, first.month == nil {
      let place = first.end + dash
      let end = numbers.runEnd(place)
      if text.isLetter(at: end) || text.dash(at: end) > 0 && text.at(end + 1).isDigit { return nil }
      if end - place == 4 {
        return DateReading(start: place, end: end, year: numbers.whole(place, end))
      }
      // `2012–14`
      if end - place == 2, let year = first.year {
        let last = year / 100 * 100 + numbers.whole(place, end)
        return last > year ? DateReading(start: place, end: end, year: last) : nil
      }
      return nil
    }
    var place = text.afterSpace(first.end)
    let spaced = text.dash(at: place)
    if place > first.end, spaced == 3 {
      place += spaced
    } else {
      guard place > first.end, let joint = words.joints.match(in: text, at: place),
        isOpened(joint: place, joint.edge, before: first.start)
      else { return nil }
      place = joint.edge
    }
    let next = text.afterSpace(place)
    guard next > place else { return nil }
    let reading = text.at(next).isDigit ? numericDate(at: next) : monthDate(at: next)
    guard let reading, first.isFixed == reading.isFixed, reading.fixed == nil else { return nil }
    // `in May and 2012` is no range.
    let isLike =
      (first.month == nil) == (reading.month == nil) || reading.year != nil && first.year != nil
    return isLike ? reading : nil
  }

  /// Whether the word between two dates makes a range of them: `and` needs `between`.
  private func isOpened(joint start: Int, _ end: Int, before first: Int) -> Bool {
    let bound = bound(before: first)?.bound
    if bound == .between { return true }
    return words.figures.joins.match(in: text, at: start) == nil
      && (bound == .from || bound == .since || end - start > 1)
  }

  /// What words of bound make of a date; `nil` when they make nothing of it.
  static func bounded(
    _ date: PartialDate?, _ bound: DateWords.Bound
  ) -> (date: PartialDate?, Bool)? {
    guard let date else {
      return [.between, .from, .within, .same].contains(bound) ? nil : (nil, true)
    }
    switch bound {
    case .since: return (PartialDate(first: date.first, last: CalendarDay.end), true)
    case .until: return (PartialDate(first: CalendarDay.beginning, last: date.last), true)
    case .before:
      guard date.first > CalendarDay.beginning else { return nil }
      return (PartialDate(first: CalendarDay.beginning, last: date.first - 1), true)
    case .after:
      guard date.last < CalendarDay.end else { return nil }
      return (PartialDate(first: date.last + 1, last: CalendarDay.end), true)
    case .early: return (third(0, of: date), true)
    case .mid: return (third(1, of: date), true)
    case .late: return (third(2, of: date), true)
    case .between, .from, .within, .same: return nil
    }
  }

  /// A third of a century, a decade, a year or a month; else the date itself.
  private static func third(_ third: Int, of date: PartialDate) -> PartialDate {
    guard date.first > CalendarDay.beginning, date.last < CalendarDay.end else { return date }
    let first = CalendarDay.civil(date.first)
    let last = CalendarDay.civil(date.last)
    guard first.day == 1, last.day == CalendarDay.count(inMonth: last.month, of: last.year) else {
      return date
    }
    let months = (last.year - first.year) * 12 + last.month - first.month + 1
    switch months {
    case 1:
      let begin = date.first + Int64(third * 10)
      return PartialDate(first: begin, last: third == 2 ? date.last : begin + 9)
    case 12, 120, 1200:
      let years = months == 120 ? [0, 4, 7, 10] : [0, 34, 67, 100]
      let (from, to) =
        months == 12 ? (third * 4, third * 4 + 4) : (years[third] * 12, years[third + 1] * 12)
      let begin = first.year * 12 + first.month - 1 + from
      let end = first.year * 12 + first.month - 1 + to
      return PartialDate(
        first: CalendarDay.number(year: begin / 12, month: begin % 12 + 1, day: 1),
        last: CalendarDay.number(year: end / 12, month: end % 12 + 1, day: 1) - 1)
    default: return date
    }
  }
}
