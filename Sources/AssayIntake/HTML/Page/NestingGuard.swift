import AssayText

/// How deep a page nests its elements, found before a tree is made of it: the work of the library
/// that makes it grows with the product of length and depth.
///
/// It counts what is open as a browser does in most cases: an end tag ends all elements within its
/// own, and list items, cells and paragraphs end each other.
struct NestingGuard {
  private let limits: IntakeLimits
  private let name: String
  /// The elements that are open, as hashes of their names.
  private var open: [UInt64] = []

  init(_ limits: IntakeLimits, name: String) { (self.limits, self.name) = (limits, name) }

  /// - Throws: if the page is nested too deep, or a tag has too many attributes.
  mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(Diagnostic) {
    var scanner = TagScanner(bytes)
    while scanner.next() {
      let tag = ByteHash.folded(bytes, scanner.name)
      guard scanner.attributeCount <= limits.tagAttributes else {
        throw .tooLarge(
          name, "has a tag with more than \(limits.tagAttributes) attributes")
      }
      if scanner.isEnd {
        if let index = open.lastIndex(of: tag) { open.removeSubrange(index...) }
        continue
      }
      if Self.raw.contains(tag) {
        scanner.skipContent(of: scanner.name)
        continue
      }
      if Self.void.contains(tag) { continue }
      if let barrier = Self.ending[tag] { end(tag, within: barrier) }
      open.append(tag)
      guard open.count <= limits.pageDepth else {
        throw .tooLarge(
          name, "nests elements deeper than \(limits.pageDepth), which no article does",
          hint: "save the text of the page alone")
      }
    }
  }

  /// Ends an open element of the same kind, if it is not outside of a list or table.
  private mutating func end(_ tag: UInt64, within barrier: Set<UInt64>) {
    for index in open.indices.reversed() {
      if open[index] == tag {
        open.removeSubrange(index...)
        return
      }
      if barrier.contains(open[index]) { return }
    }
  }

  private static func hashes(_ names: String) -> Set<UInt64> {
    Set(names.split(separator: " ").map { ByteHash.folded(Array($0.utf8)) })
  }

  private static let raw = hashes("script style textarea title xmp iframe noembed noframes")
  private static let void = hashes(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
      + "track wbr")
  /// Which elements end an open one of their kind, and what they do not reach beyond.
  private static let ending: [UInt64: Set<UInt64>] = {
    let lists = hashes("ul ol menu dir dl table")
    var table: [UInt64: Set<UInt64>] = [:]
    for tag in hashes("li dt dd") { table[tag] = lists }
    for tag in hashes("td th tr tbody thead tfoot caption") { table[tag] = hashes("table") }
    for tag in hashes("option optgroup") { table[tag] = hashes("select datalist") }
    for tag in hashes("p a rt rp") {
      table[tag] = hashes("td th table li div section article blockquote object button")
    }
    return table
  }()
}

/// Hashes of short words (FNV-1a), for looking them up without making a text of them.
enum ByteHash {
  /// Of a stretch, with ASCII capitals as small letters.
  static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range {
      let byte = bytes[index]
      hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01b3
    }
    return hash
  }

  static func folded(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { folded($0, 0..<$0.count) }
  }
}
