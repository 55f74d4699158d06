import AssayText

extension BlockCollector {
  mutating func endCells(_ count: Int) {
    guard count > 0 else { return }
    guard block != nil else {
      emptyCells += count
      return
    }
    for _ in 0..<count { block?.pieces.append(.cellEnd) }
  }

  /// Begins what is raised or lowered; what stands in such an element is of its form.
  mutating func beginScript(_ index: Int) {
    guard script == nil else { return }
    let isLinkToNote =
      open.last { $0.tag == .anchor }
      .map { ScriptForm.isLinkToNote(page, $0.index) } ?? false
    let form = ScriptForm(page, index, isWithinLinkToNote: isLinkToNote)
    if case .plain = form { return }
    script = (Int(page.nodes[index].end), form)
    // Its marks stand in a block, which its words may be the first of.
    if block == nil { begin() }
    switch form {
    case .note: block?.pieces.append(.mark(.noteBegins))
    case .marked(let mark): block?.pieces.append(.mark(mark))
    case .signs, .plain: break
    }
  }

  mutating func endScript() {
    if case .note? = script?.form { block?.pieces.append(.mark(.noteEnds)) }
    script = nil
  }

  mutating func addPiece(_ index: Int) {
    if case .signs(let isRaised)? = script?.form {
      block?.pieces.append(.script(node: index, isRaised: isRaised))
    } else {
      block?.pieces.append(.text(node: index))
    }
  }

  /// Whether words are struck out, which are left out; most of a page is never.
  mutating func isStruck(_ index: Int) -> Bool {
    var words = 0
    for node in page.nodes[index..<Int(page.nodes[index].end)] {
      if let text = node.text { words += WordCount(page.decoded(text)).count }
      // An element that was never closed.
      if words > Self.mostStruck { return false }
    }
    if words > 0 { struck.append((blocks.count, words)) }
    return true
  }

  private static let mostStruck = 200
}
