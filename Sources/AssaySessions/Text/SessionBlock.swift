import AssayText

/// A block of statements, each with what it writes.
package struct SessionBlock: Sendable {
  package let block: FencedText.Block
  /// The corpus and the options of the shell that the block opens; empty if it goes on in the one
  /// before it.
  package let opening: [String]
  package let steps: [SessionStep]

  init(_ block: FencedText.Block, in bytes: [UInt8]) throws(Diagnostic) {
    self.block = block
    opening = Array(block.info.dropFirst())
    var lines = bytes[block.body]
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }[...]
    // Behind the last line end there is no line.
    if lines.last == "" { lines.removeLast() }
    if let first = lines.first, !first.hasPrefix(SessionStep.prompt) {
      let start = block.body.lowerBound
      throw Diagnostic(
        .badSession, at: Span(start, start + first.utf8.count),
        "a session begins with a statement",
        hint: "`> ` stands before each, and before the lines that go on with it `. `")
    }
    var steps: [SessionStep] = []
    while !lines.isEmpty {
      let line = block.line + 1 + lines.startIndex
      steps.append(SessionStep(&lines, line: line))
    }
    self.steps = steps
  }
}

/// A statement of a session and what it writes.
package struct SessionStep: Hashable, Sendable {
  /// The statement, in one line or several.
  package let statement: String
  /// The lines below it as they are written down.
  package let expected: [String]
  /// The line of its first prompt, from 1.
  package let line: Int

  static let prompt = "> "
  static let continuation = ". "

  /// - Parameter line: the line of the first prompt.
  package init(_ statement: String, expected: [String] = [], line: Int = 0) {
    (self.statement, self.expected, self.line) = (statement, expected, line)
  }

  /// Takes a prompt and what belongs to it from the lines.
  fileprivate init(_ lines: inout ArraySlice<String>, line: Int) {
    var words = [String(lines.removeFirst().dropFirst(Self.prompt.count))]
    while let next = lines.first,
      next.hasPrefix(Self.continuation) || next == Self.continuation.dropLast()
    {
      words.append(String(next.dropFirst(Self.continuation.count)))
      lines.removeFirst()
    }
    let expected = Array(lines.prefix { !$0.hasPrefix(Self.prompt) })
    lines = lines.dropFirst(expected.count)
    self.init(words.joined(separator: "\n"), expected: expected, line: line)
  }

  /// The step as it is written down, with these lines below the statement.
  package func text(writing output: [String]) -> String {
    let statement = statement.split(separator: "\n", omittingEmptySubsequences: false)
    var lines = [Self.prompt + (statement.first ?? "")]
    lines += statement.dropFirst().map { ($0.isEmpty ? "." : Self.continuation + $0) }
    return (lines + output).map { $0 + "\n" }.joined()
  }
}
