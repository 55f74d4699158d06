import AssayText

/// The prose of a report, read for what the collector of a report has to know of it.
package enum ReportProse {
  /// A claim that prose refers to.
  package struct Reference: Hashable, Sendable {
    /// The id of the claim, without `@`.
    package let id: String
    /// Where its `@` stands, in bytes of the prose.
    package let offset: Int

    package init(id: String, offset: Int) { (self.id, self.offset) = (id, offset) }
  }

  /// The claims that prose refers to by `[@a]` or `[@a, @b]`, in their order.
  ///
  /// What stands in code, in a link, in an image or behind a backslash is no reference, nor is an
  /// `@a` without brackets.
  package static func references(in prose: String) -> [Reference] {
    let cited = CitedProse(prose)
    return citations(of: cited).flatMap { cited.citations[$0].references }
  }

  /// The words of the first heading without citations and pictures, or `nil`.
  package static func title(of prose: String) -> String? {
    let cited = CitedProse(prose)
    var title: [UInt8]?
    var isInside = false
    var isInPicture = false
    MarkdownTree(cited.marked).walk { node, step in
      switch node.kind {
      case .image: isInPicture = step == .enter
      case _ where isInPicture: break
      case .heading where step == .leave: isInside = false
      case .heading where title == nil: (isInside, title) = (true, [])
      case .text where isInside, .code where isInside:
        node.withLiteral { words in title?.appendWithoutCitations(words) }
      case .softBreak where isInside, .lineBreak where isInside: title?.append(UInt8(ascii: " "))
      default: break
      }
    }
    return title.map(words(of:))
  }

  /// The words of a heading: one line without spaces around it.
  static func words(of heading: [UInt8]) -> String {
    let words = VisibleText.of(String(decoding: heading, as: UTF8.self)).trimmed
    return String(words.drop { $0 == " " })
  }

  /// The numbers of the citations that are references, ascending.
  static func citations(of cited: CitedProse) -> [Int] {
    guard !cited.citations.isEmpty else { return [] }
    var found: [Int] = []
    var linkDepth = 0
    MarkdownTree(cited.marked).walk { node, step in
      switch node.kind {
      case .link, .image: linkDepth += step == .enter ? 1 : -1
      case .text where linkDepth == 0:
        node.withLiteral { words in CitedProse.split(words, text: { _ in }) { found.append($0) } }
      default: break
      }
    }
    return found
  }
}

extension [UInt8] {
  /// Appends the words around citations; of these not even the brackets.
  mutating func appendWithoutCitations(_ words: UnsafeBufferPointer<UInt8>) {
    var isAfter = false
    var kept: [UInt8] = []
    CitedProse.split(words) { words in
      kept.append(contentsOf: isAfter ? words.dropFirst()[...] : words[...])
    } citation: { _ in
      kept.removeLast()
      while kept.last == UInt8(ascii: " ") { kept.removeLast() }
      isAfter = true
    }
    append(contentsOf: kept)
  }
}
