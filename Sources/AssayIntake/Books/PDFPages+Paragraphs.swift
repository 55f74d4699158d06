import AssayText

extension PDFPages {
  /// The text in paragraphs, a line each, and the pages that it comes from.
  ///
  /// A paragraph ends with its block, unless no sentence has ended and the next block or page goes on
  /// with a small letter; before a line that is indented or begins an item; and behind a short line
  /// that ends a sentence.
  ///
  /// - Parameter length: how many bytes the PDF has; each page is traced to all of them.
  func text(of length: Int) -> (text: [UInt8], origins: OriginMap) {
    var text: [UInt8] = []
    var origins = OriginMap()
    let hyphens = HyphenJoiner(pages)
    let width = usualWidth()
    var last: Line?
    for (index, page) in pages.enumerated() {
      for (number, line) in page.enumerated() {
        let isNew = number == 0 || line.beginsBlock
        if let last, !Self.divides(last, line, isNew: isNew, width) {
          if !hyphens.join(&text, line.words[...]) { text.append(0x20) }
        } else if !text.isEmpty {
          text += [0x0A, 0x0A]
        }
        if number == 0 {
          origins.append(
            OriginMap.Run(start: text.count, origin: Span(0, length), page: index + 1))
        }
        text += line.words
        last = line
      }
    }
    if !text.isEmpty { text.append(0x0A) }
    return (text, origins)
  }

  /// Whether a paragraph ends between two lines.
  private static func divides(_ last: Line, _ line: Line, isNew: Bool, _ width: Int) -> Bool {
    if marks.contains(last.words) { return false }
    if beginsItem(line.words) { return true }
    let hasEnded = endsSentence(last.words)
    if isNew {
      let goesOn = line.words.first.map { $0 &- 0x61 < 26 || $0 >= 0xC3 && $0 < 0xE2 } ?? false
      return hasEnded || !goesOn
    }
    if line.isIndented, !last.isIndented, hasEnded { return true }
    return hasEnded && last.words.count * 4 < width * 3
  }

  /// How long the long lines are: nine tenths are shorter.
  private func usualWidth() -> Int {
    let widths = pages.joined().map(\.words.count).sorted()
    return widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
  }

  /// What begins an item where it stands in a block of its own.
  private static let marks: Set<[UInt8]> = Set(
    ["•", "–", "—", "-", "*", "▪", "◦", "●", "■"].map { Array($0.utf8) })

  /// `•`, `–`, `- ` and `1. ` begin a line of their own.
  private static func beginsItem(_ line: [UInt8]) -> Bool {
    for mark in ["•", "– ", "— ", "- ", "* ", "▪", "◦", "●", "■"]
    where line.starts(with: mark.utf8) {
      return true
    }
    let digits = line.prefix(while: \.isDigit).count
    return (1...2).contains(digits) && line.count > digits + 1
      && ".)".utf8.contains(line[digits]) && line[digits + 1] == 0x20
  }
}
