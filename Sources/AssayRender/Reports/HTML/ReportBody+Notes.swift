extension ReportBody {
  /// How many of its references a note leads back to.
  private static let mostReturns = 12

  /// All notes as a numbered list, which the references lead to.
  mutating func appendNotes() {
    guard !report.notes.isEmpty else { return }
    page.markup("<section class=\"notes\" aria-labelledby=\"report.sources\">\n")
    page.markup("<h2 id=\"report.sources\" lang=\"en\">Sources</h2>\n<ol>\n")
    for (index, note) in report.notes.enumerated() {
      page.markup("<li id=\"note.")
      page.number(index + 1)
      page.markup("\">\n<p class=\"says\">")
      page.text(note.says)
      page.markup("</p>\n")
      appendSource(of: note)
      appendQuote(of: note)
      appendTrail(of: note, number: index + 1)
      page.markup("</li>\n")
    }
    page.markup("</ol>\n</section>\n")
  }

  /// Who says it and where: `Speaker, in “Title” by Author, Publisher, 2012-10-07. host`.
  private mutating func appendSource(of note: ReportNote) {
    page.markup("<p class=\"source\">")
    if let speaker = note.speaker {
      page.text(speaker)
      page.markup(", in ")
    }
    page.markup("<cite>")
    page.text(note.title)
    page.markup("</cite>")
    if let author = note.author {
      page.markup(" by ")
      page.text(author)
    }
    if let publisher = note.publisher {
      page.markup(", ")
      page.text(publisher)
    }
    if let published = note.published {
      page.markup(", <span class=\"date\">")
      page.text(published)
      page.markup("</span>")
    }
    page.markup(".")
    if let url = note.url, let target = LinkTarget(web: url) {
      page.markup(" <a rel=\"noreferrer noopener\" href=\"")
      page.text(target.address)
      page.markup("\">")
      page.text(LinkTarget.host(of: url) ?? url)
      page.markup("</a>")
    } else if let url = note.url {
      page.markup(" ")
      page.text(url)
    }
    page.markup("</p>\n")
  }

  /// The quote, which opens the paragraph it stands in.
  private mutating func appendQuote(of note: ReportNote) {
    guard let passage = note.passage, !passage.isEmpty else {
      guard let quote = note.quote else { return }
      page.markup("<blockquote><p>“")
      page.text(quote)
      page.markup("”</p></blockquote>\n")
      return
    }
    page.markup("<details class=\"quote\"><summary>")
    if let quote = note.quote {
      page.markup("<q>")
      page.text(quote)
      page.markup("</q>")
    }
    page.markup("<span>")
    if let paragraph = note.paragraph {
      page.markup("Paragraph ")
      page.number(paragraph)
    } else {
      page.markup("The whole paragraph")
    }
    page.markup("</span></summary>\n<blockquote><p>")
    append(passage: passage, marking: note.quoteRange)
    page.markup("</p></blockquote></details>\n")
  }

  /// The paragraph with the quoted words marked, if the range is one of whole characters in it.
  private mutating func append(passage: String, marking range: Range<Int>?) {
    let bytes = Array(passage.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      guard let range, range.lowerBound >= 0, range.upperBound <= bytes.count, !range.isEmpty,
        !bytes.isInsideScalar(range.lowerBound), !bytes.isInsideScalar(range.upperBound)
      else { return page.text(bytes, lineEnd: "\n") }
      page.text(UnsafeBufferPointer(rebasing: bytes[..<range.lowerBound]), lineEnd: "\n")
      page.markup("<mark>")
      page.text(UnsafeBufferPointer(rebasing: bytes[range]), lineEnd: "\n")
      page.markup("</mark>")
      page.text(UnsafeBufferPointer(rebasing: bytes[range.upperBound...]), lineEnd: "\n")
    }
  }

  /// Where all this is to be found, and the ways back.
  private mutating func appendTrail(of note: ReportNote, number: Int) {
    page.markup("<p class=\"trail\"><code>")
    page.text(note.claim)
    page.markup("</code> ")
    page.text(note.place)
    if let path = note.path {
      page.markup(" · ")
      page.text(path)
      if let paragraph = note.paragraph {
        page.markup(", paragraph ")
        page.number(paragraph)
      }
    }
    let count = referenceCounts[number - 1]
    for reference in 0..<min(count, Self.mostReturns) {
      page.markup(" <a class=\"back\" role=\"doc-backlink\" href=\"#ref.")
      page.number(number)
      page.markup(".")
      page.number(reference + 1)
      page.markup("\" aria-label=\"Back to reference ")
      page.number(reference + 1)
      page.markup(" to note ")
      page.number(number)
      page.markup("\">↩")
      if count > 1 { page.number(reference + 1) }
      page.markup("</a>")
    }
    if count > Self.mostReturns {
      page.markup(" and ")
      page.number(count - Self.mostReturns)
      page.markup(" more")
    }
    page.markup("</p>\n")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a place cuts a scalar in two.
  fileprivate func isInsideScalar(_ place: Int) -> Bool {
    place < count && self[place] & 0xC0 == 0x80
  }
}
