/// The line of a text in which a fault lies, cut to what a screen can show.
package struct Excerpt: Hashable, Sendable {
  package let name: String
  package let line: Int
  /// In characters, from 1.
  package let column: Int
  /// Where the fault begins.
  package let start: ScalarPosition
  /// The place behind the fault, which may be in another line.
  package let end: ScalarPosition
  /// The line, or the part of a long line around the fault.
  package let text: String
  /// What stands before the fault in ``text``.
  package let before: String
  /// The faulty words, up to the end of the line.
  package let marked: String

  /// How many bytes of a long line are kept on either side of the fault.
  private static let reach = 60

  init(of span: Span, in source: SourceText, at position: Position) {
    let bytes = source.shown ?? source.bytes
    let start = min(span.start, bytes.count)
    let newline = UInt8(ascii: "\n")
    var lineEnd = start
    while lineEnd < bytes.count, bytes[lineEnd] != newline, lineEnd - start < 4 * Self.reach {
      lineEnd += 1
    }
    if lineEnd > start, lineEnd <= bytes.count, bytes[lineEnd - 1] == UInt8(ascii: "\r") {
      lineEnd -= 1
    }
    let isLong = lineEnd - position.lineStart > 4 * Self.reach
    var from = isLong ? max(position.lineStart, start - Self.reach) : position.lineStart
    var to = isLong ? min(lineEnd, max(min(span.end, lineEnd), start) + Self.reach) : lineEnd
    while from < start, bytes[from] & 0xC0 == 0x80 { from += 1 }
    while to > start, to < bytes.count, bytes[to] & 0xC0 == 0x80 { to -= 1 }
    let stop = min(max(span.end, start), to)
    name = source.name
    line = position.line
    column = position.column
    self.start = ScalarPosition(of: start, in: bytes, line: position.line, from: position.lineStart)
    end = self.start.advanced(over: bytes[start..<min(max(span.end, start), bytes.count)])
    let lead = from > position.lineStart ? "…" : ""
    before = lead + String(decoding: bytes[from..<start], as: UTF8.self)
    marked = String(decoding: bytes[start..<max(stop, start)], as: UTF8.self)
    text = lead + String(decoding: bytes[from..<max(to, start)], as: UTF8.self)
  }
}

/// A place in a text as programs count it: line and column from 1, the column in Unicode scalars.
package struct ScalarPosition: Hashable, Sendable {
  package let line: Int
  package let column: Int

  private init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  /// - Parameters:
  ///   - offset: the byte of the place.
  ///   - line: its line.
  ///   - lineStart: the byte where that line begins.
  init(of offset: Int, in bytes: [UInt8], line: Int, from lineStart: Int) {
    // As in ``LineTable``: far to the right bytes are counted, lest a long line be read many times.
    let distance = offset - lineStart
    let isCounted = distance <= 10_000
    column = 1 + (isCounted ? Self.scalars(in: bytes[lineStart..<offset]) : distance)
    self.line = line
  }

  /// The place behind `bytes` that begin here.
  func advanced(over bytes: ArraySlice<UInt8>) -> ScalarPosition {
    let newline = UInt8(ascii: "\n")
    guard let last = bytes.lastIndex(of: newline) else {
      return ScalarPosition(line: line, column: column + Self.scalars(in: bytes))
    }
    let lines = bytes.count { $0 == newline }
    return ScalarPosition(line: line + lines, column: 1 + Self.scalars(in: bytes[(last + 1)...]))
  }

  /// How many scalars begin among the bytes.
  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
