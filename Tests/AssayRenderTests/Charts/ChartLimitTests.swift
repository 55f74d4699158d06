import AssayModel
import AssayRender
import Testing

/// What is not drawn is counted below the chart.
@Suite struct ChartLimitTests {
  static let bars = [Column("name", .text), Column("n", .number)]
  static let figures = [Column("name", .text), Column("n", .figure)]
  static let points = [Column("when", .date), Column("n", .number)]
  static let lines = [Column("x", .number), Column("n", .figure), Column("s", .text)]
  static let spans = [Column("name", .text), Column("when", .date)]
  static let cells = [Column("a", .text), Column("b", .text), Column("n", .number)]
  static let words = [Column("a", .text), Column("b", .text), Column("said", .text)]
  static let wide = [Column("a", .text)] + (0..<402).map { Column("n\($0)", .number) }
  static let edges = [Column("from", .text), Column("to", .text)]

  private static func rows(_ count: Int, _ row: (Int) -> [String?]) -> [[String?]] {
    (0..<count).map(row)
  }

  typealias Case = (kind: ChartKind, columns: [Column], rows: [[String?]], note: String)

  static let reasons: [Case] = [
    (.bar, bars, [["a", nil], ["b", "1"]], "not drawn: 1 row, `n` is missing"),
    (.bar, bars, [["a", ""], ["b", nil]], "not drawn: 2 rows, `n` is missing"),
    (
      .bar, bars, [["a", "nan"], ["b", "1"], ["c", "0x1"]],
      "not drawn: 2 rows, `n` is no number that can be drawn"
    ),
    (
      .bar, figures, [["a", "1 t"], ["b", "t"]],
      "not drawn: 1 row, `n` is no number that can be drawn"
    ),
    (.line, points, [["soon", "1"], ["2012", "1"]], "not drawn: 1 row, `when` is no date"),
    (.line, points, [[nil, "1"], ["2012", "1"]], "not drawn: 1 row, `when` is missing"),
    (.timeline, spans, [["a", nil], ["b", "2012"]], "not drawn: 1 row, `when` is missing"),
    (.timeline, spans, [["a", "2012-13"], ["b", "2012"]], "not drawn: 1 row, `when` is no date"),
    (
      .heat, cells, [["a", "b", "1"], ["a", "b", "2"]],
      "not drawn: 1 row, the cell is taken by a row before"
    ),
    (.network, edges, [[nil, "b"], ["a", "b"]], "not drawn: 1 row, `from` is missing"),
    (.network, edges, [["a", nil], ["a", ""]], "not drawn: 2 rows, `to` is missing"),
  ]
  static let limits: [Case] = [
    (
      .bar, bars, rows(2003) { ["a\($0)", "1"] },
      "only the first 2000 bars are drawn; 3 more are not"
    ),
    (
      .bar, bars, rows(2001) { ["a\($0)", "1"] },
      "only the first 2000 bars are drawn; 1 more is not"
    ),
    (
      .bar, figures, rows(10) { ["a\($0)", "1 unit\($0)"] },
      "not drawn: 2 rows, in more than 8 units"
    ),
    (
      .line, points, rows(20_002) { ["2012", "\($0)"] },
      "only the first 20000 points are drawn; 2 more are not"
    ),
    (
      .line, lines, rows(14) { ["\($0)", "1 t", "s\($0)"] },
      "not drawn: 2 rows, past the first 12 of `s`"
    ),
    (
      .line, lines, rows(10) { ["\($0)", "1 unit\($0)", "s"] },
      "not drawn: 2 rows, in more than 8 units"
    ),
    (
      .timeline, spans, rows(2003) { ["a\($0)", "2012"] },
      "only the first 2000 spans are drawn; 3 more are not"
    ),
    (
      .heat, cells, rows(2002) { ["a\($0)", "b", "1"] },
      "only the first 2000 rows of the map are drawn; 2 more are not"
    ),
    (
      .heat, cells, rows(402) { ["a", "b\($0)", "1"] },
      "not drawn: 2 rows, past the first 400 of `b`"
    ),
    (
      .heat, cells, rows(20_200) { ["a\($0 / 101)", "b\($0 % 101)", "1"] },
      "only the first 20000 cells are drawn; 200 more are not"
    ),
    (
      .heat, words, rows(42) { ["a\($0)", "b", "w\($0)"] },
      "not drawn: 2 rows, past the first 40 words"
    ),
    (
      .heat, wide, [["a"] + Array(repeating: "1", count: 402)],
      "only the first 400 columns are drawn; 2 more are not"
    ),
    (
      .network, edges, rows(155) { ["a\($0)", "b\($0)"] },
      "not drawn: 5 rows, past the first 300 nodes"
    ),
    (
      .network, edges, rows(2005) { ["a\($0 / 50)", "b\($0 % 50)"] },
      "only the first 2000 edges are drawn; 5 more are not"
    ),
  ]

  @Test(arguments: (reasons + limits).indices)
  func aNoteSaysHowMany(index: Int) throws {
    let (kind, columns, rows, note) = (Self.reasons + Self.limits)[index]
    let lines = try ChartSample.text(kind, columns, rows).split(separator: "\n")
    #expect(lines.filter { $0 == note }.count == 1, "\(lines.suffix(3))")
    #expect(lines.last.map(String.init) == "\(rows.count) row\(rows.count == 1 ? "" : "s")")
  }

  @Test(arguments: reasons.indices)
  func aPictureSaysItToo(index: Int) throws {
    let (kind, columns, rows, note) = Self.reasons[index]
    #expect(try ChartSample.picture(kind, columns, rows).contains(" \(note). "))
  }

  /// At the limits themselves nothing is left out, and nothing is said.
  static let full: [(kind: ChartKind, columns: [Column], rows: [[String?]])] = [
    (.bar, bars, rows(2000) { ["a\($0)", "1"] }),
    (.bar, figures, rows(8) { ["a\($0)", "1 unit\($0)"] }),
    (.line, points, rows(20_000) { ["2012", "\($0)"] }),
    (.line, lines, rows(12) { ["\($0)", "1 t", "s\($0)"] }),
    (.timeline, spans, rows(2000) { ["a\($0)", "2012"] }),
    (.heat, cells, rows(2000) { ["a\($0)", "b", "1"] }),
    (.heat, cells, rows(400) { ["a", "b\($0)", "1"] }),
    (.heat, words, rows(40) { ["a\($0)", "b", "w\($0)"] }),
    (.network, edges, rows(150) { ["a\($0)", "b\($0)"] }),
    (.network, edges, rows(2000) { ["a\($0 / 50)", "b\($0 % 50)"] }),
  ]

  @Test(arguments: full.indices)
  func nothingIsSaidAtTheLimit(index: Int) throws {
    let (kind, columns, rows) = Self.full[index]
    let text = try ChartSample.text(kind, columns, rows)
    #expect(!text.contains("not drawn: "))
    #expect(!text.contains("only the first "))
  }
}
