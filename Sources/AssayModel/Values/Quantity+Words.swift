import Glibc

extension Quantity: CustomStringConvertible {
  /// As the language writes it: `84 million USD`, `>= 50 people`, `100..300 t`.
  package var description: String {
    var words = bound.sign
    if bound == .between {
      words += Numeral.words(low / unit.factor) + ".." + Numeral.words(high / unit.factor)
    } else {
      words += Numeral.words(number, scaled: true)
    }
    return unit.symbol.isEmpty ? words : words + (unit.symbol == "%" ? "%" : " " + unit.symbol)
  }
}

/// Numbers as the language writes them: no grouping, a point, no locale.
package enum Numeral {
  /// The words that multiply the number before them.
  package static let scales: [(word: String, factor: Double)] = [
    ("thousand", 1e3), ("million", 1e6), ("billion", 1e9),
  ]

  /// `number` with at most twelve significant digits, which hides what conversion of units adds;
  /// with `scaled`, millions and billions are said in words where that is exact and shorter.
  package static func words(_ number: Double, scaled: Bool = false) -> String {
    if scaled, number.isFinite, abs(number) >= 1_000_000 {
      for (scale, word) in [(1_000_000_000.0, " billion"), (1_000_000.0, " million")]
      where abs(number) >= scale {
        let part = words(number / scale)
        if part.utf8.count <= 7 { return part + word }
      }
    }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    if !number.isFinite { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    return decimal(number, digits: 12)
  }

  /// `number` with at most so many significant digits, 1 to 17, and never with an exponent, which
  /// the language does not read.
  package static func decimal(_ number: Double, digits: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 32)
    let length = withVaList([Int32(digits - 1), number]) {
      vsnprintf(&buffer, buffer.count, "%.*e", $0)
    }
    let words = buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }
    guard let mark = words.firstIndex(of: UInt8(ascii: "e")),
      let exponent = Int(String(decoding: words[(mark + 1)...], as: UTF8.self))
    else { return String(decoding: words, as: UTF8.self) }
    var figures = words[..<mark].filter(\.isDigit)
    while figures.count > 1, figures.last == UInt8(ascii: "0") { figures.removeLast() }
    let zero = UInt8(ascii: "0")
    if exponent < 0 {
      figures.insert(contentsOf: Array(repeating: zero, count: -exponent), at: 0)
    } else if figures.count <= exponent {
      figures.append(contentsOf: Array(repeating: zero, count: exponent + 1 - figures.count))
    }
    let point = max(exponent, 0) + 1
    if point < figures.count { figures.insert(UInt8(ascii: "."), at: point) }
    return (number < 0 ? "-" : "") + String(decoding: figures, as: UTF8.self)
  }
}
