extension ReportBody {
  /// Prose as HTML. Elements that the author wrote in HTML are shown as text, comments not at all;
  /// of a picture there is its description.
  mutating func append(prose: String) {
    let cited = CitedProse(prose)
    var state = ProseState()
    MarkdownTree(cited.marked).walk { node, step in
      append(node, step, cited, &state)
    }
  }

  private mutating func append(
    _ node: MarkdownNode, _ step: MarkdownTree.Step, _ cited: CitedProse,
    _ state: inout ProseState
  ) {
    let kind = node.kind
    if state.isInPicture, !kind.isPicture { return appendPlain(node, kind, cited, &state) }
    let isEntered = step == .enter
    switch kind {
    case .document, .other: break
    case .quote: page.markup(isEntered ? "<blockquote>\n" : "</blockquote>\n")
    case .list(let start): append(list: start, isEntered)
    case .item: page.markup(isEntered ? "<li>" : "</li>\n")
    case .paragraph:
      if !node.isTight { page.markup(isEntered ? "<p>" : "</p>\n") }
    case .heading(let level): append(heading: level, isEntered, &state)
    case .rule: page.markup("<hr>\n")
    case .lineBreak: page.markup("<br>\n")
    case .softBreak:
      page.markup("\n")
      state.words.append(UInt8(ascii: " "))
    case .text:
      node.withLiteral { words in
        if state.isInHeading { state.words.appendWithoutCitations(words) }
        append(words, cited, isInLink: state.isInLink)
      }
    case .html: append(html: node, cited)
    case .htmlBlock:
      page.markup("<p>")
      append(html: node, cited)
      page.markup("</p>\n")
    case .emphasis: page.markup(isEntered ? "<em>" : "</em>")
    case .strong: page.markup(isEntered ? "<strong>" : "</strong>")
    case .strikethrough: page.markup(isEntered ? "<del>" : "</del>")
    case .code:
      page.markup("<code>")
      append(literal: node, cited)
      node.withLiteral { state.words.append(contentsOf: $0) }
      page.markup("</code>")
    case .codeBlock:
      page.markup("<pre class=\"wide\" tabindex=\"0\"><code>")
      append(literal: node, cited)
      page.markup("</code></pre>\n")
    case .image:
      page.markup(isEntered ? "<span class=\"picture\">[picture: " : "]</span>")
      state.isInPicture = isEntered
    case .link(let address): append(link: cited.restored(address), isEntered, &state)
    case .table: append(table: node, isEntered, &state)
    case .tableRow(let isHead): append(rowOfHead: isHead, isEntered, &state)
    case .tableCell: appendCell(isEntered, &state)
    }
  }

  private mutating func append(list start: Int?, _ isEntered: Bool) {
    guard let start else { return page.markup(isEntered ? "<ul>\n" : "</ul>\n") }
    guard isEntered else { return page.markup("</ol>\n") }
    page.markup("<ol")
    if start != 1 {
      page.markup(" start=\"")
      page.number(start)
      page.markup("\"")
    }
    page.markup(">\n")
  }

  /// The tag before a heading is put there when its words are known.
  private mutating func append(heading level: Int, _ isEntered: Bool, _ state: inout ProseState) {
    guard !isEntered else {
      state.headingStart = page.bytes.count
      state.words = []
      state.isInHeading = true
      return
    }
    state.isInHeading = false
    let words = ReportProse.words(of: state.words)
    let isTitle = state.headingStart == 0 && words == report.title
    var tag = HTMLWriter()
    if isTitle {
      hasTitle = true
      tag.markup("<h1>")
      page.markup("</h1>\n")
    } else {
      let entry = outline.add(level: level, words: words)
      tag.markup("<h")
      tag.number(entry.depth)
      tag.markup(" id=\"")
      tag.text(entry.id)
      tag.markup("\">")
      page.markup("</h")
      page.number(entry.depth)
      page.markup(">\n")
    }
    page.insert(tag, at: state.headingStart)
  }

  private mutating func append(
    link address: String, _ isEntered: Bool, _ state: inout ProseState
  ) {
    let target = LinkTarget(prose: address)
    state.isInLink = isEntered
    guard isEntered else { return page.markup(target == nil ? "" : "</a>") }
    guard let target else { return }
    page.markup(target.isOutside ? "<a rel=\"noreferrer noopener\" href=\"" : "<a href=\"")
    page.text(target.address)
    page.markup("\">")
  }

  /// Words in which citations become references.
  private mutating func append(
    _ words: UnsafeBufferPointer<UInt8>, _ cited: CitedProse, isInLink: Bool
  ) {
    var pieces: [UnsafeBufferPointer<UInt8>] = []
    var numbers: [Int] = []
    CitedProse.split(words) {
      pieces.append($0)
    } citation: {
      numbers.append($0)
    }
    let known = Set(
      numbers.indices.filter { place in
        !isInLink
          && cited.citations[numbers[place]].references.contains { number(of: $0.id) != nil }
      })
    for (index, piece) in pieces.enumerated() {
      // The brackets around a citation stand in the words beside it.
      let start = known.contains(index - 1) ? 1 : 0
      let end = piece.count - (known.contains(index) ? 1 : 0)
      page.text(UnsafeBufferPointer(rebasing: piece[start..<max(start, end)]))
      guard index < numbers.count else { continue }
      if known.contains(index) {
        append(cited.citations[numbers[index]])
      } else {
        cited.inside(numbers[index]).withUnsafeBufferPointer { page.text($0) }
      }
    }
  }

  /// Numbers in place of a citation; claims without a note stay as they were written.
  private mutating func append(_ citation: CitedProse.Citation) {
    page.removeSpaces()
    page.markup("<sup>")
    append(references: citation.references.compactMap { number(of: $0.id) })
    for unknown in citation.references where number(of: unknown.id) == nil {
      page.markup(" [@")
      page.text(unknown.id)
      page.markup("]")
    }
    page.markup("</sup>")
  }

  /// What stands in code, with line ends.
  private mutating func append(literal node: MarkdownNode, _ cited: CitedProse) {
    node.withLiteral { words in
      cited.restored(words).withUnsafeBufferPointer { page.text($0, lineEnd: "\n") }
    }
  }

  private mutating func append(html node: MarkdownNode, _ cited: CitedProse) {
    node.withLiteral { words in
      if words.starts(with: "<!--".utf8) { return }
      cited.restored(words).withUnsafeBufferPointer { page.text($0) }
    }
  }

  /// What stands in the description of a picture: words alone.
  private mutating func appendPlain(
    _ node: MarkdownNode, _ kind: MarkdownNode.Kind, _ cited: CitedProse,
    _ state: inout ProseState
  ) {
    switch kind {
    case .text, .code, .html: append(literal: node, cited)
    case .softBreak, .lineBreak: page.markup(" ")
    default: break
    }
  }
}
