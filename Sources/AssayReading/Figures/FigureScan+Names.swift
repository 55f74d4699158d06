import AssayModel

extension FigureScan {
  /// Whether digits at `index` belong to what stands before them: `F-16`, `J1149`, `+51 1 234`.
  func isWithinCode(_ index: Int) -> Bool {
    guard index > start else { return false }
    let before = text.before(index)
    if before.isLetter || before.isDigit || before == UInt8(ascii: "_")
      || before == UInt8(ascii: "#") || before == UInt8(ascii: "@")
    {
      return true
    }
    if before >= 0x80, text.isLetter(before: index) {
      return text.bytes[index - 1] & 0xC0 == 0x80 && !isMoneyBefore(index)
    }
    switch before {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "^"):
      guard index - 1 > start else { return false }
      let further = text.before(index - 1)
      if isMoneyBefore(index) { return false }
      if further.isLetter || further.isDigit { return true }
      return further >= 0x80 && text.isLetter(before: index - 1)
    default: return false
    }
  }

  private func isMoneyBefore(_ index: Int) -> Bool {
    words.units.moneyBefore.match(in: text, before: index, from: floor) != nil
  }

  /// The end of a number of a telephone, or of another chain of digits, that begins at `index`:
  /// `+51 1 234 5678`, `1-800-555-1234`, `555-1234`.
  func telephoneEnd(at index: Int) -> Int? {
    let hasPlus = text.before(index) == UInt8(ascii: "+")
    let first = runEnd(index)
    guard hasPlus || text.at(first) == UInt8(ascii: "-") || text.at(first) == UInt8(ascii: ")"),
      first - index <= 4
    else { return nil }
    var digits = first - index
    var groups = 1
    var place = first
    while groups < 12 {
      var next = place
      while next - place < 2, isTelephoneMark(text.at(next)) { next += 1 }
      let end = runEnd(next)
      guard next > place, end > next else { break }
      digits += end - next
      groups += 1
      place = end
    }
    if hasPlus ? digits >= 8 : groups >= 3 && digits >= 7 { return place }
    // Three digits, a hyphen and four are one too, unless they measure or count.
    let second = runEnd(first + 1)
    guard groups == 2, first - index == 3, second - first == 5, !text.isLetter(at: second) else {
      return nil
    }
    let number = NumberReading(start: index, end: second, value: 0)
    return unit(at: number) == nil && countedNoun(at: second) == nil ? second : nil
  }

  private func isTelephoneMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == 0x20 || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")")
  }

  /// Whether the number is the name of something: `section 5`, `No. 7`.
  func isLabelled(_ index: Int) -> Bool {
    let place = spaceBefore(index)
    guard place < index || text.before(index) == UInt8(ascii: ".") else {
      return text.has("§", at: index - 2)
    }
    return words.labels.match(in: text, before: place, from: start) != nil
  }

  /// The end of a code, a date or a number of a telephone with digits at `index`.
  func afterCode(_ index: Int) -> Int {
    var place = index + 1
    while place < text.end {
      let byte = text.bytes[place]
      let next = text.at(place + 1)
      if byte.isDigit || byte.isLetter || byte >= 0xC3 && byte < 0xE0 || byte & 0xC0 == 0x80 {
        place += 1
      } else if [
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      ].contains(byte), next.isDigit || next.isLetter && byte != UInt8(ascii: ",") {
        place += 1
      } else {
        break
      }
    }
    return place
  }

  /// Whether the word is a pronoun here: `one` without a unit or a bound.
  func isPronoun(_ whole: FigureWhole) -> Bool {
    whole.first.isPronoun && whole.start == whole.numberStart && !whole.isRange
      && (whole.unit?.known).map { if case .count = $0.dimension { true } else { false } }
        ?? (whole.unit == nil)
  }

  /// Whether digits at `index` number an item: `1.2 Purpose`, `6.` where the text begins.
  func isItem(_ index: Int) -> Bool {
    guard index == start else { return false }
    var end = runEnd(index)
    var hasPoint = false
    while text.at(end) == UInt8(ascii: ".") || text.at(end) == UInt8(ascii: ")") {
      hasPoint = true
      end = runEnd(end + 1)
    }
    let next = text.afterSpace(end)
    return hasPoint && end - index <= 8
      && (next == text.end || next > end && text.at(next) &- 0x41 < 26)
  }

  /// Whether the number may be a year that stands alone.
  func isYear(_ whole: FigureWhole) -> Bool {
    whole.first.isBareYear && whole.unit == nil && whole.numberEnd - whole.numberStart == 4
      && !(whole.isBounded && whole.bound != .exactly)
  }
}
