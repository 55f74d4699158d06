import AssayModel
import AssayText

/// Markdown in which every place that has the form of a citation is marked.
///
/// `[@a, @b]` becomes `[` and a mark and `]`, and stays in the text as words that mean nothing to
/// Markdown. So Markdown says whether it stands in code or in a link; backslashes are seen before
/// Markdown takes them away. The marks are made of two characters for private use, which are
/// replaced where the prose has them.
struct CitedProse {
  /// `[@a, @b]` in the prose.
  struct Citation {
    /// From the opening bracket to the closing one, in bytes of the prose.
    let range: Range<Int>
    let references: [ReportProse.Reference]
  }

  /// The prose, as it was written.
  let source: [UInt8]
  let citations: [Citation]
  /// The prose with marks.
  let marked: [UInt8]

  init(_ text: String) {
    source = Array(text.utf8)
    (citations, marked) = Self.marking(source)
  }

  /// What stands between the brackets of the citation `index`, as it was written.
  func inside(_ index: Int) -> ArraySlice<UInt8> {
    let range = citations[index].range
    return source[(range.lowerBound + 1)..<(range.upperBound - 1)]
  }

  /// Calls `text` with each stretch of marked words and `citation` with the number of each mark
  /// between them.
  static func split(
    _ words: UnsafeBufferPointer<UInt8>, text: (UnsafeBufferPointer<UInt8>) -> Void,
    citation: (Int) -> Void
  ) {
    var start = 0
    while let open = opening(in: words, from: start) {
      var end = open + mark.count
      var number = 0
      while end < words.count, words[end].isDigit {
        number = number * 10 + Int(words[end] - UInt8(ascii: "0"))
        end += 1
      }
      text(UnsafeBufferPointer(rebasing: words[start..<open]))
      citation(number)
      start = end + mark.count
    }
    text(UnsafeBufferPointer(rebasing: words[min(start, words.count)...]))
  }

  /// U+E000 opens a mark and U+E001 closes it.
  private static let mark: [UInt8] = [0xEE, 0x80, 0x80]
  private static let closingMark: [UInt8] = [0xEE, 0x80, 0x81]

  private static func opening(in words: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    mark.withUnsafeBufferPointer { ByteSearch.first($0, in: words, from: start) }
  }

  private static func marking(_ source: [UInt8]) -> ([Citation], [UInt8]) {
    var citations: [Citation] = []
    var marked: [UInt8] = []
    marked.reserveCapacity(source.count + 64)
    var index = 0
    var isEscaped = false
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "["), !isEscaped, let found = citation(in: source, at: index) {
        marked.append(UInt8(ascii: "["))
        marked.append(contentsOf: mark)
        marked.append(contentsOf: String(citations.count).utf8)
        marked.append(contentsOf: closingMark)
        marked.append(UInt8(ascii: "]"))
        citations.append(found)
        index = found.range.upperBound
        continue
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if isMark(source, at: index) {
        marked.append(contentsOf: "\u{FFFD}".utf8)
        index += mark.count
      } else {
        marked.append(byte)
        index += 1
      }
    }
    return (citations, marked)
  }

  private static func isMark(_ source: [UInt8], at index: Int) -> Bool {
    source[index] == mark[0] && index + 2 < source.count && source[index + 1] == mark[1]
      && (source[index + 2] == mark[2] || source[index + 2] == closingMark[2])
  }

  /// The citation that begins with the bracket at `start`.
  private static func citation(in source: [UInt8], at start: Int) -> Citation? {
    var index = start + 1
    var references: [ReportProse.Reference] = []
    while index < source.count, source[index] == UInt8(ascii: "@") {
      let end = endOfID(source, from: index + 1)
      guard end > index + 1 else { return nil }
      let id = String(decoding: source[(index + 1)..<end], as: UTF8.self)
      references.append(ReportProse.Reference(id: id, offset: index))
      index = skipSpace(source, from: end)
      guard index < source.count else { return nil }
      if source[index] == UInt8(ascii: "]") {
        return Citation(range: start..<(index + 1), references: references)
      }
      guard source[index] == UInt8(ascii: ",") || source[index] == UInt8(ascii: ";") else {
        return nil
      }
      index = skipSpace(source, from: index + 1)
    }
    return nil
  }

  /// Where the letters, digits, `_` and single `-` between them end.
  private static func endOfID(_ source: [UInt8], from start: Int) -> Int {
    var index = start
    while index < source.count {
      if isWordPart(source[index]) {
        index += 1
      } else if source[index] == UInt8(ascii: "-"), index > start, index + 1 < source.count,
        isWordPart(source[index + 1])
      {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80 || byte.isDigit
      || byte == UInt8(ascii: "_")
  }

  /// The first place after spaces and at most one line end.
  private static func skipSpace(_ source: [UInt8], from start: Int) -> Int {
    var index = start
    var hasLineEnd = false
    while index < source.count {
      if source[index] == UInt8(ascii: "\n"), !hasLineEnd {
        hasLineEnd = true
      } else if source[index] != UInt8(ascii: " "), source[index] != UInt8(ascii: "\r") {
        break
      }
      index += 1
    }
    return index
  }
}

extension CitedProse {
  /// The words as they were written, without marks.
  func restored(_ words: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    Self.split(words) {
      out.append(contentsOf: $0)
    } citation: {
      out.append(contentsOf: inside($0))
    }
    return out
  }

  /// The words as they were written, without marks.
  func restored(_ words: String) -> String {
    var words = words
    return words.withUTF8 { String(decoding: restored($0), as: UTF8.self) }
  }
}
