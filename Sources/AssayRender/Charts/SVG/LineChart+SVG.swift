import AssayModel
import AssayText

extension LineChart {
  func draw(on picture: inout SVGPicture) {
    if series != nil {
      picture.legend(names.names) { picture, index, place in
        let look = SVGPattern(series: index)
        picture.line(
          from: (place.x - 11, place.y), to: (place.x + 11, place.y),
          "stroke=\"\(look.color)\" stroke-width=\"2\"\(look.dash)")
        picture.point(index, at: place)
      }
    }
    for panel in panels { draw(panel, on: &picture) }
  }

  private func draw(_ panel: Panel, on picture: inout SVGPicture) {
    let heights = panel.heightAxis(ticks: 6)
    let unit = [heights.scale, panel.unit.symbol].filter { !$0.isEmpty }.joined(separator: " ")
    let name = y.name + (unit.isEmpty ? "" : " (\(unit))")
    picture.text(
      SVGPicture.cut(name, to: 100), x: SVGPicture.margin, y: picture.bottom + 12,
      "class=\"quiet\"")
    let labels = SVGPicture.width(of: heights.ticks.map(\.label), limit: 200)
    let plot = SVGPlot(
      left: SVGPicture.margin + labels + 8, right: picture.width - SVGPicture.margin - 30,
      top: picture.bottom + 30, bottom: picture.bottom + 370)
    let across = acrossAxis(panel, ticks: 7)
    picture.axisUp(heights, plot)
    picture.axisAcross(across, plot, name: x.name)

    func place(_ point: Point) -> (x: Double, y: Double) {
      let height = point.amount.extent(in: panel.unit).middle
      return (plot.x(across.share(of: point.x.middle)), plot.y(heights.share(of: height)))
    }
    let lines = panel.lines(names.count)
    for (index, line) in lines.enumerated() where line.count > 1 {
      let look = SVGPattern(series: index)
      picture.path(
        line.map(place), isClosed: false,
        "fill=\"none\" stroke=\"\(look.color)\" stroke-width=\"2\""
          + " stroke-linejoin=\"round\"\(look.dash)")
    }
    let isCrowded = panel.points.count > 120
    let hasSpans = panel.hasUnevenDates
    for (index, line) in lines.enumerated() {
      for point in line {
        picture.mark(words(of: point)) { picture in
          drawBounds(
            of: point, panel, across, heights, plot, hasSpans: hasSpans, on: &picture)
          if isCrowded {
            let color = SVGPattern(series: index).color
            let (x, y) = place(point)
            picture.circle(x: x, y: y, radius: 2, "fill=\"\(color)\"")
          } else {
            picture.point(index, at: place(point))
          }
        }
      }
    }
  }

  private func words(of point: Point) -> String {
    let line = series == nil ? "" : names.names[point.series] + ", "
    return "\(line)\(point.xWords): \(point.amount.words)"
  }

  private func drawBounds(
    of point: Point, _ panel: Panel, _ across: Axis, _ heights: Axis, _ plot: SVGPlot,
    hasSpans: Bool, on picture: inout SVGPicture
  ) {
    let color = SVGPattern(series: point.series).color
    let look = "fill=\"none\" stroke=\"\(color)\" stroke-width=\"1.25\""
    let extent = point.amount.extent(in: panel.unit)
    let x = plot.x(across.share(of: point.x.middle))
    let y = plot.y(heights.share(of: extent.middle))
    if !extent.isPoint {
      for (end, step) in [(extent.high, -1.0), (extent.low, 1.0)] where end != extent.middle {
        let far = end.isFinite ? plot.y(heights.share(of: end)) : y + step * 20
        picture.path([(x, y), (x, far)], isClosed: false, look)
        let back = end.isFinite ? 0 : step * 5
        picture.path(
          [(x - 4, far - back), (x, far), (x + 4, far - back)], isClosed: false, look)
      }
    }
    guard hasSpans, !point.x.isPoint else { return }
    for (end, step) in [(point.x.low, -1.0), (point.x.high, 1.0)] {
      let far = plot.x(across.share(of: end))
      picture.path([(x, y), (far, y)], isClosed: false, look)
      let back = end.isFinite ? 0 : step * 5
      picture.path([(far - back, y - 4), (far, y), (far - back, y + 4)], isClosed: false, look)
    }
  }
}
