import AssayModel
import AssayRender
import Testing

@Suite struct MarkupRendererTests {
  @Test func writesAMarkdownTable() throws {
    #expect(
      try Sample.rendered(.markdown, 2) == """
        | source | said | claims | own |
        | --- | --- | ---: | --- |
        | defense-news-2012 | ␛\\[31mrouge␛\\[0m,<br>"e\u{301}té" \\| &lt;b>&amp;\\\\\\* | 7 | true |
        | orinoco-tribune-2023 |  | -12.5 |  |

        2 entities; 4 left out: `value` is missing

        """)
  }

  static let cells: [(text: String, markdown: String, html: String)] = [
    ("a|b\\c", "a\\|b\\\\c", "a|b\\c"), ("<i>&amp;", "&lt;i>&amp;amp;", "&lt;i&gt;&amp;amp;"),
    ("![x](http://y)", "!\\[x\\](http://y)", "![x](http://y)"),
    ("*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~", "*a* _b_ `c` ~d~"),
    ("a\nb", "a<br>b", "a<br>b"), ("a\r\nb\r", "a<br>b␍", "a<br>b␍"), ("\"'", "\"'", "&quot;&#39;"),
    ("\u{1B}[m", "␛\\[m", "␛[m"),
    ("\u{202E}x", "\u{FFFD}x", "\u{FFFD}x"), ("", "", ""),
  ]

  @Test(arguments: cells)
  func letsNoTextBecomeMarkup(text: String, markdown: String, html: String) throws {
    let columns = [Column("a", .text)]
    #expect(
      try Sample.render(columns, [[text]], .markdown)
        == "| a |\n| --- |\n| \(markdown) |\n\n1 row\n")
    #expect(try Sample.render(columns, [[text]], .html).contains("<tr><td>\(html)</td></tr>"))
  }

  @Test func showsWhatIsMissingInMarkdown() throws {
    let text = try Sample.render(
      [Column("a", .text)], [[nil]], .markdown, RenderSettings(nulls: "*"))
    #expect(text.contains("| \\* |"))
  }

  @Test func writesAPage() throws {
    let page = try Sample.rendered(.html, 3)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("color-scheme: light dark"))
    #expect(page.contains("<th scope=\"col\" class=\"number\">claims</th>"))
    #expect(page.contains("<td class=\"number\">-12.5</td><td></td></tr>"))
    #expect(
      page.contains(
        "<figcaption>3 entities; 4 left out: <code>value</code> is missing</figcaption>"))
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
  }

  @Test func escapesReasons() throws {
    let summary = ResultSummary(rowCount: 0, emptyReason: "no <b>`x")
    #expect(
      try Sample.render([], [], .html, RenderSettings(), summary)
        .contains("<figcaption>no rows: no &lt;b&gt;`x</figcaption>"))
    #expect(
      try Sample.render([], [], .markdown, RenderSettings(), summary)
        == "no rows: no &lt;b>\\`x\n")
  }
}
