import AssayModel
import AssayRender
import AssayText
import Testing

/// Colours in tables, and output without anything drawn.
@Suite struct LooksTests {
  private func withoutColors(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9]*m/, with: "")
  }

  @Test(arguments: [nil, 10, 18, 30, 60, 100])
  func coloursTakeNoRoom(width: Int?) throws {
    let plain = RenderSettings(width: width, isTerminal: true, nulls: "missing")
    let colored = RenderSettings(width: width, isTerminal: true, nulls: "missing", isColored: true)
    let text = try Sample.rendered(.table, 3, colored)
    #expect(withoutColors(text) == (try Sample.rendered(.table, 3, plain)))
    #expect(text.hasPrefix("\u{1B}[1msource"))
    for line in text.split(separator: "\n") where line.contains("\u{1B}") {
      #expect(line.hasSuffix("\u{1B}[0m") || line.contains("\u{1B}[0m "))
    }
  }

  @Test func whatIsMissingIsDim() throws {
    let settings = RenderSettings(isTerminal: true, nulls: "–", isColored: true)
    let columns = [Column("a", .text), Column("b", .text), Column("c", .text)]
    #expect(
      try Sample.render(columns, [["x", nil, "y"], [nil, nil, nil]], .table, settings) == """
        \u{1B}[1ma  b  c\u{1B}[0m
        ─  ─  ─
        x\u{1B}[2m  –\u{1B}[0m  y
        \u{1B}[2m–\u{1B}[0m\u{1B}[2m  –\u{1B}[0m\u{1B}[2m  –\u{1B}[0m

        \u{1B}[2m2 rows\u{1B}[0m

        """)
  }

  @Test func plainRowsAreOneFactALine() throws {
    let settings = RenderSettings(width: 20, isTerminal: true, isPlain: true)
    #expect(
      try Sample.rendered(.list, 2, settings) == """
        row: 1
        source: defense-news-2012
        said: ␛[31mrouge␛[0m,↵"e\u{301}té" | <b>&\\*
        claims: 7
        own: true
        row: 2
        source: orinoco-tribune-2023
        claims: -12.5
        2 entities; 4 left out: `value` is missing

        """)
    #expect(!(try Sample.rendered(.table, 2, settings).contains("─")))
  }

  @Test func plainFaultsSayTheirPlace() {
    let source = SourceText(name: "a.assay", "claims\nsources | cuont")
    let fault = Diagnostic(
      .unknownStage, at: Span(17, 22), "no stage `cuont`", hint: "did you mean `count`?")
    let renderer = DiagnosticRenderer(isColored: false, isPlain: true)
    #expect(
      renderer.text(of: fault.located(in: source)) == """
        error[Q102]: no stage `cuont`
        in a.assay at line 2, column 11: cuont
        hint: did you mean `count`?

        """)
  }
}
