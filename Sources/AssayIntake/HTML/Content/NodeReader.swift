import AssayText
import CHTML

/// The characters of a text node, each with the bytes of the page that it was made of.
///
/// The library gives the words with entities decoded and, apart from them, the bytes of the page.
/// Both are read side by side.
struct NodeReader {
  /// A character, or several where they cannot be told apart.
  struct Part {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where it stands in the page; `nil` if only ``whole`` is known.
    let origin: Int?
    let width: Int
    let whole: Span
    /// Whether the page has the same bytes there.
    var isVerbatim = false
  }

  private let words: UnsafeBufferPointer<UInt8>
  private let source: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private var index = 0
  private var place: Int
  /// Whether words and page have stopped agreeing.
  private var isLost = false

  init(_ page: HTMLPage, _ node: UnsafePointer<GumboText>) {
    words = page.decoded(node)
    source = page.source
    if let range = page.sourceRange(node) {
      self.range = range
    } else {
      (range, isLost) = (0..<0, true)
    }
    place = range.lowerBound
  }

  mutating func next() -> Part? {
    guard index < words.count else { return nil }
    let start = index
    let size = min(Self.size(words[index]), words.count - index)
    index += size
    let bytes = UnsafeBufferPointer(rebasing: words[start..<index])
    let whole = Span(range.lowerBound, range.upperBound)
    guard !isLost else { return Part(bytes: bytes, origin: nil, width: 0, whole: whole) }
    let origin = place
    if place + size <= range.upperBound, source[place] != UInt8(ascii: "&"),
      (0..<size).allSatisfy({ source[place + $0] == bytes[$0] })
    {
      place += size
      return Part(bytes: bytes, origin: origin, width: size, whole: whole, isVerbatim: true)
    }
    guard place < range.upperBound, source[place] == UInt8(ascii: "&") else {
      isLost = true
      return Part(bytes: bytes, origin: nil, width: 0, whole: whole)
    }
    place += entityLength(bytes)
    return Part(bytes: bytes, origin: origin, width: place - origin, whole: whole)
  }

  /// How many bytes the reference at the place takes that made a character; 1 for a plain `&`.
  private func entityLength(_ made: UnsafeBufferPointer<UInt8>) -> Int {
    var end = place + 1
    if end < range.upperBound, source[end] == UInt8(ascii: "#") {
      end += 1
      while end < range.upperBound, isWord(source[end]) { end += 1 }
    } else {
      while end < range.upperBound, isWord(source[end]), end - place < 40 { end += 1 }
      let isAmpersand = made.count == 1 && made[0] == UInt8(ascii: "&")
      if isAmpersand {
        let isEntity =
          end - place >= 4 && source[place + 1] | 0x20 == UInt8(ascii: "a")
          && source[place + 2] | 0x20 == UInt8(ascii: "m")
          && source[place + 3] | 0x20 == UInt8(ascii: "p")
        guard isEntity else { return 1 }
        end = place + 4
      }
    }
    if end < range.upperBound, source[end] == UInt8(ascii: ";") { end += 1 }
    return end - place
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isDigit || (byte | 0x20) &- 0x61 < 26 }

  /// How many bytes a character of UTF-8 has, by its first.
  private static func size(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
