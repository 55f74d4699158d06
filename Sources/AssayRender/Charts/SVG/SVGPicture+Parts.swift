import Glibc

/// Where the marks of a chart stand.
struct SVGPlot {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  /// The place of a share of the width.
  func x(_ share: Double) -> Double { left + share * width }
  /// The place of a share of the height, which counts from the bottom.
  func y(_ share: Double) -> Double { bottom - share * height }
}

extension SVGPicture {
  /// Lines across the plot at the ticks, their labels below it; above it as well if it is tall.
  mutating func axisAcross(_ axis: Axis, _ plot: SVGPlot, name: String) {
    var end = -Double.infinity
    for tick in axis.ticks {
      let x = plot.x(axis.share(of: tick.value))
      line(from: (x, plot.top), to: (x, plot.bottom), "class=\"grid\"")
      let half = Self.width(of: tick.label) / 2
      guard x - half > end + 4 else { continue }
      end = x + half
      text(tick.label, x: x, y: plot.bottom + 15, anchor: "middle")
      if plot.height > 700 { text(tick.label, x: x, y: plot.top - 5, anchor: "middle") }
    }
    line(from: (plot.left, plot.bottom), to: (plot.right, plot.bottom), "class=\"axis\"")
    let words = name.isEmpty ? axis.scale : axis.scale.isEmpty ? name : "\(name) (\(axis.scale))"
    if !words.isEmpty {
      text(
        Self.cut(words, toWidth: plot.width), x: plot.right, y: plot.bottom + 31, anchor: "end",
        "class=\"quiet\"")
    }
    extend(to: plot.bottom + 40)
  }

  /// Lines along the plot at the ticks, their labels to the left.
  mutating func axisUp(_ axis: Axis, _ plot: SVGPlot) {
    for tick in axis.ticks {
      let y = plot.y(axis.share(of: tick.value))
      line(from: (plot.left, y), to: (plot.right, y), "class=\"grid\"")
      text(tick.label, x: plot.left - 6, y: y + 4, anchor: "end")
    }
    line(from: (plot.left, plot.top), to: (plot.left, plot.bottom), "class=\"axis\"")
  }

  /// A legend in as many lines as it takes; `draw` draws the sign of an entry around a place.
  mutating func legend(
    _ names: [String], draw: (inout SVGPicture, Int, (x: Double, y: Double)) -> Void
  ) {
    var x = Self.margin
    var y = bottom + 10
    for (index, name) in names.enumerated() {
      let name = Self.cut(name, to: 40)
      let length = 28 + Self.width(of: name) + 14
      if x > Self.margin, x + length > width - Self.margin {
        x = Self.margin
        y += Self.lineHeight + 4
      }
      draw(&self, index, (x + 10, y))
      text(name, x: x + 26, y: y + 4)
      x += length
    }
    extend(to: y + 18)
  }

  /// A small square filled as a series is.
  mutating func swatch(_ index: Int, at place: (x: Double, y: Double)) {
    swatch(filling(index), at: place)
  }

  /// A small square filled so.
  mutating func swatch(_ filling: String, at place: (x: Double, y: Double)) {
    rectangle(
      x: place.x - 8, y: place.y - 8, width: 16, height: 16,
      "\(filling) stroke=\"currentColor\" stroke-opacity=\"0.5\"")
  }

  /// The sign of a point, one of twelve forms in the colour of its series.
  mutating func point(_ series: Int, at place: (x: Double, y: Double)) {
    let color = SVGPattern(series: series).color
    // The second round of forms is hollow.
    let inside = series % 12 < 6 ? "fill=\"\(color)\"" : "class=\"paper\""
    let look = "\(inside) stroke=\"\(color)\" stroke-width=\"1.5\""
    let (x, y) = place
    switch series % 6 {
    case 0: circle(x: x, y: y, radius: 4, look)
    case 1: path(ring(4, around: place, radius: 5, turned: 0.125), isClosed: true, look)
    case 2: path(ring(3, around: place, radius: 5.5), isClosed: true, look)
    case 3: path(ring(4, around: place, radius: 5.5), isClosed: true, look)
    case 4: path(ring(3, around: place, radius: 5.5, turned: 0.5), isClosed: true, look)
    default: path(ring(6, around: place, radius: 5), isClosed: true, look)
    }
  }

  /// The corners of an even polygon, the first at the top.
  private func ring(
    _ count: Int, around center: (x: Double, y: Double), radius: Double, turned: Double = 0
  ) -> [(x: Double, y: Double)] {
    (0..<count).map { corner in
      let angle = (Double(corner) / Double(count) + turned) * 2 * Double.pi
      return (center.x + radius * sin(angle), center.y - radius * cos(angle))
    }
  }
}
