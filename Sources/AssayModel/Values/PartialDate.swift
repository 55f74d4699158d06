/// A date as far as it is known: an interval of days, with the words that gave it.
///
/// EDTF (Library of Congress, 2019), level 0 and the parts of level 1 that people write: `2012`,
/// `2012-10`, `2012-10-07`, `198X`, `19XX`, `2012-XX`, `2012-10-XX`, the seasons `2012-21` to
/// `2012-24`, each with `~`, `?` or both, and ranges `a..b`, `a..`, `..b`. The first day is never
/// after the last. ``init(_:)`` is the one way in from text.
///
/// EDTF's own writing of intervals (`a/b`, `a/..`, `a/`) and its `%` are read as well; the words
/// have `..` and `?~` for them, which mean nothing else in the language. Not admitted: years before
/// 0000 and after 9999, times of day, and all of level 2.
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
    var bytes = Array(text)
    let dot = UInt8(ascii: ".")
    let isInterval = bytes.contains(UInt8(ascii: "/"))
    if isInterval {
      guard let range = Self.range(ofInterval: bytes) else { return nil }
      bytes = range
    }
    let range = bytes.indices.dropLast().first { bytes[$0] == dot && bytes[$0 + 1] == dot }
    var isPlain = true
    if let range {
      let from = DateText(bytes[..<range]).days(isPlain: &isPlain)
      let to = DateText(bytes[(range + 2)...]).days(isPlain: &isPlain)
      guard range > 0 || range + 2 < bytes.count else { return nil }
      if range > 0 && from == nil || range + 2 < bytes.count && to == nil { return nil }
      // The end of an interval of EDTF may not begin before its beginning does.
      if isInterval, let from, let to, to.first < from.first { return nil }
      first = from?.first ?? CalendarDay.beginning
      last = to?.last ?? CalendarDay.end
    } else {
      guard let days = DateText(bytes[...]).days(isPlain: &isPlain) else { return nil }
      (first, last) = days
    }
    guard first <= last else { return nil }
    let plain = isPlain ? Self.words(first: first, last: last) : ""
    if plain.utf8.elementsEqual(bytes) {
      words = nil
    } else {
      let words = bytes.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false)
      self.words = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "?~")
    }
  }

  package init?(_ text: String) { self.init(text.utf8) }

  /// The date as EDTF writes it: `2012/2014`, `2015/..`, `2012%`.
  package var edtf: String {
    var text = description
    if let dots = text.firstRange(of: "..") {
      let from = text[..<dots.lowerBound]
      let to = text[dots.upperBound...]
      text = (from.isEmpty ? ".." : from) + "/" + (to.isEmpty ? ".." : to)
    }
    return text.split(separator: "?~", omittingEmptySubsequences: false).joined(separator: "%")
  }

  /// `a..b` for `a/b`; an end that is unknown is open. `nil` for what is no interval, and for one
  /// without any end, which says nothing.
  private static func range(ofInterval text: [UInt8]) -> [UInt8]? {
    let dots = Array("..".utf8)
    let ends = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
      $0.elementsEqual(dots) ? [] : Array($0)
    }
    guard ends.count == 2, !ends.allSatisfy(\.isEmpty),
      !ends.contains(where: { $0.contains(UInt8(ascii: ".")) })
    else { return nil }
    return ends[0] + dots + ends[1]
  }
}

extension UInt8 {
  /// Whether the byte is one of `0` to `9` in ASCII.
  @inlinable package var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
