/// Reading of UTF-8 at a byte, within bounds: past them stand zeros, and broken UTF-8 is a letter.
struct ByteReading {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the reading ends.
  let end: Int

  /// The byte at `index`, or 0 from the end on.
  func at(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  /// The scalar at `index`, or `nil` at the end and where the bytes are no UTF-8.
  func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < end else { return nil }
    let first = bytes[index]
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + length <= end else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for step in 1..<length {
      guard bytes[index + step] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index + step] & 0x3F)
    }
    return Unicode.Scalar(value)
  }

  /// How many bytes of white space stand at `index`: 0 for none.
  func whiteSpace(at index: Int) -> Int {
    switch at(index) {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return at(index + 1) == 0xA0 ? 2 : 0
    case 0xE2:
      let isSpace = at(index + 1) == 0x80 && (0x80...0x8A ~= at(index + 2) || at(index + 2) == 0xAF)
      return isSpace ? 3 : 0
    case 0xE3: return at(index + 1) == 0x80 && at(index + 2) == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// How many bytes a closing quotation mark or bracket at `index` has: 0 for none.
  func closer(at index: Int) -> Int {
    switch at(index) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "}"):
      return 1
    case 0xC2: return at(index + 1) == 0xBB ? 2 : 0  // »
    case 0xE2:  // ’ “ ” ›
      let last = at(index + 2)
      return at(index + 1) == 0x80 && (last == 0x99 || last == 0x9C || last == 0x9D || last == 0xBA)
        ? 3 : 0
    case 0xE3:  // 」 』 】 》
      let isCloser = at(index + 1) == 0x80 && [0x8D, 0x8F, 0x91, 0x8B].contains(at(index + 2))
      return isCloser ? 3 : 0
    case 0xEF: return at(index + 1) == 0xBC && at(index + 2) == 0x89 ? 3 : 0  // ）
    default: return 0
    }
  }

  /// Whether an opening quotation mark or bracket, or another mark before a first word, is here,
  /// and its length.
  func opener(at index: Int) -> Int {
    switch at(index) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return 1
    case 0xC2:  // « ¿ ¡
      return [0xAB, 0xBF, 0xA1].contains(at(index + 1)) ? 2 : 0
    case 0xE2:  // ‘ “ „ ‹
      let isOpener = at(index + 1) == 0x80 && [0x98, 0x9C, 0x9E, 0xB9].contains(at(index + 2))
      return isOpener ? 3 : 0
    default: return 0
    }
  }

  /// How many bytes a dash at `index` has: 0 for none.
  func dash(at index: Int) -> Int {
    if at(index) == UInt8(ascii: "-") { return 1 }
    let isDash = at(index) == 0xE2 && at(index + 1) == 0x80 && 0x93...0x95 ~= at(index + 2)
    return isDash ? 3 : 0
  }
}
