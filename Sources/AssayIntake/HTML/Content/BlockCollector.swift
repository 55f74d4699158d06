import AssayText
import CHTML

/// The blocks of a page, in the order of the text, and which of them each element holds.
struct BlockCollector {
  let page: HTMLPage
  private(set) var blocks: [PageBlock] = []
  /// For each node, how many blocks were closed before it began and when it ended.
  private(set) var ranges: [(first: Int32, end: Int32)]
  var open: [Element] = []
  var block: PageBlock?
  private var quoteDepth = 0
  private var linkDepth = 0
  private var items: [OpenItem] = []
  /// Numbers of the open lists; `nil` for lists without.
  private var lists: [(node: Int, next: Int?)] = []
  private var rowDepth = 0
  private var rowsOfTable: [Int: Int] = [:]
  private var tableGrid = TableGrid()
  /// Ends of empty cells at the beginning of a row, before it has words.
  var emptyCells = 0
  /// How the words of the open element are raised or lowered; `nil` if they are not.
  var script: (end: Int, form: ScriptForm)?
  /// What was struck out, with how many blocks were before it.
  var struck: [(block: Int, words: Int)] = []
  private var setAside: [Int] = []
  /// The open elements that say of what kind blocks are: headings, items, rows of data and the like.
  private var contexts: [(index: Int, tag: PageTag)] = []

  struct Element {
    let index: Int
    let end: Int
    let tag: PageTag
    let isSetAside: Bool
  }

  private struct OpenItem {
    let node: Int
    let list: Int
    let depth: Int
    let number: Int?
    var hasBegun = false
  }

  init(_ page: HTMLPage) {
    self.page = page
    ranges = Array(repeating: (0, 0), count: page.nodes.count)
  }

  mutating func collect() {
    var index = 0
    while index < page.nodes.count {
      if let script, script.end <= index { endScript() }
      leave(before: index)
      let node = page.nodes[index]
      ranges[index] = (Int32(blocks.count), Int32(blocks.count))
      if node.text != nil {
        addText(index)
        index += 1
      } else if isSilent(node, index) || node.tag == .struck && isStruck(index) {
        index = Int(node.end)
      } else {
        enter(index, node)
        index += 1
      }
    }
    endScript()
    leave(before: index)
    flush()
  }

  /// Elements without any text of the page, and what is hidden from its readers.
  private func isSilent(_ node: HTMLPage.Node, _ index: Int) -> Bool {
    switch node.tag {
    case .silent, .script, .head, .meta, .link, .title: return true
    case .html, .body: return false
    default: break
    }
    if page.attributeBytes("hidden", of: index) != nil { return true }
    if let value = page.attributeBytes("class", of: index), HintWords.hides(value) { return true }
    if let style = page.attribute("style", of: index) {
      let plain = style.lowercased().filter { !$0.isWhitespace }
      return plain.contains("display:none") || plain.contains("visibility:hidden")
    }
    return false
  }

  private mutating func enter(_ index: Int, _ node: HTMLPage.Node) {
    if node.tag.isBlock, rowDepth == 0 || node.tag == .row { flush() }
    let isAside = isSetAside(node, index)
    if isAside { setAside.append(index) }
    open.append(
      Element(index: index, end: Int(node.end), tag: node.tag, isSetAside: isAside))
    if node.tag.headingLevel > 0 || node.tag == .preformatted || node.tag == .item {
      contexts.append((index, node.tag))
    }
    switch node.tag {
    case .quote: quoteDepth += 1
    case .anchor: if isLink(index) { linkDepth += 1 }
    case .bulletList: lists.append((index, nil))
    case .numberedList:
      lists.append((index, page.attribute("start", of: index).flatMap { Int($0) } ?? 1))
    case .item: beginItem(index)
    case .row:
      if rowDepth > 0 || isRowOfData(index) {
        rowDepth += 1
        contexts.append((index, .row))
        emptyCells = 0
        tableGrid.beginRow(of: ancestor(of: index, .table) ?? -1)
      }
    case .cell, .headCell:
      if rowDepth > 0 { endCells(tableGrid.beginCell(page, index)) }
    case .raised, .lowered: beginScript(index)
    case .lineBreak: addBreak()
    default: if node.tag.isBlock, rowDepth > 0 { addBreak() }
    }
  }

  private mutating func leave(before index: Int) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      switch last.tag {
      case .cell, .headCell: if rowDepth > 0 { endCells(tableGrid.endCell()) }
      case .row:
        if rowDepth > 0 {
          endCells(tableGrid.endRow())
          rowDepth -= 1
        }
      default: break
      }
      if last.tag.isBlock, rowDepth == 0 { flush() }
      if contexts.last?.index == last.index { contexts.removeLast() }
      switch last.tag {
      case .quote: quoteDepth -= 1
      case .anchor: if isLink(last.index) { linkDepth -= 1 }
      case .bulletList, .numberedList: lists.removeLast()
      case .item: items.removeLast()
      default: break
      }
      if last.isSetAside { setAside.removeLast() }
      ranges[last.index].end = Int32(blocks.count)
    }
  }

  private mutating func beginItem(_ index: Int) {
    var number: Int?
    if let list = lists.last, let next = list.next {
      number = page.attribute("value", of: index).flatMap { Int($0) } ?? next
      lists[lists.count - 1].next = number.map { $0 &+ 1 }
    }
    items.append(
      OpenItem(
        node: index, list: lists.last?.node ?? Int(page.nodes[index].parent),
        depth: max(1, lists.count), number: number))
  }

  private func isSetAside(_ node: HTMLPage.Node, _ index: Int) -> Bool {
    switch node.tag {
    case .navigation, .aside, .form: return true
    case .footer: return quoteDepth == 0
    case .html, .body, .article, .main, .row, .cell, .headCell: break
    default:
      // What stands within a line is of the line.
      guard node.tag.isBlock else { return false }
      for name: StaticString in ["class", "id"] {
        if let value = page.attributeBytes(name, of: index), HintWords.setsAside(value) {
          return true
        }
      }
    }
    // Comments are often articles of their own.
    if node.tag == .article, let value = page.attributeBytes("class", of: index),
      HintWords.setsAside(value), open.contains(where: { $0.tag == .article || $0.tag == .main })
    {
      return true
    }
    guard node.tag.isBlock else { return false }
    // Where a dialog was open when a page was saved, all of the rest is hidden so.
    if page.attribute("aria-hidden", of: index) == "true" { return true }
    return page.attribute("role", of: index).map { HintWords.isRoleSetAside($0) } ?? false
  }

  /// Whether an anchor leads elsewhere; that of a heading to itself does not.
  private func isLink(_ index: Int) -> Bool {
    let parent = Int(page.nodes[index].parent)
    guard parent >= 0, page.nodes[parent].tag.headingLevel > 0 else { return true }
    guard let address = page.attributeBytes("href", of: index) else { return false }
    return UInt8(bitPattern: address[0]) != UInt8(ascii: "#")
  }

  private mutating func addBreak() {
    guard block != nil else { return }
    block?.pieces.append(.lineBreak)
  }
}

extension BlockCollector {
  private mutating func addText(_ index: Int) {
    guard let text = page.nodes[index].text else { return }
    let bytes = page.decoded(text)
    let words = WordCount(bytes)
    guard words.count > 0 else {
      if block != nil { addPiece(index) }
      return
    }
    if block == nil { begin() }
    addPiece(index)
    block?.words += words.count
    if linkDepth > 0 { block?.linkWords += words.count }
    block?.endsSentence = words.endsSentence
  }

  mutating func begin() {
    let parent = open.last { $0.tag.isBlock }
    var kind = PageBlock.Kind.paragraph
    if rowDepth > 0, let row = contexts.last(where: { $0.tag == .row }) {
      kind = .row(isFirst: isFirstRow(row.index))
    } else if let context = contexts.last {
      if context.tag.headingLevel > 0 { kind = .heading(context.tag.headingLevel) }
      if context.tag == .preformatted { kind = .preformatted }
    }
    var made = PageBlock(kind: kind, node: parent?.index ?? 0)
    made.quoteDepth = min(quoteDepth, 8)
    made.setAside = setAside
    if let item = items.last {
      made.item = PageBlock.Item(
        list: item.list, depth: item.depth, number: item.number, begins: !item.hasBegun)
      items[items.count - 1].hasBegun = true
    }
    if rowDepth > 0 {
      for _ in 0..<emptyCells { made.pieces.append(.cellEnd) }
      emptyCells = 0
    }
    block = made
  }

  private mutating func flush() {
    guard let made = block else { return }
    block = nil
    guard made.words > 0 else { return }
    // Two line breaks divide paragraphs, as old pages have them.
    if made.kind == .paragraph, made.pieces.contains(where: { $0.isBreak }) {
      blocks += made.dividedAtBreaks(page)
    } else {
      blocks.append(made)
    }
  }

  private mutating func isFirstRow(_ row: Int) -> Bool {
    guard let table = ancestor(of: row, .table) else { return false }
    rowsOfTable[table, default: 0] += 1
    return rowsOfTable[table] == 1
  }

  private func ancestor(of index: Int, _ tag: PageTag) -> Int? {
    var parent = Int(page.nodes[index].parent)
    while parent >= 0, page.nodes[parent].tag != tag { parent = Int(page.nodes[parent].parent) }
    return parent >= 0 ? parent : nil
  }

  /// Whether the row is of a table of data, and not one that lays out a page: no table within it, at
  /// least two cells, and no cell that is a text of its own.
  private func isRowOfData(_ row: Int) -> Bool {
    var cells = 0
    if let table = ancestor(of: row, .table) { cells = tableGrid.open(in: table) }
    var hasOwn = false
    var (words, most) = (0, 0)
    for node in page.nodes[row..<Int(page.nodes[row].end)] {
      switch node.tag {
      case .table, .article, .main, .heading1, .heading2, .navigation, .aside: return false
      case .cell, .headCell:
        cells += 1
        words = 0
        hasOwn = true
      default: break
      }
      if let text = node.text {
        words += WordCount(page.decoded(text)).count
        most = max(most, words)
        if most > 60 { return false }
      }
    }
    return hasOwn && cells > 1
  }
}

extension PageBlock.Piece {
  var isBreak: Bool { if case .lineBreak = self { true } else { false } }
}

extension PageBlock {
  /// The paragraphs between two or more line breaks that follow each other.
  func dividedAtBreaks(_ page: HTMLPage) -> [PageBlock] {
    var parts: [PageBlock] = []
    var part = self
    (part.pieces, part.words) = ([], 0)
    var breaks = 0
    for piece in pieces {
      var words = WordCount()
      switch piece {
      case .text(let node), .script(let node, _):
        if let text = page.nodes[node].text { words = WordCount(page.decoded(text)) }
      default: break
      }
      if piece.isBreak {
        breaks += 1
      } else if words.count > 0 {
        if breaks > 1, part.words > 0 {
          parts.append(part)
          (part.pieces, part.words) = ([], 0)
        }
        breaks = 0
        part.words += words.count
        part.endsSentence = words.endsSentence
      }
      part.pieces.append(piece)
    }
    if part.words > 0 { parts.append(part) }
    guard parts.count > 1 else { return [self] }
    for index in parts.indices {
      // Which words lead elsewhere is known of the whole alone.
      parts[index].linkWords = linkWords * parts[index].words / max(1, words)
      if index > 0, let item = parts[index].item {
        parts[index].item = Item(
          list: item.list, depth: item.depth, number: item.number, begins: false)
      }
    }
    return parts
  }
}
