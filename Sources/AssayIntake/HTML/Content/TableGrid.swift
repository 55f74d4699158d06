/// Which columns of a row are taken by cells of the rows above it, so that each cell of a table comes
/// into its column.
struct TableGrid {
  /// For each table, how many rows further each column is taken.
  private var taken: [Int: [Int]] = [:]
  private var table = -1
  private var column = 0
  private var width = 1
  private var height = 1

  /// No table of words has more columns or rows under one cell.
  private static let most = (columns: 40, rows: 2_000)

  /// How many columns the cells above take in the next row of a table.
  func open(in table: Int) -> Int { taken[table].map { $0.count { $0 > 0 } } ?? 0 }

  mutating func beginRow(of table: Int) {
    (self.table, column) = (table, 0)
  }

  /// - Returns: how many cells stand empty before this one.
  mutating func beginCell(_ page: HTMLPage, _ index: Int) -> Int {
    func span(_ name: StaticString, _ most: Int) -> Int {
      guard let value = page.attribute(name, of: index).flatMap({ Int($0) }) else { return 1 }
      return min(max(value, 1), most)
    }
    (width, height) = (span("colspan", Self.most.columns), span("rowspan", Self.most.rows))
    return passTaken()
  }

  /// - Returns: how many cells end: this one, and an empty one for each further column of it.
  mutating func endCell() -> Int {
    if height > 1, column + width <= Self.most.columns {
      var columns = taken[table] ?? []
      while columns.count < column + width { columns.append(0) }
      for place in column..<column + width { columns[place] = height - 1 }
      taken[table] = columns
    }
    column += width
    return width
  }

  /// - Returns: how many cells stand empty behind the last one.
  mutating func endRow() -> Int {
    guard let columns = taken[table] else { return 0 }
    var empty = 0
    while column < columns.count, columns[column...].contains(where: { $0 > 0 }) {
      let passed = passTaken()
      empty += max(1, passed)
      if passed == 0 { column += 1 }
    }
    return empty
  }

  private mutating func passTaken() -> Int {
    guard var columns = taken[table] else { return 0 }
    var passed = 0
    while column < columns.count, columns[column] > 0 {
      columns[column] -= 1
      column += 1
      passed += 1
    }
    if passed > 0 { taken[table] = columns }
    return passed
  }
}
