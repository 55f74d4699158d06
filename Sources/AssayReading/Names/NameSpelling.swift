import AssayText

/// How a name is written: its words as they stand, and how closely a text has to follow them.
///
/// Case and accents are forgiven in names in which nothing else would be found by that:
///
/// - A name of at most three letters or digits, and one without a small letter, such as `US`,
///   `WHO`, `U.S.` or `NATO`, matches only as it is written.
/// - So does a name that is one common word, with or without an article or the like before it, such
///   as `Turkey`, `Will` or `The Times`; but if it has a small letter in front, or several words,
///   its first letter may be small or a capital.
/// - Every other name matches in any case, and with accents or without.
struct NameSpelling: Sendable {
  /// The words with a space between them.
  private var text: [UInt8] = []
  /// Whether the first letter may be small or a capital.
  private let forgivesFirst: Bool
  /// Whether the text has to follow the spelling at all.
  let isStrict: Bool

  /// - Parameters:
  ///   - words: the words of `bytes`; at least one.
  ///   - isCommon: whether the name is also a word of the language.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ words: [NameWord], isCommon: Bool) {
    var letters = 0
    var hasSmall = false
    for word in words {
      var index = word.start
      while index < word.end {
        let (value, length) = bytes.scalar(at: index)
        letters += 1
        hasSmall = hasSmall || Unicode.Scalar(value)?.properties.isLowercase ?? false
        index += length
      }
    }
    let isShort = letters <= 3 || !hasSmall
    isStrict = isShort || isCommon
    forgivesFirst = !isShort && (words.count > 1 || bytes[words[0].start].isSmall)
    guard isStrict else { return }
    for word in words {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text += bytes[word.start..<word.end]
    }
  }

  /// Whether the words stand in a text as they do here.
  ///
  /// - Parameters:
  ///   - count: how many words there are.
  ///   - word: the words of the text, counted from 0.
  func matches(
    _ bytes: UnsafeBufferPointer<UInt8>, count: Int, _ word: (Int) -> NameWord
  ) -> Bool {
    var place = 0
    for number in 0..<count {
      if place > 0 { place += 1 }
      let word = word(number)
      guard place + word.end - word.start <= text.count else { return false }
      for index in word.start..<word.end {
        let isEqual =
          text[place] == bytes[index]
          || place == 0 && forgivesFirst && text[0].isLetter && text[0] ^ bytes[index] == 0x20
        guard isEqual else { return false }
        place += 1
      }
    }
    return place == text.count
  }
}
