/// The sentences of one block, one at a time.
///
/// A sentence ends at a terminator, the closing marks behind it and white space, unless what
/// stands on either side says that it goes on; see `Boundary`.
struct SentenceScanner {
  let text: ByteReading
  let isQuote: Bool
  let isMarkdown: Bool
  /// Where the sentence at hand begins.
  private(set) var start: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, in block: Block, isMarkdown: Bool) {
    text = ByteReading(bytes: bytes, end: block.end)
    isQuote = block.kind == .quote
    self.isMarkdown = isMarkdown
    start = block.start
  }

  /// The next sentence, or `nil` at the end of the block.
  mutating func next() -> (start: Int, end: Int)? {
    let begin = start
    guard begin < text.end else { return nil }
    var index = begin
    while index < text.end {
      let byte = text.bytes[index]
      guard byte.mayEndSentence else {
        index += 1
        continue
      }
      var after = index + 1
      if let boundary = boundary(at: index, byte, resume: &after) {
        start = boundary.next
        return (begin, boundary.end)
      }
      index = after
    }
    start = text.end
    return (begin, text.end)
  }

  /// Where a sentence ends and the next begins.
  struct Boundary {
    let end: Int
    let next: Int
  }

  /// The boundary that the byte at `index` makes, if it does; else where to look on.
  private func boundary(at index: Int, _ byte: UInt8, resume: inout Int) -> Boundary? {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "-"):
      return divider(at: index, resume: &resume)
    case UInt8(ascii: ":"), UInt8(ascii: ";"): return smile(at: index)
    default:
      guard let stop = stop(at: index) else { return nil }
      resume = stop.afterMarks
      return boundary(at: stop)
    }
  }

  /// A row of asterisks or the like between sentences is a passage of its own.
  private func divider(at index: Int, resume: inout Int) -> Boundary? {
    guard index == start || text.bytes[index - 1].isSpace else { return nil }
    var after = index
    while text.at(after) == text.bytes[index] { after += 1 }
    resume = after
    // Three hyphens are a dash.
    let least = text.bytes[index] == UInt8(ascii: "-") ? 5 : 3
    guard after - index >= least, after >= text.end || text.whiteSpace(at: after) > 0 else {
      return nil
    }
    if index == start {
      return after < text.end ? Boundary(end: after, next: afterWhiteSpace(after)) : nil
    }
    var end = index
    while end > start, text.bytes[end - 1].isSpace { end -= 1 }
    return Boundary(end: end, next: index)
  }

  /// `:-)` before a capital ends a sentence as well as a full stop does.
  private func smile(at index: Int) -> Boundary? {
    guard index > start, text.bytes[index - 1].isSpace else { return nil }
    var after = index + 1
    if text.at(after) == UInt8(ascii: "-") { after += 1 }
    guard ")(DPp".utf8.contains(text.at(after)) else { return nil }
    let next = afterWhiteSpace(after + 1)
    guard next > after + 1, text.scalar(at: next)?.properties.isUppercase == true else {
      return nil
    }
    return Boundary(end: after + 1, next: next)
  }

  /// The first byte from `index` on that is no white space, nor the mark of a quoted line.
  func afterWhiteSpace(_ index: Int) -> Int {
    var index = index
    while true {
      let length = text.whiteSpace(at: index)
      guard length > 0 else { return index }
      let isNewline = text.at(index) == UInt8(ascii: "\n")
      index += length
      guard isQuote, isNewline else { continue }
      while text.at(index).isSpace || text.at(index) == UInt8(ascii: ">") { index += 1 }
    }
  }
}

extension UInt8 {
  /// Whether the byte is, or begins, something at which a sentence may end.
  fileprivate var mayEndSentence: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "*"),
      UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ";"),
      0xD8, 0xE0, 0xE2, 0xE3, 0xEF:
      true
    default: false
    }
  }

  fileprivate var isSpace: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }
}
