/// Text made safe for a terminal: nothing in it moves the cursor, changes colours or turns the
/// direction of reading.
///
/// C0 controls and DEL become their pictures (`␛`), a line end `↵`, a tab a space; C1 controls,
/// controls of direction, line and paragraph separators and broken UTF-8 become `�`.
package enum VisibleText {
  /// Whether `bytes` is safe as it stands.
  package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    plainPrefix(of: bytes, from: 0) == bytes.count
  }

  /// Appends `bytes`, made safe.
  package static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var index = 0
    while true {
      let plainEnd = plainPrefix(of: bytes, from: index)
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<plainEnd]))
      guard plainEnd < bytes.count else { return }
      let (value, length) = bytes.scalar(at: plainEnd)
      appendPicture(of: value, to: &out)
      index = plainEnd + length
    }
  }

  /// `text`, made safe.
  package static func of(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      if isPlain(bytes) { return String(decoding: bytes, as: UTF8.self) }
      var out: [UInt8] = []
      append(bytes, to: &out)
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// Where the first scalar stands that is not safe, from `start` on; the end if there is none.
  private static func plainPrefix(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte &- 0x20 < 0x5F {
        index += 1
        continue
      }
      guard byte >= 0x80 else { return index }
      let (value, length) = bytes.scalar(at: index)
      guard !isUnsafe(value) else { return index }
      index += length
    }
    return index
  }

  /// Whether a scalar beyond ASCII is not to be shown.
  private static func isUnsafe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: scalar == UnsafeBufferPointer<UInt8>.brokenScalar
    }
  }

  private static func appendPicture(of scalar: UInt32, to out: inout [UInt8]) {
    switch scalar {
    case 0x09: out.append(UInt8(ascii: " "))
    case 0x0A: out.append(contentsOf: "↵".utf8)
    case 0..<0x20: out.append(contentsOf: [0xE2, 0x90, 0x80 + UInt8(scalar)])  // U+2400…
    case 0x7F: out.append(contentsOf: "␡".utf8)
    default: out.append(contentsOf: "\u{FFFD}".utf8)
    }
  }
}
