extension SentenceScanner {
  /// A run of terminators with what closes behind it.
  struct Stop {
    let start: Int
    let afterMarks: Int
    let afterClosers: Int
    /// A full stop alone, which may belong to an abbreviation.
    var isFullStop = false
    /// Dots of omission, after which a sentence may go on.
    var isEllipsis = false
    /// A mark of scripts without spaces, which ends a sentence wherever it stands.
    var isWide = false
  }

  /// The terminators at `index`, or `nil` if there are none.
  func stop(at index: Int) -> Stop? {
    var after = index
    var isWide = false
    while let (length, wide) = terminator(at: after) {
      after += length
      isWide = wide
    }
    guard after > index else { return nil }
    let isDot = text.at(index) == UInt8(ascii: ".")
    return Stop(
      start: index, afterMarks: after, afterClosers: afterClosers(after, isWide: isWide),
      isFullStop: isDot && after == index + 1,
      isEllipsis: isDot && after > index + 1 && text.at(index + 1) == UInt8(ascii: ".")
        || text.at(index) == 0xE2,
      isWide: isWide)
  }

  private func terminator(at index: Int) -> (length: Int, isWide: Bool)? {
    let second = text.at(index + 1)
    let third = text.at(index + 2)
    switch text.at(index) {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return (1, false)
    case 0xD8: return second == 0x9F ? (2, false) : nil  // ؟
    case 0xE0: return second == 0xA5 && third == 0xA4 ? (3, false) : nil  // ।
    case 0xE2: return second == 0x80 && third == 0xA6 ? (3, false) : nil  // …
    case 0xE3: return second == 0x80 && third == 0x82 ? (3, true) : nil  // 。
    case 0xEF:  // ！ ？ ｡
      let isMark = second == 0xBC && (third == 0x81 || third == 0x9F)
      return isMark || second == 0xBD && third == 0xA1 ? (3, true) : nil
    default: return nil
    }
  }

  /// Behind quotation marks, brackets, the marks of emphasis and of a note: `”)`, `**`, `[12]`.
  private func afterClosers(_ index: Int, isWide: Bool) -> Int {
    var index = index
    while true {
      let length = text.closer(at: index)
      let byte = text.at(index)
      // In scripts without spaces `“` opens the next sentence; in German it closes this one.
      if isWide, byte == 0xE2, text.at(index + 2) == 0x9C { return index }
      if length > 0 {
        index += length
      } else if isMarkdown, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
        index += 1
      } else if byte == UInt8(ascii: "["), let end = note(at: index) {
        index = end
      } else {
        return index
      }
    }
  }

  /// The end of a note such as `[12]` or `[^3]` at `index`, or `nil`.
  private func note(at index: Int) -> Int? {
    var after = index + 1
    if text.at(after) == UInt8(ascii: "^") { after += 1 }
    let digits = after
    while UInt8(ascii: "0")...UInt8(ascii: "9") ~= text.at(after), after - digits < 5 { after += 1 }
    return after > digits && text.at(after) == UInt8(ascii: "]") ? after + 1 : nil
  }

  /// The boundary at a stop, unless the sentence goes on behind it.
  func boundary(at stop: Stop) -> Boundary? {
    let next = afterWhiteSpace(stop.afterClosers)
    guard next < text.end else { return nil }
    let boundary = Boundary(end: stop.afterClosers, next: next)
    if stop.isWide { return boundary }
    if next == stop.afterClosers { return isGlued(stop) ? boundary : nil }
    guard let first = firstLetter(from: next) else { return boundary }
    let word = wordBefore(stop.start)
    if ",;:-–—&/.!?…)]".unicodeScalars.contains(first.scalar) { return nil }
    if stop.isFullStop, isAbbreviation(word, before: first) { return nil }
    guard first.scalar.properties.isLowercase else { return boundary }
    if stop.afterClosers > stop.afterMarks || stop.isEllipsis { return nil }
    // Who begins sentences with small letters goes on doing so.
    return stop.isFullStop && word.count >= 4 || beginsSmall ? boundary : nil
  }

  /// Whether a new sentence follows without a space, as in `the album.That way`.
  private func isGlued(_ stop: Stop) -> Bool {
    guard stop.afterClosers == stop.afterMarks else { return false }
    let word = wordBefore(stop.start)
    guard word.count >= 3, word.allSatisfy(\.isLetter), word.suffix(2).allSatisfy(\.isSmall),
      text.at(stop.afterMarks).isCapital,
      text.at(stop.afterMarks + 1).isSmall || text.at(stop.afterMarks + 1) == 0x20
    else { return false }
    // A name of a file or a site has more dots or a slash.
    var index = stop.afterMarks
    while index - stop.afterMarks < 32, text.at(index).isLetter { index += 1 }
    return text.whiteSpace(at: index) > 0 || ",'".utf8.contains(text.at(index))
  }

  /// The bytes of the word that ends before `index`, at most 24.
  private func wordBefore(_ index: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    var first = index
    while first > start, index - first < 24 {
      let byte = text.bytes[first - 1]
      if byte <= 0x20 || "(\"['".utf8.contains(byte) { break }
      first -= 1
    }
    return text.bytes[first..<index]
  }
}

extension UInt8 {
  var isSmall: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
  var isCapital: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
  var isLetter: Bool { (self | 0x20).isSmall }
}
