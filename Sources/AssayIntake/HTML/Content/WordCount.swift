/// How many words a stretch of text has, by the white space between them.
struct WordCount {
  private(set) var count = 0
  /// Whether the last word ends with a mark that ends sentences, quotation marks aside.
  private(set) var endsSentence = false

  init() {}

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isWithin = false
    var index = 0
    while index < bytes.count {
      let gap = PlainWords.gap(bytes, index)
      if gap.width > 0 {
        if gap.isSpace { isWithin = false }
        index += gap.width
        continue
      }
      // A lone dash or bullet is no word.
      let byte = bytes[index]
      let isWord = byte >= 0x80 || byte.isDigit || (byte | 0x20) &- 0x61 < 26
      if !isWithin, isWord {
        isWithin = true
        count += 1
      }
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): endsSentence = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): break
      case 0xE2 where Self.isQuoteOrEllipsis(bytes, index):
        if bytes[index + 2] == 0xA6 { endsSentence = true }
        index += 2
      default: endsSentence = false
      }
      index += 1
    }
  }

  /// Whether one of `’ ” …` stands at a place.
  private static func isQuoteOrEllipsis(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0x80
      && [0x99, 0x9D, 0xA6].contains(bytes[index + 2])
  }
}
