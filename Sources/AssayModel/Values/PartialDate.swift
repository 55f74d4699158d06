/// A date as far as it is known: an interval of days, with the words that gave it.
///
/// EDTF (Library of Congress, 2019), level 0 and the parts of level 1 that people write: `2012`,
/// `2012-10`, `2012-10-07`, `198X`, `2012~`, `2012?`, and ranges `a..b`, `a..`, `..b`. The first
/// day is never after the last. ``init(_:)`` is the one way in from text.
package struct PartialDate: Hashable, Sendable {
  /// First day that it may mean; ``CalendarDay/beginning`` when the range is open.
  package let first: Int64
  /// Last day that it may mean; ``CalendarDay/end`` when the range is open.
  package let last: Int64
  /// The words, where ``first`` and ``last`` alone would not give them back (`2012~`, `198X`).
  package let words: String?

  package init(first: Int64, last: Int64, words: String? = nil) {
    (self.first, self.last, self.words) = (first, last, words)
  }

  /// Reads `text`, or gives `nil`: `1854-13`, `1854-02-30` and `2015..2012` are no dates.
  package init?(_ text: some Collection<UInt8>) {
    let bytes = Array(text)
    let dot = UInt8(ascii: ".")
    let range = bytes.indices.dropLast().first { bytes[$0] == dot && bytes[$0 + 1] == dot }
    var isPlain = true
    if let range {
      let from = Self.days(bytes[..<range], isPlain: &isPlain)
      let to = Self.days(bytes[(range + 2)...], isPlain: &isPlain)
      guard range > 0 || range + 2 < bytes.count else { return nil }
      if range > 0 && from == nil || range + 2 < bytes.count && to == nil { return nil }
      first = from?.first ?? CalendarDay.beginning
      last = to?.last ?? CalendarDay.end
    } else {
      guard let days = Self.days(bytes[...], isPlain: &isPlain) else { return nil }
      (first, last) = days
    }
    guard first <= last else { return nil }
    let plain = isPlain ? Self.words(first: first, last: last) : ""
    words = plain.utf8.elementsEqual(bytes) ? nil : String(decoding: bytes, as: UTF8.self)
  }

  package init?(_ text: String) { self.init(text.utf8) }

  /// The days that a date without `..` may mean.
  private static func days(
    _ text: ArraySlice<UInt8>, isPlain: inout Bool
  ) -> (first: Int64, last: Int64)? {
    var text = text
    if let mark = text.last, mark == UInt8(ascii: "~") || mark == UInt8(ascii: "?") {
      text = text.dropLast()
      isPlain = false
    }
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isDigit) })
    else { return nil }
    let unknown = parts[0].reversed().prefix { $0 == UInt8(ascii: "X") }.count
    guard unknown <= 2, parts[0].dropLast(unknown).allSatisfy(\.isDigit),
      unknown == 0 || parts.count == 1
    else { return nil }
    if unknown > 0 { isPlain = false }
    let known = decimal(parts[0].dropLast(unknown))
    let span = unknown == 0 ? 1 : unknown == 1 ? 10 : 100
    let year = known * span
    guard parts.count > 1 else {
      return (
        CalendarDay.number(year: year, month: 1, day: 1),
        CalendarDay.number(year: year + span - 1, month: 12, day: 31)
      )
    }
    let month = decimal(parts[1])
    guard (1...12).contains(month) else { return nil }
    let length = CalendarDay.count(inMonth: month, of: year)
    guard parts.count > 2 else {
      return (
        CalendarDay.number(year: year, month: month, day: 1),
        CalendarDay.number(year: year, month: month, day: length)
      )
    }
    let day = decimal(parts[2])
    guard (1...length).contains(day) else { return nil }
    let number = CalendarDay.number(year: year, month: month, day: day)
    return (number, number)
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}

extension UInt8 {
  /// Whether the byte is one of `0` to `9` in ASCII.
  @inlinable package var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
