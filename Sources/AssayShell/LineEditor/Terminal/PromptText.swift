/// A prompt with its escape sequences told from what takes columns.
struct PromptText {
  /// Marks the bounds of an escape sequence for libedit.
  static let quote: Unicode.Scalar = "\u{1}"

  private var parts: [(text: String, isEscape: Bool)] = []

  init(_ prompt: String) {
    var rest = prompt.unicodeScalars[...]
    while let first = rest.first {
      let isEscape = first == "\u{1B}"
      let end = isEscape ? Self.endOfEscape(in: rest) : rest.firstIndex(of: "\u{1B}")
      let part = String(rest[..<(end ?? rest.endIndex)])
      // libedit draws a sequence with the letter after it, so of two in a row it loses one.
      if let last = parts.indices.last, parts[last].isEscape, isEscape {
        parts[last].text += part
      } else {
        parts.append((part, isEscape))
      }
      rest = rest[(end ?? rest.endIndex)...]
    }
  }

  /// What takes columns.
  var visible: String { parts.filter { !$0.isEscape }.map(\.text).joined() }

  /// The prompt as libedit takes it.
  func quoted(keepingEscapes: Bool) -> String {
    guard keepingEscapes else { return visible }
    let mark = String(Character(Self.quote))
    return parts.map { $0.isEscape ? mark + $0.text + mark : $0.text }.joined()
  }

  /// Past the letter that ends `ESC [ … letter`.
  private static func endOfEscape(
    in text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.Index? {
    text.dropFirst(2).firstIndex { (0x40...0x7E).contains($0.value) }.map { text.index(after: $0) }
  }
}
