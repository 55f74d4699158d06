import AssayLanguage
import AssayModel
import AssayText

/// Texts, escapes, space and signs.
extension TurtleParser {
  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Passes over space and comments; `false` at the end of the text.
  mutating func skipSpace() -> Bool {
    while let byte = next {
      if [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
        place += 1
      } else if byte == UInt8(ascii: "#") {
        place = ByteSearch.first(0x0A, in: bytes, place..<bytes.count) ?? bytes.count
      } else {
        return true
      }
    }
    return false
  }

  /// Passes over these signs, if they stand here.
  mutating func take(_ signs: String) -> Bool {
    guard bytes[place...].starts(with: signs.utf8) else { return false }
    place += signs.utf8.count
    return true
  }

  /// Passes over a sign and the space before it, if it stands here.
  mutating func takeSign(_ sign: Unicode.Scalar) -> Bool {
    _ = skipSpace()
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// Passes over a word in letters of either case, if it stands here.
  mutating func takeWord(_ word: String) -> Bool {
    let end = place + word.utf8.count
    guard end <= bytes.count, end == bytes.count || bytes[end].endsWord,
      zip(bytes[place..<end], word.utf8).allSatisfy({ $0 | 0x20 == $1 })
    else { return false }
    place = end
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar) throws(Diagnostic) {
    guard takeSign(sign) else { throw fault("a `\(sign)` should stand here") }
  }

  func fault(_ message: String, length: Int = 1) -> Diagnostic {
    let start = min(place, bytes.count)
    return .badImport(message, at: Span(start, min(start + length, bytes.count)))
  }

  /// A text in one or three quotation marks of either kind.
  mutating func quoted() throws(Diagnostic) -> String {
    let start = place
    guard let mark = next else { throw fault("a text should stand here") }
    let isLong = bytes[place...].starts(with: [mark, mark, mark])
    place += isLong ? 3 : 1
    var text: [UInt8] = []
    while let byte = next {
      if byte == mark, !isLong || bytes[place...].starts(with: [mark, mark, mark]) {
        place += isLong ? 3 : 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        text += try escape().utf8
      } else if !isLong, byte == 0x0A || byte == 0x0D {
        break
      } else {
        text.append(byte)
        place += 1
      }
    }
    place = start
    throw fault("a text has no end")
  }

  /// A name in angle brackets, as it stands there.
  mutating func bracketed() throws(Diagnostic) -> String {
    let start = place
    guard next == UInt8(ascii: "<") else { throw fault("a name in `<>` should stand here") }
    place += 1
    var name: [UInt8] = []
    while let byte = next, byte > 0x20, byte != UInt8(ascii: "<") {
      if byte == UInt8(ascii: ">") {
        place += 1
        return String(decoding: name, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        name += try escape().utf8
      } else {
        name.append(byte)
        place += 1
      }
    }
    place = start
    throw fault("a name in `<>` has no end")
  }

  private mutating func escape() throws(Diagnostic) -> String {
    let signs: [UInt8: String] = [
      UInt8(ascii: "t"): "\t", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "\""): "\"",
      UInt8(ascii: "'"): "'", UInt8(ascii: "\\"): "\\",
    ]
    guard place + 1 < bytes.count else { throw fault("a text has no end") }
    let sign = bytes[place + 1]
    if let text = signs[sign] {
      place += 2
      return text
    }
    let length = sign == UInt8(ascii: "u") ? 4 : sign == UInt8(ascii: "U") ? 8 : 0
    let digits = bytes[(place + 2)...].prefix(length)
    guard length > 0, digits.count == length, digits.first != UInt8(ascii: "+"),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw fault("this is no escape of Turtle", length: 2) }
    place += 2 + length
    return String(Character(scalar))
  }
}
