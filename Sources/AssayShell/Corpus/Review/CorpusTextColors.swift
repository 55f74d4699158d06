import AssayLanguage
import AssayText

/// Corpus text for a terminal: names of fields bold, ids cyan, texts green.
enum CorpusTextColors {
  /// The text, made safe to show, with its line ends.
  static func of(_ text: String, isColored: Bool) -> String {
    guard isColored else { return visible(text) }
    let source = SourceText(name: "", text)
    var lexer = Lexer(source)
    var out = ""
    var place = 0
    var beginsField = true
    while true {
      let token = lexer.next()
      if token.kind == .endOfText { break }
      let words = source.text(at: Span(token.start, token.end))
      let style: String?
      switch token.kind {
      case .newline, .semicolon, .openBrace: style = nil
      case .word: style = beginsField ? "1" : nil
      case .reference: style = "36"
      case .text: style = "32"
      default: style = nil
      }
      out += visible(source.text(at: Span(place, token.start)))
      out += style.map { "\u{1B}[\($0)m\(visible(words))\u{1B}[0m" } ?? visible(words)
      place = token.end
      beginsField = [.newline, .semicolon, .openBrace].contains(token.kind)
    }
    return out + visible(source.text(at: Span(place, source.bytes.count)))
  }

  /// The text without controls but line ends.
  private static func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.of(String($0)) }
      .joined(separator: "\n")
  }
}
