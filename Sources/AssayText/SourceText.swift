/// A text with the name under which a reader knows it: a path, or `<prompt>`.
///
/// The bytes are kept as they came; `Lexer` says whether they are UTF-8.
package struct SourceText: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The words at `span`, broken UTF-8 replaced.
  package func text(at span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// The place of a byte offset, for a person: line and column count from 1, the column in
  /// characters of the text.
  package func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    // A column past this many bytes is counted in bytes: nobody reads a line that long.
    let exact = offset - lineStart <= 10_000
    let column =
      exact
      ? String(decoding: bytes[lineStart..<offset], as: UTF8.self).count
      : offset - lineStart
    return Position(line: line, column: column + 1, lineStart: lineStart)
  }
}

/// A place in a text: line and column from 1, and the byte where the line begins.
package struct Position: Hashable, Sendable {
  package let line: Int
  package let column: Int
  package let lineStart: Int
}
