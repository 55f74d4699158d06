import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct PageTests {
  @Test(arguments: SamplePage.all)
  func givesItsMainText(sample: SamplePage) throws {
    #expect(try Reading.one(sample.page).words == sample.text, "\(sample.name)")
  }

  @Test func leadsBackToThePage() throws {
    let page = """
      <p>The bridge cost <b>84&nbsp;million</b> euros &amp; took
        three years; AT&T paid &ldquo;a lot&rdquo; of it, as the office said on Monday evening.</p>
      """
    let file = Array(page.utf8)
    let document = try Reading.one(page)
    let table: [(words: String, original: String)] = [
      ("84 million", "84&nbsp;million"), ("bridge cost", "bridge cost"), ("& took", "&amp; took"),
      ("took three", "took\n  three"), ("AT&T paid", "AT&T paid"),
      ("“a lot”", "&ldquo;a lot&rdquo;"),
      ("Monday", "Monday"),
    ]
    for (words, original) in table {
      #expect(Reading.original(of: words, in: document, file) == original)
    }
  }

  @Test func leadsBackThroughAnEncoding() throws {
    let head = "<html><meta charset=iso-8859-1><p>"
    let words =
      "El ni\u{F1}o comi\u{F3} en el caf\u{E9} de la esquina, dijo su madre ayer por la tarde a todos."
    let file = Array(head.utf8) + words.unicodeScalars.map { UInt8($0.value) }
    let document = try #require(try Reading.all(file).first)
    #expect(document.words == words + "\n")
    #expect(document.notes == ["converted from Windows-1252 (Latin-1)"])
    let start = Array(words.utf8).count - Array("todos.".utf8).count
    let origin = document.origins.origin(of: Span(start, start + 5))
    #expect(origin?.span == Span(file.count - 6, file.count - 1))
  }

  @Test func readsTheTextThatIsForMachinesAlone() throws {
    let sentence = "The council met on Monday and decided that the bridge will be closed. "
    let body = String(repeating: sentence, count: 8) + "\\n\\nThe end."
    let page = """
      <script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "\(body)"}</script>
      <p>Please turn on scripts.</p>
      """
    let document = try Reading.one(page)
    #expect(document.words.hasSuffix("be closed.\n\nThe end.\n"))
    #expect(document.notes.count == 1)
  }

  @Test func saysWhenNothingIsThere() throws {
    #expect(Reading.fault(Array("<html><body></body></html>".utf8))?.code == .unreadableDocument)
    let scripted = "<html><body><div id=app></div><script>run()</script></body></html>"
    #expect(Reading.fault(Array(scripted.utf8))?.code == .unreadableDocument)
  }
}
