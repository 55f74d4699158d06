import AssayModel
import AssayText

extension LineChart {
  func text(in frame: TextFrame) -> [String] {
    var lines: [String] = []
    for panel in panels {
      if !lines.isEmpty { lines.append("") }
      lines += text(of: panel, in: frame)
    }
    if series != nil {
      lines +=
        [""]
        + frame.wrap(
          names.names.enumerated().map { index, name in
            "\(frame.glyphs.markers[index % frame.glyphs.markers.count]) \(name)"
          })
    }
    return lines
  }

  private func text(of panel: Panel, in frame: TextFrame) -> [String] {
    let height = frame.width < 60 ? 8 : frame.width < 120 ? 12 : 16
    let heights = panel.heightAxis(ticks: height / 3)
    let labelWidth = frame.width(of: heights.ticks.map(\.label), limit: frame.width / 3)
    let columns = frame.width - labelWidth - 2
    let across = acrossAxis(panel, ticks: columns / (x.kind == .date ? 13 : 9))
    var canvas = DotCanvas(columns: columns, rows: height, frame.glyphs)
    draw(panel, across, heights, on: &canvas, frame.glyphs)

    var labels = Array(repeating: "", count: height)
    for tick in heights.ticks {
      labels[canvas.cell(at: (0, heights.share(of: tick.value))).row] = tick.label
    }
    let unit = [heights.scale, panel.unit.symbol].filter { !$0.isEmpty }.joined(separator: " ")
    var lines = [frame.cut(y.name + (unit.isEmpty ? "" : " (\(unit))"), to: frame.width)]
    for (label, row) in zip(labels, canvas.lines) {
      let bar = label.isEmpty ? frame.glyphs.vertical : frame.glyphs.crossing
      lines.append(frame.fit(label, to: labelWidth, atRight: true) + " \(bar)" + row)
    }
    let margin = String(repeating: " ", count: labelWidth + 1)
    let axis = frame.axis(across, columns: columns + 1, corner: 0) {
      canvas.cell(at: (across.share(of: $0), 0)).column + 1
    }
    let name = x.name + (across.scale.isEmpty ? "" : " (\(across.scale))")
    return lines + [
      margin + axis.line, margin + axis.labels,
      margin + frame.fit(name, to: columns + 1, atRight: true),
    ]
  }

  /// Lines first, then bounds, then the points, so that no point is hidden.
  private func draw(
    _ panel: Panel, _ across: Axis, _ heights: Axis, on canvas: inout DotCanvas, _ glyphs: Glyphs
  ) {
    let lines = panel.lines(names.count)
    func place(_ point: Point) -> (x: Double, y: Double) {
      (
        across.share(of: point.x.middle),
        heights.share(of: point.amount.extent(in: panel.unit).middle)
      )
    }
    for line in lines {
      for (start, end) in zip(line, line.dropFirst()) {
        canvas.line(from: place(start), to: place(end))
      }
    }
    let isCrowded = panel.points.count > canvas.columns / 2 && names.count == 1
    let hasSpans = panel.hasUnevenDates
    for (index, line) in lines.enumerated() {
      for point in line {
        drawBounds(
          of: point, panel, across, heights, hasSpans: hasSpans, on: &canvas, glyphs)
        if isCrowded, line.count > 1 { continue }
        canvas.mark(glyphs.markers[index % glyphs.markers.count], at: canvas.cell(at: place(point)))
      }
    }
  }

  private func drawBounds(
    of point: Point, _ panel: Panel, _ across: Axis, _ heights: Axis, hasSpans: Bool,
    on canvas: inout DotCanvas, _ glyphs: Glyphs
  ) {
    let extent = point.amount.extent(in: panel.unit)
    let x = across.share(of: point.x.middle)
    let here = canvas.cell(at: (x, heights.share(of: extent.middle)))
    if !extent.isPoint {
      let top =
        extent.high.isFinite
        ? canvas.cell(at: (x, heights.share(of: extent.high))).row : here.row - 1
      let bottom =
        extent.low.isFinite
        ? canvas.cell(at: (x, heights.share(of: extent.low))).row : here.row + 1
      for row in min(top, bottom)...max(top, bottom) {
        canvas.mark(glyphs.vertical, at: (here.column, row), onlyIfFree: true)
      }
      if !extent.high.isFinite { canvas.mark(glyphs.up, at: (here.column, top)) }
      if !extent.low.isFinite { canvas.mark(glyphs.down, at: (here.column, bottom)) }
    }
    guard hasSpans, !point.x.isPoint else { return }
    let first = canvas.cell(at: (across.share(of: point.x.low), 0)).column
    let last = canvas.cell(at: (across.share(of: point.x.high), 0)).column
    for column in first...max(first, last) {
      canvas.mark(glyphs.horizontal, at: (column, here.row), onlyIfFree: true)
    }
    if point.x.low == -.infinity { canvas.mark(glyphs.left, at: (first, here.row)) }
    if point.x.high == .infinity { canvas.mark(glyphs.right, at: (last, here.row)) }
  }
}

extension LineChart {
  /// The axis along the line.
  func acrossAxis(_ panel: Panel, ticks: Int) -> Axis {
    if x.kind == .date { return .dates(panel.points.map(\.x), ticks: ticks) }
    let places = panel.points.map(\.x.middle)
    return .numbers(from: places.min() ?? 0, to: places.max() ?? 0, ticks: max(ticks, 2))
  }
}

extension LineChart.Panel {
  /// The axis of heights; zero is on it only if it is near. An open end has room for its arrow.
  func heightAxis(ticks: Int) -> Axis {
    let extents = points.map { $0.amount.extent(in: unit) }
    let ends = extents.flatMap(\.finite)
    var low = ends.min() ?? 0
    var high = ends.max() ?? 0
    if low > 0, low / 4 < high / 4 * 0.5 { low = 0 }
    let limit = Double.greatestFiniteMagnitude
    let room = low == 0 && high == 0 ? 1 : high / 6 - low / 6
    let opensAbove = extents.contains { $0.high == .infinity && $0.middle >= high - room }
    let opensBelow = extents.contains { $0.low == -.infinity && $0.middle <= low + room }
    if opensAbove { high = min(high + room, limit) }
    if opensBelow { low = max(low - room, -limit) }
    return .numbers(from: low, to: high, ticks: max(ticks, 2))
  }
}
