import AssayText

/// Markdown prose for a terminal: paragraphs folded to its width, headings bold, marks left away
/// where the words stand for themselves.
struct ProseView {
  let width: Int
  let isColored: Bool

  init(width: Int?, isColored: Bool) {
    self.width = min(width ?? 80, 88)
    self.isColored = isColored
  }

  /// A heading with a line end.
  func heading(_ words: String) -> String {
    let words = VisibleText.of(words)
    return isColored ? "\u{1B}[1m\(words)\u{1B}[0m\n" : words + "\n"
  }

  /// A text that begins with words of praise, which are green.
  func right(_ praise: String, _ text: String) -> String {
    guard isColored, text.hasPrefix(praise) else { return text }
    return "\u{1B}[32m\(praise)\u{1B}[0m" + text.dropFirst(praise.count)
  }

  /// What only helps with the handling, faint.
  func aside(_ words: String) -> String { isColored ? "\u{1B}[2m\(words)\u{1B}[0m" : words }

  /// Paragraphs, lists and tables, with a line end.
  func prose(_ markdown: String) -> String {
    var text = ""
    var paragraph: (indent: String, words: [Substring]) = ("", [])
    func end() {
      text += folded(paragraph.words, indent: paragraph.indent)
      paragraph = ("", [])
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let inner = line.drop { $0 == " " }
      if inner.isEmpty {
        end()
        text += "\n"
      } else if inner.hasPrefix("|") {
        end()
        text += VisibleText.of(String(line)) + "\n"
      } else {
        if let mark = Self.listMark(of: inner) {
          end()
          let indent = String(repeating: " ", count: line.count - inner.count + mark)
          paragraph.indent = indent
        }
        paragraph.words += inner.split(separator: " ")
      }
    }
    end()
    return isColored ? Self.painted(text) : text
  }

  /// How long `- ` or `1. ` at the beginning of a line is; `nil` if there is none.
  private static func listMark(of line: Substring) -> Int? {
    if line.hasPrefix("- ") || line.hasPrefix("* ") { return 2 }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ") ? digits.count + 2 : nil
  }

  private func folded(_ words: [Substring], indent: String) -> String {
    guard !words.isEmpty else { return "" }
    var lines: [String] = []
    var line = String(indent.dropLast(indent.count))
    var used = 0
    for word in words {
      let word = VisibleText.of(String(word))
      // Where words are slanted their marks are not shown.
      let size = DisplayWidth.of(isColored ? word.filter { $0 != "*" } : word)
      if used > 0, used + 1 + size > width {
        lines.append(line)
        (line, used) = (indent, indent.count)
        line += word
        used += size
      } else {
        line += (used > 0 ? " " : "") + word
        used += size + (used > 0 ? 1 : 0)
      }
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }

  /// Words in backticks bright, with the backticks; words between `**` bold, between `*` slanted; a mark without
  /// another is itself.
  private static func painted(_ text: String) -> String {
    var painted = ""
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "`" || $0 == "*" }) {
      painted += rest[..<start]
      rest = rest[start...]
      let mark = rest.hasPrefix("**") ? "**" : String(rest[start])
      let inner = rest.dropFirst(mark.count)
      guard let end = inner.firstRange(of: mark)?.lowerBound, end > inner.startIndex,
        mark == "`" || inner.first?.isWhitespace == false
      else {
        painted += mark
        rest = inner
        continue
      }
      let style = mark == "`" ? "36" : mark == "*" ? "3" : "1"
      let words = mark == "`" ? "`\(inner[..<end])`" : String(inner[..<end])
      painted += "\u{1B}[\(style)m\(words)\u{1B}[0m"
      rest = inner[end...].dropFirst(mark.count)
    }
    return painted + rest
  }
}
