import AssayModel
import AssayRender
import AssayText
import Testing

@Suite struct ListRendererTests {
  @Test func alignsNames() throws {
    #expect(
      try Sample.rendered(.list, 2) == """
        ── 1 ──
        source  defense-news-2012
        said    ␛[31mrouge␛[0m,↵"e\u{301}té" | <b>&\\*
        claims  7
        own     true

        ── 2 ──
        source  orinoco-tribune-2023
        claims  -12.5

        2 entities; 4 left out: `value` is missing

        """)
  }

  @Test func wrapsAtSpaces() throws {
    let columns = [Column("said", .text), Column("a", .text)]
    let rows: [[String?]] = [["one two three four extraordinary  end", nil]]
    #expect(
      try Sample.render(columns, rows, .list, RenderSettings(width: 14, nulls: "?")) == """
        ── 1 ──
        said  one two
              three
              four
              extraord
              inary
              end
        a     ?

        1 row

        """)
    #expect(
      try Sample.render(columns, [["one two", nil]], .list, RenderSettings(width: 6)) == """
        ── 1 ──
        said
          one
          two

        1 row

        """)
  }

  @Test(arguments: 2...60)
  func losesNothing(width: Int) throws {
    let settings = RenderSettings(width: width, isTerminal: true)
    let wrapped = try Sample.rendered(.list, 3, settings).filter { $0 != " " && $0 != "\n" }
    let whole = try Sample.rendered(.list, 3).filter { $0 != " " && $0 != "\n" }
    #expect(wrapped == whole)
  }
}
