import AssayModel
import Testing

@Suite struct LineChartTextTests {
  /// The highest and the lowest point have room for the arrow at their open end.
  static let open: [(first: String, second: String, arrow: Character)] = [
    ("0 t", ">= 10 t", "▲"), (">= 0 t", "0 t", "▲"), ("<= 0 t", "10 t", "▼"),
    ("<= -5 t", "-1 t", "▼"), ("<= 0 t", "0 t", "▼"), (">= 1 t", "1 t", "▲"),
  ]

  @Test(arguments: open)
  func showsOpenEnds(first: String, second: String, arrow: Character) throws {
    let columns = [Column("when", .date), Column("n", .figure)]
    for width in [40, 60, 120] {
      let text = try ChartSample.text(
        .line, columns, [["2012", first], ["2013", second]], width: width)
      #expect(text.contains(arrow))
    }
  }

  @Test func drawsYears() throws {
    let columns = [Column("when", .date), Column("claims", .number)]
    let rows: [[String?]] = [
      ["2010", "4"], ["2011", "9"], ["2012", "2"], ["2013", "12"], ["2014", "5"],
    ]
    #expect(
      try ChartSample.text(.line, columns, rows) == """
        claims
        15 ┼
           │
           │                                      ⢠●⡀
           │                                     ⡰⠁ ⠈⠢⡀
        10 ┼                ●                  ⢀⠜     ⠈⠢⡀
           │             ⢀⠤⠊⠁⠑⢄               ⡠⠃        ⠈⠢⡀
           │          ⢀⠤⠊⠁     ⠑⢄            ⡔⠁           ⠈⠢⡀
         5 ┼       ⢀⡠⠒⠁          ⠑⠤⡀       ⢀⠎               ⠈⠢●
           │     ●⠒⠁               ⠈⠢⡀    ⡠⠃
           │                         ⠈⠢⡀⢀⠜
           │                           ⠈●
         0 ┼
           └┬─────────────────────┬─────────────────────┬───────────
           2010                  2012                  2014
                                                                when

        5 rows

        """)
    #expect(
      try ChartSample.text(.line, columns, rows, isASCII: true) == """
        claims
        15 +
           |
           |                                       *.
           |                                     ..  ..
        10 +               .*                   .      ..
           |            ...  ..                .         ..
           |          ..       ..            ..            ..
         5 +       ...           ..         .                .*
           |     *.                ..      .
           |                         ..  ..
           |                           .*
         0 +
           ++---------------------+---------------------+-----------
           2010                  2012                  2014
                                                                when

        5 rows

        """)
  }

  @Test func drawsDaysWithBounds() throws {
    let columns = [Column("when", .date), Column("n", .figure)]
    let rows: [[String?]] = [
      ["2012-03-15", "5..15 t"], ["2012-03-01", "20 t"], ["2012-03-08", ">= 10 t"],
    ]
    #expect(
      try ChartSample.text(.line, columns, rows) == """
        n (t)
        20 ┼  ●⠒⠤⣀
           │      ⠉⠒⠤⢄⡀
           │          ⠈⠑⠢⢄⡀
        15 ┼              ⠈⠉⠒⠤⣀                                  │
           │                   ⠉⠒⠤⢄⡀                             │
           │                       ⠈⠑⠢⢄⡀▲                        │
        10 ┼                           ⠈●⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉●
           │                                                     │
         5 ┼                                                     │
           │
           │
         0 ┼
           └┬─────────────────────────┬─────────────────────────┬───
           2012-03-01             2012-03-08              2012-03-15
                                                                when

        3 rows

        """)
    #expect(
      try ChartSample.text(.line, columns, rows, isASCII: true) == """
        n (t)
        20 +  *..
           |     ....
           |         ....
        15 +             .....                                   |
           |                  ....                               |
           |                      ....  ^                        |
        10 +                          ..*........................*
           |                                                     |
         5 +                                                     |
           |
           |
         0 +
           ++-------------------------+------------------------+----
           2012-03-01             2012-03-08              2012-03-15
                                                                when

        3 rows

        """)
  }

  @Test func drawsTwoSeries() throws {
    let columns = [Column("x", .number), Column("y", .number), Column("s", .text)]
    let rows: [[String?]] = [
      ["0", "0", "up"], ["10", "10", "up"], ["0", "10", "down"], ["10", "0", "down"],
    ]
    #expect(
      try ChartSample.text(.line, columns, rows) == """
        y
        10 ┼○⠒⠤⣀⡀                                              ⢀⣀⠤⠒●
           │    ⠈⠑⠢⠤⣀                                      ⣀⠤⠔⠊⠁
           │         ⠉⠑⠢⢄⣀                            ⣀⡠⠔⠊⠉
           │              ⠉⠒⠤⢄⡀                  ⢀⡠⠤⠒⠉
           │                  ⠈⠑⠒⠤⣀⡀        ⢀⣀⠤⠒⠊⠁
           │                       ⠈⠑⠢⠤⣀⣀⠤⠔⠊⠁
         5 ┼                       ⢀⡠⠔⠒⠉⠉⠒⠢⢄⡀
           │                  ⢀⡠⠤⠒⠉⠁        ⠈⠉⠒⠤⢄⡀
           │              ⣀⠤⠒⠊⠁                  ⠈⠑⠒⠤⣀
           │         ⣀⡠⠔⠊⠉                            ⠉⠑⠢⢄⣀
           │    ⢀⡠⠔⠒⠉                                      ⠉⠒⠢⢄⡀
         0 ┼●⠤⠒⠉⠁                                              ⠈⠉⠒⠤○
           └┬──────────┬──────────┬──────────┬──────────┬──────────┬
            0          2          4          6          8         10
                                                                   x

        ● up  ○ down

        4 rows

        """)
    #expect(
      try ChartSample.text(.line, columns, rows, isASCII: true) == """
        y
        10 +o..                                                  ..*
           |   .....                                        .....
           |        .....                              .....
           |             .....                    .....
           |                  .....          .....
           |                       ..........
         5 +                       ..........
           |                  .....          .....
           |             .....                    .....
           |        .....                              .....
           |   .....                                        .....
         0 +*..                                                  ..o
           ++----------+----------+----------+----------+----------+
            0          2          4          6          8         10
                                                                   x

        * up  o down

        4 rows

        """)
  }
}
