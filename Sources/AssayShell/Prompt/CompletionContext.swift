import AssayLanguage
import AssayText

/// Where in a statement the cursor is.
struct CompletionContext {
  /// What sort of word may stand there.
  enum Place: Hashable {
    case statement, stage, topic, relation
    /// Inside of a text, where nothing is offered.
    case text
    case setting(String?)
    /// Within the stage of this name.
    case argument(of: String)
  }

  let place: Place
  /// The byte at which the word before the cursor begins.
  let wordStart: Int
  /// The query up to the `|` before the stage at the cursor.
  let queryBefore: String
  /// Whether a comparison sign stands right before the word.
  let isAfterComparison: Bool
  /// The column that is compared, with what follows it.
  let testedPath: String?

  /// - Parameter bytes: the text before the cursor.
  init(_ bytes: [UInt8]) {
    let source = SourceText(name: "", bytes: bytes)
    var lexer = Lexer(source)
    var tokens: [Token] = []
    var token = lexer.next()
    while token.kind != .endOfText {
      tokens.append(token)
      token = lexer.next()
    }
    let wordStart = Self.startOfWord(bytes)
    self.wordStart = wordStart
    let before = tokens.filter { $0.end <= wordStart && $0.kind != .newline }
    let statement = Self.lastStatement(of: tokens.filter { $0.end <= wordStart })
    func text(_ token: Token) -> String { source.text(at: Span(token.start, token.end)) }

    let isInText = lexer.faults.contains { $0.code == .unterminatedText }
    let depths = Self.pipes(statement)
    queryBefore = depths.map { source.text(at: Span($0.from, $0.pipe)) } ?? ""
    let sinceStage = depths.map { found in statement.filter { $0.start > found.pipe } } ?? statement
    if isInText {
      place = .text
    } else if let stage = sinceStage.first, depths != nil {
      place = .argument(of: text(stage))
    } else if depths != nil {
      place = .stage
    } else {
      place = Self.beginning(statement.map(text), statement)
    }
    isAfterComparison =
      before.last.map(Self.isComparison) ?? false || Self.isInList(before, text)
    testedPath = Self.testedPath(before, text)
  }

  /// The word before the cursor, with `@` or `$` before it and `.` within.
  private static func startOfWord(_ bytes: [UInt8]) -> Int {
    var start = bytes.count
    while start > 0 {
      let byte = bytes[start - 1]
      guard byte.isWordPart || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else { break }
      start -= 1
    }
    // `sort -when`: the sign is not part of the word.
    while start < bytes.count, bytes[start] == UInt8(ascii: "-") { start += 1 }
    if start > 0, [UInt8(ascii: "@"), UInt8(ascii: "$")].contains(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// The tokens since the last newline or `;` that ends a statement.
  private static func lastStatement(of tokens: [Token]) -> [Token] {
    var start = 0
    for (index, token) in tokens.enumerated() {
      let goesOn = index + 1 < tokens.count && tokens[index + 1].kind == .pipe
      if token.kind == .semicolon || token.kind == .newline && !goesOn { start = index + 1 }
    }
    return tokens[start...].filter { $0.kind != .newline }
  }

  /// The last `|` of the innermost query around the cursor, and where that query begins.
  private static func pipes(_ tokens: [Token]) -> (from: Int, pipe: Int)? {
    guard let first = tokens.first else { return nil }
    var starts = [first.start]
    var last: [Int?] = [nil]
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .openParenthesis:
        starts.append(index + 1 < tokens.count ? tokens[index + 1].start : token.end)
        last.append(nil)
      case .closeParenthesis where starts.count > 1:
        starts.removeLast()
        last.removeLast()
      case .pipe: last[last.count - 1] = token.start
      case .equal where last.count == 1 && last[0] == nil && index + 1 < tokens.count:
        // `let name = claims | …`
        starts[0] = tokens[index + 1].start
      default: break
      }
    }
    for (start, pipe) in zip(starts, last).reversed() {
      if let pipe { return (start, pipe) }
    }
    return nil
  }

  private static func beginning(_ words: [String], _ tokens: [Token]) -> Place {
    switch (words.first, words.count) {
    case (nil, _): return .statement
    case ("help"?, _): return .topic
    case ("describe"?, 1), ("explain"?, 1): return .relation
    case ("set"?, 1): return .setting(nil)
    case ("set"?, 2): return .setting(words[1])
    case _ where tokens.last?.kind == .equal || tokens.last?.kind == .openParenthesis:
      return .relation
    default: return .text
    }
  }

  /// Whether the word is a member of a list after `in (`.
  private static func isInList(_ tokens: [Token], _ text: (Token) -> String) -> Bool {
    guard let last = tokens.last, last.kind == .comma || last.kind == .openParenthesis else {
      return false
    }
    let list = tokens.reversed().drop { $0.kind != .openParenthesis }.dropFirst()
    let isPlain = tokens.reversed().prefix { $0.kind != .openParenthesis }
      .allSatisfy { [.comma, .word, .reference, .text, .number, .date].contains($0.kind) }
    return isPlain && list.first.map(text) == "in"
  }

  private static func isComparison(_ token: Token) -> Bool {
    switch token.kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }

  /// The path before the last comparison sign or `in (`.
  private static func testedPath(_ tokens: [Token], _ text: (Token) -> String) -> String? {
    var index = tokens.count - 1
    while index >= 0, !isComparison(tokens[index]), text(tokens[index]) != "in" {
      guard [.comma, .openParenthesis, .word, .reference].contains(tokens[index].kind) else {
        return nil
      }
      index -= 1
    }
    index -= 1
    var words: [String] = []
    while index >= 0, tokens[index].kind == .word || tokens[index].kind == .dot {
      let word = text(tokens[index])
      if tokens[index].kind == .word, words.last.map({ $0 != "." }) ?? false { break }
      words.append(word)
      index -= 1
    }
    return words.isEmpty ? nil : words.reversed().joined()
  }
}
