/// White space and small things that no reader sees, taken out.
enum PlainWords {
  /// How many bytes of white space or of nothing visible stand at a place; 0 for none.
  ///
  /// Soft hyphens, zero-width spaces and byte order marks are nothing visible.
  @inline(__always)
  static func gap(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (width: Int, isSpace: Bool) {
    let byte = bytes[index]
    if byte == 0x20 || byte >= 0x09 && byte <= 0x0D { return (1, true) }
    guard byte >= 0xC2 else { return (0, false) }
    let left = bytes.count - index
    if byte == 0xC2, left > 1 {
      if bytes[index + 1] == 0xA0 { return (2, true) }
      if bytes[index + 1] == 0xAD { return (2, false) }
    } else if byte == 0xE2, left > 2, bytes[index + 1] == 0x80 {
      switch bytes[index + 2] {
      // Spaces of all widths, and the separators of lines and paragraphs.
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return (3, true)
      case 0x8B, 0x8E, 0x8F: return (3, false)
      default: break
      }
    } else if byte == 0xEF, left > 2, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF {
      return (3, false)
    }
    return (0, false)
  }

  /// Words with single spaces between them and none around them.
  static func collapsed(_ bytes: [UInt8], limit: Int = .max) -> String {
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      var isPending = false
      while index < bytes.count {
        let gap = gap(bytes, index)
        if gap.width > 0 {
          isPending = isPending || gap.isSpace
          index += gap.width
          continue
        }
        if isPending, !out.isEmpty { out.append(0x20) }
        isPending = false
        out.append(bytes[index])
        index += 1
      }
    }
    let words = String(decoding: out, as: UTF8.self)
    return words.utf8.count > limit ? String(words.prefix(limit)) : words
  }

  static func collapsed(_ words: some StringProtocol, limit: Int = .max) -> String {
    collapsed(Array(words.utf8), limit: limit)
  }
}
