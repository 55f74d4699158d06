/// Which columns of a table are shown where the width does not do for all of them.
///
/// First those without any value give way, then the last ones, until each that is left has the
/// width it needs, or enough to be read. What is not shown is said under the table.
struct ColumnChoice {
  /// The places of the columns that are shown, in order.
  let shown: [Int]
  private let empty: [Int]
  private let crowdedOut: [Int]

  /// Enough of a long text to read its beginning.
  private static let readableWidth = 12

  private init(shown: [Int], empty: [Int], crowdedOut: [Int]) {
    (self.shown, self.empty, self.crowdedOut) = (shown, empty, crowdedOut)
  }

  /// Every one of so many columns.
  static func all(_ count: Int) -> ColumnChoice {
    ColumnChoice(shown: Array(0..<count), empty: [], crowdedOut: [])
  }

  init(_ columns: [TableLayout.Column], fitting limit: Int) {
    func room(_ places: [Int], _ width: (TableLayout.Column) -> Int) -> Int {
      places.reduce(TableLayout.gutter * (places.count - 1)) { $0 + width(columns[$1]) }
    }
    let all = Array(columns.indices)
    guard room(all, \.naturalWidth) > limit else {
      self = .all(columns.count)
      return
    }
    let filled = all.filter { !columns[$0].isEmpty }
    var shown = filled.isEmpty ? all : filled
    while shown.count > 1, room(shown, { min($0.naturalWidth, Self.readableWidth) }) > limit {
      shown.removeLast()
    }
    let crowdedOut = filled.filter { !shown.contains($0) }
    self.init(
      shown: shown, empty: filled.isEmpty ? [] : all.filter { columns[$0].isEmpty },
      crowdedOut: crowdedOut)
  }

  /// What is not shown, and how to see it; `nil` when everything is shown.
  func note(_ columns: [TableLayout.Column]) -> String? {
    func names(_ places: [Int]) -> String {
      places.map { String(decoding: columns[$0].name, as: UTF8.self) }.joined(separator: ", ")
    }
    var parts: [String] = []
    if !crowdedOut.isEmpty { parts.append("no room for \(names(crowdedOut))") }
    if !empty.isEmpty { parts.append("empty: \(names(empty))") }
    guard !parts.isEmpty else { return nil }
    let way = crowdedOut.isEmpty ? "" : " (`| select …`, `| as list`)"
    return parts.joined(separator: "; ") + way
  }
}
