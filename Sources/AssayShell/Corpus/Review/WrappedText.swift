import AssayText

/// Text for a terminal that breaks its lines at spaces, so that the terminal cuts no word.
enum WrappedText {
  /// The text with lines of at most so many columns; a word that is wider stays whole.
  ///
  /// What goes on on a further line stands below what it belongs to: a value of a field below its
  /// beginning. Colours take no room.
  static func of(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { wrapped($0, width: max(width, 20)) }.joined(separator: "\n")
  }

  private static func wrapped(_ line: Substring, width: Int) -> String {
    let pieces = pieces(of: line)
    guard pieces.reduce(0, { $0 + $1.width }) > width else { return String(line) }
    let indent = String(repeating: " ", count: indent(of: pieces, within: width / 3))
    var out = ""
    var column = 0
    var spaces = ""
    for piece in pieces {
      if piece.isSpace {
        spaces += piece.text
        continue
      }
      if column > indent.count, column + spaces.count + piece.width > width {
        out += "\n" + indent
        column = indent.count
      } else {
        out += spaces
        column += spaces.count
      }
      out += piece.text
      column += piece.width
      spaces = ""
    }
    return out
  }

  /// Where the second word begins of a line that is indented, or somewhat behind where it begins.
  private static func indent(of pieces: [Piece], within most: Int) -> Int {
    guard let first = pieces.first, first.isSpace else { return 2 }
    let value = pieces.prefix(3).reduce(0) { $0 + $1.width }
    return pieces.count > 3 && value <= most ? value : min(first.width + 2, most)
  }

  private struct Piece {
    var text = ""
    var width = 0
    var isSpace = false
  }

  /// The line as words and runs of spaces; escape sequences belong to the word they stand at.
  private static func pieces(of line: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var isEscape = false
    for character in line {
      if character == "\u{1B}" { isEscape = true }
      let isSpace = character == " " && !isEscape
      if pieces.last?.isSpace != isSpace {
        pieces.append(Piece(isSpace: isSpace))
      }
      pieces[pieces.count - 1].text.append(character)
      if !isEscape { pieces[pieces.count - 1].width += DisplayWidth.of(String(character)) }
      if isEscape, character.isLetter { isEscape = false }
    }
    return pieces
  }
}
