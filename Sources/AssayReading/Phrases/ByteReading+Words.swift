extension ByteReading {
  /// The byte before `index`, or 0 at the beginning.
  func before(_ index: Int) -> UInt8 { index > 0 ? bytes[index - 1] : 0 }

  /// How many bytes of white space stand before `index`: 0 for none.
  func whiteSpace(before index: Int) -> Int {
    guard index > 0 else { return 0 }
    let byte = bytes[index - 1]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    if byte == 0xA0, index > 1, bytes[index - 2] == 0xC2 { return 2 }
    return byte >= 0x80 && index > 2 && whiteSpace(at: index - 3) == 3 ? 3 : 0
  }

  /// Whether a word that has a letter before `index` has one here too.
  func goesOn(at index: Int) -> Bool {
    guard index < end, index > 0, isLetter(at: index) else { return false }
    return bytes[index - 1].isLetter || bytes[index - 1] >= 0x80
  }

  /// Whether a word that has a letter at `index` has one before it too.
  func comesFrom(before index: Int) -> Bool {
    guard index > 0, index < end, isLetter(at: index) else { return false }
    return isLetter(before: index)
  }

  /// Whether a letter begins at `index`; every sign beyond the marks of punctuation counts as one.
  func isLetter(at index: Int) -> Bool {
    let byte = at(index)
    if byte < 0x80 { return byte.isLetter }
    return byte >= 0xC3 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF
  }

  /// Whether a letter ends before `index`.
  func isLetter(before index: Int) -> Bool {
    guard index > 0 else { return false }
    var first = index - 1
    while first > 0, index - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    return isLetter(at: first)
  }

  /// The place behind white space at `index`.
  func afterSpace(_ index: Int) -> Int {
    var index = index
    while true {
      let length = whiteSpace(at: index)
      if length == 0 { return index }
      index += length
    }
  }

  /// The end of the word at `index`.
  func wordEnd(_ index: Int) -> Int {
    var index = index
    while index < end, bytes[index].isLetter || bytes[index] >= 0x80 && isWithinWord(index) {
      index += 1
    }
    return index
  }

  private func isWithinWord(_ index: Int) -> Bool {
    bytes[index] & 0xC0 == 0x80 ? true : isLetter(at: index)
  }

  /// Whether the bytes at `index` are `words`.
  func has(_ words: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + words.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<words.utf8CodeUnitCount
    where bytes[index + offset] != words.utf8Start[offset] { return false }
    return true
  }

  /// How many bytes a minus at `index` has: `-` or `−`.
  func minus(at index: Int) -> Int {
    at(index) == UInt8(ascii: "-") ? 1 : has("\u{2212}", at: index) ? 3 : 0
  }

  func string(_ span: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[span]), as: UTF8.self)
  }
}
