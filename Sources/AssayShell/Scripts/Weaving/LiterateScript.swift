import AssayLanguage
import AssayText

/// A script as its reader sees it: prose and programs, in their order.
///
/// Of Markdown the programs are its `assay` blocks, and all else is prose. Of any other script the
/// comments that stand on lines of their own are prose: what follows `# ` is Markdown, and a line
/// with `## ` or more is a heading as it stands. A `#` without a space behind it, a shebang, and a
/// comment beside or within a statement are none.
struct LiterateScript {
  /// Prose or a program.
  enum Piece {
    case prose(ScriptProse)
    /// - Parameters:
    ///   - text: what a reader is shown; `nil` for no more than an `edition`.
    ///   - end: where it ends in the script: every statement before is a part of it.
    case program(text: String?, end: Int)
  }

  private(set) var pieces: [Piece] = []

  /// - Parameter script: as ``LiterateText/program(of:)`` gives it.
  init(_ script: SourceText, _ grammar: Grammar) {
    if LiterateText.isMarkdown(script.name) {
      readMarkdown(script.shown ?? script.bytes)
    } else {
      var reader = CommentReader(script, grammar)
      pieces = reader.pieces()
    }
  }

  /// The prose in its order.
  var prose: [ScriptProse] {
    pieces.compactMap { if case .prose(let prose) = $0 { prose } else { nil } }
  }

  private mutating func readMarkdown(_ bytes: [UInt8]) {
    var start = 0
    for block in LiterateText.programs(of: bytes) {
      appendProse(bytes, start..<block.whole.lowerBound)
      let text = String(decoding: bytes[block.body], as: UTF8.self).withoutBlankEnds
      pieces.append(.program(text: text.isEmpty ? nil : text, end: block.whole.upperBound))
      start = block.whole.upperBound
    }
    appendProse(bytes, start..<bytes.count)
  }

  private mutating func appendProse(_ bytes: [UInt8], _ range: Range<Int>) {
    let prose = ScriptProse(
      String(decoding: bytes[range], as: UTF8.self), at: range.lowerBound)
    if !prose.isBlank { pieces.append(.prose(prose)) }
  }
}

extension String {
  /// The text without blank lines at its beginning and without blanks at its end.
  var withoutBlankEnds: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    var text = lines.joined(separator: "\n")
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
