/// Which columns of the rows a chart draws, and as what; each is a place in the list of columns.
///
/// Chosen by their kinds alone, so that a chart that cannot be drawn is known before any row runs.
/// A truth value counts as a text.
package enum ChartColumns: Hashable, Sendable {
  case bar(label: Int, length: Int, series: Int?)
  case line(x: Int, y: Int, series: Int?)
  case timeline(label: Int, span: Int, lane: Int?)
  case heat(row: Int, column: Int, cell: Int)
  /// A map whose columns are columns of the rows.
  case wideHeat(row: Int, columns: [Int])
  case network(from: Int, to: Int, weight: Int?, label: Int?)

  /// The columns that a chart of this kind draws.
  ///
  /// Three texts are row, column and cell of a map, unless `isWide` says that each column but the
  /// first is one of the map.
  package init(
    for kind: ChartKind, in columns: [Column], isWide: Bool = false
  ) throws(ChartFault) {
    let roles = Roles(columns)
    let chosen: ChartColumns? =
      switch kind {
      case .bar: roles.bar
      case .line: roles.line
      case .timeline: roles.timeline
      case .heat: isWide ? roles.wideHeat : roles.heat
      case .network: roles.network
      }
    guard let chosen else { throw ChartFault(kind: kind, columns: columns) }
    self = chosen
  }

  /// The columns that say where in a document something stands: they measure nothing.
  ///
  /// They go in pairs; one alone is a column that somebody computed under such a name, or wants.
  package static func placings(_ columns: [Column]) -> Set<Int> {
    let names = columns.map(\.name)
    let pairs = [["paragraph", "sentence"], ["start", "end"]]
    let found = pairs.filter { $0.allSatisfy(names.contains) }.flatMap(\.self)
    return Set(columns.indices.filter { columns[$0].kind == .number && found.contains(names[$0]) })
  }

  /// The kind of chart that draws them.
  package var kind: ChartKind {
    switch self {
    case .bar: .bar
    case .line: .line
    case .timeline: .timeline
    case .heat, .wideHeat: .heat
    case .network: .network
    }
  }
}

/// Rows that a chart cannot draw.
package struct ChartFault: Error, Hashable, Sendable {
  package let kind: ChartKind
  package let columns: [Column]

  package init(kind: ChartKind, columns: [Column]) {
    self.kind = kind
    self.columns = columns
  }

  /// What is wanted and what there is, in one line without full stop.
  package var message: String {
    let names = columns.map(\.name).joined(separator: ", ")
    let there = columns.isEmpty ? "these rows have no columns" : "these rows have \(names)"
    return "`chart \(kind.rawValue)` needs \(kind.needs); \(there)"
  }
}

/// The places of the columns by what they can be in a chart.
private struct Roles {
  let all: [Int]
  let references: [Int]
  /// The column that says by what relation two things are joined.
  let relation: Int?
  /// The columns that say by their names that they are the ends of something.
  let ends: (from: Int, to: Int)?
  /// What an edge weighs: how many claims it stands for, or else the first amount.
  let weight: Int?
  let words: [Int]
  let dates: [Int]
  let numbers: [Int]
  let amounts: [Int]
  /// The columns that say where in a document something stands: they name a row and measure nothing.
  let placings: Set<Int>

  init(_ columns: [Column]) {
    func places(_ kinds: Set<CellKind>) -> [Int] {
      columns.indices.filter { kinds.contains(columns[$0].kind) }
    }
    all = Array(columns.indices)
    references = places([.reference])
    func place(of name: String, _ places: [Int]) -> Int? {
      places.first { columns[$0].name == name }
    }
    let (from, to) = (place(of: "from", references), place(of: "to", references))
    ends = from.flatMap { from in to.map { (from, $0) } }
    relation = columns.indices.first {
      columns[$0].name == "predicate" && columns[$0].kind == .reference
    }
    words = places([.text, .reference, .boolean])
    dates = places([.date])
    numbers = places([.number])
    let placings = ChartColumns.placings(columns)
    self.placings = placings
    amounts = places([.number, .figure]).filter { !placings.contains($0) }
    weight = amounts.first { columns[$0].name == "claims" } ?? amounts.first
  }

  /// Where nothing else names the bars, a number does: the year in `count by when.year`.
  var bar: ChartColumns? {
    let names = (words + dates).sorted()
    if let label = names.first, let length = amounts.first {
      return .bar(label: label, length: length, series: words.first { $0 != label })
    }
    guard names.isEmpty, let label = numbers.first,
      let length = amounts.first(where: { $0 != label })
    else { return nil }
    return .bar(label: label, length: length, series: nil)
  }

  var line: ChartColumns? {
    guard let x = dates.first ?? numbers.first,
      let y = amounts.first(where: { $0 > x }) ?? amounts.first(where: { $0 != x })
    else { return nil }
    return .line(x: x, y: y, series: words.first)
  }

  var timeline: ChartColumns? {
    guard let label = words.first, let span = dates.first else { return nil }
    return .timeline(label: label, span: span, lane: references.first { $0 != label })
  }

  var heat: ChartColumns? {
    let names = (words + dates).sorted()
    if all.count == 3, names.count == 2, let cell = amounts.first {
      return .heat(row: names[0], column: names[1], cell: cell)
    }
    if all.count == 3, words.count == 3 {
      return .heat(row: words[0], column: words[1], cell: words[2])
    }
    return wideHeat
  }

  var wideHeat: ChartColumns? {
    guard let row = words.first ?? dates.first else { return nil }
    // Words of a document are no map.
    let columns = all.filter { $0 != row }
    guard placings.isEmpty, !columns.isEmpty else { return nil }
    return .wideHeat(row: row, columns: columns)
  }

  var network: ChartColumns? {
    guard words.count > 1 else { return nil }
    let label = relation ?? (words.count == 3 ? words[2] : nil)
    return .network(
      from: ends?.from ?? words[0], to: ends?.to ?? words[1], weight: weight, label: label)
  }
}
