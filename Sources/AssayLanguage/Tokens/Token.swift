import AssayText

/// The smallest piece of a text that the grammar knows: its kind and its bytes.
package struct Token: Hashable, Sendable {
  package let kind: Kind
  package let start: Int
  package let end: Int

  package enum Kind: UInt8, Sendable {
    case word, reference, variable, text, number, date
    case newline, semicolon, comma, colon, dot, range
    case pipe, openParenthesis, closeParenthesis, openBracket, closeBracket, openBrace, closeBrace
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, tilde
    case plus, minus, star, slash, percent
    /// Bytes that begin nothing; the lexer has said so.
    case invalid
    case endOfText
  }

  /// How messages call a token of this kind.
  package var name: String {
    switch kind {
    case .word: "a word"
    case .reference: "a reference"
    case .variable: "a `$` name"
    case .text: "a text"
    case .number: "a number"
    case .date: "a date"
    case .newline: "the end of the line"
    case .endOfText: "the end"
    case .invalid: "this"
    default: "a sign"
    }
  }

  /// Whether a statement cannot end with this token, so that it goes on in the next line.
  package func goesOn(in source: SourceText) -> Bool {
    switch kind {
    case .pipe, .comma, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus,
      .star, .slash:
      true
    case .word: ["and", "or", "not"].contains { source.bytes[start..<end].elementsEqual($0.utf8) }
    default: false
    }
  }
}
