import AssayLanguage
import AssayText

/// What holds of every text that can be formatted.
struct FormLaw {
  let formatter: Formatter
  let grammar: Grammar

  init(_ grammar: Grammar) { (formatter, self.grammar) = (Formatter(grammar: grammar), grammar) }

  /// What became of a text.
  enum Outcome: Equatable {
    case holds
    /// The text has faults, so that there is nothing to hold.
    case isFaulty
    case isBroken(String)
  }

  func outcome(_ bytes: [UInt8]) -> Outcome {
    guard let formatted = formatted(bytes) else { return .isFaulty }
    guard let tree = tree(bytes) else { return .isBroken("formatted in spite of faults") }
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    let shown = "\(text)\n\(String(decoding: formatted, as: UTF8.self))"
    if Self.tokens(bytes) != Self.tokens(formatted) { return .isBroken("other tokens: \(shown)") }
    if Self.comments(bytes) != Self.comments(formatted) {
      return .isBroken("other comments: \(shown)")
    }
    if self.tree(formatted) != tree { return .isBroken("another meaning: \(shown)") }
    if self.formatted(formatted) != formatted {
      let again = self.formatted(formatted).map { String(decoding: $0, as: UTF8.self) }
      return .isBroken("another form at the second time: \(shown)\n\(again ?? "faults")")
    }
    if Self.isUntidy(formatted) { return .isBroken("blanks at the ends: \(shown)") }
    return .holds
  }

  private func formatted(_ bytes: [UInt8]) -> [UInt8]? {
    do throws(Diagnostics) {
      return try formatter.format(SourceText(name: "", bytes: bytes))
    } catch {
      return nil
    }
  }

  /// The statements in the form of the printer, which tells all that they say.
  private func tree(_ bytes: [UInt8]) -> [String]? {
    do throws(Diagnostics) {
      var parser = try Parser(SourceText(name: "", bytes: bytes), grammar: grammar)
      return try parser.program().map { Printer.text(of: $0) }
    } catch {
      return nil
    }
  }

  /// The tokens, all that separates aside.
  static func tokens(_ bytes: [UInt8]) -> [[UInt8]] {
    spans(bytes).filter { $0.kind != .newline && $0.kind != .semicolon }
      .map { Array(bytes[$0.start..<$0.end]) }
  }

  /// The comments in their order, without the blanks at their ends.
  static func comments(_ bytes: [UInt8]) -> [String] {
    var comments: [String] = []
    var end = 0
    for token in spans(bytes) {
      let gap = String(decoding: bytes[end..<token.start], as: UTF8.self)
      end = token.end
      guard let start = gap.unicodeScalars.firstIndex(of: "#") else { continue }
      var comment = gap.unicodeScalars[start...]
      while let last = comment.last, [" ", "\t", "\r"].contains(last) { comment.removeLast() }
      comments.append(String(comment))
    }
    return comments
  }

  private static func spans(_ bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(SourceText(name: "", bytes: bytes))
    var tokens: [Token] = []
    repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .endOfText
    return tokens
  }

  /// Whether there are empty lines at the ends or two in a row, or blanks at the end of a line;
  /// texts of several lines may have them.
  private static func isUntidy(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty else { return false }
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    if text.first == "\n" || text.last != "\n" { return true }
    var isAfterBlank = false
    var newlines = 0
    guard !String(text).contains("\"\"\"") else { return false }
    for scalar in text {
      if scalar == "\n", isAfterBlank || newlines == 2 { return true }
      newlines = scalar == "\n" ? newlines + 1 : 0
      isAfterBlank = [" ", "\t", "\r"].contains(scalar)
    }
    return text.suffix(2).elementsEqual("\n\n".unicodeScalars)
  }
}

extension FormLaw {
  /// What may stand between two tokens.
  private static let fillings = [
    "", " ", "   ", "\t", "\n", "\n\n\n", "\r\n", "  # c", " # c\n", "\n# c \n", "\n\n  # c\n\n",
    ";",
    " ; ", "\n;\n", ";;", "#\n",
  ]

  /// The text with other things between some of its tokens.
  static func mutation(of bytes: [UInt8], _ generator: inout some RandomNumberGenerator) -> [UInt8]
  {
    let tokens = spans(bytes)
    let places = Set(
      (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Int.random(in: 0..<tokens.count, using: &generator)
      })
    var mutated: [UInt8] = []
    var end = 0
    for (index, token) in tokens.enumerated() {
      let gap = bytes[end..<token.start]
      end = token.end
      let filling = fillings.randomElement(using: &generator) ?? ""
      let isReplaced = Int.random(in: 0..<3, using: &generator) == 0
      if !places.contains(index) || !isReplaced { mutated += gap }
      if places.contains(index) { mutated += Array(filling.utf8) }
      mutated += bytes[token.start..<token.end]
    }
    return mutated
  }
}
