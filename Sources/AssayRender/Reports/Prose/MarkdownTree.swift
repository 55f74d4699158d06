import CMarkdown
import Synchronization

/// Markdown as a tree: CommonMark with the tables and the strikethrough of GitHub.
///
/// The tree is walked without recursion, so that no nesting is too deep.
final class MarkdownTree {
  /// What the walk comes to.
  enum Step { case enter, leave }

  private let root: OpaquePointer?

  init(_ markdown: [UInt8]) {
    root = Self.parsed(markdown)
  }

  deinit {
    if let root { cmark_node_free(root) }
  }

  /// Calls `body` with every node before and after the nodes in it; nodes that can hold none are
  /// entered only.
  func walk(_ body: (MarkdownNode, Step) -> Void) {
    guard let root, let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return }
      guard let node = cmark_iter_get_node(iterator) else { return }
      body(MarkdownNode(pointer: node), event == CMARK_EVENT_ENTER ? .enter : .leave)
    }
  }

  /// The extensions are made known once.
  private static let areExtensionsKnown: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// While it reads, the library changes tables that all threads have in common: which characters
  /// its extensions look for.
  private static let isReading = Mutex(())

  private static func parsed(_ markdown: [UInt8]) -> OpaquePointer? {
    isReading.withLock { _ in
      // A pointer crosses no thread here.
      UInt(bitPattern: read(markdown))
    }.pointer
  }

  private static func read(_ markdown: [UInt8]) -> OpaquePointer? {
    let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] where areExtensionsKnown {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    markdown.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return cmark_parser_finish(parser)
  }
}

extension UInt {
  /// The pointer that has this address.
  fileprivate var pointer: OpaquePointer? { OpaquePointer(bitPattern: self) }
}
