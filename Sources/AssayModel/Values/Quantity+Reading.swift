extension Quantity {
  /// Reads back what ``description`` writes, or gives `nil`: `84 million USD`, `>= 50 people`.
  ///
  /// The way back for figures that have become the words of a cell; what people write is read by
  /// the language, which knows more forms. Numbers keep the twelve digits that are written.
  package init?(words: String) {
    var rest = words[...]
    let bound = Bound.allCases.first { !$0.sign.isEmpty && rest.hasPrefix($0.sign) } ?? .exactly
    rest = rest.dropFirst(bound.sign.count)
    guard let first = rest.takeNumber() else { return nil }
    if bound == .exactly, rest.utf8.starts(with: "..".utf8) {
      rest = rest.dropFirst(2)
      guard let last = rest.takeNumber(), let unit = Unit(after: rest),
        let low = Double(first), let high = Double(last), (high * unit.factor).isFinite
      else { return nil }
      self.init(from: low, to: high, unit)
    } else {
      var exponent = ""
      for (word, power) in [(" thousand", "e3"), (" million", "e6"), (" billion", "e9")]
      where rest.hasPrefix(word) {
        let after = rest.dropFirst(word.count)
        guard after.isEmpty || after.first == " " || after == "%" else { break }
        rest = after
        exponent = power
        break
      }
      // The digits are scaled before they are rounded to a double, not after.
      guard let number = Double(first + exponent), let unit = Unit(after: rest) else { return nil }
      self.init(number, unit, bound)
    }
    guard number.isFinite else { return nil }
  }
}

extension Unit {
  /// The unit that stands after a number: nothing, `%`, or a space and a symbol.
  fileprivate init?(after number: Substring) {
    if number.isEmpty {
      self = .none
    } else if number == "%" {
      self.init("%")
    } else {
      guard number.first == " ", number.utf8.count > 1 else { return nil }
      self.init(String(number.dropFirst()))
    }
  }
}

extension Substring {
  /// Takes the number that stands at the beginning: `-12.5`; `nil` where there is none.
  fileprivate mutating func takeNumber() -> String? {
    let bytes = utf8
    var end = bytes.startIndex
    if bytes.first == UInt8(ascii: "-") { end = bytes.index(after: end) }
    var digits = 0
    var hasPoint = false
    while end < bytes.endIndex {
      let byte = bytes[end]
      let next = bytes.index(after: end)
      if byte.isDigit {
        digits += 1
      } else if byte == UInt8(ascii: "."), digits > 0, !hasPoint, next < bytes.endIndex,
        bytes[next].isDigit
      {
        hasPoint = true
      } else {
        break
      }
      end = next
    }
    guard digits > 0 else { return nil }
    defer { self = self[end...] }
    return String(self[..<end])
  }
}
