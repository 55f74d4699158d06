/// How what is raised or lowered within a line is to be written.
enum ScriptForm {
  /// As raised or lowered characters.
  case signs(isRaised: Bool)
  /// In brackets, as what leads to a note.
  case note
  /// As it stands, behind a mark: a space before brackets of its own, or `^`.
  case marked(PageBlock.Mark)
  /// As it stands.
  case plain

  /// - Parameter index: an element that is raised or lowered.
  init(_ page: HTMLPage, _ index: Int, isWithinLinkToNote: Bool) {
    let isRaised = page.nodes[index].tag == .raised
    let words = page.words(of: index, limit: 60)
    guard let first = words.utf8.first else {
      self = .plain
      return
    }
    if isRaised, "[(".utf8.contains(first) {
      self = .marked(.gap)
    } else if isRaised, isWithinLinkToNote || Self.leadsToNote(page, index) {
      self = .note
    } else if Self.isFraction(page, index, isRaised: isRaised) {
      self = isRaised ? .marked(.gapBehindFigure) : .plain
    } else if !words.utf8.contains(where: \.isDigit) {
      // `1st`, `Mme`, `x+`: there is no figure to keep apart.
      self =
        words.unicodeScalars.allSatisfy { Self.signs.contains($0) }
        ? .signs(isRaised: isRaised) : .plain
    } else if words.unicodeScalars.allSatisfy({ Self.figures.contains($0) }) {
      self = .signs(isRaised: isRaised)
    } else if isRaised, words.unicodeScalars.allSatisfy({ Self.listing.contains($0) }) {
      // Several notes: `1,2`.
      self = .note
    } else {
      let begins = first.isDigit || Self.signs.contains(words.unicodeScalars[words.startIndex])
      self = begins ? .marked(isRaised ? .caret : .underscore) : .plain
    }
  }

  private static let signs = Set("+-−–".unicodeScalars)
  private static let figures = signs.union("0123456789 ".unicodeScalars)
  private static let listing = figures.union(",;".unicodeScalars)

  /// Whether a link to a place of a page stands in an element.
  private static func leadsToNote(_ page: HTMLPage, _ index: Int) -> Bool {
    (index..<Int(page.nodes[index].end)).contains { isLinkToNote(page, $0) }
  }

  /// Whether an element leads to a place of a page.
  static func isLinkToNote(_ page: HTMLPage, _ index: Int) -> Bool {
    guard page.nodes[index].tag == .anchor, let address = page.attribute("href", of: index) else {
      return false
    }
    return address.utf8.contains(UInt8(ascii: "#"))
  }

  /// Whether an element is the part above or below of a fraction: `<sup>1</sup>/<sub>2</sub>`.
  private static func isFraction(_ page: HTMLPage, _ index: Int, isRaised: Bool) -> Bool {
    guard isFigure(page, index) else { return false }
    if isRaised {
      let slash = Int(page.nodes[index].end)
      return isSlash(page, slash) && isFigure(page, slash + 1, .lowered)
    }
    guard isSlash(page, index - 1) else { return false }
    // The element before the slash is the one that holds the node before it.
    var before = index - 2
    while before >= 0, page.nodes[before].tag != .raised, Int(page.nodes[before].end) <= index - 1,
      page.nodes[before].parent >= 0, index - before < 6
    {
      before = Int(page.nodes[before].parent)
    }
    return before >= 0 && Int(page.nodes[before].end) == index - 1
      && isFigure(page, before, .raised)
  }

  private static func isFigure(_ page: HTMLPage, _ index: Int, _ tag: PageTag? = nil) -> Bool {
    guard index < page.nodes.count, tag == nil || page.nodes[index].tag == tag else { return false }
    let words = page.words(of: index, limit: 8).utf8
    return !words.isEmpty && words.allSatisfy(\.isDigit)
  }

  private static func isSlash(_ page: HTMLPage, _ index: Int) -> Bool {
    guard index >= 0, index < page.nodes.count, let text = page.nodes[index].text else {
      return false
    }
    let bytes = page.decoded(text)
    return bytes.count == 1 && bytes[0] == UInt8(ascii: "/") || Array(bytes) == [0xE2, 0x81, 0x84]
  }
}
