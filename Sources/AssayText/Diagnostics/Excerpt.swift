/// The line of a text in which a fault lies, cut to what a screen can show.
package struct Excerpt: Hashable, Sendable {
  package let name: String
  package let line: Int
  /// In characters, from 1.
  package let column: Int
  /// The line, or the part of a long line around the fault.
  package let text: String
  /// What stands before the fault in ``text``.
  package let before: String
  /// The faulty words, up to the end of the line.
  package let marked: String

  /// How many bytes of a long line are kept on either side of the fault.
  private static let reach = 60

  init(of span: Span, in source: SourceText, at position: Position) {
    let bytes = source.bytes
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
    let lead = from > position.lineStart ? "…" : ""
    before = lead + String(decoding: bytes[from..<start], as: UTF8.self)
    marked = String(decoding: bytes[start..<max(stop, start)], as: UTF8.self)
    text = lead + String(decoding: bytes[from..<max(to, start)], as: UTF8.self)
  }
}
