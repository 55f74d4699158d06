import AssayModel
import AssayRender
import AssayText
import Testing

@Suite struct TableRendererTests {
  @Test func alignsByWidth() throws {
    #expect(
      try Sample.rendered(.table, 3) == """
        source                said                            claims  own
        ────────────────────  ──────────────────────────────  ──────  ─────
        defense-news-2012     ␛[31mrouge␛[0m,↵"e\u{301}té" | <b>&\\*       7  true
        orinoco-tribune-2023                                   -12.5
        x                     中文👩‍👧                                  false

        3 entities; 4 left out: `value` is missing

        """)
  }

  @Test func saysWhyThereIsNothing() throws {
    #expect(
      try Sample.rendered(.table, 0) == "no entities: none fits; 4 left out: `value` is missing\n")
    #expect(try Sample.render(Sample.columns, [], .table) == "no rows\n")
  }

  @Test func showsWhatIsMissing() throws {
    let columns = [Column("a", .text), Column("b", .figure)]
    let rows: [[String?]] = [[nil, "12 km"], ["x", nil]]
    #expect(
      try Sample.render(columns, rows, .table, RenderSettings(nulls: "–")) == """
        a      b
        ─  ─────
        –  12 km
        x      –

        2 rows

        """)
  }

  @Test func fitsTheWidestColumnsFirst() throws {
    let columns = [Column("id", .reference), Column("said", .text), Column("count", .number)]
    let rows: [[String?]] = [["abcdefghij", "a very long statement 中文", "1234567890"]]
    #expect(
      try Sample.render(columns, rows, .table, RenderSettings(width: 36)) == """
        id          said               count
        ──────────  ────────────  ──────────
        abcdefghij  a very long…  1234567890

        1 row

        """)
    #expect(
      try Sample.render(columns, rows, .table, RenderSettings(width: 24)) == """
        id          said
        ──────────  ────────────
        abcdefghij  a very long…

        1 row
        no room for count (`|
        select …`, `| as list`)

        """)
    #expect(
      try Sample.render(columns, rows, .table, RenderSettings(width: 12)) == """
        id
        ──────────
        abcdefghij

        1 row
        no room for
        said, count
        (`| select
        …`, `| as
        list`)

        """)
  }

  @Test(arguments: 1...80)
  func keepsToTheTerminal(width: Int) throws {
    let settings = RenderSettings(width: width, isTerminal: true, nulls: "?")
    let lines = try Sample.rendered(.table, 3, settings).split(separator: "\n")
    for line in lines.prefix(5) {  // below the rows a word may be wider than all
      #expect(DisplayWidth.of(String(line)) <= width)
      #expect(line.last != " ")
    }
  }

  @Test func leavesOutWhatIsEmptyFirst() throws {
    let columns = [Column("id", .reference), Column("note", .text), Column("said", .text)]
    let rows: [[String?]] = [["abcdefghij", nil, "a long statement"]]
    #expect(
      try Sample.render(columns, rows, .table, RenderSettings(width: 29)) == """
        id          said
        ──────────  ────────────────
        abcdefghij  a long statement

        1 row
        empty: note

        """)
    #expect(
      try Sample.render(columns, rows, .table).hasPrefix("id          note  said"))
  }

  @Test func streamsAfterAThousandRows() throws {
    let rows: [[String?]] = Array(repeating: ["ab", "1"], count: 1000) + [["abcdef", "22"]]
    let columns = [Column("a", .text), Column("n", .number)]
    let lines = try Sample.render(columns, rows, .table).split(separator: "\n")
    #expect(lines.count == 1004)
    #expect(lines[1001] == "ab  1")
    #expect(lines[1002] == "abcdef  22")
    #expect(lines[1003] == "1001 rows")
  }

  static let nouns = [
    ("claims", "1 claim"), ("entities", "1 entity"), ("rows", "1 row"), ("passages", "1 passage"),
    ("hypotheses", "1 hypothesis"), ("matches", "1 match"), ("people", "1 person"),
    ("sources", "1 source"), ("evidence", "1 evidence"),
  ]

  @Test(arguments: nouns)
  func countsOne(noun: String, footer: String) throws {
    let summary = ResultSummary(rowCount: 1, noun: noun)
    let text = try Sample.render([Column("a", .text)], [["x"]], .table, RenderSettings(), summary)
    #expect(text == "a\n─\nx\n\n\(footer)\n")
  }
}
