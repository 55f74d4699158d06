import AssayModel
import AssayRender
import Testing

@Suite struct CSVRendererTests {
  @Test func quotesWhatNeedsIt() throws {
    #expect(
      try Sample.rendered(.csv, 3) == """
        source,said,claims,own
        defense-news-2012,"\u{1B}[31mrouge\u{1B}[0m,
        ""e\u{301}té"" | <b>&\\*",7,true
        orinoco-tribune-2023,,-12.5,
        x,中文👩‍👧,,false

        """)
  }

  @Test func escapesTabs() throws {
    #expect(
      try Sample.rendered(.tsv, 3) == """
        source\tsaid\tclaims\town
        defense-news-2012\t\u{1B}[31mrouge\u{1B}[0m,\\n"e\u{301}té" | <b>&\\\\*\t7\ttrue
        orinoco-tribune-2023\t\t-12.5\t
        x\t中文👩‍👧\t\tfalse

        """)
  }

  static let cells: [(cell: String?, csv: String, tsv: String)] = [
    (nil, "", ""), ("", "\"\"", ""), ("a b", "a b", "a b"), ("a,b", "\"a,b\"", "a,b"),
    ("\"", "\"\"\"\"", "\""), ("a\r\nb", "\"a\r\nb\"", "a\\r\\nb"), ("a\tb", "a\tb", "a\\tb"),
    ("\\n", "\\n", "\\\\n"),
  ]

  @Test(arguments: cells)
  func writesACell(cell: String?, csv: String, tsv: String) throws {
    let columns = [Column("a,b", .text), Column("n", .number)]
    let rows: [[String?]] = [[cell, "1"]]
    #expect(try Sample.render(columns, rows, .csv) == "\"a,b\",n\n\(csv),1\n")
    #expect(try Sample.render(columns, rows, .tsv) == "a,b\tn\n\(tsv)\t1\n")
  }

  @Test(arguments: OutputFormat.allCases)
  func sendsNoControlsToTerminals(format: OutputFormat) throws {
    for count in 0...3 {
      let text = try Sample.rendered(format, count, RenderSettings(isTerminal: true))
      let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control }
      #expect(controls.allSatisfy { $0 == "\n" || format == .tsv && $0 == "\t" })
    }
  }

  @Test(arguments: [OutputFormat.csv, .tsv])
  func keepsHeadersWithoutRows(format: OutputFormat) throws {
    let header = try Sample.rendered(format, 0)
    #expect(header.split(whereSeparator: { ",\t\n".contains($0) }).count == 4)
    #expect(header.last == "\n")
  }
}
