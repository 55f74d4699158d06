import AssayText

extension SVGPicture {
  /// Text as XML holds it. Controls are made visible; what XML cannot hold at all becomes `�`.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in VisibleText.of(text).unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A length or a place with at most two decimals; never an exponent, never what is no number.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((value.clamped(to: -1e7...1e7) * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return sign + String(whole) }
    let decimals = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)"
    return "\(sign)\(whole).\(decimals)"
  }

  /// How wide `words` are drawn, at most.
  static func width(of words: String) -> Double { Double(DisplayWidth.of(words)) * letterWidth }

  /// How wide the widest of `texts` is drawn, at most `limit`.
  static func width(of texts: some Sequence<String>, limit: Double) -> Double {
    texts.reduce(0) { max($0, width(of: $1)) }.clamped(to: 0...limit)
  }

  /// `words` in at most so many columns, with `…` for the rest.
  static func cut(_ words: String, to columns: Int) -> String {
    TextFrame(width: 80, glyphs: .unicode).cut(words, to: max(columns, 1))
  }

  /// `words` as far as they fit.
  static func cut(_ words: String, toWidth width: Double) -> String {
    cut(words, to: Int((width / letterWidth).rounded(.down)))
  }

  /// `sentence` in lines of at most so many columns.
  static func wrapped(_ sentence: String, to columns: Int) -> [String] {
    let words = sentence.split(separator: " ").map(String.init)
    return TextFrame(width: columns, glyphs: .unicode).wrap(words, separator: " ")
  }
}
