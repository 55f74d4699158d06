import AssayLanguage
import AssayModel
import AssayText

/// Where records stand in the bytes of a corpus file.
package enum RecordFinder {
  /// The bytes of a record, from the word that begins it to its closing brace; `nil` if the text
  /// does not declare it.
  ///
  /// - Parameter line: where an index saw it begin, looked at first.
  package static func span(
    of id: String, _ kind: RecordKind, in text: SourceText, line: Int
  ) -> Span? {
    if let start = offset(ofLine: line, in: text.bytes), isOutsideOfTexts(start, in: text.bytes),
      let span = first(id, kind, in: RecordParser(text, from: start, line: line), lines: 1)
    {
      return span
    }
    return first(id, kind, in: RecordParser(text), lines: .max)
  }

  /// What a record takes with it when it goes: its bytes, the line end if it has its lines for
  /// itself, and one of two empty lines that would then meet.
  package static func removal(of span: Span, in bytes: [UInt8]) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    var start = span.start
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    var end = span.end
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    let hasOwnLines =
      (start == 0 || bytes[start - 1] == newline) && (end == bytes.count || bytes[end] == newline)
    guard hasOwnLines else { return span.start..<span.end }
    if end < bytes.count { end += 1 }
    let above = start - lineEnd(before: start, in: bytes)
    let isAfterEmpty = start == 0 || lineEnd(before: above, in: bytes) > 0
    let below = lineEnd(at: end, in: bytes)
    if isAfterEmpty, below > 0 {
      end += below
    } else if isAfterEmpty, end == bytes.count {
      start = above
    }
    return start..<end
  }

  /// How many bytes the line end before a place has: 0 if there is none.
  private static func lineEnd(before place: Int, in bytes: [UInt8]) -> Int {
    guard place > 0, bytes[place - 1] == UInt8(ascii: "\n") else { return 0 }
    return place > 1 && bytes[place - 2] == UInt8(ascii: "\r") ? 2 : 1
  }

  /// How many bytes the line end at a place has: 0 if there is none.
  private static func lineEnd(at place: Int, in bytes: [UInt8]) -> Int {
    let isReturn = place < bytes.count && bytes[place] == UInt8(ascii: "\r")
    let newline = isReturn ? place + 1 : place
    guard newline < bytes.count, bytes[newline] == UInt8(ascii: "\n") else { return 0 }
    return newline + 1 - place
  }

  /// Whether a text ends in a comment, which takes in whatever comes to stand behind it.
  package static func endsInComment(_ text: SourceText) -> Bool {
    var parser = RecordParser(text)
    while parser.next() != nil {}
    return parser.endOfLastItem < text.bytes.count
  }

  /// Whether a place can be in no text of several lines, since none begins before it.
  private static func isOutsideOfTexts(_ place: Int, in bytes: [UInt8]) -> Bool {
    let mark = Array("\"\"\"".utf8)
    return bytes[..<place].withUnsafeBufferPointer { bytes in
      mark.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes) == nil }
    }
  }

  /// Looks among the records that begin within some lines.
  private static func first(
    _ id: String, _ kind: RecordKind, in parser: RecordParser, lines: Int
  ) -> Span? {
    var parser = parser
    var firstLine: Int?
    while let item = parser.next() {
      let record: Record
      switch item {
      case .record(let found), .faulty(let found): record = found
      case .use, .corpus: continue
      }
      let start = firstLine ?? record.line
      firstLine = start
      if record.line - start >= lines { return nil }
      if record.kind == kind, record.id.id == id {
        return record.span.start < record.span.end
          ? record.span : Span(record.span.start, parser.endOfLastItem)
      }
    }
    return nil
  }

  private static func offset(ofLine line: Int, in bytes: [UInt8]) -> Int? {
    guard line > 1 else { return 0 }
    var seen = 1
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      seen += 1
      if seen == line { return offset + 1 }
    }
    return nil
  }
}

extension UInt8 {
  /// Whether it is a space within a line.
  fileprivate var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
  }
}
