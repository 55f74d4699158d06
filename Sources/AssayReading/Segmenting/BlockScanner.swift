import Glibc

/// A paragraph of a document, or what Markdown has in its place.
struct Block {
  enum Kind { case prose, quote, heading, code, row }

  let kind: Kind
  let start: Int
  let end: Int
  /// Whether a row is the first of its table.
  var beginsTable = false
}

/// Lines to blocks, one at a time; no block is empty or begins or ends with white space.
struct BlockScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isMarkdown: Bool
  private var offset = 0
  /// The prose that goes on until a line ends it.
  private var open: Block?
  private var isOpenItem = false
  private var isInTable = false
  /// A block that a line made while it also ended the open one.
  private var pending: Block?

  init(_ bytes: UnsafeBufferPointer<UInt8>, isMarkdown: Bool) {
    self.bytes = bytes
    self.isMarkdown = isMarkdown
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next block, or `nil` at the end.
  mutating func next() -> Block? {
    if let block = pending {
      pending = nil
      return block
    }
    while offset < bytes.count {
      let line = readLine()
      if let block = isMarkdown ? markdown(line) : plain(line) { return block }
    }
    return close()
  }

  /// A line without the white space around it and the `>` before it.
  private struct Line {
    var start: Int
    var end: Int
    var isQuote = false
    var isBlank: Bool { start >= end }
  }

  private mutating func readLine() -> Line {
    var end = bytes.count
    if let base = bytes.baseAddress, let found = memchr(base + offset, 10, end - offset) {
      end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
    var line = Line(start: offset, end: end)
    offset = end + 1
    line.start = afterBlanks(line.start, end)
    if isMarkdown {
      while line.start < end, bytes[line.start] == UInt8(ascii: ">") {
        line.isQuote = true
        line.start = afterBlanks(line.start + 1, end)
      }
    }
    while line.end > line.start, bytes[line.end - 1].isBlank { line.end -= 1 }
    return line
  }

  private func afterBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index].isBlank { index += 1 }
    return index
  }

  /// Ends the open prose and gives it.
  private mutating func close() -> Block? {
    defer { open = nil }
    return open
  }

  private mutating func plain(_ line: Line) -> Block? {
    if line.isBlank { return close() }
    open = Block(kind: .prose, start: open?.start ?? line.start, end: line.end)
    return nil
  }
}

extension BlockScanner {
  private mutating func markdown(_ line: Line) -> Block? {
    let wasInTable = isInTable
    isInTable = false
    if line.isBlank || isRule(line) || isBareMark(line) { return close() }
    switch bytes[line.start] {
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if let fence = fence(of: line) { return standing(code(fence, isQuote: line.isQuote)) }
    case UInt8(ascii: "#"):
      if let heading = heading(line) { return standing(heading) }
    case UInt8(ascii: "|"):
      isInTable = true
      let isDelimiter = bytes[line.start..<line.end].allSatisfy { $0.isTableRule }
      let row = Block(kind: .row, start: line.start, end: line.end, beginsTable: !wasInTable)
      return standing(isDelimiter ? nil : row)
    default: break
    }
    if let content = item(line) {
      let item = close()
      isOpenItem = true
      open = Block(kind: line.isQuote ? .quote : .prose, start: content, end: line.end)
      return item
    }
    let kind = line.isQuote ? Block.Kind.quote : .prose
    if let block = open, block.kind == kind {
      open = Block(kind: kind, start: block.start, end: line.end)
      return nil
    }
    defer { open = Block(kind: kind, start: line.start, end: line.end) }
    isOpenItem = false
    return close()
  }

  /// Gives the open prose first, if there is some, and then `block`.
  private mutating func standing(_ block: Block?) -> Block? {
    guard let before = close() else { return block }
    pending = block
    return before
  }

  /// Whether the line divides: `---`, `* * *`, or `===` under a title.
  private func isRule(_ line: Line) -> Bool {
    let mark = bytes[line.start]
    guard "-*_=".utf8.contains(mark) else { return false }
    var count = 0
    for byte in bytes[line.start..<line.end] where !byte.isBlank {
      guard byte == mark else { return false }
      count += 1
    }
    return count >= 3
  }

  /// Whether the line is the mark of a heading or list item without any words.
  private func isBareMark(_ line: Line) -> Bool {
    let marks = bytes[line.start..<line.end]
    let isHeading = marks.count <= 6 && marks.allSatisfy { $0 == UInt8(ascii: "#") }
    return isHeading || marks.count == 1 && "-*+".utf8.contains(bytes[line.start])
  }

  private func heading(_ line: Line) -> Block? {
    let mark = UInt8(ascii: "#")
    var index = line.start
    while index < line.end, bytes[index] == mark { index += 1 }
    guard index - line.start <= 6, index < line.end, bytes[index].isBlank else { return nil }
    let start = afterBlanks(index, line.end)
    var end = line.end
    while end > start, bytes[end - 1] == mark { end -= 1 }
    // `C#` is no closing mark; `# Title #` has one.
    if end > start, !bytes[end - 1].isBlank { end = line.end }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return end > start ? Block(kind: .heading, start: start, end: end) : nil
  }

  /// Where the words of a list item begin, or `nil` if the line is none.
  private func item(_ line: Line) -> Int? {
    var index = line.start
    if "-*+".utf8.contains(bytes[index]) {
      index += 1
    } else {
      while index < line.end, bytes[index].isDigit, index - line.start < 9 { index += 1 }
      guard index > line.start, index < line.end, ".)".utf8.contains(bytes[index]) else {
        return nil
      }
      // Within prose a line may begin with the year that ends a sentence; only a 1 begins a list.
      let isOne = index - line.start == 1 && bytes[line.start] == UInt8(ascii: "1")
      guard open == nil || isOpenItem || isOne else { return nil }
      index += 1
    }
    guard index < line.end, bytes[index].isBlank else { return nil }
    return afterBlanks(index, line.end)
  }

  /// The mark and length of a fence that the line opens.
  private func fence(of line: Line) -> (mark: UInt8, length: Int)? {
    let mark = bytes[line.start]
    var index = line.start
    while index < line.end, bytes[index] == mark { index += 1 }
    let length = index - line.start
    // Three backticks and a fourth later on are code within a line.
    let isInline = mark == UInt8(ascii: "`") && bytes[index..<line.end].contains(mark)
    return length >= 3 && !isInline ? (mark, length) : nil
  }

  /// The lines up to the closing fence, or to the end when there is none.
  private mutating func code(_ fence: (mark: UInt8, length: Int), isQuote: Bool) -> Block? {
    var start: Int?
    var end = offset
    while offset < bytes.count {
      let before = offset
      let line = readLine()
      if isQuote && !line.isQuote {
        offset = before
        break
      }
      let isFence =
        line.end - line.start >= fence.length
        && bytes[line.start..<line.end].allSatisfy { $0 == fence.mark }
      if isFence { break }
      if line.isBlank { continue }
      start = start ?? line.start
      end = line.end
    }
    return start.map { Block(kind: .code, start: $0, end: end) }
  }
}

extension UInt8 {
  /// Whether the byte is white space within a line or at its end.
  fileprivate var isBlank: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }

  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether the byte may stand in the line between the head and the rows of a table.
  fileprivate var isTableRule: Bool { isBlank || "|-:".utf8.contains(self) }
}
