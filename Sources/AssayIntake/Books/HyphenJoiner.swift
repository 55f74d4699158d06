import AssayText

/// Whether a hyphen at the end of a line divides a word or belongs to it, as the rest of the text
/// has the word.
///
/// It goes if the text has the whole word without it elsewhere, or has it neither way; it stays if
/// the text has the word with it alone. Between capitals and figures it always stays.
struct HyphenJoiner {
  /// Hashes of the words of the text, those with hyphens as a whole.
  private var words: Set<UInt64> = []

  init(_ pages: [[PDFPages.Line]]) {
    for line in pages.joined() {
      for word in line.words.split(separator: 0x20) {
        let bare = Self.bare(word)
        // The halves at the ends of lines are no words.
        if word.endIndex == line.words.endIndex, bare.endIndex < word.endIndex { continue }
        words.insert(ByteHash.folded(Array(bare)))
      }
    }
  }

  /// A word without the marks around it.
  private static func bare(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var word = word.drop { !isLetter($0) }
    while let last = word.last, !isLetter(last) { word.removeLast() }
    return word
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isDigit || (byte | 0x20) &- 0x61 < 26
  }

  private static func isSmall(_ byte: UInt8?) -> Bool {
    byte.map { $0 &- 0x61 < 26 || $0 >= 0x80 } ?? false
  }

  /// Makes `text` end so that `line` goes on with its last word.
  ///
  /// - Returns: whether a hyphen stood at the end, so that no space is needed.
  func join(_ text: inout [UInt8], _ line: ArraySlice<UInt8>) -> Bool {
    if text.suffix(2).elementsEqual([0xC2, 0xAD]) {
      text.removeLast(2)
      return true
    }
    guard text.last == UInt8(ascii: "-"), text.count > 1, Self.isLetter(text[text.count - 2]) else {
      return false
    }
    guard Self.isSmall(text[text.count - 2]), Self.isSmall(line.first) else { return true }
    let head = text.dropLast().suffix(60).split { $0 <= 0x20 }.last.map(Self.bare) ?? []
    let tail = line.prefix { Self.isLetter($0) || $0 == UInt8(ascii: "-") }
    let whole = Array(head) + Self.bare(tail)
    let divided = Array(head) + [UInt8(ascii: "-")] + Self.bare(tail)
    let isDivided =
      words.contains(ByteHash.folded(divided)) && !words.contains(ByteHash.folded(whole))
    if !isDivided { text.removeLast() }
    return true
  }
}
