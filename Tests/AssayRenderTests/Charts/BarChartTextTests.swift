import AssayModel
import Testing

@Suite struct BarChartTextTests {
  @Test func drawsNumbersFromZero() throws {
    let columns = [Column("source", .reference), Column("claims", .number)]
    let rows: [[String?]] = [
      ["el-comercio", "12"], ["reuters", "7"], ["orinoco", "0"], ["x", "0.1"],
    ]
    #expect(
      try ChartSample.text(.bar, columns, rows) == """
        source       claims
        el-comercio      12 │███████████████████████████████▎
        reuters           7 │██████████████████▎
        orinoco           0 │
        x               0.1 │▎
                            └────────────┬────────────┬────────────┬
                            0            5            10          15

        4 rows

        """)
    #expect(
      try ChartSample.text(.bar, columns, rows, isASCII: true) == """
        source       claims
        el-comercio      12 |###############################
        reuters           7 |##################
        orinoco           0 |
        x               0.1 |#
                            +------------+------------+------------+
                            0            5            10          15

        4 rows

        """)
  }

  @Test func drawsFiguresWithTheirBounds() throws {
    let columns = [Column("event", .text), Column("value", .figure)]
    let rows: [[String?]] = [
      ["north", "84 people"], ["south", ">= 50 people"], ["east", "30..60 people"],
      ["west", "~ 40 people"], ["sea", "<= 20 people"], ["air", "3 t"], ["land", "500 kg"],
    ]
    #expect(
      try ChartSample.text(.bar, columns, rows) == """
        event          value  people
        north      84 people │██████████████████████████████▎
        south   >= 50 people │██████████████████─▶
        east   30..60 people │██████████▊░░░░░░░░░░░
        west     ~ 40 people │█████████████░░░
        sea     <= 20 people │░░░░░░░░
                             └─────────────────┬─────────────────┬──
                             0                 50               100

        event   value  t
        air       3 t │█████████████████████████████████████████████
        land   500 kg │███████▌
                      └──────────────┬──────────────┬──────────────┬
                      0              1              2              3

        7 rows

        """)
    #expect(
      try ChartSample.text(.bar, columns, rows, isASCII: true) == """
        event          value  people
        north      84 people |##############################
        south   >= 50 people |##################->
        east   30..60 people |###########-----------
        west     ~ 40 people |#############---
        sea     <= 20 people |--------
                             +-----------------+-----------------+--
                             0                 50               100

        event   value  t
        air       3 t |#############################################
        land   500 kg |########
                      +--------------+--------------+--------------+
                      0              1              2              3

        7 rows

        """)
  }

  @Test func drawsNumbersBelowZero() throws {
    let columns = [Column("source", .reference), Column("claims", .number)]
    let rows: [[String?]] = [["gain", "5"], ["loss", "-10"], ["half", "-2.5"]]
    #expect(
      try ChartSample.text(.bar, columns, rows) == """
        source  claims
        gain         5                              │███████████████
        loss       -10 █████████████████████████████│
        half      -2.5                       ███████│
                       ┬─────────────┬──────────────┼──────────────┬
                       -10           -5             0              5

        3 rows

        """)
    #expect(
      try ChartSample.text(.bar, columns, rows, isASCII: true) == """
        source  claims
        gain         5                              |###############
        loss       -10 #############################|
        half      -2.5                       #######|
                       +-------------+--------------+--------------+
                       -10           -5             0              5

        3 rows

        """)
  }

  @Test func drawsOneNameTogether() throws {
    let columns = [Column("who", .text), Column("kind", .text), Column("n", .number)]
    let rows: [[String?]] = [["a", "x", "2"], ["b", "x", "4"], ["a", "y", "8"]]
    #expect(
      try ChartSample.text(.bar, columns, rows) == """
        who  kind  n
        a    x     2 │███████████▌
             y     8 │██████████████████████████████████████████████
        b    x     4 │███████████████████████
                     └───────────┬──────────┬───────────┬──────────┬
                     0           2          4           6          8

        3 rows

        """)
    #expect(
      try ChartSample.text(.bar, columns, rows, isASCII: true) == """
        who  kind  n
        a    x     2 |############
             y     8 |##############################################
        b    x     4 |#######################
                     +-----------+----------+-----------+----------+
                     0           2          4           6          8

        3 rows

        """)
  }

  @Test func drawsFiguresOpenBelow() throws {
    let columns = [Column("what", .text), Column("n", .figure)]
    let rows: [[String?]] = [["debt", "<= -3 USD"], ["range", "-4..2 USD"], ["gain", "> 1 USD"]]
    #expect(
      try ChartSample.text(.bar, columns, rows) == """
        what           n  USD
        debt   <= -3 USD       ◀─███████████████████│
        range  -4..2 USD   ░░░░░░░░░░░░░░░░░░░░░░░░░│░░░░░░░░░░░░░
        gain     > 1 USD                            │██████▌─▶
                         ──┬───────────┬────────────┼────────────┬──
                           -4          -2           0            2

        3 rows

        """)
  }

  @Test func drawsMillionsInTheHead() throws {
    let columns = [Column("what", .text), Column("n", .number)]
    let rows: [[String?]] = [["a", "2500000"], ["b", "1000000"]]
    #expect(
      try ChartSample.text(.bar, columns, rows) == """
        what        n  million
        a     2500000 │█████████████████████████████████████████████
        b     1000000 │██████████████████
                      └────────┬────────┬────────┬────────┬────────┬
                      0       0.5       1       1.5       2      2.5

        2 rows

        """)
  }
}
