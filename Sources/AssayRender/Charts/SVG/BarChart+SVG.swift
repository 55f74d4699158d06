import AssayModel
import AssayText

extension BarChart {
  private static let barHeight = 14.0

  func draw(on picture: inout SVGPicture) {
    if series != nil {
      picture.legend(seriesNames.names) { picture, index, place in
        picture.swatch(index, at: place)
      }
    }
    for panel in panels { draw(panel, on: &picture) }
  }

  private func draw(_ panel: Panel, on picture: inout SVGPicture) {
    let names = panel.bars.map { labels.names[$0.label] }
    let nameWidth = SVGPicture.width(of: names, limit: 240)
    let valueWidth = SVGPicture.width(of: panel.bars.map(\.amount.words), limit: 170)
    let rows = places(of: panel.bars)
    let extents = panel.extents
    let top = picture.bottom + (rows.height > 700 ? 20 : 4)
    let plot = SVGPlot(
      left: SVGPicture.margin + nameWidth + valueWidth + 22,
      right: picture.width - SVGPicture.margin - 20, top: top, bottom: top + rows.height + 4)
    let axis = panel.axis(extents, ticks: 6)
    let unit = panel.unit.symbol
    picture.axisAcross(axis, plot, name: length.name + (unit.isEmpty ? "" : ", " + unit))
    let zero = plot.x(axis.share(of: 0))
    picture.line(from: (zero, plot.top), to: (zero, plot.bottom), "class=\"axis\"")
    var last: Int?
    for ((bar, extent), row) in zip(zip(panel.bars, extents), rows.tops) {
      let y = top + row + 4
      if series == nil || bar.label != last {
        picture.text(
          SVGPicture.cut(labels.names[bar.label], toWidth: nameWidth),
          x: SVGPicture.margin + nameWidth, y: y + 11, anchor: "end")
      }
      last = bar.label
      picture.text(
        SVGPicture.cut(bar.amount.words, toWidth: valueWidth), x: plot.left - 8, y: y + 11,
        anchor: "end", "class=\"quiet\"")
      picture.mark(words(of: bar)) { picture in
        draw(bar, extent, axis, plot, y: y, on: &picture)
      }
    }
  }

  /// Where the bars begin; those of one name stand closer.
  private func places(of bars: [Bar]) -> (tops: [Double], height: Double) {
    var y = 0.0
    var last: Int?
    var tops: [Double] = []
    for bar in bars {
      if last != nil { y += series != nil && bar.label == last ? 16 : series != nil ? 24 : 20 }
      last = bar.label
      tops.append(y)
    }
    return (tops, y + 20)
  }

  private func words(of bar: Bar) -> String {
    let name = labels.names[bar.label] + (bar.series.map { ", \(seriesNames.names[$0])" } ?? "")
    return "\(name): \(bar.amount.words)"
  }

  /// Filled as far as it is sure to go, pale on to where it may end, an arrow where that is open.
  private func draw(
    _ bar: Bar, _ extent: Extent, _ axis: Axis, _ plot: SVGPlot, y: Double,
    on picture: inout SVGPicture
  ) {
    let filling = picture.filling(bar.series ?? 0)
    let color = SVGPattern(series: bar.series ?? 0).color
    func x(_ value: Double) -> Double { plot.x(axis.share(of: value)) }
    let near = extent.low > 0 ? extent.low : extent.high < 0 ? extent.high : 0
    let (start, end) = (min(x(0), x(near)), max(x(0), x(near)))
    let middle = y + Self.barHeight / 2
    if end > start || extent.isPoint {
      // What is not zero is seen, however short.
      let width = extent.isPoint && near == 0 ? 0 : max(end - start, 0.75)
      picture.rectangle(
        x: near < 0 ? end - width : start, y: y, width: width, height: Self.barHeight,
        "\(filling) stroke=\"currentColor\" stroke-opacity=\"0.4\" stroke-width=\"0.5\"")
    }
    // Beyond zero to the right, and to the left.
    var unsure: [(from: Double, to: Double)] = []
    if extent.high > max(extent.low, 0) { unsure.append((max(extent.low, 0), extent.high)) }
    if extent.low < min(extent.high, 0) { unsure.append((min(extent.high, 0), extent.low)) }
    for (from, to) in unsure {
      if to.isFinite {
        let (left, right) = (min(x(from), x(to)), max(x(from), x(to)))
        picture.rectangle(
          x: left, y: y + 2, width: right - left, height: Self.barHeight - 4,
          "fill=\"\(color)\" fill-opacity=\"0.3\"")
        picture.path(
          [(x(from), middle), (x(to), middle)], isClosed: false, "class=\"axis\"")
        picture.path(
          [(x(to), y + 3), (x(to), y + Self.barHeight - 3)], isClosed: false, "class=\"axis\"")
      } else if near != 0 || from == 0 && to > 0 {
        let step = to > 0 ? 1.0 : -1.0
        let tip = x(from) + step * 18
        picture.path([(x(from), middle), (tip, middle)], isClosed: false, "class=\"axis\"")
        picture.path(
          [(tip, middle - 4), (tip + step * 6, middle), (tip, middle + 4)], isClosed: true,
          "fill=\"currentColor\"")
      }
    }
  }
}
