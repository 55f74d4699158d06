import AssayModel
import AssayText

extension BarChart {
  func text(in frame: TextFrame) -> [String] {
    var lines: [String] = []
    for (index, panel) in panels.enumerated() {
      if index > 0 { lines.append("") }
      lines += text(of: panel, in: frame)
    }
    return lines
  }

  private func text(of panel: Panel, in frame: TextFrame) -> [String] {
    // Three columns leave room for a bar of six, however narrow the frame.
    let room = frame.width - 11
    let names = panel.bars.map { labels.names[$0.label] } + [label.name]
    let nameWidth = frame.width(
      of: names, limit: series == nil ? frame.width / 3 : room * 2 / 5)
    let groups = panel.bars.map { $0.series.map { seriesNames.names[$0] } ?? "" }
    let groupWidth = frame.width(
      of: groups + [series?.name ?? ""], limit: series == nil ? 0 : room / 4)
    let values = panel.bars.map(\.amount.words) + [length.name]
    let valueWidth = frame.width(
      of: values, limit: series == nil ? frame.width / 4 : room / 3)
    let before = [nameWidth, groupWidth, valueWidth].filter { $0 > 0 }.reduce(0) { $0 + $1 + 2 }
    let extents = panel.extents
    let bars = BarRuler(panel, extents, columns: frame.width - before + 1, frame.glyphs)

    func line(_ name: String, _ group: String, _ value: String) -> String {
      var line = frame.fit(name, to: nameWidth) + "  "
      if groupWidth > 0 { line += frame.fit(group, to: groupWidth) + "  " }
      return line + frame.fit(value, to: valueWidth, atRight: true) + " "
    }
    let unit = [bars.axis.scale, panel.unit.symbol].filter { !$0.isEmpty }.joined(separator: " ")
    var lines = [
      frame.cut(line(label.name, series?.name ?? "", length.name) + " " + unit, to: frame.width)
    ]
    var last: Int?
    for (bar, extent) in zip(panel.bars, extents) {
      let isNext = series != nil && bar.label == last
      last = bar.label
      lines.append(
        line(
          isNext ? "" : labels.names[bar.label], bar.series.map { seriesNames.names[$0] } ?? "",
          bar.amount.words) + bars.bar(extent))
    }
    let margin = String(repeating: " ", count: before - 1)
    let axis = frame.axis(
      bars.axis, columns: bars.columns, corner: bars.zero, place: bars.column(of:))
    return lines + [margin + axis.line, margin + axis.labels]
  }
}

/// Where the bars of a panel stand: negative ones left of a line, the others right of it.
private struct BarRuler {
  let axis: Axis
  let columns: Int
  /// The column of the line at zero.
  let zero: Int
  private let glyphs: Glyphs
  private let left: Int
  private let right: Int

  init(_ panel: BarChart.Panel, _ extents: [Extent], columns: Int, _ glyphs: Glyphs) {
    self.columns = max(columns, 6)
    self.glyphs = glyphs
    axis = panel.axis(extents, ticks: max(self.columns / 9, 2))
    // An arrow needs two columns past the longest bar.
    let opensRight = extents.contains { $0.high == .infinity }
    let opensLeft = extents.contains { $0.low == -.infinity && $0.high < 0 }
    let room = self.columns - 1 - (opensRight ? 2 : 0) - (opensLeft ? 2 : 0)
    let share = axis.share(of: 0)
    left = axis.low < 0 ? Int((Double(room) * share).rounded()).clamped(to: 1...max(room, 1)) : 0
    right = max(room - left, 0)
    zero = left + (opensLeft ? 2 : 0)
  }

  func column(of value: Double) -> Int {
    zero + Int((cells(to: value) * (value < 0 ? -1 : 1)).rounded())
  }

  /// How many columns lie between zero and `value`, on its side.
  private func cells(to value: Double) -> Double {
    let origin = axis.share(of: 0)
    let share = axis.share(of: value)
    return value < 0
      ? (origin > 0 ? (origin - share) / origin * Double(left) : 0)
      : (origin < 1 ? (share - origin) / (1 - origin) * Double(right) : 0)
  }

  /// A bar: full as far as it is sure to go, shaded on to where it may end.
  func bar(_ extent: Extent) -> String {
    var row: [Character] = Array(repeating: " ", count: columns)
    row[zero] = glyphs.vertical
    if extent.high > 0 {
      let sure = max(extent.low, 0)
      fill(&row, right: cells(to: sure), isZero: sure == 0)
      var end = max(cells(to: sure).rounded(.up), 0)
      if extent.high == .infinity {
        for column in [(1, glyphs.horizontal), (2, glyphs.right)] {
          let place = zero + Int(end) + column.0
          if row.indices.contains(place) { row[place] = column.1 }
        }
      } else if !extent.isPoint {
        end = max(end, 0)
        let far = Int(cells(to: extent.high).rounded(.up))
        let first = zero + 1 + Int(end)
        let last = max(zero + far, first)
        for column in first...last where row.indices.contains(column) {
          row[column] = glyphs.unsure
        }
      }
    }
    if extent.low < 0 {
      let sure = min(extent.high, 0)
      let near = cells(to: sure)
      fill(&row, left: near, isZero: sure == 0)
      let start = zero - Int(near.rounded(.up))
      if extent.low == -.infinity {
        if sure < 0 {
          for column in [(1, glyphs.horizontal), (2, glyphs.left)] {
            let place = start - column.0
            if row.indices.contains(place) { row[place] = column.1 }
          }
        }
      } else if !extent.isPoint {
        let far = zero - Int(cells(to: extent.low).rounded(.up))
        for column in min(far, start - 1)..<start where row.indices.contains(column) {
          row[column] = glyphs.unsure
        }
      }
    }
    return String(row)
  }

  /// Fills from the line to the right in steps of the finest part; what is not zero is seen.
  private func fill(_ row: inout [Character], right length: Double, isZero: Bool) {
    let parts = glyphs.filling.count
    let filled = max(Int((length * Double(parts)).rounded()), isZero ? 0 : 1)
    for column in 0..<(filled / parts) where row.indices.contains(zero + 1 + column) {
      row[zero + 1 + column] = glyphs.full
    }
    let end = zero + 1 + filled / parts
    if filled % parts > 0, row.indices.contains(end) {
      row[end] = glyphs.filling[filled % parts - 1]
    }
  }

  /// Fills from the line to the left; there are only halves that end at the right.
  private func fill(_ row: inout [Character], left length: Double, isZero: Bool) {
    let filled = max(Int((length * 2).rounded()), isZero ? 0 : 1)
    for column in 0..<(filled / 2) where row.indices.contains(zero - 1 - column) {
      row[zero - 1 - column] = glyphs.full
    }
    let end = zero - 1 - filled / 2
    if filled % 2 > 0, row.indices.contains(end) { row[end] = glyphs.rightHalf }
  }
}
