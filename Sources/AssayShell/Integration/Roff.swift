/// A page in the language of `man`, made of the macros that every formatter knows.
struct Roff {
  private(set) var text = ""

  /// A macro with its arguments, as in `.SH "EXIT STATUS"`.
  mutating func macro(_ name: String, _ arguments: String...) {
    let words = arguments.map { argument in
      let escaped = Self.escaped(argument).replacing("\"", with: "\\(dq")
      return " \"" + escaped + "\""
    }
    text += "." + name + words.joined() + "\n"
  }

  /// A part of a paragraph; words in backticks become bold. A sentence begins a line, as the
  /// formatter then knows where one ends.
  mutating func line(_ words: String) {
    var lines = [""]
    for word in Self.marked(words).split(separator: " ") {
      let isFull = lines[lines.count - 1].utf8.count + 1 + word.utf8.count > 78
      let isNew = lines[lines.count - 1].isEmpty
      if !isNew, isFull || lines[lines.count - 1].hasSuffix(".") {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += (isNew ? "" : " ") + word
      }
    }
    for line in lines { styled(line) }
  }

  /// A line that is made with ``bold(_:)``, ``italic(_:)`` and ``escaped(_:)``.
  mutating func styled(_ line: String) {
    // A dot or an apostrophe at the beginning would make it a macro.
    let needsGuard = line.hasPrefix(".") || line.hasPrefix("'")
    text += (needsGuard ? "\\&" : "") + line + "\n"
  }

  /// A term, and below it what it means.
  mutating func term(_ styled: String, _ meaning: String) {
    macro("TP")
    self.styled(styled)
    line(meaning)
  }

  /// Lines that stay as they are.
  mutating func lines(_ lines: [String]) {
    macro("PP")
    text += ".nf\n.RS 4\n"
    for line in lines { styled(Self.escaped(line)) }
    text += ".RE\n.fi\n"
  }

  static func bold(_ words: String) -> String { "\\fB" + escaped(words) + "\\fR" }
  static func italic(_ words: String) -> String { "\\fI" + escaped(words) + "\\fR" }

  /// Words whose parts in backticks are bold.
  static func marked(_ words: String) -> String {
    let parts = words.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { $0 % 2 == 1 ? bold($1) : escaped($1) }.joined()
  }

  /// Words that stand for themselves: a bare `-` is a hyphen to the formatter, and quotes,
  /// circumflex and tilde are typographic signs.
  static func escaped(_ words: String) -> String {
    var text = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": text += "\\e"
      case "-": text += "\\-"
      case "'": text += "\\(aq"
      case "`": text += "\\(ga"
      case "^": text += "\\(ha"
      case "~": text += "\\(ti"
      case _ where scalar.value > 0x7E:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "]"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
