import AssayModel
import AssayText

/// What the first lines of a plain text say of it: its title, its author, its day.
///
/// Only short lines that stand alone are looked at, six at the most.
struct TopLines {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var published: PartialDate?
  /// The line that the date is from.
  private(set) var dateLine: String?

  private struct Line {
    let words: String
    let count: Int
    /// Whether there are empty lines, or nothing, before and behind it.
    var standsAlone: Bool
  }

  init(_ text: [UInt8], isMarkdown: Bool) {
    var lines = Self.lines(text)
    if isMarkdown, let heading = lines.firstIndex(where: { Self.heading($0.words) != nil }) {
      title = Self.heading(lines[heading].words)
      lines.remove(at: heading)
    }
    for (index, line) in lines.enumerated() where line.count <= 20 {
      if line.count <= 10, published == nil, Self.hasDay(line.words) {
        published = LooseDate.read(line.words)
        dateLine = published == nil ? nil : line.words
      }
      if line.count <= 8, author == nil {
        for word in ["By ", "BY ", "Por ", "POR "] where line.words.hasPrefix(word) {
          author = String(line.words.dropFirst(word.count))
        }
      }
      guard title == nil, dateLine != line.words, author.map({ !line.words.hasSuffix($0) }) ?? true
      else { continue }
      // Behind a line that some other program has put there, a title may follow.
      if index < 2, index == 0 || line.standsAlone && line.count > 2, Self.isTitle(line.words) {
        title = line.words
      }
    }
  }

  private static func lines(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var (start, wasBlank) = (0, true)
    while start < text.count, lines.count < 6 {
      let end = ByteSearch.first(0x0A, in: text, start..<text.count) ?? text.count
      let words = PlainWords.collapsed(Array(text[start..<min(end, start + 2000)]))
      start = end + 1
      if words.isEmpty {
        wasBlank = true
        continue
      }
      if !wasBlank { lines[lines.count - 1].standsAlone = false }
      let count = words.split(separator: " ").count
      lines.append(Line(words: words, count: count, standsAlone: wasBlank))
      wasBlank = false
      // The text has begun.
      if count > 40 { break }
    }
    return lines
  }

  private static func heading(_ line: String) -> String? {
    let words = line.drop { $0 == "#" }
    let level = line.utf8.count - words.utf8.count
    guard (1...2).contains(level), words.hasPrefix(" ") else { return nil }
    var bare = words
    while bare.hasSuffix("#") { bare.removeLast() }
    let title = PlainWords.collapsed(bare)
    return title.isEmpty ? nil : title
  }

  private static func isTitle(_ line: String) -> Bool {
    guard let last = line.last, let first = line.first else { return false }
    return line.utf8.count <= 160 && !".:;,".contains(last) && !"-*>|`<#".contains(first)
  }

  /// Whether a line has a number of one or two digits and one of four, as a day with its year.
  private static func hasDay(_ line: String) -> Bool {
    let numbers = line.split { !$0.isNumber }
    return numbers.contains { $0.count == 4 } && numbers.contains { $0.count <= 2 }
  }
}
