/// The headings of a report: their ids, their depth, and the table of contents.
///
/// Depths have no gaps, whatever levels the author gave them: 1 is the title of the report, and a
/// heading is one deeper than the heading it stands under.
struct Outline {
  struct Entry {
    /// From 2, as in `h2`, to 6.
    let depth: Int
    let id: String
    let words: String
  }

  private(set) var entries: [Entry] = []
  /// The levels of the headings that the next one may stand under.
  private var levels: [Int] = []
  private var ids: Set<String> = []

  /// Adds a heading with the level that its author gave it.
  mutating func add(level: Int, words: String) -> Entry {
    while let last = levels.last, last >= level { levels.removeLast() }
    levels.append(level)
    let entry = Entry(depth: min(levels.count + 1, 6), id: id(for: words), words: words)
    entries.append(entry)
    return entry
  }

  /// An id that no other heading has: the words in lower case with hyphens between.
  ///
  /// It never holds a dot, which all other ids of a report do.
  private mutating func id(for words: String) -> String {
    var slug = ""
    for character in words.lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    if slug.last == "-" { slug.removeLast() }
    if slug.isEmpty { slug = "section" }
    var id = slug
    var number = 1
    while !ids.insert(id).inserted {
      number += 1
      id = "\(slug)-\(number)"
    }
    return id
  }
}

extension HTMLWriter {
  /// Appends the entries down to depth 3 as a list in a list.
  mutating func contents(_ entries: [Outline.Entry]) {
    markup("<ul>\n")
    var isInner = false
    for (index, entry) in entries.filter({ $0.depth < 4 }).enumerated() {
      let isInnerEntry = entry.depth > 2
      if isInnerEntry, !isInner { markup("\n<ul>\n") }
      if !isInnerEntry, isInner { markup("</ul>\n</li>\n") }
      if !isInnerEntry, !isInner, index > 0 { markup("</li>\n") }
      isInner = isInnerEntry
      markup("<li><a href=\"#")
      text(entry.id)
      markup("\">")
      text(entry.words)
      markup(isInner ? "</a></li>\n" : "</a>")
    }
    if isInner { markup("</ul>\n") }
    markup(entries.isEmpty ? "</ul>\n" : "</li>\n</ul>\n")
  }
}
