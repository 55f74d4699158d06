import AssayModel

/// Nodes by name and the edges between them; edges of two nodes in one direction are one edge.
struct NetworkChart: Chart {
  struct Edge {
    let from: Int
    let to: Int
    /// The words of the weight; of several rows, their sum if they are bare numbers.
    var weight: Amount?
    var labels: [String]
    var rowCount = 1
  }

  static let nodeLimit = 300
  static let edgeLimit = 2000

  private let from: ChartCell
  private let to: ChartCell
  private let weight: ChartCell?
  private let label: ChartCell?
  private(set) var nodes = NameList()
  private(set) var edges: [Edge] = []
  private(set) var notes = ChartNotes()
  private var places: [[Int]: Int] = [:]

  init(from: ChartCell, to: ChartCell, weight: ChartCell?, label: ChartCell?) {
    (self.from, self.to, self.weight, self.label) = (from, to, weight, label)
  }

  var title: String { "\(from.name) and \(to.name)" }

  var isEmpty: Bool { edges.isEmpty }

  mutating func add(_ row: borrowing RowBuffer) {
    guard let start = from.words(in: row) else {
      return notes.leaveOut("`\(from.name)` is missing")
    }
    guard let end = to.words(in: row) else { return notes.leaveOut("`\(to.name)` is missing") }
    let new = Set([start, end]).filter { nodes.place(of: $0) == nil }.count
    guard nodes.count + new <= Self.nodeLimit,
      let first = nodes.place(adding: start, limit: Self.nodeLimit),
      let second = nodes.place(adding: end, limit: Self.nodeLimit)
    else { return notes.leaveOut("past the first \(Self.nodeLimit) nodes") }
    var amount: Amount?
    if let weight, weight.words(in: row) != nil {
      switch weight.amount(in: row) {
      case .value(let value): amount = value
      case .nothing: break  // an edge without weight is an edge all the same
      }
    }
    let words = label?.words(in: row)
    if let known = places[[first, second]] {
      edges[known].merge(amount, words)
    } else if edges.count < Self.edgeLimit {
      places[[first, second]] = edges.count
      edges.append(
        Edge(from: first, to: second, weight: amount, labels: words.map { [$0] } ?? []))
    } else {
      notes.cut("edges", limit: Self.edgeLimit)
    }
  }
}

extension NetworkChart.Edge {
  fileprivate mutating func merge(_ amount: Amount?, _ label: String?) {
    rowCount += 1
    if let label, !labels.contains(label) { labels.append(label) }
    guard let amount else { return }
    guard let known = weight else {
      weight = amount
      return
    }
    let (one, other) = (known.quantity, amount.quantity)
    guard one.unit == other.unit, one.bound == .exactly, other.bound == .exactly else {
      // What has no sum is told beside it.
      if !labels.contains(amount.words) { labels.append(amount.words) }
      return
    }
    let sum = one.number + other.number
    let words =
      one.unit == .none
      ? Numeral.decimal(sum, digits: 12) : Quantity(sum, one.unit).description
    weight = Amount(words, one.unit == .none ? .number : .figure) ?? weight
  }

  /// Weight and labels, as they stand behind the edge.
  var words: String {
    ([weight?.words].compactMap { $0 } + labels).joined(separator: ", ")
  }
}
