/// A text with the name under which a reader knows it: a path, or `<prompt>`.
///
/// The bytes are kept as they came; `Lexer` says whether they are UTF-8.
package struct SourceText: Sendable {
  package let name: String
  package let bytes: [UInt8]
  /// What people see of the text in place of ``bytes``: of a part with the rest blanked out, the
  /// whole. Offsets are the same.
  package let shown: [UInt8]?

  package init(name: String, bytes: [UInt8], shown: [UInt8]? = nil) {
    (self.name, self.bytes, self.shown) = (name, bytes, shown)
  }

  package init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The words at `span`, broken UTF-8 replaced.
  package func text(at span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
  /// The place of a byte offset. For many places of one text, make one ``LineTable`` and ask it.
  package func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    return LineTable(bytes[..<offset]).position(of: offset, in: bytes)
  }
}

/// Where the lines of a text begin.
package struct LineTable: Sendable {
  private var starts = [0]

  package init(_ bytes: some Collection<UInt8>) {
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
  }

  /// The place of a byte offset, for a person: line and column count from 1, the column in
  /// characters of the text.
  package func position(of offset: Int, in bytes: [UInt8]) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let lineStart = starts[low]
    // A column past this many bytes is counted in bytes: nobody reads a line that long.
    let isCounted = offset - lineStart <= 10_000
    let column =
      isCounted
      ? String(decoding: bytes[lineStart..<offset], as: UTF8.self).count
      : offset - lineStart
    return Position(line: low + 1, column: column + 1, lineStart: lineStart)
  }
}

/// A place in a text: line and column from 1, and the byte where the line begins.
package struct Position: Hashable, Sendable {
  package let line: Int
  package let column: Int
  package let lineStart: Int
}
