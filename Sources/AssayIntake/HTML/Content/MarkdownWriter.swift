import AssayText
import CHTML

/// Blocks of a page as Markdown, with the way back to the page.
///
/// Each paragraph is a line. Words stand as they are: emphasis and links are dropped, entities are
/// decoded, white space is a single space, and nothing is escaped but `|` in a cell, so that a quote
/// is what a reader of the page saw.
struct MarkdownWriter {
  private let page: HTMLPage
  private(set) var text = TracedText()
  private var lastWasRow = false
  private var lastItem: PageBlock.Item?
  /// The lists that the last item stands in, by depth.
  private var openLists: [Int] = []

  init(_ page: HTMLPage) { self.page = page }

  mutating func write(_ block: PageBlock) {
    let start = text.count
    separate(block)
    switch block.kind {
    case .paragraph:
      prefix(block)
      line(block)
    case .heading(let level):
      for _ in 0..<block.quoteDepth { text.append("> ") }
      for _ in 0..<level { text.append("#") }
      text.append(" ")
      line(block)
    case .preformatted: preformatted(block)
    case .row(let isFirst): row(block, isFirst: isFirst)
    }
    if case .row = block.kind { lastWasRow = true } else { lastWasRow = false }
    noteLists(of: block.item)
    if text.count == start { return }
    text.append("\n")
  }

  private mutating func noteLists(of item: PageBlock.Item?) {
    lastItem = item
    guard let item else { return openLists.removeAll() }
    while openLists.count >= item.depth { openLists.removeLast() }
    while openLists.count < item.depth { openLists.append(item.list) }
  }

  private mutating func separate(_ block: PageBlock) {
    guard !text.isEmpty else { return }
    if case .row(isFirst: false) = block.kind, lastWasRow { return }
    // Items of one list follow each other without a gap.
    if let item = block.item, item.begins, lastItem != nil, block.kind == .paragraph,
      goesOn(item)
    {
      return
    }
    text.append("\n")
  }

  /// Whether the list of an item is the one that was open at its depth, or begins within an item.
  private func goesOn(_ item: PageBlock.Item) -> Bool {
    guard item.depth <= openLists.count else { return true }
    return openLists[item.depth - 1] == item.list
  }

  private func indent(_ block: PageBlock) -> Int {
    block.item.map { ($0.depth - 1) * 2 + ($0.begins ? 0 : 2) } ?? 0
  }

  private mutating func prefix(_ block: PageBlock) {
    for _ in 0..<block.quoteDepth { text.append("> ") }
    guard let item = block.item else { return }
    text.append(made: repeatElement(0x20, count: min(indent(block), 32)))
    guard item.begins else { return }
    if let number = item.number {
      text.append(made: "\(number). ".utf8)
    } else {
      text.append("- ")
    }
  }

  /// Pieces as one line, or as several where the page breaks it.
  private mutating func line(_ block: PageBlock) {
    var spacing = Spacing.start
    for piece in block.pieces {
      switch piece {
      case .text(let node): add(node, &spacing, quoteDepth: block.quoteDepth)
      case .script(let node, let isRaised):
        add(node, &spacing, quoteDepth: block.quoteDepth, script: ScriptSigns(isRaised: isRaised))
      case .mark(let mark): add(mark, &spacing)
      case .lineBreak: if spacing != .start { spacing = block.isHeading ? .space(nil) : .lineBreak }
      case .cellEnd: break
      }
    }
  }

  private mutating func row(_ block: PageBlock, isFirst: Bool) {
    text.append("| ")
    var spacing = Spacing.start
    var cells = 0
    for piece in block.pieces {
      switch piece {
      case .text(let node): add(node, &spacing, isCell: true)
      case .script(let node, let isRaised):
        add(node, &spacing, isCell: true, script: ScriptSigns(isRaised: isRaised))
      case .mark(let mark): add(mark, &spacing)
      case .lineBreak: if spacing != .start { spacing = .space(nil) }
      case .cellEnd:
        text.append(spacing == .start ? "| " : " | ")
        spacing = .start
        cells += 1
      }
    }
    if text.bytes.last == 0x20 { text.cut(to: text.count - 1) }
    guard isFirst else { return }
    text.append("\n|")
    for _ in 0..<max(1, cells) { text.append(" --- |") }
  }

  private mutating func preformatted(_ block: PageBlock) {
    text.append("```\n")
    for piece in block.pieces {
      switch piece {
      case .text(let node): preformatted(node, nil)
      case .script(let node, let isRaised): preformatted(node, ScriptSigns(isRaised: isRaised))
      case .mark(let mark):
        var spacing = Spacing.none
        add(mark, &spacing)
      case .lineBreak: text.append("\n")
      case .cellEnd: break
      }
    }
    if text.bytes.last != 0x0A { text.append("\n") }
    text.append("```")
  }

  private mutating func preformatted(_ node: Int, _ script: ScriptSigns?) {
    guard let node = page.nodes[node].text else { return }
    var reader = NodeReader(page, node)
    while let part = reader.next() { append(part, script) }
  }

  /// What has to stand before the next word.
  private enum Spacing: Equatable {
    case start, none, lineBreak
    /// A space, with the stretch of the page that it was made of, where that is known.
    case space(Span?)
  }

  private mutating func add(
    _ node: Int, _ spacing: inout Spacing, quoteDepth: Int = 0, isCell: Bool = false,
    script: ScriptSigns? = nil
  ) {
    guard let node = page.nodes[node].text else { return }
    var reader = NodeReader(page, node)
    while let part = reader.next() {
      let gap = PlainWords.gap(part.bytes, 0)
      if gap.width > 0 {
        if gap.isSpace { widen(&spacing, part) }
        continue
      }
      space(&spacing, quoteDepth: quoteDepth)
      if isCell, part.bytes[0] == UInt8(ascii: "|") { text.append("\\") }
      append(part, script)
    }
  }

  private mutating func space(_ spacing: inout Spacing, quoteDepth: Int = 0) {
    switch spacing {
    case .space(let span?):
      text.append(CollectionOfOne(0x20), from: span.start, width: span.end - span.start)
    case .space(nil): text.append(" ")
    case .lineBreak:
      text.append("\n")
      for _ in 0..<quoteDepth { text.append("> ") }
    case .start, .none: break
    }
    spacing = .none
  }

  private mutating func add(_ mark: PageBlock.Mark, _ spacing: inout Spacing) {
    let last = text.bytes.last ?? 0x20
    let isBehindFigure = spacing == .none && last.isDigit
    let isBehindWord = spacing == .none && (last.isDigit || (last | 0x20) &- 0x61 < 26)
    switch mark {
    case .gap: if spacing == .none { spacing = .space(nil) }
    case .gapBehindFigure: if isBehindFigure { spacing = .space(nil) }
    case .noteBegins:
      if spacing == .none { spacing = .space(nil) }
      space(&spacing)
      text.append("[")
    case .noteEnds:
      text.append("]")
      spacing = .none
    case .caret: if isBehindWord { text.append("^") }
    case .underscore: if isBehindWord { text.append("_") }
    }
  }

  /// Adds white space to what stands before the next word.
  private func widen(_ spacing: inout Spacing, _ part: NodeReader.Part) {
    switch spacing {
    case .none: spacing = .space(part.origin.map { Span($0, $0 + part.width) })
    case .space(let span?) where part.origin == span.end:
      spacing = .space(Span(span.start, span.end + part.width))
    case .space, .start, .lineBreak: break
    }
  }

  private mutating func append(_ part: NodeReader.Part, _ script: ScriptSigns?) {
    if let sign = script?.sign(of: part.bytes) {
      if let origin = part.origin {
        text.append(sign, from: origin, width: part.width)
      } else {
        text.append(sign, madeOf: part.whole)
      }
    } else if part.isVerbatim, let origin = part.origin {
      text.append(part.bytes, verbatimAt: origin)
    } else if let origin = part.origin {
      text.append(part.bytes, from: origin, width: part.width)
    } else {
      text.append(part.bytes, madeOf: part.whole)
    }
  }
}
