/// A session as it is written down while it is held.
package struct Transcript: Sendable {
  /// The text so far, in Markdown.
  package private(set) var text: String
  /// What opens the next block; empty within one.
  private var opening: String
  private var isInBlock = false
  private static let fence = "```"

  /// - Parameters:
  ///   - title: the heading.
  ///   - corpus: the path of the corpus, as it is found from the file.
  package init(title: String, corpus: String) {
    text = "# \(title)\n"
    opening = "assay \(corpus)"
  }

  /// Adds what was entered and what it wrote; comments alone become prose.
  package mutating func add(_ statement: String, _ output: SessionOutput) {
    if let prose = Self.prose(of: statement) {
      end()
      text += "\n\(prose)\n"
      return
    }
    if !isInBlock {
      text += "\n\(Self.fence)\(opening)\n"
      (isInBlock, opening) = (true, "assay")
    }
    let lines = output.lines.enumerated().map {
      ExpectedLine.written($0.element, isFirst: $0.offset == 0)
    }
    text += SessionStep(statement).text(writing: lines)
  }

  /// The text with its last block closed.
  package var closed: String { isInBlock ? text + Self.fence + "\n" : text }

  private mutating func end() {
    if isInBlock { text += Self.fence + "\n" }
    isInBlock = false
  }

  /// The words of lines that are comments all; `nil` for anything else.
  private static func prose(of statement: String) -> String? {
    let lines = statement.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
    guard !lines.isEmpty, lines.allSatisfy({ $0.hasPrefix("#") }) else { return nil }
    return lines.map { line in
      let words = line.dropFirst().drop { $0 == " " }
      // Words alone: no fence, no heading.
      let isMarkup = ["```", "~~~", "#"].contains { words.hasPrefix($0) }
      return isMarkup ? "\\" + words : String(words)
    }.joined(separator: "\n")
  }
}
