import AssayModel
import Testing

@Suite struct ChartColumnsTests {
  typealias Row = (kind: ChartKind, columns: [CellKind], chosen: ChartColumns?)

  static let table: [Row] = [
    (.bar, [.text, .number], .bar(label: 0, length: 1, series: nil)),
    (.bar, [.number, .text], .bar(label: 1, length: 0, series: nil)),
    (.bar, [.reference, .figure], .bar(label: 0, length: 1, series: nil)),
    (.bar, [.boolean, .number], .bar(label: 0, length: 1, series: nil)),
    (.bar, [.date, .number], .bar(label: 0, length: 1, series: nil)),
    (.bar, [.text, .text, .number], .bar(label: 0, length: 2, series: 1)),
    (.bar, [.date, .text, .number], .bar(label: 0, length: 2, series: 1)),
    (.bar, [.text, .date, .number], .bar(label: 0, length: 2, series: nil)),
    (.bar, [.text, .figure, .number], .bar(label: 0, length: 1, series: nil)),
    (.bar, [.number, .number], .bar(label: 0, length: 1, series: nil)),
    (.bar, [.figure, .number], .bar(label: 1, length: 0, series: nil)),
    (.bar, [.number], nil), (.bar, [.text], nil), (.bar, [.text, .date], nil),
    (.bar, [.figure, .figure], nil), (.bar, [], nil),
    (.line, [.date, .number], .line(x: 0, y: 1, series: nil)),
    (.line, [.number, .date], .line(x: 1, y: 0, series: nil)),
    (.line, [.number, .number], .line(x: 0, y: 1, series: nil)),
    (.line, [.number, .figure], .line(x: 0, y: 1, series: nil)),
    (.line, [.figure, .number], .line(x: 1, y: 0, series: nil)),
    (.line, [.number, .date, .figure], .line(x: 1, y: 2, series: nil)),
    (.line, [.text, .date, .number], .line(x: 1, y: 2, series: 0)),
    (.line, [.date, .number, .boolean, .text], .line(x: 0, y: 1, series: 2)),
    (.line, [.date], nil), (.line, [.number], nil), (.line, [.figure, .figure], nil),
    (.line, [.text, .number], nil), (.line, [.date, .date], nil), (.line, [], nil),
    (.timeline, [.text, .date], .timeline(label: 0, span: 1, lane: nil)),
    (.timeline, [.date, .reference], .timeline(label: 1, span: 0, lane: nil)),
    (.timeline, [.text, .date, .date, .reference], .timeline(label: 0, span: 1, lane: 3)),
    (.timeline, [.boolean, .number, .date], .timeline(label: 0, span: 2, lane: nil)),
    (.timeline, [.date], nil), (.timeline, [.text], nil), (.timeline, [.number, .date], nil),
    (.timeline, [], nil),
    (.heat, [.text, .text, .number], .heat(row: 0, column: 1, cell: 2)),
    (.heat, [.number, .text, .reference], .heat(row: 1, column: 2, cell: 0)),
    (.heat, [.date, .text, .figure], .heat(row: 0, column: 1, cell: 2)),
    (.heat, [.text, .text, .text], .heat(row: 0, column: 1, cell: 2)),
    (.heat, [.text, .number], .wideHeat(row: 0, columns: [1])),
    (.heat, [.number, .text], .wideHeat(row: 1, columns: [0])),
    (.heat, [.text, .text], .wideHeat(row: 0, columns: [1])),
    (.heat, [.date, .number, .number], .wideHeat(row: 0, columns: [1, 2])),
    (.heat, [.text, .text, .text, .text], .wideHeat(row: 0, columns: [1, 2, 3])),
    (.heat, [.text], nil), (.heat, [.number, .number], nil), (.heat, [], nil),
    (.network, [.text, .text], .network(from: 0, to: 1, weight: nil, label: nil)),
    (.network, [.reference, .number, .reference], .network(from: 0, to: 2, weight: 1, label: nil)),
    (
      .network, [.text, .text, .text, .figure, .number],
      .network(from: 0, to: 1, weight: 3, label: 2)
    ),
    (.network, [.text], nil), (.network, [.text, .number], nil), (.network, [.date, .text], nil),
    (.network, [], nil),
  ]

  private static func columns(_ kinds: [CellKind]) -> [Column] {
    kinds.enumerated().map { Column("\($0.element)\($0.offset)", $0.element) }
  }

  @Test(arguments: table)
  func areChosenByTheirKinds(row: Row) throws {
    let columns = Self.columns(row.columns)
    guard let chosen = row.chosen else {
      #expect(throws: ChartFault(kind: row.kind, columns: columns)) {
        try ChartColumns(for: row.kind, in: columns)
      }
      return
    }
    #expect(try ChartColumns(for: row.kind, in: columns) == chosen)
    #expect(chosen.kind == row.kind)
  }

  @Test func threeTextsOfAWideMapAreARowAndItsColumns() throws {
    let columns = Self.columns([.text, .text, .text])
    #expect(
      try ChartColumns(for: .heat, in: columns, isWide: true)
        == .wideHeat(row: 0, columns: [1, 2]))
    #expect(throws: ChartFault(kind: .heat, columns: [])) {
      try ChartColumns(for: .heat, in: [], isWide: true)
    }
  }

  static let messages: [(kind: ChartKind, columns: [CellKind], message: String)] = [
    (
      .bar, [.text],
      "`chart bar` needs a text, a reference or a date, and a number or a figure; "
        + "these rows have text0"
    ),
    (
      .line, [.text, .number],
      "`chart line` needs a date or a number, and another number or a figure; "
        + "these rows have text0, number1"
    ),
    (
      .timeline, [.date, .figure],
      "`chart timeline` needs a text or a reference, and a date; these rows have date0, figure1"
    ),
    (
      .heat, [.boolean],
      "`chart heat` needs a text or a reference, and at least one more column; "
        + "these rows have boolean0"
    ),
    (.network, [], "`chart network` needs two texts or references; these rows have no columns"),
  ]

  @Test(arguments: messages)
  func faultsSayWhatIsWantedAndWhatThereIs(
    kind: ChartKind, columns: [CellKind], message: String
  ) {
    #expect(ChartFault(kind: kind, columns: Self.columns(columns)).message == message)
  }

  @Test func everyKindHasAFault() {
    #expect(Set(Self.messages.map(\.kind)) == Set(ChartKind.allCases))
  }
}
