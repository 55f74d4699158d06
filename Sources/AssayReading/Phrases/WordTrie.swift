/// Phrases and what each means, found in bytes from a place on, or before one.
///
/// A space in a phrase stands for any white space, and for one hyphen. In a trie that folds, a
/// phrase fits in capitals too (ASCII and the letters of Latin-1). A phrase that ends in a letter
/// does not fit where the word goes on.
struct WordTrie: Sendable {
  /// Whether phrases are found behind a place or before it.
  enum Direction: Sendable { case onward, backward }

  /// A phrase that was found: what it means, and the byte where it ends; before a place, where it
  /// begins.
  struct Match {
    let value: Int
    let edge: Int
  }

  private static let nothing = Int32.min
  private let direction: Direction
  private let isFolding: Bool
  /// Edges of node `n` stand from `firstEdge[n]` to `firstEdge[n + 1]`.
  private let firstEdge: [Int32]
  private let labels: [UInt8]
  private let targets: [Int32]
  /// What the phrase that ends at a node means; ``nothing`` for none.
  private let values: [Int32]
  /// The target of each edge of the root, by its label.
  private let root: [Int32]

  /// - Parameter phrases: each with what it means; of two like phrases the first holds.
  init(_ phrases: [(String, Int)], _ direction: Direction = .onward, isFolding: Bool = true) {
    (self.direction, self.isFolding) = (direction, isFolding)
    var children: [[(label: UInt8, target: Int32)]] = [[]]
    var values: [Int32] = [Self.nothing]
    for (phrase, value) in phrases where !phrase.isEmpty {
      var bytes = Array(phrase.utf8)
      if isFolding {
        for index in bytes.indices {
          bytes[index] = bytes[index].folded(after: index > 0 ? bytes[index - 1] : 0)
        }
      }
      if direction == .backward { bytes.reverse() }
      var node = 0
      for byte in bytes {
        if let edge = children[node].first(where: { $0.label == byte }) {
          node = Int(edge.target)
        } else {
          children[node].append((byte, Int32(values.count)))
          node = values.count
          children.append([])
          values.append(Self.nothing)
        }
      }
      if values[node] == Self.nothing { values[node] = Int32(value) }
    }
    var root = [Int32](repeating: 0, count: 256)
    for edge in children[0] { root[Int(edge.label)] = edge.target }
    var firstEdge: [Int32] = []
    var edges: [(label: UInt8, target: Int32)] = []
    for node in children {
      firstEdge.append(Int32(edges.count))
      edges += node
    }
    firstEdge.append(Int32(edges.count))
    (self.root, self.firstEdge, self.values) = (root, firstEdge, values)
    (labels, targets) = (edges.map(\.label), edges.map(\.target))
  }

  /// The longest phrase that begins at `index`.
  func match(in text: ByteReading, at index: Int) -> Match? {
    var found: Match?
    var node: Int32 = 0
    var place = index
    while place < text.end {
      let byte = text.bytes[place]
      let folded = isFolding ? byte.folded(after: text.before(place)) : byte
      if let next = target(of: node, folded) {
        node = next
        place += 1
      } else {
        let space = max(text.whiteSpace(at: place), byte == UInt8(ascii: "-") ? 1 : 0)
        guard space > 0, let next = target(of: node, 0x20) else { break }
        node = next
        place += space
        while text.whiteSpace(at: place) > 0 { place += text.whiteSpace(at: place) }
        continue
      }
      if values[Int(node)] != Self.nothing, !text.goesOn(at: place) {
        found = Match(value: Int(values[Int(node)]), edge: place)
      }
    }
    return found
  }

  /// The longest phrase that ends before `index`, from `start` on.
  func match(in text: ByteReading, before index: Int, from start: Int) -> Match? {
    var found: Match?
    var node: Int32 = 0
    var place = index
    while place > start {
      let byte = text.bytes[place - 1]
      let folded = isFolding ? byte.folded(after: text.before(place - 1)) : byte
      if let next = target(of: node, folded) {
        node = next
        place -= 1
      } else {
        let space = max(text.whiteSpace(before: place), byte == UInt8(ascii: "-") ? 1 : 0)
        guard space > 0, let next = target(of: node, 0x20) else { break }
        node = next
        place -= space
        while text.whiteSpace(before: place) > 0 { place -= text.whiteSpace(before: place) }
        continue
      }
      if values[Int(node)] != Self.nothing, !text.comesFrom(before: place) {
        found = Match(value: Int(values[Int(node)]), edge: place)
      }
    }
    return found
  }

  /// The first two bytes of every phrase, the bit of `first * 256 + second` set; phrases of one
  /// byte set all bits of their first.
  func beginnings() -> [Bool] {
    var bits = [Bool](repeating: false, count: 65_536)
    for first in 0..<256 where root[first] > 0 {
      let node = Int(root[first])
      for edge in firstEdge[node]..<firstEdge[node + 1] {
        bits[first << 8 | Int(labels[Int(edge)])] = true
      }
      if values[node] != Self.nothing { for second in 0..<256 { bits[first << 8 | second] = true } }
    }
    return bits
  }

  @inline(__always)
  private func target(of node: Int32, _ label: UInt8) -> Int32? {
    if node == 0 {
      let next = root[Int(label)]
      return next > 0 ? next : nil
    }
    var edge = Int(firstEdge[Int(node)])
    let end = Int(firstEdge[Int(node) + 1])
    while edge < end {
      if labels[edge] == label { return targets[edge] }
      edge += 1
    }
    return nil
  }
}

extension UInt8 {
  /// The small letter of a capital of ASCII, or of the second byte of one of Latin-1.
  @inline(__always)
  func folded(after previous: UInt8) -> UInt8 {
    if self &- 0x41 < 26 { return self | 0x20 }
    if previous == 0xC3, self >= 0x80, self <= 0x9E, self != 0x97 { return self | 0x20 }
    return self
  }
}
