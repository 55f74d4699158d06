import AssayModel
import AssayText

/// A text as UTF-8 with `\n` line ends, and the way back to the bytes that it was.
struct DecodedText: Sendable {
  let bytes: [UInt8]
  let origins: OriginMap
  /// What a person should know of it.
  var notes: [String] = []
}

/// Bytes of any encoding to UTF-8.
///
/// A byte order mark decides; then two bytes for each character, which zeros betray; then whether the
/// bytes are UTF-8, as hardly anything else looks like it; then what is declared; then Windows-1252.
struct TextDecoder {
  let name: String
  /// What the text, or what it came in, says of its encoding.
  var declared: Charset?

  init(name: String, declared: Charset? = nil) { (self.name, self.declared) = (name, declared) }

  /// The text of some bytes, which may be a stretch of a file: offsets are those of the slice.
  func decode(_ bytes: ArraySlice<UInt8>) throws(Diagnostic) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]), !bytes.dropFirst(2).starts(with: [0, 0]) {
      return try utf16(bytes.dropFirst(2), isLittleEndian: true)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try utf16(bytes.dropFirst(2), isLittleEndian: false)
    }
    if let isLittleEndian = Self.evidentUTF16(bytes) {
      return try utf16(bytes, isLittleEndian: isLittleEndian)
    }
    try refuseBinary(bytes)
    // Seven bits with escapes are UTF-8 only by their looks.
    if case .named(let label) = declared, label.hasPrefix("iso-2022") || label.hasPrefix("utf-7") {
      return try converted(bytes, label)
    }
    let survey = UTF8Survey(bytes)
    if survey.broken == 0 { return try utf8(bytes) }
    switch declared {
    case .named(let label): return try converted(bytes, label)
    case .windows1252: return try windows1252(bytes)
    case .utf16LittleEndian, .utf16BigEndian, .utf8, nil: break
    }
    if survey.whole == 0 {
      try refuseUnknown(bytes)
      var text = try windows1252(bytes)
      text.notes = ["\(text.notes[0]), which is a guess, as no encoding is named"]
      return text
    }
    guard survey.broken <= max(1, survey.whole / 4) else {
      throw .unreadableDocument(
        name, "is neither UTF-8 nor Windows-1252 (Latin-1) throughout",
        hint: "convert it to UTF-8, as with `iconv -f ENCODING -t UTF-8`")
    }
    var text = try utf8(bytes)
    let count = survey.broken == 1 ? "1 place is" : "\(survey.broken) places are"
    text.notes.append("\(count) no UTF-8 and stand as `\u{FFFD}`")
    return text
  }

  /// A zero in every second place of the beginning tells of two bytes a character.
  private static func evidentUTF16(_ bytes: ArraySlice<UInt8>) -> Bool? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4, bytes.count % 2 == 0 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let pairs = sample.count / 2
    if zeros[1] * 5 >= pairs * 2, zeros[0] * 20 <= pairs { return true }
    if zeros[0] * 5 >= pairs * 2, zeros[1] * 20 <= pairs { return false }
    return nil
  }

  private func refuseBinary(_ bytes: ArraySlice<UInt8>) throws(Diagnostic) {
    var controls = 0
    for byte in bytes where byte < 0x20 {
      if byte == 0 {
        throw .unreadableDocument(name, "is binary and has no text: it has zero bytes")
      }
      if !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B { controls += 1 }
    }
    guard controls * 50 <= bytes.count else {
      throw .unreadableDocument(name, "is binary and has no text: it is full of control characters")
    }
  }

  /// Refuses what is no Windows-1252 by its looks: letters of another alphabet, which stand beside
  /// each other, or signs such as `¹` and `¾` within words, which are letters elsewhere.
  private func refuseUnknown(_ bytes: ArraySlice<UInt8>) throws(Diagnostic) {
    var (high, letters, undefined, beside, within) = (0, 0, 0, 0, 0)
    var before: UInt8 = 0
    for (index, byte) in zip(bytes.indices, bytes) {
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      if byte >= 0x80 {
        high += 1
        if byte < 0xA0, Charset.windowsScalars[Int(byte) - 0x80] == 0 { undefined += 1 }
        if before >= 0x80 || next >= 0x80 { beside += 1 }
        if byte > 0xA0, byte < 0xC0, !Self.signs.contains(byte), isSmall(before), isSmall(next) {
          within += 1
        }
      } else if (byte | 0x20) &- 0x61 < 26 {
        letters += 1
      }
      before = byte
    }
    let isForeign = high >= 16 && high * 3 > letters || high >= 8 && beside * 5 > high * 3
    guard undefined == 0, !isForeign, within < 3 else {
      throw .unreadableDocument(
        name, "is in an encoding that it does not name: neither UTF-8 nor Windows-1252 (Latin-1)",
        hint: "convert it to UTF-8, as with `iconv -f ENCODING -t UTF-8`")
    }
  }

  /// What may stand within a word: `ª`, `º`, `·` and the soft hyphen.
  private static let signs: Set<UInt8> = [0xAA, 0xAD, 0xB7, 0xBA]

  private func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}

/// How much of some bytes is UTF-8.
struct UTF8Survey {
  /// Characters of more than one byte.
  private(set) var whole = 0
  /// Places that are no UTF-8.
  private(set) var broken = 0

  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
        } else if let width = Self.width(bytes, at: index) {
          whole += 1
          index += width
        } else {
          broken += 1
          index += 1
        }
      }
    }
  }

  /// How many bytes the character at a place beyond ASCII takes, or `nil` if there is none.
  static func width(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let lead = bytes[index]
    let width: Int
    switch lead {
    case 0xC2...0xDF: width = 2
    case 0xE0...0xEF: width = 3
    case 0xF0...0xF4: width = 4
    default: return nil
    }
    guard index + width <= bytes.count else { return nil }
    for offset in 1..<width where bytes[index + offset] & 0xC0 != 0x80 { return nil }
    let second = bytes[index + 1]
    switch lead {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return nil
    default: return width
    }
  }
}
