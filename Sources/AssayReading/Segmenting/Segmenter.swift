import AssayModel

/// Document text to passages, in one pass over its bytes.
///
/// Bytes that are no UTF-8 are taken for letters, so any bytes can be read.
package enum Segmenter {
  /// All sentences of a document, in order.
  ///
  /// Paragraphs end at blank lines. In Markdown a heading, a list item, a block quote, a table and
  /// a block of code are paragraphs of their own, and a span begins behind their marks (`# `,
  /// `- `, `> `). Headings, rows of tables and blocks of code are not split.
  ///
  /// - Complexity: O(bytes).
  package static func passages(
    of bytes: UnsafeBufferPointer<UInt8>, isMarkdown: Bool, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> [Passage] {
    var passages: [Passage] = []
    var blocks = BlockScanner(bytes, isMarkdown: isMarkdown)
    var paragraph = 0
    var isInTable = false
    while let block = blocks.next() {
      if paragraph & 255 == 0 { try monitor.check() }
      let isNextRow = isInTable && block.kind == .row && !block.beginsTable
      if !isNextRow { paragraph += 1 }
      isInTable = block.kind == .row
      switch block.kind {
      case .prose, .quote:
        var sentences = SentenceScanner(bytes, in: block, isMarkdown: isMarkdown)
        var number = 0
        while let (start, end) = sentences.next() {
          try monitor.check(at: number)
          number += 1
          passages.append(
            Passage(paragraph: paragraph, sentence: number, start: start, end: end))
        }
      case .heading, .code, .row:
        let number = isNextRow ? (passages.last?.sentence ?? 0) + 1 : 1
        passages.append(
          Passage(paragraph: paragraph, sentence: number, start: block.start, end: block.end))
      }
    }
    return passages
  }

  /// All sentences of a document, in order.
  package static func passages(
    of bytes: [UInt8], isMarkdown: Bool, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> [Passage] {
    try bytes.withUnsafeBufferPointer { bytes throws(Cancelled) in
      try passages(of: bytes, isMarkdown: isMarkdown, monitor)
    }
  }
}
