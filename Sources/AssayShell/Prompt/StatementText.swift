import AssayLanguage
import AssayModel
import AssayText

/// Texts of several statements.
enum StatementText {
  /// The statements one by one, each as the whole text with what stands before it blanked out, so
  /// that what is told of it stands in the line where it was typed. Declarations that follow each
  /// other are one: they may refer to each other.
  static func statements(of text: SourceText) -> [SourceText] {
    let pieces = pieces(of: text)
    guard pieces.count > 1 else { return [text] }
    return pieces.map { part($0.range, of: text) }
  }

  /// A program in parts of which each can be bound when those before it have been run: what stands
  /// behind a declaration may refer to what it declares.
  static func parts(of text: SourceText) -> [SourceText] {
    var parts: [Range<Int>] = []
    var isBehindDeclaration = true
    for piece in pieces(of: text) {
      if piece.isDeclaration || isBehindDeclaration {
        parts.append(piece.range)
      } else {
        parts[parts.count - 1] = parts[parts.count - 1].lowerBound..<piece.range.upperBound
      }
      isBehindDeclaration = piece.isDeclaration || piece.bringsSources
    }
    guard parts.count > 1 else { return [text] }
    return parts.map { part($0, of: text) }
  }

  /// The text up to the end of a range, with what stands before it blanked out.
  private static func part(_ range: Range<Int>, of text: SourceText) -> SourceText {
    let newline = UInt8(ascii: "\n")
    let before = text.bytes[..<range.lowerBound].map { $0 == newline ? $0 : UInt8(ascii: " ") }
    return SourceText(name: text.name, bytes: before + text.bytes[range], shown: text.bytes)
  }

  /// A statement, or declarations that follow each other.
  private struct Piece {
    let range: Range<Int>
    let isDeclaration: Bool
    /// Whether it is a command that adds sources.
    let bringsSources: Bool
  }

  /// Where the statements stand: between line ends and semicolons outside of brackets and braces,
  /// a line that begins with `|` going on with the one before.
  private static func pieces(of text: SourceText) -> [Piece] {
    var lexer = Lexer(text)
    var pieces: [Piece] = []
    var start: Int?
    var end = 0
    var depth = 0
    var goesOn = false
    var count = 0
    var (isDeclaration, bringsSources) = (false, false)
    while true {
      let token = lexer.next()
      let separates = token.kind == .newline || token.kind == .semicolon
      if token.kind == .endOfText || separates && depth <= 0 && !goesOn {
        if let first = start {
          isDeclaration = isDeclaration && count > 1
          let joins = isDeclaration && pieces.last?.isDeclaration ?? false
          let last = joins ? pieces.popLast() : nil
          let range = (last?.range.lowerBound ?? first)..<end
          pieces.append(
            Piece(range: range, isDeclaration: isDeclaration, bringsSources: bringsSources))
        }
        (start, count) = (nil, 0)
        if token.kind == .endOfText { return pieces }
        continue
      }
      if separates { continue }
      switch token.kind {
      case .openParenthesis, .openBracket, .openBrace: depth += 1
      case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
      default: break
      }
      goesOn = token.goesOn(in: text)
      if token.kind == .pipe, start == nil, let last = pieces.popLast() {
        start = last.range.lowerBound
      }
      count += 1
      // A word of a record and then its id: `claim @source` asks for one.
      if count == 1 {
        let word = text.text(at: Span(token.start, token.end))
        isDeclaration = recordWords.contains(word)
        bringsSources = bringingCommands.contains(word)
      } else if count == 2 {
        isDeclaration = isDeclaration && token.kind == .word
      }
      start = start ?? token.start
      end = token.end
    }
  }

  /// The commands that add sources, to which what stands behind may refer.
  private static let bringingCommands: Set<String> = ["ingest", "refetch"]
  /// The words that begin a declaration.
  private static let recordWords = Set(RecordSpec.all.map(\.kind.word))
}
