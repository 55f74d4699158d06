import AssayLanguage
import AssayModel
import AssayText

/// Texts of several statements.
enum StatementText {
  /// The statements one by one, each as the whole text with the others blanked out, so that what is
  /// told of it stands in the line where it was typed. Declarations that follow each other are one:
  /// they may refer to each other.
  static func statements(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    let ranges = ranges(of: SourceText(name: "", bytes: bytes))
    guard ranges.count > 1 else { return [text] }
    return ranges.map { range in
      let newline = UInt8(ascii: "\n")
      let shown = bytes.indices.map { index in
        range.contains(index) || bytes[index] == newline ? bytes[index] : UInt8(ascii: " ")
      }
      return String(decoding: shown[..<range.upperBound], as: UTF8.self)
    }
  }

  /// Where the statements stand: between line ends and semicolons outside of brackets and braces,
  /// a line that begins with `|` going on with the one before.
  private static func ranges(of text: SourceText) -> [Range<Int>] {
    var lexer = Lexer(text)
    var ranges: [Range<Int>] = []
    var start: Int?
    var end = 0
    var depth = 0
    var goesOn = false
    var count = 0
    var isDeclaration = false
    var followsDeclaration = false
    while true {
      let token = lexer.next()
      let separates = token.kind == .newline || token.kind == .semicolon
      if token.kind == .endOfText || separates && depth <= 0 && !goesOn {
        if let first = start {
          isDeclaration = isDeclaration && count > 1
          let last = isDeclaration && followsDeclaration ? ranges.popLast() : nil
          ranges.append((last?.lowerBound ?? first)..<end)
          followsDeclaration = isDeclaration
        }
        (start, count) = (nil, 0)
        if token.kind == .endOfText { return ranges }
        continue
      }
      if separates { continue }
      switch token.kind {
      case .openParenthesis, .openBracket, .openBrace: depth += 1
      case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
      default: break
      }
      goesOn = token.goesOn
      if token.kind == .pipe, start == nil, let last = ranges.popLast() { start = last.lowerBound }
      count += 1
      // A word of a record and then its id: `claim @source` asks for one.
      if count == 1 {
        isDeclaration = recordWords.contains(text.text(at: Span(token.start, token.end)))
      } else if count == 2 {
        isDeclaration = isDeclaration && token.kind == .word
      }
      start = start ?? token.start
      end = token.end
    }
  }

  /// The words that begin a declaration.
  private static let recordWords = Set(RecordSpec.all.map(\.kind.word))
}
