import Glibc

/// Places for the nodes of a network, so that their distances fit the number of edges between.
///
/// Each connected part is laid out by stress reduction, one pair at a time with shrinking steps,
/// and the parts stand side by side. The pairs are shuffled by a generator with a fixed seed: the
/// same edges give the same places.
///
/// - Complexity: O(nodes²) for each of 30 rounds; 300 nodes take some milliseconds.
/// - SeeAlso: J. Zheng, S. Pawar, D. Goodman, *Graph Drawing by Stochastic Gradient Descent*
///   (2018). `weight` is *w_ij* there, `rate` *η*.
struct NetworkLayout {
  typealias Place = (x: Double, y: Double)

  /// By node, in lengths of an edge.
  private(set) var places: [Place]
  private var random = LinearGenerator()

  private static let rounds = 30

  /// Lays out `count` nodes; `edges` are pairs of nodes below `count`.
  init(count: Int, edges: [(from: Int, to: Int)]) {
    places = Array(repeating: (0, 0), count: count)
    var neighbours: [[Int]] = Array(repeating: [], count: count)
    for (from, to) in edges where from != to {
      neighbours[from].append(to)
      neighbours[to].append(from)
    }
    var isPlaced = Array(repeating: false, count: count)
    var parts: [[Int]] = []
    for node in 0..<count where !isPlaced[node] {
      let part = Self.distances(from: node, neighbours).reached
      for member in part { isPlaced[member] = true }
      parts.append(part)
      arrange(part, neighbours)
    }
    pack(parts)
  }

  /// How many edges each node is away, and the nodes that can be reached, the nearest first.
  private static func distances(
    from start: Int, _ neighbours: [[Int]]
  ) -> (steps: [Int], reached: [Int]) {
    var steps = Array(repeating: -1, count: neighbours.count)
    steps[start] = 0
    var reached = [start]
    var next = 0
    while next < reached.count {
      let node = reached[next]
      next += 1
      for other in neighbours[node] where steps[other] < 0 {
        steps[other] = steps[node] + 1
        reached.append(other)
      }
    }
    return (steps, reached)
  }

  private mutating func arrange(_ part: [Int], _ neighbours: [[Int]]) {
    let radius = Double(part.count) / 6
    for (index, node) in part.enumerated() {
      let angle = Double(index) / Double(part.count) * 2 * Double.pi
      places[node] = (radius * cos(angle), radius * sin(angle))
    }
    var pairs: [(first: Int, second: Int, distance: Double)] = []
    for (index, node) in part.enumerated() {
      let steps = Self.distances(from: node, neighbours).steps
      for other in part[(index + 1)...] { pairs.append((node, other, Double(steps[other]))) }
    }
    guard let longest = pairs.map(\.distance).max() else { return }
    let decay = log(0.1 / (longest * longest)) / Double(Self.rounds - 1)
    for round in 0..<Self.rounds {
      let rate = longest * longest * exp(decay * Double(round))
      random.shuffle(&pairs)
      for pair in pairs { approach(pair.first, pair.second, pair.distance, rate) }
    }
  }

  /// Moves both nodes along their line towards their distance.
  private mutating func approach(_ first: Int, _ second: Int, _ distance: Double, _ rate: Double) {
    let weight = 1 / (distance * distance)
    let step = min(weight * rate, 1)
    var (x, y) = (places[first].x - places[second].x, places[first].y - places[second].y)
    var length = (x * x + y * y).squareRoot()
    if length < 1e-9 { (x, y, length) = (1e-3, 1e-3, 1.5e-3) }
    let shift = step * (length - distance) / 2 / length
    places[first] = (places[first].x - x * shift, places[first].y - y * shift)
    places[second] = (places[second].x + x * shift, places[second].y + y * shift)
  }

  /// Sets the parts in rows, the largest first.
  private mutating func pack(_ parts: [[Int]]) {
    let gap = 1.0
    let boxes = parts.map { part in
      let (x, y) = (part.map { places[$0].x }, part.map { places[$0].y })
      return (
        left: x.min() ?? 0, top: y.min() ?? 0,
        width: (x.max() ?? 0) - (x.min() ?? 0) + gap,
        height: (y.max() ?? 0) - (y.min() ?? 0) + gap
      )
    }
    let area = boxes.reduce(0) { $0 + $1.width * $1.height }
    let limit = max((area * 1.6).squareRoot(), boxes.map(\.width).max() ?? 0)
    var (x, y, height) = (0.0, 0.0, 0.0)
    let order = parts.indices.sorted { (parts[$1].count, $0) < (parts[$0].count, $1) }
    for index in order {
      let box = boxes[index]
      if x > 0, x + box.width > limit {
        (x, y) = (0, y + height)
        height = 0
      }
      for node in parts[index] {
        places[node].x += x - box.left
        places[node].y += y - box.top
      }
      x += box.width
      height = max(height, box.height)
    }
  }
}

/// Numbers that look random and are the same each time.
private struct LinearGenerator {
  private var state: UInt64 = 1

  mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(index, below(index + 1))
    }
  }

  /// A number from 0 to just below `limit`.
  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
