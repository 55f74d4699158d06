import AssayModel
import AssayText

extension TimelineChart {
  private static let rowHeight = 20.0

  func draw(on picture: inout SVGPicture) {
    if hasLanes {
      picture.legend(lanes.names) { picture, index, place in picture.swatch(index, at: place) }
    }
    let marks = marks
    let nameWidth = SVGPicture.width(of: marks.map(\.label), limit: 240)
    let height =
      Double(marks.count) * Self.rowHeight + (hasLanes ? Double(max(lanes.count - 1, 0)) * 8 : 0)
    let top = picture.bottom + (height > 700 ? 20 : 4)
    let plot = SVGPlot(
      left: SVGPicture.margin + nameWidth + 12, right: picture.width - SVGPicture.margin - 20,
      top: top, bottom: top + height + 6)
    let axis = Axis.dates(marks.map(\.extent), ticks: 7)
    picture.axisAcross(axis, plot, name: span.name)
    var y = top + 3
    var last = marks.first?.lane
    for mark in marks {
      if mark.lane != last {
        y += 8
        picture.line(
          from: (SVGPicture.margin, y - 4), to: (plot.right, y - 4), "class=\"grid\"")
      }
      last = mark.lane
      picture.text(
        SVGPicture.cut(mark.label, toWidth: nameWidth), x: plot.left - 12, y: y + 14,
        anchor: "end")
      draw(mark, axis, plot, y: y + 3, on: &picture)
      y += Self.rowHeight
    }
  }

  private func draw(
    _ mark: Mark, _ axis: Axis, _ plot: SVGPlot, y: Double, on picture: inout SVGPicture
  ) {
    let filling = picture.filling(mark.lane ?? 0)
    let left = plot.x(axis.share(of: mark.extent.low))
    let right = plot.x(axis.share(of: mark.extent.high))
    let words = mark.date.description
    let group = mark.lane.map { ", " + lanes.names[$0] } ?? ""
    let edge = mark.isDoubtful ? " stroke-dasharray=\"3 2\" fill-opacity=\"0.45\"" : ""
    let look = "\(filling) stroke=\"currentColor\" stroke-opacity=\"0.6\"\(edge)"
    let middle = y + 7
    picture.mark("\(mark.label): \(words)\(group)") { picture in
      if right - left < 8, mark.extent.low.isFinite, mark.extent.high.isFinite {
        let x = (left + right) / 2
        picture.path(
          [(x, middle - 6), (x + 6, middle), (x, middle + 6), (x - 6, middle)], isClosed: true,
          look)
      } else {
        // An open end is a point, a known one a corner.
        let start = mark.extent.low.isFinite ? left : left + 9
        let end = mark.extent.high.isFinite ? right : right - 9
        var outline = [(start, y + 1), (end, y + 1)]
        if !mark.extent.high.isFinite { outline.append((right, middle)) }
        outline += [(end, y + 13), (start, y + 13)]
        if !mark.extent.low.isFinite { outline.append((left, middle)) }
        picture.path(outline, isClosed: true, look)
      }
    }
    let room = SVGPicture.width(of: words) + 12
    let end = max(right, (left + right) / 2 + 6)
    if end + room < plot.right + 20 {
      picture.text(words, x: end + 6, y: y + 11, "class=\"quiet\" font-size=\"11\"")
    } else if min(left, (left + right) / 2 - 6) - room > plot.left {
      picture.text(
        words, x: min(left, (left + right) / 2 - 6) - 6, y: y + 11, anchor: "end",
        "class=\"quiet\" font-size=\"11\"")
    }
  }
}
