import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct RecognitionTests {
  /// What a file is, whatever its name says.
  static let refused: [(start: [UInt8], name: String, fact: String)] = [
    ([0x50, 0x4B, 3, 4, 20, 0], "article.txt", "is an archive (zip)"),
    ([0x50, 0x4B, 3, 4] + Array("word/document.xml".utf8), "a.docx", "is a Word document (DOCX)"),
    ([0x1F, 0x8B, 8, 0], "article.html", "is an archive (gzip)"),
    ([0x89, 0x50, 0x4E, 0x47, 13, 10], "article.md", "is a picture (PNG)"),
    ([0x7F, 0x45, 0x4C, 0x46, 2, 1], "article.txt", "is a program (ELF)"),
    (Array("SQLite format 3\0".utf8), "a.csv", "is a database (SQLite)"),
    (Array("{\\rtf1 words".utf8), "a.txt", "is a text with codes (RTF)"),
    (Array("<?xml version='1.0'?><rss></rss>".utf8), "a.xml", "is XML that is no page"),
    (Array("[1, 2]".utf8), "a.json", "is JSON"),
  ]

  @Test(arguments: refused)
  func saysWhatItIs(start: [UInt8], name: String, fact: String) throws {
    let fault = try #require(Reading.fault(start, name))
    #expect(fault.code == .unreadableDocument)
    #expect(fault.message.hasPrefix("`\(name)` \(fact)"), "\(fault.message)")
  }

  static let forms: [(text: String, name: String, form: IntakeDocument.Form)] = [
    ("# Title\n\nWords.\n", "a.md", .markdown), ("# Title\n\nWords.\n", "a", .text),
    ("<!DOCTYPE html><p>Words of a page that is one.", "a.txt", .html),
    ("<!-- note -->\n<html><p>Words.", "a.pdf", .html),
    ("<?xml version='1.0'?><html xmlns='x'><p>Words.</p></html>", "a.xhtml", .html),
    ("{\"text\": \"Words\"}\n", "a.txt", .jsonl), ("text,title\nWords,A\n", "a.csv", .csv),
    ("a < b and no tag", "a.txt", .text), ("<3 is a heart", "a.txt", .text),
    ("From here on we walk.\n", "a.txt", .text), ("Note: this\nis text.\n", "a.txt", .text),
  ]

  @Test(arguments: forms)
  func isByItsBytesFirst(text: String, name: String, form: IntakeDocument.Form) throws {
    #expect(try Reading.one(text, name).form == form)
  }

  @Test func plainTextStaysAsItIs() throws {
    let text = "Bridge closes\n\nThe  council met.\n"
    let document = try Reading.one(text, "a.txt")
    #expect(document.words == text)
    #expect(document.details.title == "Bridge closes")
    #expect(try Reading.one("The council met on Monday.\n", "a.txt").details.title == nil)
    #expect(try Reading.one("\n## A `b` C ##\nx\n", "a.md").details.title == "A `b` C")
  }

  @Test func theFirstLinesSayWhatItIs() throws {
    let text = """
      You will be led on to the page in seconds.

      Bridge closes for ever

      By Ana Ruiz
      Oct. 7, 2012 - 01:46PM   |

      The council met on Monday, 8 October 2012, and said so.
      """
    let document = try Reading.one(text, "a.txt")
    #expect(document.words == text)
    #expect(document.details.title == "Bridge closes for ever")
    #expect(document.details.author == "Ana Ruiz")
    #expect(document.details.published?.description == "2012-10-07")
    #expect(document.notes == ["the date is that of the line `Oct. 7, 2012 - 01:46PM |`"])
    let other = try Reading.one("One.\n\nTwo on 3 May 2020\nthree.\n", "a.txt").details
    #expect(other.title == nil)
  }

  @Test func frontMatterIsTakenOff() throws {
    let text = """
      ---
      title: "Bridge closes"
      author:
        - Ana Ruiz
        - Bo Lee
      date: 2023-06-05
      url: https://v.example/a
      lang: en_GB
      tags: [a, b]
      ---

      The council met.
      """
    let document = try Reading.one(text, "a.md")
    #expect(document.words == "The council met.")
    let details = document.details
    #expect(details.title == "Bridge closes")
    #expect(details.author == "Ana Ruiz, Bo Lee")
    #expect(details.published?.description == "2023-06-05")
    #expect(details.url == "https://v.example/a")
    #expect(details.language == "en-GB")
    #expect(Reading.original(of: "council", in: document, Array(text.utf8)) == "council")
    #expect(try Reading.one("---\nno front matter\n---\n", "a.md").words.hasPrefix("---"))
  }
}
