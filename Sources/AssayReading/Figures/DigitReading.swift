/// Digits as they are written, with what parts them and a power of ten.
struct DigitReading {
  let text: ByteReading
  let start: Int
  /// The end of the digits.
  var digitsEnd = 0
  /// The end of all, the power included.
  var end = 0
  /// Where the mark stands that begins the decimals.
  var decimalPoint: Int?
  var exponent = 0
  /// Whether it is digits alone, without decimals and power.
  var isPlain = true

  init(text: ByteReading, start: Int) { (self.text, self.start) = (text, start) }

  /// The number; `nil` if it is too great for one.
  var value: Double? {
    var mantissa: UInt64 = 0
    var decimals = 0
    var count = 0
    for index in start..<digitsEnd where text.bytes[index].isDigit {
      count += 1
      if count <= 15 { mantissa = mantissa * 10 + UInt64(text.bytes[index] - UInt8(ascii: "0")) }
      if let decimalPoint, index > decimalPoint { decimals += 1 }
    }
    // Both are exact then, so the quotient is rounded once.
    if count <= 15, exponent == 0 { return Double(mantissa) / Self.powers[decimals] }
    var words: [UInt8] = []
    for index in start..<digitsEnd {
      if text.bytes[index].isDigit {
        words.append(text.bytes[index])
      } else if index == decimalPoint {
        words.append(UInt8(ascii: "."))
      }
    }
    let number = Double(String(decoding: words, as: UTF8.self) + "e\(exponent)")
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  private static let powers: [Double] = (0...15).map { exponent in
    (0..<exponent).reduce(1.0) { value, _ in value * 10 }
  }
}

extension ByteReading {
  /// The fraction that is one sign at `index`: `½`.
  func vulgarFraction(at index: Int) -> (value: Double, length: Int)? {
    if at(index) == 0xC2 {
      switch at(index + 1) {
      case 0xBC: return (0.25, 2)
      case 0xBD: return (0.5, 2)
      case 0xBE: return (0.75, 2)
      default: return nil
      }
    }
    guard at(index) == 0xE2, at(index + 1) == 0x85, 0x90...0x9E ~= at(index + 2) else { return nil }
    let parts: [(Double, Double)] = [
      (1, 7), (1, 9), (1, 10), (1, 3), (2, 3), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6),
      (1, 8), (3, 8), (5, 8), (7, 8),
    ]
    let (above, below) = parts[Int(at(index + 2) - 0x90)]
    return (above / below, 3)
  }

  /// A raised digit or minus at `index`; no digit for a minus.
  func superscript(at index: Int) -> (digit: Int?, length: Int)? {
    if at(index) == 0xC2 {
      switch at(index + 1) {
      case 0xB2: return (2, 2)
      case 0xB3: return (3, 2)
      case 0xB9: return (1, 2)
      default: return nil
      }
    }
    guard at(index) == 0xE2, at(index + 1) == 0x81 else { return nil }
    switch at(index + 2) {
    case 0xB0: return (0, 3)
    case 0xB4...0xB9: return (Int(at(index + 2) - 0xB0), 3)
    case 0xBB: return (nil, 3)
    default: return nil
    }
  }
}
