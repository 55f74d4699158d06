import CMarkdown

/// A node of a ``MarkdownTree``; not to be kept longer than the tree.
struct MarkdownNode {
  let pointer: OpaquePointer

  /// What the node is.
  enum Kind {
    case document, quote, item, paragraph, rule, lineBreak, softBreak, text, emphasis, strong
    case strikethrough, code, codeBlock, html, htmlBlock, image, other
    case link(String)
    case heading(level: Int)
    /// A list of items, with the first number if they are numbered.
    case list(start: Int?)
    case table, tableRow(isHeader: Bool), tableCell
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST:
      .list(
        start: cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
          ? Int(cmark_node_get_list_start(pointer)) : nil)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(pointer)))
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(Self.text(cmark_node_get_url(pointer)))
    case CMARK_NODE_IMAGE: .image
    default: extensionKind
    }
  }

  /// The words of a text or of code.
  func withLiteral(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    Self.withBytes(cmark_node_get_literal(pointer), body)
  }

  /// Whether a paragraph stands in a list without blank lines, and so without space around it.
  var isTight: Bool {
    guard let item = cmark_node_parent(pointer), let list = cmark_node_parent(item),
      cmark_node_get_type(list) == CMARK_NODE_LIST
    else { return false }
    return cmark_node_get_list_tight(list) != 0
  }

  /// How the columns of a table are aligned: `l`, `c`, `r`, or 0.
  var alignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: alignments, count: count))
  }

  private var extensionKind: Kind {
    switch Self.text(cmark_node_get_type_string(pointer)) {
    case "table": .table
    case "table_header": .tableRow(isHeader: true)
    case "table_row": .tableRow(isHeader: false)
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    default: .other
    }
  }

  private static func text(_ words: UnsafePointer<CChar>?) -> String {
    words.map { String(cString: $0) } ?? ""
  }

  private static func withBytes(
    _ words: UnsafePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let words else { return }
    var count = 0
    while words[count] != 0 { count += 1 }
    words.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}
