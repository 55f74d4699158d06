/// Words in lines that a width holds.
package enum FoldedLines {
  /// The lines of a text, broken at its spaces; a word that is wider than all stands alone.
  ///
  /// - Parameter width: in columns, as ``DisplayWidth`` counts them.
  package static func of(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in text.split(separator: " ") {
      let wordWidth = DisplayWidth.of(String(word))
      if lineWidth > 0, lineWidth + 1 + wordWidth > width {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      if lineWidth > 0 {
        line += " "
        lineWidth += 1
      }
      line += word
      lineWidth += wordWidth
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
