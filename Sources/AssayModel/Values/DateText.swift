/// A date without `..` as it is written, in parts.
struct DateText {
  private var text: ArraySlice<UInt8>
  private var isMarked = false

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    for mark in ["?~", "~", "?", "%"] where text.reversed().starts(with: mark.utf8.reversed()) {
      self.text = text.dropLast(mark.utf8.count)
      isMarked = true
      break
    }
  }

  /// The days that it may mean; `nil` if it is no date.
  ///
  /// - Parameter isPlain: becomes false when the days alone would not give the words back.
  func days(isPlain: inout Bool) -> (first: Int64, last: Int64)? {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let unknown = parts[0].reversed().prefix { $0 == UInt8(ascii: "X") }.count
    guard unknown <= 2, parts[0].dropLast(unknown).allSatisfy(\.isDigit),
      unknown == 0 || parts.count == 1
    else { return nil }
    if unknown > 0 || isMarked { isPlain = false }
    let span = unknown == 0 ? 1 : unknown == 1 ? 10 : 100
    let year = Self.decimal(parts[0].dropLast(unknown)) * span
    guard parts.count > 1 else { return Self.months(1...12 * span, of: year) }
    guard !parts.dropFirst().contains(where: Self.isUnknown) else {
      isPlain = false
      return Self.unknownDays(parts, of: year)
    }
    guard parts.dropFirst().allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return nil }
    let month = Self.decimal(parts[1])
    if 21...24 ~= month, parts.count == 2, year < 9999 || month < 24 {
      isPlain = false
      // Spring begins in March; winter is named for the year in which it begins.
      let first = (month - 21) * 3 + 3
      return Self.months(first...first + 2, of: year)
    }
    guard 1...12 ~= month else { return nil }
    guard parts.count > 2 else { return Self.months(month...month, of: year) }
    let day = Self.decimal(parts[2])
    guard 1...CalendarDay.count(inMonth: month, of: year) ~= day else { return nil }
    let number = CalendarDay.number(year: year, month: month, day: day)
    return (number, number)
  }

  /// The days of `2012-XX`, `2012-XX-XX`, `2012-10-XX`.
  private static func unknownDays(
    _ parts: [ArraySlice<UInt8>], of year: Int
  ) -> (first: Int64, last: Int64)? {
    if isUnknown(parts[1]) {
      return parts.dropFirst(2).allSatisfy(isUnknown) ? months(1...12, of: year) : nil
    }
    guard parts[1].allSatisfy(\.isDigit), 1...12 ~= decimal(parts[1]) else { return nil }
    return months(decimal(parts[1])...decimal(parts[1]), of: year)
  }

  /// The days of months that are counted from the January of a year on, from 1.
  private static func months(
    _ months: ClosedRange<Int>, of year: Int
  ) -> (first: Int64, last: Int64) {
    let (begin, end) = (months.lowerBound - 1, months.upperBound - 1)
    let (endYear, endMonth) = (year + end / 12, end % 12 + 1)
    return (
      CalendarDay.number(year: year + begin / 12, month: begin % 12 + 1, day: 1),
      CalendarDay.number(
        year: endYear, month: endMonth, day: CalendarDay.count(inMonth: endMonth, of: endYear))
    )
  }

  private static func isUnknown(_ part: ArraySlice<UInt8>) -> Bool {
    part.allSatisfy { $0 == UInt8(ascii: "X") }
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
