extension Manual {
  /// The rows of the first table of a page whose first column has this heading, cell by cell; none
  /// where there is no such table. A `|` in a cell is written `\|`.
  static func table(on page: String, headed heading: String) -> [[String]] {
    let lines = (Manual.page(page) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("| \(heading) |") }) else { return [] }
    return lines[start...].prefix { $0.hasPrefix("|") }.dropFirst(2).map { line in
      let cells = line.replacing("\\|", with: "\u{0}").split(separator: "|")
      return cells.map { cell in
        let words = cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return String(words).replacing("\u{0}", with: "|")
      }
    }
  }
}
