import AssayModel
import AssayText

extension HeatChart {
  /// A table of cells; where the columns' names do not fit, numbers stand for them, and where not
  /// even these fit, the columns go on below.
  func text(in frame: TextFrame) -> [String] {
    let nameWidth = frame.width(of: rows.names + [row.name], limit: frame.width / 3)
    let room = frame.width - nameWidth
    let nameWidths = columns.names.map { max(DisplayWidth.of($0), 2) }
    let isNamed = nameWidths.reduce(0, { $0 + $1 + 2 }) <= room
    let numberWidth = max(String(columns.count).utf8.count, 2)
    let blockSize = isNamed ? max(columns.count, 1) : max((room - 1) / (numberWidth + 1), 1)
    var lines: [String] = []
    for start in stride(from: 0, to: max(columns.count, 1), by: blockSize) {
      let block = start..<min(start + blockSize, columns.count)
      let heads = block.map { isNamed ? columns.names[$0] : String($0 + 1) }
      let widths = block.map { isNamed ? nameWidths[$0] : numberWidth }
      if start > 0 { lines.append("") }
      lines += self.lines(
        of: block, heads, widths, nameWidth: nameWidth, gap: isNamed ? "  " : " ", in: frame)
    }
    if !isNamed {
      let key = columns.names.enumerated().map { "\($0.offset + 1) \($0.element)" }
      lines += [""] + frame.wrap(key)
    }
    return lines + [""] + legend(in: frame)
  }

  private func lines(
    of block: Range<Int>, _ heads: [String], _ widths: [Int], nameWidth: Int, gap: String,
    in frame: TextFrame
  ) -> [String] {
    let range = range
    var head = frame.fit(row.name, to: nameWidth)
    for (name, width) in zip(heads, widths) { head += gap + frame.fit(name, to: width) }
    return [head]
      + rows.names.indices.map { place in
        var line = frame.fit(rows.names[place], to: nameWidth)
        for (column, width) in zip(block, widths) {
          let cell = content[place][column].map { self.text(of: $0, range, frame.glyphs) } ?? ""
          line += gap + frame.fit(cell, to: width)
        }
        return line
      }
  }

  private func text(
    of cell: Cell, _ range: ClosedRange<Double>?, _ glyphs: Glyphs
  ) -> String {
    switch cell {
    case .word(let place): return pattern(place, glyphs)
    case .amount(let amount):
      guard let range else { return "" }
      let shade = Int(share(of: amount, in: range) * Double(glyphs.shades.count))
      let sign = glyphs.shades[min(shade, glyphs.shades.count - 1)]
      return String(repeating: sign, count: 2)
    }
  }

  /// A word's own signs, or those of its place; past the patterns there are letters.
  private func pattern(_ place: Int, _ glyphs: Glyphs) -> String {
    if let known = WordLook.of(words.names[place]) {
      return glyphs.hasBraille ? known.unicode : known.ascii
    }
    guard place >= glyphs.patterns.count else { return glyphs.patterns[place] }
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String(
      repeating: letters[(place - glyphs.patterns.count) % letters.count], count: 2)
  }

  private func legend(in frame: TextFrame) -> [String] {
    var entries = words.names.enumerated().map { index, word in
      "\(pattern(index, frame.glyphs)) \(word)"
    }
    entries += shadeLegend(count: frame.glyphs.shades.count).enumerated().map { index, words in
      String(repeating: frame.glyphs.shades[index], count: 2) + " " + words
    }
    if !hasOneDimension { entries.append("(of different units)") }
    return frame.wrap(entries, separator: "   ")
  }
}

extension HeatChart {
  /// The amounts that each of so many shades stands for, from the least.
  func shadeLegend(count: Int) -> [String] {
    guard let range else { return [] }
    let unit = firstUnit
    func words(_ share: Double) -> String {
      let number = range.lowerBound * (1 - share) + range.upperBound * share
      return Numeral.short(number / unit.factor)
    }
    let symbol = unit.symbol.isEmpty ? "" : unit.symbol == "%" ? "%" : " " + unit.symbol
    guard range.lowerBound < range.upperBound else {
      // The one shade that an amount in the middle gets.
      return (0..<count).map { $0 == count / 2 ? words(0) + symbol : "-" }
    }
    return (0..<count).map { shade in
      words(Double(shade) / Double(count)) + ".." + words(Double(shade + 1) / Double(count))
        + symbol
    }
  }

  private var firstUnit: Unit {
    for row in content {
      for column in row.keys.sorted() {
        if case .amount(let amount) = row[column] { return amount.quantity.unit }
      }
    }
    return .none
  }
}

extension Numeral {
  /// `number` with three significant digits, in thousands and so on where that is shorter.
  static func short(_ number: Double) -> String {
    let scales = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
    for (size, word) in scales where abs(number) >= size && abs(number) < size * 1000 {
      return decimal(number / size, digits: 3) + word
    }
    guard abs(number) < 1e15, abs(number) >= 1e-6 || number == 0 else {
      return number == 0 ? "0" : scientific(number)
    }
    return decimal(number, digits: abs(number) >= 1000 ? 6 : 3)
  }

  private static func scientific(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    let parts = String(describing: abs(number)).split(separator: "e")
    // Up to 2^54 a number is described without an exponent.
    guard parts.count == 2 else { return decimal(number / 1e15, digits: 3) + "e+15" }
    return (number < 0 ? "-" : "") + parts[0].prefix(4) + "e" + parts[1]
  }
}
