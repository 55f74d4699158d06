import AssayText

/// Programs that stand in Markdown: the fenced blocks `assay`, in their order, with prose between.
///
/// A block with a further word behind `assay`, or with a line that begins with `> `, is a session
/// and no program.
package enum LiterateText {
  /// Whether a file of this name holds Markdown.
  package static func isMarkdown(_ path: String) -> Bool { path.lowercased().hasSuffix(".md") }

  /// The program of a file: a Markdown file with all but its programs blanked out, so that each
  /// statement keeps its place, and `;` behind each block; any other file as it is.
  package static func program(of text: SourceText) -> SourceText {
    guard isMarkdown(text.name) else { return text }
    let newline = UInt8(ascii: "\n")
    var bytes = text.bytes.map { $0 == newline ? $0 : UInt8(ascii: " ") }
    for block in programs(of: text.bytes) {
      bytes.replaceSubrange(block.body, with: text.bytes[block.body])
      // A statement ends with its block; where the fence was there is room for its end.
      if block.body.upperBound < block.whole.upperBound {
        bytes[block.body.upperBound] = UInt8(ascii: ";")
      }
    }
    return SourceText(name: text.name, bytes: bytes, shown: text.bytes)
  }

  /// The blocks that are programs.
  package static func programs(of bytes: [UInt8]) -> [FencedText.Block] {
    FencedText.blocks(of: bytes).filter {
      $0.info == ["assay"] && !isSession(bytes[$0.body])
    }
  }

  /// Whether lines show statements behind a prompt.
  package static func isSession(_ lines: ArraySlice<UInt8>) -> Bool {
    lines.starts(with: Array("> ".utf8)) || lines.firstRange(of: Array("\n> ".utf8)) != nil
  }
}
