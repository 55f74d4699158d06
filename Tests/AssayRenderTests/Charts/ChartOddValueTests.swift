import AssayModel
import AssayRender
import AssayText
import Testing

/// Whatever the rows hold, a chart is drawn, fits, and is a document that is safe to open.
@Suite struct ChartOddValueTests {
  static let amounts: [String?] = [
    nil, "", "0", "-0", "0.0", "1", "-1", "-1e300", "1e300", "-1.7976931348623157e308",
    "1.7976931348623157e308", "5e-324", "1e-300", "1e15", "9e15", "123456789.125", "nan", "inf",
    "-infinity", "0x10", "1e999", "1,000", "many", "--", "1 t", ">= 5", "> 0 people", "<= -3 kg",
    "< 0", "~ 0", "~ 1e3", "0..0 t", "-5..5 t", "5..1", "100%", "1 🐎", ">= 1 billion mg",
  ]
  static let dates: [String?] = [
    nil, "", "0000", "0000-01-01", "9999-12-31", "9999", "2012", "2012-02", "2012-02-29", "2012~",
    "2012?", "198X", "19XX", "..0000", "9999..", "2012..", "..2012", "0000..9999", "..", "soon",
    "2013-02-29", "2012-05..2012-07~",
  ]
  static let labels: [String?] = [
    nil, "", " ", "   x   ", String(repeating: "long ", count: 200),
    String(repeating: "x", count: 3000), "中文中文中文中文中文中文中文中文中文中文中文",
    "👩‍👩‍👧‍👦🇵🇪👍🏽", "e\u{301}\u{301}\u{301}", "\u{301}", "\u{200D}\u{FE0F}", "שלום עולם",
    "مرحبا", "\u{202E}back\u{202C}", "<b>&\"'</b>", "]]>", "<!--", "&lt;", "</title><script>x",
    "https://example.org/?a=1&b=2", "url(#x)", "\u{1B}[31mred\u{1B}[0m", "a\nb\r\nc\td", "\0\u{7}",
    "\u{85}\u{9F}", "\u{FFFE}\u{FFFF}\u{FFFD}", "\u{10FFFF}", "\u{2028}", "$0 \\ %s",
  ]
  static let odd: [(label: String, cells: [String?], kinds: Set<CellKind>)] = [
    ("amounts", amounts, [.number, .figure]), ("dates", dates, [.date]),
    ("labels", labels, [.text, .reference, .boolean]),
    ("all", amounts + dates + labels, [.number, .figure, .date, .text, .reference, .boolean]),
  ]

  /// Faults of the chart in both forms; no row is drawn twice in another way.
  private func faults(_ shape: ChartShape, _ rows: [[String?]], widths: [Int]) throws -> [String] {
    let picture = try ChartSample.picture(shape.kind, shape.columns, rows)
    let document = SVGDocument(picture)
    var faults = document.faults
    if document.root["role"] != "img" { faults.append("the root is no image") }
    if document.elements["title", default: 0] < 1 { faults.append("no title") }
    if try picture != ChartSample.picture(shape.kind, shape.columns, rows) {
      faults.append("another picture the second time")
    }
    for width in widths {
      for isASCII in [false, true] {
        let text = try ChartSample.text(
          shape.kind, shape.columns, rows, width: width, isASCII: isASCII)
        faults += self.faults(in: text, width: width)
      }
    }
    return faults
  }

  /// Lines above the first empty line that notes follow are the chart; notes may be longer.
  private func faults(in text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      let isNote = line.hasPrefix("not drawn: ") || line.hasPrefix("only the first ")
      let controls = line.unicodeScalars.contains { $0.properties.generalCategory == .control }
      if controls { return "a control in \(line)" }
      return isNote || DisplayWidth.of(String(line)) <= width ? nil : "past \(width): \(line)"
    }
  }

  @Test(arguments: ChartShape.all, odd.indices)
  func areDrawnEachAlone(shape: ChartShape, set: Int) throws {
    let (_, cells, kinds) = Self.odd[set]
    for cell in cells {
      for count in [1, 3] {
        let rows = shape.rows(count, odd: cell, where: kinds.contains)
        let faults = try faults(shape, rows, widths: [60])
        #expect(faults.isEmpty, "\(cell ?? "missing"), \(count) rows")
      }
    }
  }

  @Test(arguments: ChartShape.all, odd.indices)
  func areDrawnTogether(shape: ChartShape, set: Int) throws {
    let (_, cells, kinds) = Self.odd[set]
    let rows = cells.flatMap { shape.rows(2, odd: $0, where: kinds.contains) }
    #expect(try faults(shape, rows, widths: [24, 31, 40, 60, 80, 200]).isEmpty)
  }

  @Test(arguments: ChartShape.all, [0, 1, 3, 30, 300, 3000])
  func areDrawnInAnyNumber(shape: ChartShape, count: Int) throws {
    let rows = shape.rows(count)
    #expect(try faults(shape, rows, widths: [24, 60, 400]).isEmpty)
  }

  @Test(arguments: ChartShape.all)
  func areDrawnWhenAllAreEqual(shape: ChartShape) throws {
    let rows = shape.rows(1)
    #expect(
      try faults(shape, Array(repeating: rows[0], count: 40), widths: [24, 60]).isEmpty)
  }

  @Test(arguments: ChartShape.all)
  func areDrawnWithoutAnyCell(shape: ChartShape) throws {
    let rows: [[String?]] = [[], [nil], Array(repeating: nil, count: 9)]
    #expect(try faults(shape, rows, widths: [24, 60]).isEmpty)
  }

  @Test(arguments: [0, 1, 10, 24, 60, 401, 100_000])
  func fitsOddWidths(width: Int) throws {
    for shape in ChartShape.all {
      let text = try ChartSample.text(
        shape.kind, shape.columns, shape.rows(20), width: width)
      #expect(faults(in: text, width: min(max(width, 24), 400)).isEmpty)
    }
  }

  @Test(arguments: ChartShape.all)
  func asksForNothingButASCII(shape: ChartShape) throws {
    let text = try ChartSample.text(
      shape.kind, shape.columns, shape.rows(20), isASCII: true)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    let equal = try ChartSample.text(shape.kind, shape.columns, shape.rows(1), isASCII: true)
    #expect(equal.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func namesNoDayPastTheYearsOfFourDigits() throws {
    let columns = [Column("event", .text), Column("when", .date)]
    for (day, other) in [("0000-01-01", "00-1"), ("9999-12-31", "10000")] {
      let text = try ChartSample.text(.timeline, columns, [["one", day]])
      #expect(!text.contains(other))
    }
  }

  @Test func shadesOfGreatNumbersHaveShortWords() throws {
    let columns = [Column("a", .text), Column("b", .text), Column("n", .number)]
    let rows: [[String?]] = [["x", "one", "1e15"], ["x", "two", "5e15"]]
    #expect(
      try ChartSample.text(.heat, columns, rows).contains("\n░░ 1e+15..2e+15   ▒▒ 2e+15..3e+15 "))
    let less: [[String?]] = [["x", "one", "1e12"], ["x", "two", "5e12"]]
    let text = try ChartSample.text(.heat, columns, less, isASCII: true)
    #expect(text.contains("\n.. 1 trillion..2 trillion   :: 2 trillion..3 trillion\n"))
  }
}
