import AssayModel

/// Lines through points, each in the order of its axis; one panel for each dimension of heights.
struct LineChart: Chart {
  struct Point {
    let x: Extent
    /// The words of the place on the axis.
    let xWords: String
    let amount: Amount
    let series: Int
  }

  /// The points of one dimension, counted in the unit that came first.
  struct Panel {
    let unit: Unit
    var points: [Point] = []
  }

  static let limit = 20_000
  static let seriesLimit = 12
  static let panelLimit = 8

  let x: ChartCell
  let y: ChartCell
  let series: ChartCell?
  private(set) var names = NameList()
  private(set) var notes = ChartNotes()
  private(set) var panels: [Panel] = []
  private var count = 0
  /// The unit of the axis along the line, that of the first point.
  private(set) var xUnit: Unit?

  init(x: ChartCell, y: ChartCell, series: ChartCell?) {
    (self.x, self.y, self.series) = (x, y, series)
  }

  var title: String {
    "\(y.name) by \(x.name)" + (series.map { " for each \($0.name)" } ?? "")
  }

  var isEmpty: Bool { count == 0 }

  mutating func add(_ row: borrowing RowBuffer) {
    let amount: Amount
    switch y.amount(in: row) {
    case .nothing(let reason): return notes.leaveOut(reason)
    case .value(let value): amount = value
    }
    let place: Extent
    switch self.place(in: row) {
    case .nothing(let reason): return notes.leaveOut(reason)
    case .value(let value): place = value
    }
    guard count < Self.limit else { return notes.cut("points", limit: Self.limit) }
    let panel = panels.firstIndex { $0.unit.dimension == amount.quantity.unit.dimension }
    guard panel != nil || panels.count < Self.panelLimit else {
      return notes.leaveOut("in more than \(Self.panelLimit) units")
    }
    let name = series?.name(in: row) ?? y.name
    guard let line = names.place(adding: name, limit: Self.seriesLimit) else {
      return notes.leaveOut("past the first \(Self.seriesLimit) of `\(series?.name ?? "")`")
    }
    if panel == nil { panels.append(Panel(unit: amount.quantity.unit)) }
    count += 1
    panels[panel ?? panels.count - 1].points.append(
      Point(x: place, xWords: x.name(in: row), amount: amount, series: line))
  }

  private func place(in row: borrowing RowBuffer) -> Reading<Extent> {
    if x.kind == .date {
      switch x.date(in: row) {
      case .value(let date): return .value(date.extent)
      case .nothing(let reason): return .nothing(reason)
      }
    }
    switch x.amount(in: row) {
    case .value(let amount): return .value(amount.extent(in: .none))
    case .nothing(let reason): return .nothing(reason)
    }
  }
}

extension LineChart.Panel {
  /// The points of each line, in the order of the axis; points of one place as they came.
  func lines(_ count: Int) -> [[LineChart.Point]] {
    var lines: [[LineChart.Point]] = Array(repeating: [], count: count)
    for point in points { lines[point.series].append(point) }
    return lines.map { line in
      line.enumerated().sorted {
        ($0.element.x.middle, $0.offset) < ($1.element.x.middle, $1.offset)
      }.map(\.element)
    }
  }

  /// Whether the spans of the dates say something: years alone, or days alone, are but a scale.
  var hasUnevenDates: Bool {
    let lengths = points.map { $0.x.high - $0.x.low }
    guard let longest = lengths.max(), let shortest = lengths.min() else { return false }
    return !longest.isFinite || longest > shortest * 1.2
  }
}
