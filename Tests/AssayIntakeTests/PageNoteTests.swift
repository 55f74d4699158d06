import AssayModel
import AssayText
import Testing

@testable import AssayIntake

/// What is left out of a page is said, and what is made of raised figures leads back to them.
@Suite struct PageNoteTests {
  static let table: [(page: SamplePage, notes: [String])] = [
    (.struck, ["4 words were struck out there and left out"]),
    (.whole, ["3 words were beside the text left out, as of menus, notices or forms"]),
    (.scripts, []), (.spans, []), (.nested, []), (.listsApart, []),
  ]

  @Test(arguments: table)
  func saysWhatWasLeftOut(page: SamplePage, notes: [String]) throws {
    #expect(try Reading.one(page.page).notes == notes, "\(page.name)")
  }

  @Test func raisedFiguresLeadBack() throws {
    let page = SamplePage.scripts.page
    let document = try Reading.one(page)
    let table: [(words: String, original: String)] = [
      ("84", "84"), ("84² million", "84<sup>2</sup> million"), ("10⁻⁶", "10<sup>&minus;6"),
      ("million and", "million and"), ("percent", "percent"),
    ]
    for (words, original) in table {
      #expect(Reading.original(of: words, in: document, Array(page.utf8)) == original)
    }
  }
}
