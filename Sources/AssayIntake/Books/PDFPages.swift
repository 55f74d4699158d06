import AssayText

/// The pages of a PDF as lines, on their way to paragraphs.
struct PDFPages {
  /// A line of a page.
  struct Line {
    var words: [UInt8] = []
    /// Whether it is the first of a block, which stands apart from what is before it.
    var beginsBlock = false
    /// Whether it begins further right than its block.
    var isIndented = false
    /// Where it stands, in points from the left and from the top of the page, and its height.
    var left = 0.0
    var top = 0.0
    var height = 0.0
  }

  private(set) var pages: [[Line]] = []
  private(set) var notes: [String] = []

  /// - Parameter output: what `pdftotext -bbox-layout` writes, pages of blocks of lines of words; its
  ///   plain text would not show which hyphens stood at the end of a line.
  init(_ output: [UInt8]) {
    read(output)
    let empty = pages.count { $0.isEmpty }
    if empty > 0, empty < pages.count {
      notes.append("\(empty) of \(pages.count) pages \(empty == 1 ? "has" : "have") no text")
    }
    dropRunningLines()
    for index in pages.indices { Self.joinSpacedLines(&pages[index]) }
  }

  var count: Int { pages.count }

  var hasText: Bool { pages.contains { !$0.isEmpty } }

  private mutating func read(_ output: [UInt8]) {
    var line = Line()
    var (beginsBlock, left) = (true, 0.0)
    output.withUnsafeBufferPointer { output in
      var scanner = TagScanner(output, keepsAttributes: true)
      while scanner.next() {
        switch (scanner.text(scanner.name), scanner.isEnd) {
        case ("page", false): pages.append([])
        case ("block", false):
          beginsBlock = true
          left = Self.number("xMin", scanner)
        case ("line", false):
          let (start, top) = (Self.number("xMin", scanner), Self.number("yMin", scanner))
          line = Line(
            beginsBlock: beginsBlock, isIndented: start - left > 6, left: start, top: top,
            height: Self.number("yMax", scanner) - top)
          beginsBlock = false
        case ("line", true):
          if !line.words.isEmpty, !pages.isEmpty { pages[pages.count - 1].append(line) }
        case ("word", false):
          let start = scanner.place
          let end = output[start...].firstIndex(of: UInt8(ascii: "<")) ?? output.count
          let word = Self.decoded(output[start..<end])
          if !line.words.isEmpty, !word.isEmpty { line.words.append(0x20) }
          line.words += word
        default: break
        }
      }
    }
  }

  private static func number(_ name: String, _ scanner: TagScanner) -> Double {
    let value = scanner.attributes.first { scanner.text($0.name) == name }?.value
    let number = value.flatMap { Double(scanner.text($0)) } ?? 0
    return number.isFinite ? number : 0
  }

  /// Without references, white space and what is not visible.
  private static func decoded(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    let references: [(String, UInt8)] = [
      ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&apos;", 0x27),
    ]
    var out: [UInt8] = []
    var rest = word[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"),
        let (name, made) = references.first(where: { rest.starts(with: $0.0.utf8) })
      {
        out.append(made)
        rest = rest.dropFirst(name.utf8.count)
      } else {
        if byte > 0x20 { out.append(byte) }
        rest = rest.dropFirst()
      }
    }
    // What programs write need not be UTF-8.
    return String(validating: out, as: UTF8.self) == nil
      ? Array(String(decoding: out, as: UTF8.self).utf8) : out
  }

  /// Takes away what stands at the top or bottom of many pages: their heads, feet and numbers.
  ///
  /// A line counts as the same if it differs in its figures alone, and is none that ends as a sentence
  /// does. It has to stand on three pages and on a third of all; numbers of pages alone, on two, or
  /// on one where such a line elsewhere ends with them.
  private mutating func dropRunningLines() {
    var counts: [[UInt8]: Int] = [:]
    for page in pages {
      for line in Set(Self.edges(of: page).map { Self.pattern(page[$0].words) }) {
        counts[line, default: 0] += 1
      }
    }
    let running = counts.filter { $0.value > 2 && $0.value * 3 >= pages.count }.keys
    var dropped = 0
    for index in pages.indices {
      for line in Self.edges(of: pages[index]).reversed() {
        let words = pages[index][line].words
        let pattern = Self.pattern(words)
        let found = counts[pattern, default: 0]
        let isRunning =
          Self.numbers.contains(pattern)
          ? found > 1
            || running.contains {
              $0.count > pattern.count && $0.suffix(pattern.count) == pattern[...]
            }
          : found > 2 && found * 3 >= pages.count && !Self.endsSentence(words)
        guard isRunning else { continue }
        let next = line + 1
        if next < pages[index].count, pages[index][line].beginsBlock {
          pages[index][next].beginsBlock = true
        }
        pages[index].remove(at: line)
        dropped += 1
      }
    }
    if dropped > 0 { notes.append("lines that repeat at the edges of pages were left out") }
  }

  /// The first two and last two lines, as they are read and as they stand on the page.
  private static func edges(of page: [Line]) -> [Int] {
    guard page.count > 4 else { return Array(page.indices) }
    let order = page.indices.sorted { (page[$0].top, $0) < (page[$1].top, $1) }
    let standing = Set(order.prefix(2) + order.suffix(2))
    return page.indices.filter { $0 < 2 || $0 >= page.count - 2 || standing.contains($0) }
  }

  /// The line with `#` for each number, in small letters.
  private static func pattern(_ line: [UInt8]) -> [UInt8] {
    var pattern: [UInt8] = []
    for byte in line.prefix(200) {
      if byte.isDigit {
        if pattern.last != UInt8(ascii: "#") { pattern.append(UInt8(ascii: "#")) }
      } else {
        pattern.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
    }
    return pattern
  }

  private static let numbers: Set<[UInt8]> = Set(
    ["#", "- # -", "– # –", "page #", "page # of #", "# / #", "#/#", "# of #", "página #", "[#]"]
      .map { Array($0.utf8) })

  static func endsSentence(_ line: [UInt8]) -> Bool {
    line.withUnsafeBufferPointer { WordCount($0).endsSentence } || line.last == UInt8(ascii: ":")
  }
}
