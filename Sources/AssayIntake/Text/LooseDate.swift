import AssayModel

/// Dates as pages, messages and files write them; the time of day is dropped.
///
/// `2023-06-05T14:20:00Z`, `2023/06/05`, `20230605`, `D:20230605142000Z`, `June 5, 2023`,
/// `Mon, 5 Jun 2023 14:20:00 +0000`, `5 de junio de 2023`, `June 2023`, `2023`. Days that the calendar
/// does not have, and figures that may be read in two ways as `06/05/2023`, are no dates.
enum LooseDate {
  static func read(_ text: String) -> PartialDate? {
    let bytes = Array(text.utf8.prefix(100))
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    var words = bytes[start...]
    if words.starts(with: Array("D:".utf8)) { words = words.dropFirst(2) }
    return figures(words) ?? named(words)
  }

  /// Year, month and day in figures at the beginning.
  private static func figures(_ text: ArraySlice<UInt8>) -> PartialDate? {
    let digits = text.prefix(while: \.isDigit)
    let rest = text.dropFirst(digits.count)
    if digits.count == 8 || digits.count == 14 || digits.count == 12 {
      return date(
        number(digits.prefix(4)), number(digits.dropFirst(4).prefix(2)),
        number(digits.dropFirst(6).prefix(2)))
    }
    guard digits.count == 4 else { return nil }
    let year = number(digits)
    guard let mark = rest.first, "-/.".utf8.contains(mark) else {
      let next = rest.first { $0 > 0x20 }
      return next == nil ? date(year, nil, nil) : nil
    }
    let month = rest.dropFirst().prefix(while: \.isDigit)
    guard (1...2).contains(month.count) else { return nil }
    let behind = rest.dropFirst(1 + month.count)
    guard behind.first == mark else { return date(year, number(month), nil) }
    let day = behind.dropFirst().prefix(while: \.isDigit)
    guard (1...2).contains(day.count) else { return nil }
    return date(year, number(month), number(day))
  }

  /// A month by its name, in English or Spanish, with a year and a day beside it.
  private static func named(_ text: ArraySlice<UInt8>) -> PartialDate? {
    var tokens: [[UInt8]] = []
    for part in text.split(whereSeparator: {
      !($0.isDigit || $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26)
    }) {
      let word = part.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      if !["de", "del", "of", "the"].contains(String(decoding: word, as: UTF8.self)) {
        tokens.append(word)
      }
    }
    for (index, token) in tokens.enumerated() {
      guard let month = months[String(decoding: token.prefix(3), as: UTF8.self)], !token[0].isDigit
      else { continue }
      let year = tokens.dropFirst(index + 1).first { $0.count == 4 && $0.allSatisfy(\.isDigit) }
      guard let year else { continue }
      let sides = [index - 1, index + 1].filter(tokens.indices.contains)
      let day = sides.compactMap { Self.day(tokens[$0]) }.first
      return date(number(year[...]), month, day)
    }
    return nil
  }

  /// `5`, `05`, `5th`.
  private static func day(_ token: [UInt8]) -> Int? {
    let digits = token.prefix(while: \.isDigit)
    let ending = String(decoding: token.dropFirst(digits.count), as: UTF8.self)
    guard (1...2).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(ending) else {
      return nil
    }
    return number(digits)
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
  }

  private static func date(_ year: Int, _ month: Int?, _ day: Int?) -> PartialDate? {
    guard (1000...2999).contains(year) else { return nil }
    func padded(_ number: Int) -> String { number < 10 ? "-0\(number)" : "-\(number)" }
    return PartialDate("\(year)" + (month.map(padded) ?? "") + (day.map(padded) ?? ""))
  }

  private static let months: [String: Int] = [
    "jan": 1, "ene": 1, "feb": 2, "mar": 3, "apr": 4, "abr": 4, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "ago": 8, "sep": 9, "set": 9, "oct": 10, "nov": 11, "dec": 12, "dic": 12,
  ]
}
