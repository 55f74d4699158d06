import AssayModel

/// Dates as spans along one axis, in the order of the rows, or lane after lane.
struct TimelineChart: Chart {
  struct Mark {
    let label: String
    let date: PartialDate
    let lane: Int?

    var extent: Extent { date.extent }
    /// Whether the words themselves doubt the date: `2012~`, `2012?`.
    var isDoubtful: Bool { date.words?.utf8.contains { $0 == 0x7E || $0 == 0x3F } ?? false }
  }

  static let limit = 2000

  let label: ChartCell
  let span: ChartCell
  let lane: ChartCell?
  private(set) var lanes = NameList()
  private(set) var notes = ChartNotes()
  private var collected: [Mark] = []

  init(label: ChartCell, span: ChartCell, lane: ChartCell?) {
    (self.label, self.span, self.lane) = (label, span, lane)
  }

  var title: String {
    "\(span.name) of \(label.name)" + (lane.map { " by \($0.name)" } ?? "")
  }

  var isEmpty: Bool { collected.isEmpty }

  /// More lanes than this are as many as the marks: nothing is told apart by them.
  private static let mostLanes = 8

  /// Whether the lanes are told apart.
  var hasLanes: Bool { lane != nil && lanes.count <= Self.mostLanes }

  /// The marks, those of one lane together.
  var marks: [Mark] {
    guard hasLanes else {
      return collected.map { Mark(label: $0.label, date: $0.date, lane: nil) }
    }
    var groups: [[Mark]] = Array(repeating: [], count: lanes.count)
    for mark in collected { groups[mark.lane ?? 0].append(mark) }
    return groups.flatMap { $0 }
  }

  mutating func add(_ row: borrowing RowBuffer) {
    switch span.date(in: row) {
    case .nothing(let reason): notes.leaveOut(reason)
    case .value(let date):
      guard collected.count < Self.limit else { return notes.cut("spans", limit: Self.limit) }
      let group = lane.flatMap { lanes.place(adding: $0.name(in: row), limit: Self.limit) }
      collected.append(Mark(label: label.name(in: row), date: date, lane: group))
    }
  }
}

extension PartialDate {
  /// The days as a stretch of an axis of days; the last day belongs to it.
  var extent: Extent {
    let low = first <= CalendarDay.beginning ? -Double.infinity : Double(first)
    let high = last >= CalendarDay.end ? Double.infinity : Double(last) + 1
    let middle = !low.isFinite ? (high.isFinite ? high : 0) : !high.isFinite ? low : nil
    return Extent(low: low, high: high, middle: middle ?? (low + high) / 2)
  }
}
