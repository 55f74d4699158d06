import AssayModel
import AssayRender
import Testing

@Suite struct MarkdownReportTests {
  @Test func writesAReport() throws {
    let table = ReportSample.table(
      [Column("a|b", .text), Column("n", .number)], [["*x*", "1"], ["y", nil]],
      notes: [[1, 9], []], caption: "Two")
    var chart = try ReportSample.chart()
    chart.facts = ["peru: 3 claims", "# 1"]
    let report = Report(
      title: "Bases",
      parts: [
        .prose("\n# Bases\n\nWords [@aid-2012, @none] `[@aid-2012]` <b>x</b>.\n\n"),
        .statement("claims\n| count\n"), .table(table), .chart(chart), .text("a ``` b\n```\n"),
        .remark("every `expect` held"),
      ], notes: [ReportSample.note], origin: ["script: bases.md"])
    #expect(
      try ReportSample.markdown(report) == """
        # Bases

        Words[^1][@none] `[@aid-2012]` <b>x</b>.

        ```assay
        claims
        | count
        ```

        **Two**

        | a\\|b | n | notes |
        | --- | ---: | --- |
        | \\*x\\* | 1 | [^1] |
        | y |  |  |

        2 rows

        **Of peru**

        - peru: 3 claims
        - \\# 1

        ````text
        a ``` b
        ```
        ````

        every `expect` held

        [^1]: Aid amounts to 84 million dollars. CRS, in “Peru in Brief” by J. Beittel, \
        Defense News, 2012-10-07, <https://example.org/a?b=1&c=2>, documents/brief.md, \
        paragraph 4. “84 million” (aid-2012, claims/aid.assay:12)

        ---

        - script: bases.md

        """)
  }

  @Test func refersToAPicture() throws {
    var chart = try ReportSample.chart("a]b")
    chart.path = "pictures/a <b>\\é.svg"
    let text = try ReportSample.markdown(Report(title: "t", parts: [.chart(chart)]))
    #expect(text == "![Of a\\]b](<pictures/a%20%3Cb%3E%5C%C3%A9.svg>)\n")
  }

  @Test func keepsItsFootnotesApartFromTheAuthors() throws {
    let report = Report(
      title: "t", parts: [.prose("own[^1] [@aid-2012]\n\n[^1]: note")], notes: [ReportSample.note])
    let text = try ReportSample.markdown(report)
    #expect(text.hasPrefix("own[^1][^claim-1]\n\n[^1]: note\n\n[^claim-1]: Aid amounts"))
  }

  /// What a note says, and how its footnote begins.
  static let beginnings: [(says: String, written: String)] = [
    ("# a", "\\# a"), ("- a", "\\- a"), ("12. a", "12\\. a"), ("1) a", "1\\) a"), ("12 a", "12 a"),
    ("    a", "a"), ("> a", "\\> a"), ("```a", "\\`\\`\\`a"), ("a\n# b", "a # b"),
    ("<b> [x](y)", "&lt;b> \\[x\\](y)"), ("a\u{202E}", "a\u{FFFD}"), ("", ""),
  ]

  @Test(arguments: beginnings)
  func letsNoTextBecomeMarkup(says: String, written: String) throws {
    var note = ReportSample.note
    note.says = says
    let text = try ReportSample.markdown(Report(title: "t", notes: [note]))
    #expect(text.hasPrefix("[^1]: \(written) CRS"))
  }

  @Test(arguments: ReportSample.hostile)
  func writesWhatever(text: String) throws {
    let report = try ReportSample.everywhere(text)
    #expect(try ReportSample.markdown(report) == ReportSample.markdown(report))
  }

  /// At the beginning of a line a reference and a colon would define a footnote.
  @Test func aColonBehindAReferenceIsNoDefinition() throws {
    let report = Report(
      title: "t", parts: [.prose("As stated\n[@aid-2012]: so it is.")], notes: [ReportSample.note])
    let output = Output()
    try MarkdownReport(report).write(to: output)
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(text.hasPrefix("As stated\n[^1]\\: so it is.\n"))
  }
}
