/// How many columns of a terminal a text takes, the width of one Latin letter being one.
///
/// Counted by what is drawn as one: a letter with its marks, an emoji joined from several, a flag.
/// Controls count nothing; each stretch of broken UTF-8 counts one, for the `�` shown in its place.
package enum DisplayWidth {
  /// The columns of `bytes`, read as UTF-8.
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let plain = printableASCII(in: bytes, from: 0)
    if plain == bytes.count { return plain }
    return prefix(of: bytes, fitting: Int.max).width
  }

  /// The columns of `text`.
  package static func of(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// The longest beginning of `bytes` that takes at most `columns`, never ending inside of what is
  /// drawn as one: its bytes and its width.
  package static func prefix(
    of bytes: UnsafeBufferPointer<UInt8>, fitting columns: Int
  ) -> (bytes: Int, width: Int) {
    var index = 0
    var width = 0
    while index < bytes.count {
      let plain = printableASCII(in: bytes, from: index)
      // The last letter may yet get a mark.
      let settled = index + plain == bytes.count ? plain : max(plain - 1, 0)
      if settled > columns - width {
        return (index + max(columns - width, 0), max(columns, width))
      }
      index += settled
      width += settled
      guard index < bytes.count else { break }
      let cluster = cluster(in: bytes, at: index)
      if cluster.width > columns - width { break }
      index += cluster.bytes
      width += cluster.width
    }
    return (index, width)
  }

  /// How many printable ASCII characters follow one another from `start` on.
  private static func printableASCII(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    while index < bytes.count, bytes[index] &- 0x20 < 0x5F { index += 1 }
    return index - start
  }

  /// What is drawn as one from `start` on. Scalars of no width belong to what stands before them.
  private static func cluster(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (bytes: Int, width: Int) {
    let first = bytes.scalar(at: start)
    let base = ScalarWidth(of: first.value)
    var end = start + first.length
    var width = base.columns
    var isJoining = false
    var isHalfFlag = first.value.isRegionalIndicator
    while end < bytes.count {
      let (value, length) = bytes.scalar(at: end)
      let next = ScalarWidth(of: value)
      let isPictured = base.isPicture && (value.isSkinTone || isJoining && next.isPicture)
      let isMark = next.columns == 0 && value >= 0x20
      guard isPictured || isMark || isHalfFlag && value.isRegionalIndicator else { break }
      if isPictured || value == 0xFE0F && base.isWidenedByVS16 { width = 2 }
      isHalfFlag = false
      isJoining = value == 0x200D
      end += length
    }
    return (end - start, width)
  }
}

/// What ``WidthTable`` says of one scalar.
private struct ScalarWidth {
  private let entry: UInt32

  init(of scalar: UInt32) {
    switch scalar {
    case 0x20..<0x7F where scalar != 0x23 && scalar != 0x2A && !(0x30...0x39).contains(scalar):
      entry = 1
    case 0xB0...0x02FF, 0x0370...0x0482, 0x048A...0x0590: entry = 1
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: entry = 2
    case UnsafeBufferPointer<UInt8>.brokenScalar: entry = 1
    default: entry = WidthTable.runs.run(of: scalar, bits: 4)
    }
  }

  var columns: Int { Int(entry & 3) }
  var isPicture: Bool { entry & 4 != 0 }
  var isWidenedByVS16: Bool { entry & 8 != 0 }
}

extension UInt32 {
  fileprivate var isRegionalIndicator: Bool { self &- 0x1F1E6 < 26 }
  fileprivate var isSkinTone: Bool { self &- 0x1F3FB < 5 }
}

extension [UInt32] {
  /// The low `bits` of the last element whose high bits are at most `scalar`.
  func run(of scalar: UInt32, bits: UInt32) -> UInt32 {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] >> bits <= scalar { low = middle } else { high = middle }
    }
    return self[low] & (1 << bits - 1)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// What ``scalar(at:)`` gives for bytes that are no UTF-8.
  package static var brokenScalar: UInt32 { 0x11_0000 }

  /// The scalar whose UTF-8 begins at `index`, and its length; for broken UTF-8 ``brokenScalar``
  /// and the bytes for which one `�` is shown, as the Unicode standard recommends.
  package func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(self[index])
    if lead < 0x80 { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4 else { return (Self.brokenScalar, 1) }
    var value = lead & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard index + offset < count else { return (Self.brokenScalar, offset) }
      let byte = UInt32(self[index + offset])
      // The second byte rules out overlong forms, surrogates and what lies beyond U+10FFFF.
      let lowest: UInt32 = offset > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
      let highest: UInt32 = offset > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
      guard byte >= lowest, byte <= highest else { return (Self.brokenScalar, offset) }
      value = value << 6 | byte & 0x3F
    }
    return (value, length)
  }
}
