import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct BookTests {
  private static let container = """
    <?xml version="1.0"?><container><rootfiles>
    <rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>
    </rootfiles></container>
    """

  private static let package = """
    <?xml version="1.0"?><package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
    <dc:title id="t">Bridges &amp; rivers</dc:title><dc:creator>Ana Ruiz</dc:creator>
    <dc:creator>Bo Lee</dc:creator><dc:date>2019-03-01</dc:date><dc:language>en-GB</dc:language>
    <dc:publisher>Valley Press</dc:publisher></metadata><manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>
    <item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
    <item id="one" href="../OPS/text/one.xhtml" media-type="application/xhtml+xml"/>
    <item id="css" href="a.css" media-type="text/css"/></manifest>
    <spine><itemref idref="one"/><itemref idref="two"/><itemref idref="nav" linear="no"/></spine>
    </package>
    """

  private static func page(_ body: String) -> [UInt8] {
    Array("<?xml version='1.0' encoding='utf-8'?><html><body>\(body)</body></html>".utf8)
  }

  private static func book(
    _ chapter: [UInt8] = page("<h1>One</h1><p>A river.</p>"),
    also: [(path: String, content: [UInt8])] = []
  ) -> [UInt8] {
    SampleZip.file(
      [
        ("mimetype", Array("application/epub+zip".utf8)),
        ("META-INF/container.xml", Array(container.utf8)),
        ("OPS/book.opf", Array(package.utf8)), ("OPS/text/one.xhtml", chapter),
        ("OPS/text/two b.xhtml", page("<h1>Two</h1><p>A bridge.</p>")),
      ] + also)
  }

  static let sample = book()

  @Test func chaptersComeInOrder() throws {
    let document = try #require(try Reading.all(Self.book(), "book.txt").first)
    #expect(document.form == .epub)
    #expect(document.words == "# One\n\nA river.\n\n# Two\n\nA bridge.\n")
    #expect(document.details.title == "Bridges & rivers")
    #expect(document.details.author == "Ana Ruiz, Bo Lee")
    #expect(document.details.published?.description == "2019-03-01")
    #expect(document.details.publisher == "Valley Press")
    #expect(document.details.language == "en-GB")
    #expect(document.origins.origin(of: Span(25, 28))?.page == 2)
  }

  @Test func authorsAreTwentyAtMost() {
    let creators = (1...100_000).map { "<dc:creator>A\($0)</dc:creator>" }.joined()
    let package = BookPackage(Array("<package>\(creators)</package>".utf8), at: "a.opf")
    #expect(package.details.author == (1...20).map { "A\($0)" }.joined(separator: ", "))
  }

  @Test func aLockedBookIsSaid() {
    let lock = Array("<encryption><CipherReference URI='OPS/text/one.xhtml'/></encryption>".utf8)
    let fault = Reading.fault(Self.book(also: [("META-INF/encryption.xml", lock)]))
    #expect(fault?.message.contains("locked") == true)
  }

  @Test func aBombIsRefused() {
    var limits = IntakeLimits.standard
    limits.unpackedBytes = 10_000
    let large = Self.page(String(repeating: "<p>Words.</p>", count: 1_000))
    #expect(Reading.fault(Self.book(large), limits: limits)?.code == .documentTooLarge)
    limits = .standard
    limits.containedFiles = 4
    #expect(Reading.fault(Self.book(), limits: limits)?.code == .documentTooLarge)
  }

  @Test func brokenOnesAreRefused() {
    let book = Self.book()
    for end in stride(from: 60, to: book.count, by: 97) {
      #expect(Reading.fault(Array(book[..<end])) != nil)
    }
    let empty = SampleZip.file([("mimetype", Array("application/epub+zip".utf8))])
    #expect(Reading.fault(empty)?.code == .unreadableDocument)
  }
}
