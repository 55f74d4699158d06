/// Makes a tree of names, one name at a time.
struct NameTreeBuilder {
  private let common: Set<UInt64>
  private let openers: Set<UInt64>
  /// The step to each node but the root; that to node 1 is the first.
  private var steps: [NameTree.Step] = []
  private var ends: [NameEnd] = []
  /// The node to which each step leads, by its key.
  private var nodes: [UInt64: Int32] = [:]

  init(_ languages: [LanguageFile]) {
    func hashes(_ section: String) -> Set<UInt64> {
      Set(languages.flatMap { $0.entries(section) }.flatMap { Self.words(of: $0).map(\.hash) })
    }
    (common, openers) = (hashes("common"), hashes("openers"))
  }

  private static func words(of text: String) -> [NameWord] {
    var text = text
    return text.withUTF8 { words(of: $0) }
  }

  private static func words(of bytes: UnsafeBufferPointer<UInt8>) -> [NameWord] {
    var scanner = NameWordScanner(bytes, 0..<bytes.count)
    var words: [NameWord] = []
    var word = NameWord()
    while scanner.next(&word) { words.append(word) }
    return words
  }

  mutating func insert(_ name: String, _ entity: Int32) {
    var name = name
    name.withUTF8 { bytes in
      let words = Self.words(of: bytes)
      guard let last = words.last, words.count <= NameTree.longest else { return }
      let isCommon =
        words.allSatisfy { common.contains($0.hash) || openers.contains($0.hash) }
        && words.count { !openers.contains($0.hash) } <= 1
      let place = end(of: words)
      if last.end + 1 == bytes.count, 0x21..<0x80 ~= bytes[last.end] {
        ends[place].tail = bytes[last.end]
      }
      let spelling = NameSpelling(bytes, words, isCommon: isCommon)
      if spelling.isStrict {
        ends[place].strict.append((spelling, entity))
      } else {
        ends[place].free.append(entity)
      }
    }
  }

  /// The place in `ends` of the node to which the words lead.
  private mutating func end(of words: [NameWord]) -> Int {
    var node = 0
    for (number, word) in words.enumerated() {
      let key = NameTree.key(Int32(truncatingIfNeeded: node), word.hash)
      if let known = nodes[key] {
        node = Int(known)
      } else {
        if node > 0 { steps[node - 1].state |= 1 }
        node = steps.count + 1
        let number = Int32(truncatingIfNeeded: node)
        nodes[key] = number
        steps.append(NameTree.Step(key: key, node: number))
      }
      if word.isCut, number > 0 { steps[node - 1].state |= 2 }
    }
    if let end = steps[node - 1].end { return end }
    ends.append(NameEnd())
    steps[node - 1].state |= Int32(truncatingIfNeeded: ends.count << 2)
    return ends.count - 1
  }

  func tree() -> NameTree {
    guard !ends.isEmpty else { return NameTree() }
    let ends = ends.map { end in
      var end = end
      end.free = Set(end.free).sorted()
      return end
    }
    return NameTree(steps: steps, ends: ends)
  }
}
