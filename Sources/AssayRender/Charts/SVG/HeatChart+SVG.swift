import AssayModel
import AssayText

extension HeatChart {
  private static let color = SVGPattern(series: 0).color
  private static let rowHeight = 20.0
  private static let shadeCount = 5

  func draw(on picture: inout SVGPicture) {
    let nameWidth = SVGPicture.width(of: rows.names, limit: 240)
    let left = SVGPicture.margin + nameWidth + 8
    let room = (picture.width - left - SVGPicture.margin) / Double(max(columns.count, 1))
    let cell = (width: room.clamped(to: 16...120), height: Self.rowHeight)
    picture.extend(
      to: picture.bottom, right: left + cell.width * Double(columns.count))
    let top = picture.bottom + drawHeads(left: left, width: cell.width, on: &picture)
    let range = range
    for (row, name) in rows.names.enumerated() {
      let y = top + Double(row) * cell.height
      picture.text(
        SVGPicture.cut(name, toWidth: nameWidth), x: left - 8, y: y + 14, anchor: "end")
      for column in columns.names.indices {
        let place = (x: left + Double(column) * cell.width, y: y)
        draw(content[row][column], row, column, range, at: place, cell, on: &picture)
      }
    }
    picture.extend(to: top + Double(rows.count) * cell.height + 10)
    drawLegend(range, on: &picture)
  }

  /// The names of the columns, on end where they are wider than the columns; gives their height.
  private func drawHeads(
    left: Double, width: Double, on picture: inout SVGPicture
  ) -> Double {
    let widest = SVGPicture.width(of: columns.names, limit: 180)
    let isLevel = widest < width - 4
    let height = isLevel ? 18 : widest + 10
    for (column, name) in columns.names.enumerated() {
      let x = left + (Double(column) + 0.5) * width
      let words = SVGPicture.cut(name, toWidth: widest)
      if isLevel {
        picture.text(words, x: x, y: picture.bottom + 12, anchor: "middle")
      } else {
        let place = (x: x + 4, y: picture.bottom + height - 6)
        let turn = "\(SVGPicture.number(place.x)) \(SVGPicture.number(place.y))"
        picture.text(words, x: place.x, y: place.y, "transform=\"rotate(-90 \(turn))\"")
      }
    }
    return height
  }

  private func draw(
    _ content: Cell?, _ row: Int, _ column: Int, _ range: ClosedRange<Double>?,
    at place: (x: Double, y: Double), _ cell: (width: Double, height: Double),
    on picture: inout SVGPicture
  ) {
    let box = (x: place.x + 0.5, y: place.y + 0.5, w: cell.width - 1, h: cell.height - 1)
    let names = "\(rows.names[row]), \(columns.names[column])"
    switch content {
    case nil:
      picture.rectangle(
        x: box.x, y: box.y, width: box.w, height: box.h, "fill=\"none\" class=\"grid\"")
    case .word(let word):
      let filling = Self.filling(words.names[word], word, on: &picture)
      picture.mark("\(names): \(words.names[word])") {
        $0.rectangle(x: box.x, y: box.y, width: box.w, height: box.h, filling)
      }
    case .amount(let amount):
      let share = range.map { self.share(of: amount, in: $0) } ?? 0.5
      picture.mark("\(names): \(amount.words)") { picture in
        picture.rectangle(
          x: box.x, y: box.y, width: box.w, height: box.h, Self.shade(share) + " class=\"grid\"")
        guard SVGPicture.width(of: amount.words) < box.w - 2 else { return }
        let ink = share > 0.5 ? " style=\"fill:#fff\"" : ""
        picture.text(
          amount.words, x: place.x + cell.width / 2, y: place.y + 14, anchor: "middle",
          "font-size=\"11\"" + ink)
      }
    }
  }

  /// What fills the cells of a word: its own look, or that of its place.
  private static func filling(
    _ word: String, _ place: Int, on picture: inout SVGPicture
  ) -> String {
    switch WordLook.of(word)?.look {
    case .pattern(let number): picture.filling(number)
    case .pale: "fill=\"currentColor\" fill-opacity=\"0.12\" class=\"grid\""
    case .empty: "fill=\"none\" class=\"grid\""
    case nil: picture.filling(place)
    }
  }

  /// The least is pale but not empty.
  private static func shade(_ share: Double) -> String {
    "fill=\"\(color)\" fill-opacity=\"\(SVGPicture.number(0.08 + 0.92 * share))\""
  }

  private func drawLegend(_ range: ClosedRange<Double>?, on picture: inout SVGPicture) {
    if words.count > 0 {
      picture.legend(words.names) { picture, index, place in
        let filling = Self.filling(words.names[index], index, on: &picture)
        picture.swatch(filling, at: place)
      }
    }
    guard range != nil else { return }
    let shades = shadeLegend(count: Self.shadeCount)
    picture.legend(shades + (hasOneDimension ? [] : ["(of different units)"])) {
      picture, index, place in
      guard index < Self.shadeCount else { return }
      let share = (Double(index) + 0.5) / Double(Self.shadeCount)
      picture.rectangle(
        x: place.x - 8, y: place.y - 8, width: 16, height: 16,
        Self.shade(share) + " class=\"grid\"")
    }
  }
}
