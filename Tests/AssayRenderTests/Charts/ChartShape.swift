import AssayModel
import Testing

/// Columns that a kind of chart draws, for rows that are made by the hundred.
struct ChartShape: CustomTestStringConvertible, Sendable {
  let kind: ChartKind
  let columns: [Column]

  init(_ kind: ChartKind, _ kinds: CellKind...) {
    self.kind = kind
    columns = kinds.enumerated().map { Column("c\($0.offset)", $0.element) }
  }

  var testDescription: String { "\(kind) of \(columns.map(\.kind))" }

  /// Each kind with its least and its most columns.
  static let all: [ChartShape] = [
    ChartShape(.bar, .text, .number), ChartShape(.bar, .text, .figure, .text),
    ChartShape(.bar, .date, .number), ChartShape(.line, .date, .number),
    ChartShape(.line, .number, .figure, .text), ChartShape(.line, .date, .figure, .reference),
    ChartShape(.timeline, .text, .date), ChartShape(.timeline, .reference, .date, .text),
    ChartShape(.heat, .text, .text, .number), ChartShape(.heat, .text, .text, .text),
    ChartShape(.heat, .text, .number, .figure, .boolean), ChartShape(.network, .text, .text),
    ChartShape(.network, .text, .reference, .figure, .text),
  ]

  /// So many rows, no two alike; a cell is `odd` wherever `isOdd` says so of its column.
  func rows(
    _ count: Int, odd: String? = nil, where isOdd: (CellKind) -> Bool = { _ in false }
  ) -> [[String?]] {
    (0..<count).map { row in
      columns.enumerated().map { place, column in
        isOdd(column.kind) ? odd : usual(column.kind, row + place * 7)
      }
    }
  }

  private func usual(_ kind: CellKind, _ number: Int) -> String {
    switch kind {
    case .text, .reference: "name-\(number * 31 % 97)"
    case .number: "\(number * 37 % 101 - 20)"
    case .boolean: number % 2 == 0 ? "true" : "false"
    case .date: "\(1900 + number % 120)"
    case .figure: ["\(number) t", ">= \(number) kg", "\(number)..\(number + 9) t"][number % 3]
    }
  }
}
