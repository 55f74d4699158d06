/// Where the columns of a table stand.
///
/// A table too wide for the terminal gives up width where it has most: all columns wider than some
/// width get that width, the largest that fits. None gets narrower than 6, or than its header if
/// that is less; numbers, dates and truth values stay whole as long as the others can give way.
struct TableLayout {
  static let gutter = 2
  static let leastWidth = 6

  /// What is known of a column before it has its place.
  struct Column {
    let name: [UInt8]
    let nameWidth: Int
    let isRightAligned: Bool
    /// Whether a cell that is too long loses its beginning.
    let isCutAtStart: Bool
    /// Whether a cut cell would mislead.
    let isExact: Bool
    var cellWidth = 0
    /// Whether no cell so far has a value.
    var isEmpty = true

    var naturalWidth: Int { Swift.max(nameWidth, cellWidth) }
    var leastWidth: Int { Swift.max(Swift.min(TableLayout.leastWidth, nameWidth), 1) }
  }

  /// The width a column has got.
  struct Place {
    let width: Int
    let isRightAligned: Bool
    let isCutAtStart: Bool
    /// Whether cells are cut to ``width``; if not, a long one pushes its line out.
    let isCut: Bool
  }

  let places: [Place]

  init(_ columns: [Column], fitting limit: Int?) {
    let natural = columns.map(\.naturalWidth)
    let least = columns.map(\.leastWidth)
    let exact = columns.map { $0.isExact ? max($0.leastWidth, $0.cellWidth) : $0.leastWidth }
    let room = limit.map { $0 - Self.gutter * (columns.count - 1) }
    let widths =
      room.map { room in
        Self.fit(natural, atLeast: exact, into: room)
          ?? Self.fit(natural, atLeast: least, into: room)
          ?? zip(natural, least).map { min($0, $1) }
      } ?? natural
    places = columns.indices.map { index in
      Place(
        width: widths[index], isRightAligned: columns[index].isRightAligned,
        isCutAtStart: columns[index].isCutAtStart,
        isCut: widths[index] < columns[index].cellWidth)
    }
  }

  /// The widths nearest to `natural` that take no more than `room`, or `nil` if even the `least`
  /// ones do.
  static func fit(_ natural: [Int], atLeast least: [Int], into room: Int) -> [Int]? {
    func widths(cappedAt cap: Int) -> [Int] {
      zip(natural, least).map { min($0, max(cap, $1)) }
    }
    guard widths(cappedAt: 0).reduce(0, +) <= room else { return nil }
    var low = 0
    var high = (natural.max() ?? 0) + 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if widths(cappedAt: middle).reduce(0, +) <= room { low = middle } else { high = middle }
    }
    var found = widths(cappedAt: low)
    var left = room - found.reduce(0, +)
    for index in found.indices where left > 0 && found[index] < natural[index] {
      guard found[index] == low else { continue }
      found[index] += 1
      left -= 1
    }
    return found
  }
}
