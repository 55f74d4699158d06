import AssayModel
import Testing

@Suite struct HeatChartTextTests {
  @Test func drawsShadesByRowAndColumn() throws {
    let columns = [Column("a", .text), Column("b", .text), Column("n", .number)]
    let rows: [[String?]] = [
      ["x", "one", "1"], ["x", "two", "4"], ["y", "one", "8"], ["z", "two", "0"],
    ]
    #expect(
      try ChartSample.text(.heat, columns, rows) == """
        a  one  two
        x  ░░   ▓▓
        y  ██
        z       ░░

        ░░ 0..2   ▒▒ 2..4   ▓▓ 4..6   ██ 6..8

        4 rows

        """)
  }

  @Test func drawsAColumnOfTheMapForEachOther() throws {
    let columns = [Column("a", .text), Column("n", .number), Column("m", .number)]
    let rows: [[String?]] = [["x", "1", "-1"], ["y", nil, "0.5"]]
    #expect(
      try ChartSample.text(.heat, columns, rows) == """
        a  n   m
        x  ██  ░░
        y      ██

        ░░ -1..-0.5   ▒▒ -0.5..0   ▓▓ 0..0.5   ██ 0.5..1

        2 rows

        """)
  }
}
