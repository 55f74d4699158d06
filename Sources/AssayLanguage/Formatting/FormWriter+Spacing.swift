import AssayText

extension FormWriter {
  /// Whether a space stands before the token at `index` when it is on the line of the one before.
  func isSpaced(_ index: Int) -> Bool {
    let token = tokens[index]
    let last = tokens[index - 1]
    // What a command makes of its words may depend on it.
    if isCommand { return token.start > last.end }
    switch token.kind {
    case .comma, .colon, .closeParenthesis, .closeBracket, .dot, .semicolon: return false
    case .percent: return last.kind != .number
    case .range: if last.kind == .number || last.kind == .date { return false }
    case .openParenthesis:
      if last.kind == .word { return !isName(index - 1) }
    default: break
    }
    switch last.kind {
    case .openParenthesis, .openBracket, .dot: return false
    case .range: return token.kind != .number && token.kind != .date
    case .minus: return !isSign(index - 1)
    default: return true
    }
  }

  /// Whether the word at `index` names something: it begins no statement or stage, and joins
  /// nothing.
  private func isName(_ index: Int) -> Bool {
    if index > 0, tokens[index - 1].kind == .pipe { return false }
    let token = tokens[index]
    let word = source.text(at: Span(token.start, token.end))
    if index == 0 { return !Keyword.statements.contains(word) }
    return !Keyword.reserved.contains(word) || Self.values.contains(word)
  }

  /// The reserved words that are values, or end one.
  private static let values: Set<String> = ["true", "false", "missing", "present", "it"]

  /// Whether the minus at `index` makes a value negative, or a key of `sort` descending.
  private func isSign(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch tokens[index - 1].kind {
    case .reference, .variable, .text, .number, .date, .range, .percent, .closeParenthesis,
      .closeBracket:
      return false
    case .word: return !isName(index - 1)
    default: return true
    }
  }
}
