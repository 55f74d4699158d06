import AssayText

/// How the body of a part is written in seven bits (RFC 2045).
enum TransferCoding {
  /// The bytes, each with where it stands. What is broken stays as it is.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> TracedText {
    var text = TracedText(capacity: bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "=") else {
        text.append(byte, verbatimAt: index)
        index += 1
        continue
      }
      if index + 2 < bytes.endIndex, let high = hexadecimal(bytes[index + 1]),
        let low = hexadecimal(bytes[index + 2])
      {
        text.append(CollectionOfOne(high << 4 | low), from: index, width: 3)
        index += 3
        continue
      }
      // A `=` at the end of a line says that the line goes on.
      var end = index + 1
      while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D {
        end += 1
      }
      if end >= bytes.endIndex || bytes[end] == 0x0A {
        index = min(end + 1, bytes.endIndex)
      } else {
        text.append(byte, verbatimAt: index)
        index += 1
      }
    }
    return text
  }

  /// The bytes; what is no base64 is passed over.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 4)
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in bytes {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    default: nil
    }
  }
}
