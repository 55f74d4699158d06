import AssayModel
import Testing

@Suite struct NetworkChartTextTests {
  @Test func drawsNeighboursUnderEachNode() throws {
    let columns = [Column("a", .text), Column("b", .text)]
    let rows: [[String?]] = [["x", "y"], ["x", "z"], ["y", "x"], ["z", "z"]]
    #expect(
      try ChartSample.text(.network, columns, rows) == """
        3 nodes, 4 edges

        x  (1 in)
        ├─▶ y
        └─▶ z

        y  (1 in)
        └─▶ x

        z  (2 in)
        └─▶ z

        4 rows

        """)
  }

  @Test func drawsWeightsOfOneEdgeAdded() throws {
    let columns = [Column("a", .text), Column("b", .text), Column("n", .number)]
    let rows: [[String?]] = [
      ["x", "y", "1"], ["x", "z", "4"], ["y", "x", "8"], ["x", "y", "2.5"],
    ]
    #expect(
      try ChartSample.text(.network, columns, rows) == """
        3 nodes, 3 edges

        x  (1 in)
        ├─▶ y  3.5
        └─▶ z  4

        y  (1 in)
        └─▶ x  8

        4 rows

        """)
  }
}
