import AssayText
import CHTML

/// A page as a tree, laid out in the order of the text.
///
/// It owns the memory of the library that made it: what nodes point to lives as long as the page.
final class HTMLPage {
  /// An element or a stretch of text.
  struct Node {
    /// The index of the element it stands in; -1 for the outermost.
    let parent: Int32
    /// The index behind the last node within it.
    var end: Int32
    let tag: PageTag
    /// `nil` for text.
    let element: UnsafePointer<GumboElement>?
    /// `nil` for elements.
    let text: UnsafePointer<GumboText>?
  }

  /// UTF-8 as it was decoded.
  let source: UnsafeBufferPointer<UInt8>
  private let memory: OpaquePointer
  private(set) var nodes: [Node] = []

  /// - Throws: if the page is larger or deeper nested than the limits say.
  init(_ bytes: [UInt8], name: String, _ limits: IntakeLimits) throws(Diagnostic) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    copy.initialize(repeating: 0)
    _ = copy.update(fromContentsOf: bytes.isEmpty ? [0x20] : bytes)
    source = UnsafeBufferPointer(copy)
    // Pages need 5 to 40 times their length; the rest is room for small ones.
    let room = min(limits.treeBytes, (64 << 20) + 60 * bytes.count)
    guard let memory = html_memory_create(room) else {
      copy.deallocate()
      throw .tooLarge(name, "needs more memory than there is")
    }
    self.memory = OpaquePointer(memory)
    var nesting = NestingGuard(limits, name: name)
    try nesting.check(source)
    let text = UnsafeRawPointer(copy.baseAddress)?.assumingMemoryBound(to: CChar.self)
    guard let output = html_parse(memory, text, copy.count), let root = output.pointee.document
    else { throw .tooLarge(name, "makes a tree that is larger than any article's") }
    flatten(root)
  }

  deinit {
    html_memory_release(UnsafeMutablePointer(memory))
    source.deallocate()
  }

  /// Lays out the tree without calling itself, however deep it is.
  private func flatten(_ root: UnsafeMutablePointer<GumboNode>) {
    var open: [(children: GumboVector, next: Int, index: Int32)] = []
    open.append((root.pointee.v.document.children, 0, -1))
    while let last = open.last {
      guard last.next < Int(last.children.length), let data = last.children.data else {
        if last.index >= 0 { nodes[Int(last.index)].end = Int32(nodes.count) }
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      guard let pointer = data[last.next] else { continue }
      let node = pointer.assumingMemoryBound(to: GumboNode.self)
      let index = Int32(nodes.count)
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT:
        let element = pointer.advanced(by: Self.valueOffset)
          .assumingMemoryBound(to: GumboElement.self)
        nodes.append(
          Node(
            parent: last.index, end: index + 1, tag: .of(element.pointee),
            element: UnsafePointer(element), text: nil))
        open.append((element.pointee.children, 0, index))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        let text = pointer.advanced(by: Self.valueOffset).assumingMemoryBound(to: GumboText.self)
        nodes.append(
          Node(
            parent: last.index, end: index + 1, tag: .inline, element: nil,
            text: UnsafePointer(text)))
      default: break
      }
    }
  }

  /// Where the value of a node begins in it.
  private static let valueOffset = MemoryLayout<GumboNode>.offset(of: \GumboNode.v) ?? 0
}

extension HTMLPage {
  /// The value of an attribute of an element, or `nil`.
  func attribute(_ name: StaticString, of index: Int) -> String? {
    attributeBytes(name, of: index).map { String(cString: $0) }
  }

  /// The value of an attribute of an element, ended by a zero.
  func attributeBytes(_ name: StaticString, of index: Int) -> UnsafePointer<CChar>? {
    guard let element = nodes[index].element, element.pointee.attributes.length > 0 else {
      return nil
    }
    return withUnsafePointer(to: element.pointee.attributes) { attributes in
      UnsafeRawPointer(name.utf8Start).withMemoryRebound(
        to: CChar.self, capacity: name.utf8CodeUnitCount + 1
      ) { gumbo_get_attribute(attributes, $0) }
    }.flatMap { UnsafePointer($0.pointee.value) }
  }

  /// The decoded words of an element, with single spaces; of a large one, those at its beginning.
  func words(of index: Int, limit: Int = 400) -> String {
    var words: [UInt8] = []
    // Elements in each other would otherwise be read once for each of them.
    for node in nodes[index..<min(Int(nodes[index].end), index + 1000)] {
      if node.tag.isBlock || node.tag == .lineBreak { words.append(0x20) }
      if let text = node.text { words += decoded(text).prefix(limit * 4) }
      if words.count > limit * 4 { break }
    }
    return PlainWords.collapsed(words, limit: limit)
  }

  /// The decoded text of a node.
  func decoded(_ text: UnsafePointer<GumboText>) -> UnsafeBufferPointer<UInt8> {
    guard let start = text.pointee.text else { return UnsafeBufferPointer(start: nil, count: 0) }
    var count = 0
    while start[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: start, count: count).assumingMemoryBound(to: UInt8.self)
  }

  /// Where the text of a node stands in the source, entities not decoded; `nil` if that is unknown.
  func sourceRange(_ text: UnsafePointer<GumboText>) -> Range<Int>? {
    guard let data = text.pointee.original_text.data, let base = source.baseAddress else {
      return nil
    }
    let start = UnsafeRawPointer(data) - UnsafeRawPointer(base)
    let end = start + Int(text.pointee.original_text.length)
    return start >= 0 && end <= source.count ? start..<end : nil
  }
}
