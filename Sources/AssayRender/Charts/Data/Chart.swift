import AssayModel
import AssayText

/// What a chart is drawn from, collected row by row, and the two ways of drawing it.
protocol Chart {
  /// What is drawn, in a few words.
  var title: String { get }
  /// Whether no row has given a mark.
  var isEmpty: Bool { get }
  /// What is not drawn.
  var notes: ChartNotes { get }
  /// Takes what it draws of a row.
  mutating func add(_ row: borrowing RowBuffer)
  /// The chart as lines for a terminal, none wider than the frame.
  func text(in frame: TextFrame) -> [String]
  /// One line for each mark, with its figures; for a reader to whom a drawing says nothing.
  var facts: [String] { get }
  /// Draws the chart below what the picture has so far.
  func draw(on picture: inout SVGPicture)
}

extension ChartColumns {
  /// The empty chart of rows with `columns`; `nil` if these are not the ones it was chosen for.
  func chart(of columns: [Column]) -> (any Chart)? {
    guard places.allSatisfy(columns.indices.contains) else { return nil }
    return switch self {
    case .bar(let label, let length, let series):
      BarChart(
        label: columns[label].cell(at: label), length: columns[length].cell(at: length),
        series: series.map { columns[$0].cell(at: $0) })
    case .line(let x, let y, let series):
      LineChart(
        x: columns[x].cell(at: x), y: columns[y].cell(at: y),
        series: series.map { columns[$0].cell(at: $0) })
    case .timeline(let label, let span, let lane):
      TimelineChart(
        label: columns[label].cell(at: label), span: columns[span].cell(at: span),
        lane: lane.map { columns[$0].cell(at: $0) })
    case .heat(let row, let column, let cell):
      HeatChart(
        row: columns[row].cell(at: row), column: columns[column].cell(at: column),
        cell: columns[cell].cell(at: cell))
    case .wideHeat(let row, let cells):
      HeatChart(
        row: columns[row].cell(at: row), cells: cells.map { columns[$0].cell(at: $0) })
    case .network(let from, let to, let weight, let label):
      NetworkChart(
        from: columns[from].cell(at: from), to: columns[to].cell(at: to),
        weight: weight.map { columns[$0].cell(at: $0) },
        label: label.map { columns[$0].cell(at: $0) })
    }
  }

  private var places: [Int] {
    switch self {
    case .bar(let label, let length, let series): [label, length] + (series.map { [$0] } ?? [])
    case .line(let x, let y, let series): [x, y] + (series.map { [$0] } ?? [])
    case .timeline(let label, let span, let lane): [label, span] + (lane.map { [$0] } ?? [])
    case .heat(let row, let column, let cell): [row, column, cell]
    case .wideHeat(let row, let columns): [row] + columns
    case .network(let from, let to, let weight, let label):
      [from, to] + (weight.map { [$0] } ?? []) + (label.map { [$0] } ?? [])
    }
  }
}

extension Column {
  fileprivate func cell(at place: Int) -> ChartCell {
    ChartCell(place: place, name: VisibleText.of(name), kind: kind)
  }
}
