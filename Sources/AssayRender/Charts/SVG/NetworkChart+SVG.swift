import AssayText
import Glibc

extension NetworkChart {
  private static let nodeRadius = 5.0
  private static let labelLimit = 24
  private static let mostLabels = 40

  func draw(on picture: inout SVGPicture) {
    let names = nodes.names.map { SVGPicture.cut($0, to: Self.labelLimit) }
    let layout = NetworkLayout(count: nodes.count, edges: edges.map { ($0.from, $0.to) })
    var boxes = LabelBoxes(
      layout.places.map { ($0.x * 110, $0.y * 80) }, widths: names.map(SVGPicture.width(of:)))
    boxes.pushApart()
    let places = boxes.places(
      left: SVGPicture.margin, top: picture.bottom + 6, atLeast: picture.width)
    picture.extend(to: places.bottom, right: places.right)

    for edge in edges { draw(edge, places.points, on: &picture) }
    let degrees = edges.reduce(into: Array(repeating: 0, count: nodes.count)) { counts, edge in
      counts[edge.from] += 1
      counts[edge.to] += 1
    }
    for (node, name) in names.enumerated() {
      let (x, y) = places.points[node]
      let edgeCount = "\(degrees[node]) \(degrees[node] == 1 ? "edge" : "edges")"
      picture.mark("\(nodes.names[node]): \(edgeCount)") { picture in
        let color = SVGPattern(series: 0).color
        picture.circle(
          x: x, y: y, radius: Self.nodeRadius,
          "fill=\"\(color)\" stroke=\"currentColor\" stroke-width=\"0.75\"")
        picture.text(name, x: x, y: y + 18, anchor: "middle", "class=\"halo\"")
      }
    }
  }

  /// A line as wide as its weight with an arrow at its end; one to itself is a loop.
  private func draw(
    _ edge: Edge, _ places: [(x: Double, y: Double)], on picture: inout SVGPicture
  ) {
    let (start, end) = (places[edge.from], places[edge.to])
    let width = 1 + 4 * share(of: edge)
    let look =
      "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.45\""
      + " stroke-width=\"\(SVGPicture.number(width))\""
    let words = edge.words.isEmpty ? "" : ": " + edge.words
    picture.mark("\(nodes.names[edge.from]) → \(nodes.names[edge.to])\(words)") { picture in
      guard edge.from != edge.to else {
        picture.circle(x: start.x, y: start.y - 9, radius: 8, look)
        return
      }
      let (x, y) = (end.x - start.x, end.y - start.y)
      let length = max((x * x + y * y).squareRoot(), 1)
      let (alongX, alongY) = (x / length, y / length)
      let gap = Self.nodeRadius + 2
      let tip = (x: end.x - alongX * gap, y: end.y - alongY * gap)
      let size = 6 + width
      let base = (x: tip.x - alongX * size, y: tip.y - alongY * size)
      picture.path([start, base], isClosed: false, look)
      let half = size * 0.45
      picture.path(
        [
          tip, (base.x - alongY * half, base.y + alongX * half),
          (base.x + alongY * half, base.y - alongX * half),
        ], isClosed: true, "fill=\"currentColor\" fill-opacity=\"0.6\"")
      // The weight is the width of the line; among many edges labels would cover each other.
      if edges.count <= Self.mostLabels, !edge.labels.isEmpty {
        picture.text(
          SVGPicture.cut(edge.labels.joined(separator: ", "), to: 18), x: (start.x + end.x) / 2,
          y: (start.y + end.y) / 2 + 3, anchor: "middle", "class=\"halo\" font-size=\"10\"")
      }
    }
  }

  /// How heavy an edge is among all, 0 to 1.
  private func share(of edge: Edge) -> Double {
    let most = edges.compactMap { $0.weight?.quantity.number.magnitude }.max() ?? 0
    guard most > 0, let weight = edge.weight else { return 0 }
    return (weight.quantity.number.magnitude / most).clamped(to: 0...1)
  }
}

/// The nodes with their labels as boxes that are pushed apart until none covers another.
private struct LabelBoxes {
  private var points: [(x: Double, y: Double)]
  private let widths: [Double]

  /// From the top of a node to the bottom of its label, and a gap.
  private static let height = 36.0

  init(_ points: [(x: Double, y: Double)], widths: [Double]) {
    self.points = points
    self.widths = widths.map { max($0, 16) + 8 }
  }

  mutating func pushApart() {
    for _ in 0..<120 {
      var hasMoved = false
      for first in points.indices {
        for second in points.indices.dropFirst(first + 1) {
          hasMoved = separate(first, second) || hasMoved
        }
      }
      guard hasMoved else { return }
    }
  }

  /// Moves two boxes that overlap apart, the shorter way.
  private mutating func separate(_ first: Int, _ second: Int) -> Bool {
    let x = points[second].x - points[first].x
    let y = points[second].y - points[first].y
    let overX = (widths[first] + widths[second]) / 2 - abs(x)
    let overY = Self.height - abs(y)
    guard overX > 0.01, overY > 0.01 else { return false }
    if overX < overY {
      let shift = overX / 2 * (x < 0 ? -1 : 1)
      points[first].x -= shift
      points[second].x += shift
    } else {
      let shift = overY / 2 * (y < 0 ? -1 : 1)
      points[first].y -= shift
      points[second].y += shift
    }
    return true
  }

  /// The points moved so that all boxes lie right of `left` and below `top`, in the middle of a
  /// picture of width `least`, and where the boxes end.
  func places(
    left: Double, top: Double, atLeast least: Double
  ) -> (points: [(x: Double, y: Double)], right: Double, bottom: Double) {
    let lefts = zip(points, widths).map { $0.x - $1 / 2 }
    let rights = zip(points, widths).map { $0.x + $1 / 2 }
    let minX = lefts.min() ?? 0
    let width = (rights.max() ?? 0) - minX
    let minY = (points.map(\.y).min() ?? 0) - 18
    let height = (points.map(\.y).max() ?? 0) - minY + 24
    let offset = left + max((least - 2 * left - width) / 2, 0)
    let moved = points.map { (x: $0.x - minX + offset, y: $0.y - minY + top) }
    return (moved, offset + width, top + height)
  }
}
