import AssayText

/// The formatted text as it grows, with the places where columns are to be lined up.
struct FormedText {
  private(set) var bytes: [UInt8] = []
  private var cells: [Cell] = []

  /// A place that is to stand in one column with others.
  private struct Cell {
    /// Where spaces may come in.
    let offset: Int
    /// How many columns stand before it, from where its line began.
    let width: Int
    /// As ``width``, where it stood before; `nil` where that is no matter.
    let found: Int?
    let column: Column
  }

  /// How many columns more than needed a column may stand to the right, where it stood there.
  private static let widestRoom = 8

  /// What is lined up with what.
  enum Column {
    /// The braces of records on lines that follow each other, or the values of a record's fields.
    case first
    /// The texts of a question's answers.
    case second
  }

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ words: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: words) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ words: StaticString) {
    append(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  mutating func space() { bytes.append(UInt8(ascii: " ")) }

  /// A new line, after an empty one if asked, and its indentation.
  mutating func breakLine(afterEmpty isAfterEmpty: Bool = false, indent: Int = 0) {
    bytes.append(UInt8(ascii: "\n"))
    if isAfterEmpty { bytes.append(UInt8(ascii: "\n")) }
    for _ in 0..<indent { bytes.append(UInt8(ascii: " ")) }
  }

  /// Takes back what was written from `start` on.
  mutating func removeAll(from start: Int) {
    bytes.removeLast(bytes.count - start)
    while let last = cells.last, last.offset >= start { cells.removeLast() }
  }

  /// The columns of what was written from `start` on; `nil` if it has several lines.
  func width(from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      let words = UnsafeBufferPointer(rebasing: bytes[start...])
      return words.holdsNewline ? nil : DisplayWidth.of(words)
    }
  }

  /// Marks the end of the text as a place to line up.
  ///
  /// - Parameters:
  ///   - start: where the words began that decide how far to the right the place is.
  ///   - gap: how many spaces stood at the place before; `nil` where that is no matter.
  mutating func mark(_ column: Column, from start: Int, gap: Int? = nil) {
    let width = width(from: start) ?? 0
    cells.append(
      Cell(
        offset: bytes.count, width: width, found: gap.map { width + $0 - 1 }, column: column))
  }

  /// Puts spaces in at the marked places, so that those of one column stand below each other, and
  /// forgets the places.
  ///
  /// A column stands as far to the left as it can, or where all of it stood before.
  mutating func align() {
    guard cells.count > 1 else { return cells.removeAll(keepingCapacity: true) }
    defer { cells.removeAll(keepingCapacity: true) }
    let columns = (first: place(of: .first), second: place(of: .second))
    func padding(of cell: Cell) -> Int {
      (cell.column == .first ? columns.first : columns.second) - cell.width
    }
    let added = cells.reduce(0) { $0 + padding(of: $1) }
    guard added > 0 else { return }
    var end = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: added))
    bytes.withUnsafeMutableBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var shift = added
      for cell in cells.reversed() where shift > 0 {
        let room = padding(of: cell)
        (base + cell.offset + shift).update(from: base + cell.offset, count: end - cell.offset)
        shift -= room
        (base + cell.offset + shift).update(repeating: UInt8(ascii: " "), count: room)
        end = cell.offset
      }
    }
  }

  /// How many columns stand before the spaces of a column.
  private func place(of column: Column) -> Int {
    var widest = 0
    var found: Int??
    for cell in cells where cell.column == column {
      widest = max(widest, cell.width)
      found = found == nil || found == cell.found ? .some(cell.found) : .some(nil)
    }
    if let found = found ?? nil, widest...(widest + Self.widestRoom) ~= found { return found }
    return widest
  }
}
