import AssayModel

/// A report as one page of HTML that loads nothing.
///
/// It is read in the light and in the dark, on paper, on screens from 320 pixels on, with a keyboard
/// and by ear. The one script sorts tables and shows notes beside their references; without it
/// nothing is missing but that. The same report gives the same bytes.
package struct HTMLReport {
  private let report: Report

  package init(_ report: Report) { self.report = report }

  /// Writes the page.
  package func write(to output: Output) throws(OutputFailure) {
    var body = ReportBody(report)
    for part in report.parts { body.append(part) }
    body.appendNotes()
    var head = HTMLWriter()
    appendHead(to: &head)
    let entries = body.outline.entries + sourcesEntry
    if entries.count > 1 { appendContents(entries, to: &head) }
    head.markup("<main id=\"report.main\">\n")
    if !body.hasTitle {
      head.markup("<h1>")
      head.text(report.title)
      head.markup("</h1>\n")
    }
    try output.write(head.bytes[...])
    try output.write(body.page.bytes[...])
    var end = HTMLWriter()
    end.markup("</main>\n")
    appendOrigin(to: &end)
    end.markup("</div>\n<script>")
    end.markup(ReportScript.text)
    end.markup("</script>\n</body>\n</html>\n")
    try output.write(end.bytes[...])
    try output.flush()
  }

  /// The language as HTML has it; English if it is none.
  private var language: String {
    guard let language = report.language, !language.isEmpty,
      language.utf8.allSatisfy({
        $0.isDigit || $0 == UInt8(ascii: "-") || ($0 | 0x20) &- UInt8(ascii: "a") < 26
      })
    else { return "en" }
    return language
  }

  private var sourcesEntry: [Outline.Entry] {
    report.notes.isEmpty
      ? [] : [Outline.Entry(depth: 2, id: "report.sources", words: "Sources")]
  }

  private func appendHead(to page: inout HTMLWriter) {
    page.markup("<!DOCTYPE html>\n<html lang=\"")
    page.text(language)
    page.markup(
      """
      ">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'sha256-
      """)
    page.markup(ReportScript.digest)
    page.markup("'; base-uri 'none'; form-action 'none'\">\n<title>")
    page.text(report.title)
    page.markup("</title>\n<style>\n")
    for sheet in [
      PageStyle.root, PageStyle.tables, ReportStyle.page, ReportStyle.parts, ReportStyle.paper,
    ] {
      page.markup(sheet)
    }
    page.markup("</style>\n</head>\n<body>\n")
    page.markup("<a class=\"skip\" href=\"#report.main\" lang=\"en\">Skip to the report</a>\n")
    page.markup("<div class=\"page\">\n")
  }

  private func appendContents(_ entries: [Outline.Entry], to page: inout HTMLWriter) {
    page.markup("<nav aria-label=\"Contents\">\n<details>\n")
    page.markup("<summary lang=\"en\">Contents</summary>\n")
    page.contents(entries)
    page.markup("</details>\n</nav>\n")
  }

  private func appendOrigin(to page: inout HTMLWriter) {
    guard !report.origin.isEmpty else { return }
    page.markup("<footer>\n<p lang=\"en\">How this report was made</p>\n<ul>\n")
    for line in report.origin {
      page.markup("<li>")
      page.sentence(line)
      page.markup("</li>\n")
    }
    page.markup("</ul>\n</footer>\n")
  }
}
