import AssayText

/// Where a chart is drawn as text: how wide it may be, and with which characters.
struct TextFrame {
  let width: Int
  let glyphs: Glyphs

  /// A frame too narrow for any chart counts as one of 24 columns.
  init(width: Int, glyphs: Glyphs) {
    self.width = min(max(width, 24), 400)
    self.glyphs = glyphs
  }

  /// `text` in at most so many columns, with an ellipsis for the rest.
  func cut(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let mark = glyphs.ellipsis.count <= columns ? glyphs.ellipsis : ""
    var text = text
    let kept = text.withUTF8 { bytes in
      let length = DisplayWidth.prefix(of: bytes, fitting: columns - mark.count).bytes
      return String(decoding: bytes[..<length], as: UTF8.self)
    }
    return kept.trimmed + mark
  }

  /// `text` in just so many columns.
  func fit(_ text: String, to columns: Int, atRight: Bool = false) -> String {
    let text = cut(text, to: max(columns, 0))
    let spaces = String(repeating: " ", count: max(columns - DisplayWidth.of(text), 0))
    return atRight ? spaces + text : text + spaces
  }

  /// The width of the widest text, at most `limit`.
  func width(of texts: some Sequence<String>, limit: Int) -> Int {
    texts.reduce(0) { $0 >= limit ? $0 : max($0, DisplayWidth.of($1)) }.clamped(to: 0...limit)
  }

  /// `words` in as many lines as they take, those after the first set in by two columns.
  func wrap(_ words: [String], separator: String = "  ") -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      let word = cut(word, to: width - 2)
      if line.isEmpty {
        line = lines.isEmpty ? word : "  " + word
      } else if DisplayWidth.of(line) + separator.count + DisplayWidth.of(word) <= width {
        line += separator + word
      } else {
        lines.append(line)
        line = "  " + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The line of an axis with its ticks, and the labels below; `place` says the column of a value.
  ///
  /// A label that would touch the one before is left out, its tick stays.
  func axis(
    _ axis: Axis, columns: Int, corner: Int? = nil, place: (Double) -> Int
  ) -> (line: String, labels: String) {
    var line = Array(repeating: glyphs.horizontal, count: columns)
    var labels = ""
    var end = -1
    if let corner, line.indices.contains(corner) {
      line[corner] = corner == 0 ? glyphs.corner : glyphs.crossing
    }
    for tick in axis.ticks {
      let column = place(tick.value)
      guard line.indices.contains(column) else { continue }
      if column != corner { line[column] = glyphs.tick }
      let start = max(min(column - (tick.label.count - 1) / 2, columns - tick.label.count), 0)
      guard start > end, start + tick.label.count <= columns else { continue }
      labels += String(repeating: " ", count: start - labels.count) + tick.label
      end = start + tick.label.count
    }
    return (String(line), labels)
  }
}

extension Comparable {
  func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
