import AssayModel

/// A map of rows and columns, its cells numbers or words.
struct HeatChart: Chart {
  /// What a cell shows.
  enum Cell {
    case amount(Amount)
    /// The place of the word in the legend.
    case word(Int)
  }

  static let limit = 20_000
  static let rowLimit = 2000
  static let columnLimit = 400
  static let wordLimit = 40

  let row: ChartCell
  private let column: ChartCell?
  private let cells: [ChartCell]
  /// How many columns a title names.
  private static let titleLimit = 4

  private(set) var rows = NameList()
  private(set) var columns = NameList()
  private(set) var words = NameList()
  private(set) var notes = ChartNotes()
  /// By row and column.
  private(set) var content: [[Int: Cell]] = []
  private var count = 0

  /// A map of rows that each say one cell.
  init(row: ChartCell, column: ChartCell, cell: ChartCell) {
    (self.row, self.column, cells) = (row, column, [cell])
  }

  /// A map of rows that each say one row of the map.
  init(row: ChartCell, cells: [ChartCell]) {
    self.row = row
    column = nil
    self.cells = Array(cells.prefix(Self.columnLimit))
    for cell in self.cells { _ = columns.place(adding: cell.name, limit: Self.columnLimit) }
    for _ in cells.dropFirst(Self.columnLimit) {
      notes.cut("columns", limit: Self.columnLimit)
    }
  }

  var title: String {
    guard let column, let cell = cells.first else {
      let names =
        cells.prefix(Self.titleLimit).map(\.name) + (cells.count > Self.titleLimit ? ["…"] : [])
      return "\(names.joined(separator: ", ")) by \(row.name)"
    }
    return "\(cell.name) by \(row.name) and \(column.name)"
  }

  var isEmpty: Bool { rows.count == 0 }

  mutating func add(_ row: borrowing RowBuffer) {
    guard let place = rows.place(adding: self.row.name(in: row), limit: Self.rowLimit) else {
      return notes.cut("rows of the map", limit: Self.rowLimit)
    }
    if place == content.count { content.append([:]) }
    if let column {
      let name = column.name(in: row)
      guard let across = columns.place(adding: name, limit: Self.columnLimit) else {
        return notes.leaveOut("past the first \(Self.columnLimit) of `\(column.name)`")
      }
      if let cell = cells.first { set(cell, in: row, at: (place, across)) }
    } else {
      for cell in cells {
        guard let across = columns.place(of: cell.name) else { continue }
        set(cell, in: row, at: (place, across))
      }
    }
  }

  private mutating func set(
    _ cell: ChartCell, in row: borrowing RowBuffer, at place: (row: Int, column: Int)
  ) {
    guard let words = cell.words(in: row) else { return }
    guard content[place.row][place.column] == nil else {
      return notes.leaveOut("the cell is taken by a row before")
    }
    guard count < Self.limit else { return notes.cut("cells", limit: Self.limit) }
    if cell.kind == .number || cell.kind == .figure, let amount = Amount(words, cell.kind) {
      content[place.row][place.column] = .amount(amount)
    } else if let word = self.words.place(adding: words, limit: Self.wordLimit) {
      content[place.row][place.column] = .word(word)
    } else {
      return notes.leaveOut("past the first \(Self.wordLimit) words")
    }
    count += 1
  }
}

extension HeatChart {
  /// The least and the greatest amount of the map, each in base units; `nil` when it has none.
  var range: ClosedRange<Double>? {
    let numbers = content.flatMap { row in
      row.values.compactMap { cell -> Double? in
        if case .amount(let amount) = cell { amount.base } else { nil }
      }
    }
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return low...high
  }

  /// Whether all amounts have one dimension; the shades of others do not compare.
  var hasOneDimension: Bool {
    var dimension: Dimension?
    for row in content {
      for case .amount(let amount) in row.values {
        if let dimension, dimension != amount.quantity.unit.dimension { return false }
        dimension = amount.quantity.unit.dimension
      }
    }
    return true
  }

  /// How far `amount` is from the least to the greatest, 0 to 1; in the middle if all are equal.
  func share(of amount: Amount, in range: ClosedRange<Double>) -> Double {
    let length = range.upperBound / 2 - range.lowerBound / 2
    guard length > 0 else { return 0.5 }
    return min(max((amount.base / 2 - range.lowerBound / 2) / length, 0), 1)
  }
}

extension Amount {
  /// The number in the base unit.
  fileprivate var base: Double {
    let limit = Double.greatestFiniteMagnitude
    return min(max(quantity.number * quantity.unit.factor, -limit), limit)
  }
}
