extension SentenceScanner {
  /// The first letter or digit of what may be a sentence.
  struct FirstLetter {
    let scalar: Unicode.Scalar
    let index: Int
  }

  /// What the words from `index` on begin with, behind opening marks and a dash; `nil` if the
  /// bytes are no UTF-8.
  func firstLetter(from index: Int) -> FirstLetter? {
    var index = index
    var afterDash = index
    while text.dash(at: afterDash) > 0 { afterDash += text.dash(at: afterDash) }
    let afterSpace = afterWhiteSpace(afterDash)
    // `– Next` opens a sentence, `– and so on` and `-5` do not.
    if afterDash > index, afterSpace > afterDash,
      text.scalar(at: afterSpace)?.properties.isUppercase == true
    {
      index = afterSpace
    }
    while text.opener(at: index) > 0 { index += text.opener(at: index) }
    return text.scalar(at: index).map { FirstLetter(scalar: $0, index: index) }
  }

  /// Whether the full stop behind `word` belongs to it and the sentence goes on.
  func isAbbreviation(
    _ word: Slice<UnsafeBufferPointer<UInt8>>, before first: FirstLetter
  ) -> Bool {
    guard let initial = word.first else { return false }
    let isAtStart = word.startIndex == start
    if isAtStart, word.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
      return true  // the number of an item
    }
    let packed = Abbreviations.pack(word)
    if packed != 0, Abbreviations.leading.contains(packed) { return true }
    let isLetter = word.count == 1 && initial.isLetter || isOneCapital(word)
    if isLetter, isAtStart { return true }
    let isInitial = isLetter && !initial.isSmall && initial != UInt8(ascii: "I")
    if isInitial || isAcronym(word) || packed != 0 && Abbreviations.inner.contains(packed) {
      return !isOpener(at: first.index)
    }
    guard packed != 0, Abbreviations.numbering.contains(packed) else { return false }
    return first.scalar.properties.isLowercase || first.scalar.properties.numericType != nil
  }

  /// Whether the sentence at hand begins with a small letter.
  var beginsSmall: Bool {
    var index = start
    while index < text.end, index - start < 16 {
      let byte = text.bytes[index]
      if byte.isLetter || byte >= 0x80 {
        return text.scalar(at: index)?.properties.isLowercase ?? false
      }
      index += 1
    }
    return false
  }

  /// Whether the word is one letter beyond ASCII, as in `É. Zola`.
  private func isOneCapital(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard word.count == 2, let scalar = text.scalar(at: word.startIndex), scalar.value > 0x7F else {
      return false
    }
    return scalar.properties.isUppercase
  }

  /// Whether the word is letters and dots, at most two letters in a row: `U.S`, `p.m`, `EE.UU`.
  private func isAcronym(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var letters = 0
    var hasDot = false
    for byte in word {
      if byte == UInt8(ascii: ".") {
        guard letters > 0 else { return false }
        hasDot = true
        letters = 0
      } else {
        letters += 1
        guard byte.isLetter, letters <= 2 else { return false }
      }
    }
    return hasDot && letters > 0
  }

  /// Whether the word at `index` is capitalised and one with which sentences begin.
  private func isOpener(at index: Int) -> Bool {
    guard let first = text.scalar(at: index), first.properties.isUppercase else { return false }
    var after = index
    while after - index < 9, text.at(after).isLetter || text.at(after) >= 0x80 { after += 1 }
    let packed = Abbreviations.pack(text.bytes[index..<after])
    return packed != 0 && Abbreviations.openers.contains(packed)
  }
}
