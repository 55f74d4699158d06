import AssayModel
import AssayRender
import Testing

@Suite struct HTMLReportTests {
  @Test(arguments: ReportSample.hostile)
  func letsNoTextBecomeMarkup(text: String) throws {
    let page = try ReportSample.html(ReportSample.everywhere(text))
    let document = HTMLDocument(page)
    #expect(document.faults == [])
    #expect(document.elements["script"] == 1)
    #expect(!page.contains("\u{0}") && !page.contains("\u{1B}") && !page.contains("\u{202E}"))
    #expect(document.elements["b"] == 2)  // `Table 1` and `Table 2`
  }

  @Test func letsOneScriptRun() throws {
    let page = try ReportSample.html()
    let document = HTMLDocument(page)
    let policy = try #require(document.tags.first { $0.attributes["http-equiv"] != nil })
    let digest = SHA256.base64(of: Array(document.script.utf8))
    #expect(
      policy.attributes["content"] == """
        default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(digest)'; \
        base-uri 'none'; form-action 'none'
        """)
    #expect(!document.script.contains("innerHTML") && !document.script.contains("fetch"))
  }

  @Test func knowsDigests() {
    #expect(
      SHA256.base64(of: Array("abc".utf8)) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    let long = Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
    #expect(SHA256.base64(of: long) == "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=")
  }

  @Test func setsProse() throws {
    let prose = """
      # Bases

      Words [@aid-2012], [@aid-2012, @none] and `[@aid-2012]`, <i>x</i><!-- no -->.

      #### Deep

      3. one
      4. two **b** *e* ~~d~~

      [a](http://x.org/?a=1&b=2) [b](javascript:x) ![p *q*](p.png)

      # Bases

      | l | r |
      | --- | ---: |
      | a | 1 |
      """
    let report = Report(
      title: "Bases", language: "pt-BR", parts: [.prose(prose)], notes: [ReportSample.note])
    let page = try ReportSample.html(report)
    #expect(HTMLDocument(page).faults == [])
    let parts = [
      "<html lang=\"pt-BR\">", "<title>Bases</title>", "<h1>Bases</h1>",
      """
      <p>Words<sup><a role="doc-noteref" id="ref.1.1" href="#note.1">[1]</a></sup>,\
      <sup><a role="doc-noteref" id="ref.1.2" href="#note.1">[1]</a> [@none]</sup> and \
      <code>[@aid-2012]</code>, &lt;i&gt;x&lt;/i&gt;.</p>
      """, "<h2 id=\"deep\">Deep</h2>",
      "<ol start=\"3\">\n<li>one</li>\n", "<strong>b</strong> <em>e</em> <del>d</del>",
      "<a rel=\"noreferrer noopener\" href=\"http://x.org/?a=1&amp;b=2\">a</a> b ",
      "<span class=\"picture\">[picture: p q]</span>", "<h2 id=\"bases\">Bases</h2>",
      "<th scope=\"col\">l</th><th scope=\"col\" class=\"number\">r</th>",
      "<tr><td>a</td><td class=\"number\">1</td></tr>",
      "<li><a href=\"#report.sources\">Sources</a></li>",
    ]
    for part in parts { #expect(page.contains(part)) }
  }

  static let outlines: [(prose: String, headings: [String])] = [
    ("## a\n# b\n### c\n###### d\n## e", ["h1 t", "h2 a", "h2 b", "h3 c", "h4 d", "h3 e"]),
    ("x\n\n# t", ["h1 t", "h2 t"]), ("# t\n# t\n# t", ["h1 t", "h2 t", "h2 t-2"]),
    (
      "# !!\n# ?\n# Été 2012: à Lima", ["h1 t", "h2 section", "h2 section-2", "h2 été-2012-à-lima"]
    ),
  ]

  @Test(arguments: outlines)
  func bringsHeadingsIntoOrder(prose: String, headings: [String]) throws {
    let document = HTMLDocument(try ReportSample.html(.prose(prose)))
    #expect(document.faults == [])
    let found = document.tags.filter { $0.name.count == 2 && $0.name.hasPrefix("h") }
      .filter { $0.name != "hr" }.map { "\($0.name) \($0.attributes["id"] ?? "t")" }
    #expect(found == headings)
  }

  static let keys: [(kind: CellKind, words: String?, cell: String)] = [
    (.date, "2012-10", "<td class=\"date\" data-sort=\"15614 15644\">2012-10</td>"),
    (.date, "1970-01-02", "<td class=\"date\" data-sort=\"1\">1970-01-02</td>"),
    (.date, nil, "<td class=\"date\"></td>"), (.date, "soon", "<td class=\"date\">soon</td>"),
    (
      .figure, "84 million USD", "<td class=\"number\" data-sort=\"84000000\">84 million USD</td>"
    ), (.figure, "> 3500", "<td class=\"number\" data-sort=\"3500 2\">&gt; 3500</td>"),
    (.figure, "<= 2 t", "<td class=\"number\" data-sort=\"2000 -1\">&lt;= 2 t</td>"),
    (.number, "-1.5", "<td class=\"number\">-1.5</td>"), (.text, "a\nb", "<td>a<br>b</td>"),
  ]

  @Test(arguments: keys)
  func givesCellsTheirValues(kind: CellKind, words: String?, cell: String) throws {
    let table = ReportSample.table([Column("a", kind)], [[words]])
    #expect(try ReportSample.html(.table(table)).contains("<tr>\(cell)</tr>"))
  }

  @Test func setsTables() throws {
    let table = ReportSample.table(
      [Column("a", .text), Column("n", .number)], [["x", "1"], ["y", nil]],
      notes: [[1, 1, 7], []],
      caption: "Two rows")
    let page = try ReportSample.html(.table(table), notes: [ReportSample.note])
    #expect(HTMLDocument(page).faults == [])
    #expect(
      page.contains(
        """
        <caption id="table.1"><b>Table 1</b> Two rows</caption>
        <thead>
        <tr><th scope="col">a</th><th scope="col" class="number">n</th>\
        <th scope="col" class="refs">notes</th></tr>
        </thead>
        <tbody>
        <tr><td>x</td><td class="number">1</td><td class="refs"><a role="doc-noteref" \
        id="ref.1.1" href="#note.1">[1]</a></td></tr>
        <tr><td>y</td><td class="number"></td><td class="refs"></td></tr>
        </tbody>
        """))
    #expect(page.contains("<p class=\"below\">2 rows</p>"))
  }

  @Test func readsLinesAsWindowsEndsThem() throws {
    let page = try ReportSample.html(
      .prose("# a\r\n\r\nb [@aid-2012]\r\n"), .statement("claims\r\n| count\r\n"),
      .text("x\r\ny\r\n"), notes: [ReportSample.note])
    #expect(HTMLDocument(page).faults == [])
    #expect(!page.contains("␍") && !page.contains("\r"))
    #expect(page.contains("Statement <code>claims …</code>"))
    #expect(page.contains("<code>claims\n| count\n</code>"))
  }

  @Test func saysWhyATableIsEmpty() throws {
    var table = ReportSample.table([Column("a", .text)], [])
    table.summary.emptyReason = "`when` is missing"
    let page = try ReportSample.html(.table(table))
    #expect(page.contains("<p class=\"none\">no rows: <code>when</code> is missing</p>"))
    #expect(HTMLDocument(page).elements["table"] == nil)
  }

  @Test func keepsChartsApart() throws {
    let charts = try ["a", "url(#assay-7) \"assay-title"].map { try ReportSample.chart($0) }
    let page = try ReportSample.html(.chart(charts[0]), .chart(charts[1]), .chart(charts[0]))
    let document = HTMLDocument(page)
    #expect(document.faults == [])
    #expect(document.elements["svg"] == 3)
    #expect(document.elements["pattern", default: 0] > 3)
    #expect(!page.contains("id=\"assay-"))
    #expect(document.text.contains("Of url(#assay-7) \"assay-title"))
  }

  @Test func setsNotes() throws {
    let page = try ReportSample.html(.prose("a [@aid-2012]"), notes: [ReportSample.note])
    #expect(
      page.contains(
        """
        <li id="note.1">
        <p class="says">Aid amounts to 84 million dollars.</p>
        <p class="source">CRS, in <cite>Peru in Brief</cite> by J. Beittel, Defense News, \
        <span class="date">2012-10-07</span>. <a rel="noreferrer noopener" \
        href="https://example.org/a?b=1&amp;c=2">example.org</a></p>
        <details class="quote"><summary><q>84 million</q><span>Paragraph 4</span></summary>
        <blockquote><p>It was <mark>84 million</mark>, é.</p></blockquote></details>
        <p class="trail"><code>aid-2012</code> claims/aid.assay:12 · documents/brief.md, \
        paragraph 4 <a class="back" role="doc-backlink" href="#ref.1.1" \
        aria-label="Back to reference 1 to note 1">↩</a></p>
        </li>
        """))
  }

  static let ranges: [(range: Range<Int>?, marked: String?)] = [
    (0..<2, "It"), (0..<22, "It was 84 million, é."), (20..<21, nil), (19..<20, nil),
    (5..<99, nil), (3..<3, nil), (-4..<2, nil), (nil, nil), (19..<21, "é"),
  ]

  @Test(arguments: ranges)
  func marksWholeCharacters(range: Range<Int>?, marked: String?) throws {
    var note = ReportSample.note
    note.quoteRange = range
    let page = try ReportSample.html(notes: [note])
    #expect(HTMLDocument(page).faults == [])
    #expect(page.contains("<mark>") == (marked != nil))
    if let marked { #expect(page.contains("<mark>\(marked)</mark>")) }
  }

  static let addresses: [(url: String, host: String?)] = [
    ("https://example.org/x", "example.org"), ("HTTP://a@b.org:8", "b.org:8"),
    ("javascript:alert(1)", nil), ("java\nscript:x", nil), ("data:text/html,x", nil),
    ("http:x", nil), ("https://", nil), ("//x.org", nil), ("http:\\\\x.org", nil), ("", nil),
  ]

  @Test(arguments: addresses)
  func linksToTheWebAlone(url: String, host: String?) throws {
    var note = ReportSample.note
    note.url = url
    let page = try ReportSample.html(notes: [note])
    let links = HTMLDocument(page).tags.filter { $0.attributes["rel"] != nil }
    #expect(links.count == (host == nil ? 0 : 1))
    if let host { #expect(page.contains("\">\(host)</a>")) }
  }

  @Test func isTheSameTwice() throws {
    let report = try ReportSample.everywhere("x")
    #expect(try ReportSample.html(report) == ReportSample.html(report))
  }

  /// A reference follows its word, wherever the author has broken the line.
  @Test func noSpaceStandsBeforeAReference() throws {
    let report = Report(
      title: "t", parts: [.prose("As stated\n[@aid-2012], so it is.")], notes: [ReportSample.note])
    let output = Output()
    try HTMLReport(report).write(to: output)
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(text.contains("As stated<sup>"))
  }
}
