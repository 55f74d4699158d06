/// The words of one sentence, found in one pass over its bytes.
///
/// The storage is used again for the next sentence.
struct WordScan {
  private(set) var words: [SentenceWord] = []
  /// Whether the sentence is a question, as its last mark outside of quotations says.
  private(set) var isQuestion = false
  /// Whether it ends with a full stop or another mark that ends sentences.
  private(set) var isEnded = false
  /// Whether it has a `|`, as rows of tables have.
  private(set) var hasBar = false

  private var isInQuote = false

  /// Reads the words of `range`, numbered by `lexicon`.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ lexicon: CueLexicon
  ) {
    words.removeAll(keepingCapacity: true)
    (isQuestion, isEnded, hasBar, isInQuote) = (false, false, false, false)
    let end = min(range.upperBound, bytes.count)
    var index = max(range.lowerBound, 0)
    var gap: SentenceWord.Gap = []
    while index < end {
      let byte = bytes[index]
      if Self.isLetter(byte) || byte >= 0x80 && !Self.isMark(bytes, index, end) {
        index = readWord(bytes, index, end, gap, lexicon)
        gap = []
        (isQuestion, isEnded) = (false, false)
      } else {
        index += readMark(bytes, index, end, &gap)
      }
    }
  }

  /// Reads what is no word, and gives how many bytes it has.
  private mutating func readMark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ gap: inout SentenceWord.Gap
  ) -> Int {
    switch bytes[index] {
    case 0x20, 0x0A, 0x0D, 0x09: return 1
    case UInt8(ascii: ","): gap.insert(.comma)
    case UInt8(ascii: "."), UInt8(ascii: "!"): isEnded = true
    case UInt8(ascii: "?"):
      isEnded = true
      isQuestion = isQuestion || !isInQuote
    case UInt8(ascii: ":"):
      isEnded = true
      gap.insert(.colon)
    case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      gap.insert(.stop)
    case UInt8(ascii: "|"):
      hasBar = true
      gap.insert(.stop)
    case UInt8(ascii: "-"):
      // A hyphen within a word joins; one with a space is a dash.
      let isDash = index + 1 >= end || !Self.isWord(bytes, index + 1, end)
      gap.insert(isDash ? .stop : .hyphen)
    case UInt8(ascii: "\""):
      quote(opens: !isInQuote, &gap)
    case 0xC2:
      let next = index + 1 < end ? bytes[index + 1] : 0
      if next == 0xAB { quote(opens: true, &gap) }
      if next == 0xBB { quote(opens: false, &gap) }
      return min(2, end - index)
    case 0xE2:
      guard index + 2 < end, bytes[index + 1] == 0x80 else { return min(3, end - index) }
      switch bytes[index + 2] {
      case 0x9C, 0x9E: quote(opens: true, &gap)
      case 0x9D: quote(opens: false, &gap)
      case 0x93...0x95: gap.insert(.stop)
      case 0xA6: isEnded = true
      default: break
      }
      return 3
    case let byte where byte >= 0xE0: return min(byte >= 0xF0 ? 4 : 3, end - index)
    default: break
    }
    return 1
  }

  private mutating func quote(opens: Bool, _ gap: inout SentenceWord.Gap) {
    gap.insert(.quote)
    if !opens, !isInQuote {
      // The quotation began in a sentence before.
      for index in words.indices { words[index].form.insert(.quoted) }
    }
    isInQuote = opens
  }

  /// Reads the word that begins at `start`, and gives where it ends.
  private mutating func readWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ gap: SentenceWord.Gap,
    _ lexicon: CueLexicon
  ) -> Int {
    var index = start
    var hash = WordLetters.seed
    var (key, letters): (UInt32, Int) = (0, 0)
    var form: SentenceWord.Form = isInQuote ? .quoted : []
    var possessiveLength = 0
    let first = bytes[start]
    if first &- 0x41 < 26 || Self.isLatinCapital(bytes, start, end) { form.insert(.capital) }
    if first &- 0x30 < 10 { form.insert(.number) }
    var hasSmall = false
    while index < end {
      var byte = bytes[index]
      if byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 {
        if byte &- 0x61 < 26 { hasSmall = true }
        if byte &- 0x41 < 26 { byte |= 0x20 }
      } else if byte >= 0x80 {
        if Self.isApostrophe(bytes, index, end) {
          let length = 3
          if Self.isPossessive(bytes, index + length, end) {
            possessiveLength = length + 1
            break
          }
          guard Self.isWord(bytes, index + length, end) else { break }
          hash = WordLetters.add(UInt8(ascii: "'"), to: hash)
          index += length
          continue
        }
        if byte & 0xC0 != 0x80, Self.isMark(bytes, index, end) { break }
        hasSmall = true
        if index > start { byte = Self.folded(byte, after: bytes[index - 1]) }
      } else if byte == UInt8(ascii: "'") {
        if Self.isPossessive(bytes, index + 1, end) {
          possessiveLength = 2
          break
        }
        guard Self.isWord(bytes, index + 1, end) else { break }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        guard Self.joins(bytes, index, start, end) else { break }
      } else {
        break
      }
      hash = WordLetters.add(byte, to: hash)
      if letters < 3 { key = key << 8 | UInt32(byte) }
      letters += 1
      index += 1
    }
    if form.contains(.capital), !hasSmall, index - start > 1 { form.insert(.capitals) }
    var exact = lexicon.table.number(of: WordLetters.finished(hash))
    if possessiveLength > 0 {
      // `let's` is a word of its own.
      let whole = "'s".utf8.reduce(hash) { WordLetters.add($1, to: $0) }
      let number = lexicon.table.number(of: WordLetters.finished(whole))
      if number >= 0 {
        (exact, index, possessiveLength) = (number, index + possessiveLength, 0)
      }
    }
    var stem: Int32 = -1
    if letters >= 3 {
      stem = lexicon.stem(key: key, of: UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }
    var meaning: WordClass = exact >= 0 ? lexicon.meanings[Int(exact)] : []
    if stem >= 0 { meaning.formUnion(lexicon.meanings[Int(stem)]) }
    words.append(
      SentenceWord(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index),
        exact: exact, stem: stem, meaning: meaning, form: form, gap: gap,
        possessiveLength: UInt8(possessiveLength)))
    return index + possessiveLength
  }
}

extension WordScan {
  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether a word goes on at `index`.
  private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool
  {
    guard index < end else { return false }
    return isLetter(bytes[index]) || bytes[index] >= 0x80 && !isMark(bytes, index, end)
  }

  /// Whether the byte beyond ASCII at `index` begins a mark rather than a letter.
  private static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool
  {
    switch bytes[index] {
    case 0xC2: index + 1 < end && ![0xAA, 0xB5, 0xBA].contains(bytes[index + 1])
    case 0xE2: index + 1 < end && 0x80...0xAF ~= bytes[index + 1]
    case 0xE3: index + 1 < end && bytes[index + 1] == 0x80
    case 0xEF: index + 1 < end && bytes[index + 1] == 0xBC
    case 0xF0: true
    default: false
    }
  }

  private static func isApostrophe(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Bool {
    index + 2 < end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
  }

  /// Whether an `s` stands at `index`, and the word ends behind it.
  private static func isPossessive(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Bool {
    index < end && bytes[index] | 0x20 == UInt8(ascii: "s") && !isWord(bytes, index + 1, end)
  }

  private static func isLatinCapital(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Bool {
    bytes[index] == 0xC3 && index + 1 < end && 0x80...0x9E ~= bytes[index + 1]
  }

  /// Whether the point or comma at `index` belongs to the word: `1,234.5`, `U.S`.
  private static func joins(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ start: Int, _ end: Int
  ) -> Bool {
    guard index + 1 < end, index > start else { return false }
    let (before, after) = (bytes[index - 1], bytes[index + 1])
    if before &- 0x30 < 10, after &- 0x30 < 10 { return true }
    let isInitial = index == start + 1 || bytes[index - 2] == UInt8(ascii: ".")
    return bytes[index] == UInt8(ascii: ".") && isInitial && before &- 0x41 < 26
      && after &- 0x41 < 26
  }

  /// The letters of a word of a language file, folded as words of a text are: Latin letters made
  /// small, accents kept.
  static func folded(_ word: some StringProtocol) -> [UInt8] {
    var letters = Array(word.utf8)
    for index in letters.indices {
      letters[index] = folded(letters[index], after: index > 0 ? letters[index - 1] : 0)
    }
    return letters
  }

  @inline(__always)
  static func folded(_ byte: UInt8, after before: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    return before == 0xC3 && byte >= 0x80 && byte < 0x9F && byte != 0x97 ? byte | 0x20 : byte
  }

  /// Whether a word of a text begins with folded letters.
  static func begins(_ word: UnsafeBufferPointer<UInt8>, with letters: [UInt8]) -> Bool {
    guard word.count >= letters.count else { return false }
    for index in letters.indices {
      let before = index > 0 ? word[index - 1] : 0
      guard folded(word[index], after: before) == letters[index] else { return false }
    }
    return true
  }
}
