import AssayModel
import AssayText

extension TimelineChart {
  func text(in frame: TextFrame) -> [String] {
    let marks = marks
    let nameWidth = frame.width(of: marks.map(\.label) + [label.name], limit: frame.width / 3)
    let dateWidth = frame.width(
      of: marks.map(\.date.description) + [span.name], limit: frame.width / 4)
    let before = nameWidth + dateWidth + 4
    let columns = frame.width - before
    let axis = Axis.dates(marks.map(\.extent), ticks: max(columns / 13, 1))
    var lines = [
      frame.fit(label.name, to: nameWidth) + "  " + frame.fit(span.name, to: dateWidth)
    ]
    var lane: Int?
    for mark in marks {
      if let next = mark.lane, next != lane {
        if lane != nil { lines.append("") }
        lane = next
        lines.append(heading(lanes.names[next], in: frame))
      }
      lines.append(
        frame.fit(mark.label, to: nameWidth) + "  "
          + frame.fit(mark.date.description, to: dateWidth) + "  "
          + Self.span(mark, on: axis, columns: columns, frame.glyphs))
    }
    let margin = String(repeating: " ", count: before)
    let below = frame.axis(axis, columns: columns) { value in
      Self.column(of: value, on: axis, columns: columns)
    }
    return lines + [margin + below.line, margin + below.labels]
  }

  private func heading(_ name: String, in frame: TextFrame) -> String {
    let line = String(repeating: frame.glyphs.horizontal, count: 2)
    return line + " " + frame.cut(name, to: frame.width - 3)
  }

  private static func column(of value: Double, on axis: Axis, columns: Int) -> Int {
    Int((axis.share(of: value) * Double(columns)).rounded(.down)).clamped(to: 0...columns - 1)
  }

  /// One line: blocks from the first day to the last, one sign where that is less than a column.
  private static func span(
    _ mark: Mark, on axis: Axis, columns: Int, _ glyphs: Glyphs
  ) -> String {
    var row: [Character] = Array(repeating: " ", count: columns)
    let first = column(of: mark.extent.low, on: axis, columns: columns)
    // The day after the last begins the next column.
    let last = column(of: mark.extent.high - 0.5, on: axis, columns: columns)
    if first >= last, mark.extent.low.isFinite, mark.extent.high.isFinite {
      row[first] = mark.isDoubtful ? glyphs.unsure : glyphs.point
    } else {
      for column in first...max(first, last) {
        row[column] = mark.isDoubtful ? glyphs.unsure : glyphs.full
      }
      if mark.extent.low == -.infinity { row[first] = glyphs.left }
      if mark.extent.high == .infinity { row[max(first, last)] = glyphs.right }
    }
    return String(row)
  }
}
