/// Which blocks of a page are its main text.
///
/// 1. What pages name as navigation, advertising, comments and the like is set aside, unless half of
///    the running text lies in it, as some pages call everything `sidebar-layout`.
/// 2. The main text is looked for in the element that the page itself names: `articleBody`, then the
///    `article` with the most text, then `main`; else in the smallest element that holds nine tenths
///    of the running text.
/// 3. Where the page itself names it, everything in it stays but what is set aside, what is a menu,
///    and the lines that pages set into their text.
/// 4. In another element, a block stays that reads as running text, stands beside such a block, is a row, a quote
///    or an item of a list that does not lead elsewhere, or ends as a sentence does. Headings stay
///    where something follows them.
/// 5. If hardly anything stays, everything that is not set aside does, and a note says so.
///
/// What counts as running text is ``BlockClassifier``'s.
struct MainText {
  private let page: HTMLPage
  private let collector: BlockCollector
  private var blocks: [PageBlock] { collector.blocks }
  /// Running words before each block.
  private var runningWords: [Int] = [0]
  private var isRunning: [Bool]
  private var isAside: [Bool] = []
  /// The blocks of the main text, in order.
  private(set) var chosen: [Int] = []
  /// The blocks of the element that holds the main text.
  private(set) var range = 0..<0
  /// Whether the page itself names that element.
  private var isNamed = false
  /// Whether no main text stood out.
  private(set) var isGuess = false

  init(_ page: HTMLPage, _ collector: BlockCollector) {
    (self.page, self.collector) = (page, collector)
    isRunning = BlockClassifier.classify(collector.blocks)
    setAside()
    let within = container()
    range = Int(collector.ranges[within].first)..<Int(collector.ranges[within].end)
    choose()
    if words(chosen) < 25 { chooseAll() }
    addTitle()
  }

  private func words(_ chosen: [Int]) -> Int { chosen.reduce(0) { $0 + blocks[$1].words } }

  private mutating func setAside() {
    let total = blocks.indices.reduce(0) { $0 + (isRunning[$1] ? blocks[$1].words : 0) }
    var within: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() where isRunning[index] {
      for element in block.setAside { within[element, default: 0] += block.words }
    }
    for (index, block) in blocks.enumerated() {
      let aside = block.setAside.contains { within[$0, default: 0] * 2 < total || total == 0 }
      isAside.append(aside)
      let counts = isRunning[index] && !aside
      runningWords.append(runningWords[index] + (counts ? block.words : 0))
    }
  }

  /// How many running words an element has.
  private func running(_ node: Int) -> Int {
    let range = collector.ranges[node]
    return runningWords[Int(range.end)] - runningWords[Int(range.first)]
  }

  /// How many words of the element that holds the main text were left out, apart from those of menus
  /// where the page does not name it.
  var leftOut: Int {
    let kept = Set(chosen)
    return range.reduce(0) { sum, index in
      let counts = isNamed || !isAside[index] && blocks[index].linkDensity <= 0.5
      return counts && !kept.contains(index) ? sum + blocks[index].words : sum
    }
  }

  private mutating func container() -> Int {
    guard let body = page.nodes.indices.first(where: { page.nodes[$0].tag == .body }) else {
      return 0
    }
    let total = running(body)
    guard total > 0 else { return body }
    var best: [(node: Int, words: Int)] = [(-1, 0), (-1, 0), (-1, 0)]
    for index in page.nodes.indices where page.nodes[index].element != nil {
      guard let rank = rank(index) else { continue }
      let words = running(index)
      if words > best[rank].words { best[rank] = (index, words) }
    }
    for (node, words) in best where words * 5 >= total * 2 {
      isNamed = true
      return node
    }
    return smallest(in: body)
  }

  /// 0 for what is named the body of an article, 1 for articles, 2 for the main element.
  private func rank(_ index: Int) -> Int? {
    if let property = page.attribute("itemprop", of: index), property.contains("articleBody") {
      return 0
    }
    switch page.nodes[index].tag {
    case .article: return 1
    case .main: return 2
    default: return page.attribute("role", of: index) == "main" ? 2 : nil
    }
  }

  /// The smallest element that holds nine tenths of the running words.
  private func smallest(in body: Int) -> Int {
    var current = body
    let total = running(body)
    while true {
      var child = current + 1
      var next: Int?
      while child < Int(page.nodes[current].end) {
        if page.nodes[child].element != nil, running(child) * 10 >= total * 9 { next = child }
        child = Int(page.nodes[child].end)
      }
      guard let next, page.nodes[next].tag.isBlock else { return current }
      // One long paragraph is not all of a text.
      if [.paragraph, .item, .preformatted].contains(page.nodes[next].tag) { return current }
      current = next
    }
  }

  private mutating func choose() {
    var isKept = range.map { isNamed ? staysInNamed($0) : stays($0, in: range) }
    dropLeadingLists(&isKept, range)
    // A heading needs something below it that is not a heading of its own rank.
    var reach = 0
    for index in range.reversed() {
      let place = index - range.lowerBound
      guard isKept[place] else { continue }
      if case .heading(let level) = blocks[index].kind {
        // One that stands over nothing that was left out is of the text.
        let isOverNothing = isNamed && (place + 1 == isKept.count || isKept[place + 1])
        isKept[place] = level < reach || isOverNothing
        if isKept[place] { reach = level }
      } else {
        reach = 7
      }
    }
    chosen = range.filter { isKept[$0 - range.lowerBound] }
  }

  /// Whether a block stays in an element that the page names as its main text.
  private func staysInNamed(_ index: Int) -> Bool {
    let block = blocks[index]
    guard !isAside[index], !isPhrase(block) else { return false }
    guard block.kind == .paragraph, block.item == nil, block.linkDensity > 0.5 else { return true }
    return block.endsSentence || block.words >= 6 || block.quoteDepth > 0
  }

  private func stays(_ index: Int, in range: Range<Int>) -> Bool {
    let block = blocks[index]
    guard !isAside[index], !isPhrase(block) else { return false }
    switch block.kind {
    case .heading: return block.linkDensity < 0.9 || block.words > 3
    case .preformatted: return true
    case .row: return block.linkDensity <= 0.7
    case .paragraph: break
    }
    switch page.nodes[block.node].tag {
    case .term, .definition, .tableCaption: if block.linkDensity <= 0.3 { return true }
    case .cell, .headCell:
      // What stands around a table within a table.
      if block.linkDensity <= 0.3, isBesideRow(index, in: range) { return true }
    default: break
    }
    if block.linkDensity > 0.5 { return block.endsSentence && block.words - block.linkWords > 4 }
    if isRunning[index] || block.endsSentence || block.quoteDepth > 0 { return true }
    if block.item != nil { return true }
    // A short line between paragraphs belongs to them.
    let isInside = index > range.lowerBound && index + 1 < range.upperBound
    return isInside && blocks[index - 1].node == block.node && isRunning[index - 1]
      || isInside && parent(index - 1) == parent(index) && parent(index + 1) == parent(index)
        && isRunning[index - 1] && isRunning[index + 1]
  }

  private func isBesideRow(_ index: Int, in range: Range<Int>) -> Bool {
    [index - 1, index + 1].contains { near in
      guard range.contains(near) else { return false }
      if case .row = blocks[near].kind { return true }
      return isRunning[near]
    }
  }

  private func parent(_ index: Int) -> Int32 { page.nodes[blocks[index].node].parent }

  /// Whether the block is one of the lines that pages set into their text.
  private func isPhrase(_ block: PageBlock) -> Bool {
    guard block.words < 6 else { return false }
    var words: [UInt8] = []
    for case .text(let node) in block.pieces {
      if let text = page.nodes[node].text { words += page.decoded(text) }
    }
    var phrase = PlainWords.collapsed(words).lowercased()
    while let last = phrase.last, ":.»›>".contains(last) { phrase.removeLast() }
    return HintWords.phrases.contains(phrase)
  }

  /// Lists most of whose words lead elsewhere are menus or further reading, as a whole.
  private func dropLeadingLists(_ isKept: inout [Bool], _ range: Range<Int>) {
    var counts: [Int: (words: Int, links: Int)] = [:]
    var telling: Set<Int> = []
    for index in range {
      guard let item = blocks[index].item else { continue }
      let count = counts[item.list] ?? (0, 0)
      counts[item.list] = (count.words + blocks[index].words, count.links + blocks[index].linkWords)
      if blocks[index].endsSentence { telling.insert(item.list) }
    }
    for index in range {
      guard let item = blocks[index].item, let count = counts[item.list] else { continue }
      let isMenu =
        isNamed
        ? count.links * 10 > count.words * 9 && !telling.contains(item.list)
        : count.links * 2 > count.words
      if isMenu { isKept[index - range.lowerBound] = false }
    }
  }

  private mutating func chooseAll() {
    let open = blocks.indices.filter { !isAside[$0] && !isPhrase(blocks[$0]) }
    guard words(open) > words(chosen) else { return }
    chosen = open
    isGuess = true
  }

  /// The headline often stands above the element with the text.
  private mutating func addTitle() {
    let headlines = blocks.indices.filter { blocks[$0].kind == .heading(1) }
    guard let headline = headlines.first, headlines.count == 1, let first = chosen.first,
      headline < first, isAside[headline] || !chosen.contains(headline)
    else { return }
    chosen.insert(headline, at: 0)
  }
}
