import AssayModel

/// Bars from zero, in the order of the rows; bars of one name stand together.
///
/// Amounts of different dimensions do not share an axis: each has a panel of its own.
struct BarChart: Chart {
  struct Bar {
    let label: Int
    let series: Int?
    let amount: Amount
  }

  /// The bars of one dimension, counted in the unit that came first.
  struct Panel {
    let unit: Unit
    var bars: [Bar] = []
  }

  static let limit = 2000
  static let panelLimit = 8

  let label: ChartCell
  let length: ChartCell
  let series: ChartCell?
  private(set) var labels = NameList()
  private(set) var seriesNames = NameList()
  private(set) var notes = ChartNotes()
  private var collected: [Panel] = []
  private var count = 0

  init(label: ChartCell, length: ChartCell, series: ChartCell?) {
    (self.label, self.length, self.series) = (label, length, series)
  }

  var title: String {
    "\(length.name) by \(label.name)" + (series.map { " and \($0.name)" } ?? "")
  }

  var isEmpty: Bool { count == 0 }

  /// The panels, bars of one name together.
  var panels: [Panel] {
    guard series != nil else { return collected }
    return collected.map { panel in
      var groups: [[Bar]] = Array(repeating: [], count: labels.count)
      for bar in panel.bars { groups[bar.label].append(bar) }
      return Panel(unit: panel.unit, bars: groups.flatMap { $0 })
    }
  }

  mutating func add(_ row: borrowing RowBuffer) {
    let amount: Amount
    switch length.amount(in: row) {
    case .nothing(let reason): return notes.leaveOut(reason)
    case .value(let value): amount = value
    }
    guard count < Self.limit else { return notes.cut("bars", limit: Self.limit) }
    let panel = collected.firstIndex { $0.unit.dimension == amount.quantity.unit.dimension }
    guard panel != nil || collected.count < Self.panelLimit else {
      return notes.leaveOut("in more than \(Self.panelLimit) units")
    }
    guard let name = labels.place(adding: label.name(in: row), limit: Self.limit) else { return }
    count += 1
    let group = series.flatMap { cell in
      seriesNames.place(adding: cell.name(in: row), limit: Self.limit)
    }
    if panel == nil { collected.append(Panel(unit: amount.quantity.unit)) }
    collected[panel ?? collected.count - 1].bars.append(
      Bar(label: name, series: group, amount: amount))
  }
}

extension BarChart.Panel {
  /// The ends of the bars, in the panel's unit.
  var extents: [Extent] { bars.map { $0.amount.extent(in: unit) } }

  /// An axis that has zero and every known end on it.
  func axis(_ extents: [Extent], ticks: Int) -> Axis {
    let ends = extents.flatMap(\.finite)
    return .numbers(from: min(ends.min() ?? 0, 0), to: max(ends.max() ?? 0, 0), ticks: ticks)
  }
}
