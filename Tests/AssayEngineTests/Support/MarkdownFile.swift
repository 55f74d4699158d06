/// A Markdown file as lines, some of them in fenced blocks.
struct MarkdownFile {
  /// What stands between two fences.
  struct Block {
    /// The words after the opening fence.
    let info: [String]
    /// The line of the opening fence, from 1.
    let line: Int
    var lines: [String]

    var text: String { lines.map { $0 + "\n" }.joined() }
  }

  /// A line of prose, or a block with its fences.
  enum Item {
    case prose(String)
    case block(Block)
  }

  var items: [Item] = []

  init(_ text: String) {
    var open: Block?
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      if let block = open {
        if line == "```" {
          items.append(.block(block))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        let info = line.dropFirst(3).split(separator: " ").map(String.init)
        open = Block(info: info, line: index + 1, lines: [])
      } else {
        items.append(.prose(line))
      }
    }
    if let open { items.append(.block(open)) }
  }

  var blocks: [Block] {
    items.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }

  /// The file as it is written.
  var text: String {
    items.map { item in
      switch item {
      case .prose(let line): line + "\n"
      case .block(let block): "```\(block.info.joined(separator: " "))\n\(block.text)```\n"
      }
    }.joined()
  }
}
