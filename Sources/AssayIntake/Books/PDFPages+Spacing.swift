import AssayText

extension PDFPages {
  /// Joins lines to one block that stand as far apart as the lines of the page usually do.
  ///
  /// Where lines stand far apart, each is a block of its own to the program that reads them. The usual
  /// distance is the median of those between lines that follow each other downwards. A line goes on
  /// with the one before it if that one is as wide as lines are there, both are of one height and none
  /// is indented behind the end of a sentence.
  static func joinSpacedLines(_ page: inout [Line]) {
    var distances: [Double] = []
    for (last, line) in zip(page, page.dropFirst()) where isBelow(line, last) {
      distances.append(line.top - last.top)
    }
    guard distances.count > 2 else { return }
    let usual = distances.sorted()[distances.count / 2]
    let widths = page.map(\.words.count).sorted()
    let width = widths[widths.count * 9 / 10]
    for index in page.indices.dropFirst() where page[index].beginsBlock {
      let (last, line) = (page[index - 1], page[index])
      let shift = line.left - last.left
      guard isBelow(line, last), line.top - last.top <= usual * 1.1,
        abs(line.height - last.height) <= 0.1 * last.height,
        last.words.count * 4 >= width * 3, shift > -40, shift < 6 || !endsSentence(last.words)
      else { continue }
      page[index].beginsBlock = false
    }
  }

  /// Whether a line is one of the column of another, further down.
  private static func isBelow(_ line: Line, _ last: Line) -> Bool {
    line.top > last.top + 1 && abs(line.left - last.left) < 60
  }
}
