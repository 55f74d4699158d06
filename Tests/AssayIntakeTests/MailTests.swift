import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct MailTests {
  private static let plain = """
    From: =?UTF-8?Q?Ana_Ru=C3=ADz?= <ana@v.example>
    To: all@v.example
    Subject: =?utf-8?B?UHVlbnRlIGNlcnJhZG8=?=
     =?utf-8?Q?_hoy?= (copy)
    Date: Mon, 5 Jun 2023 14:20:00 +0200
    Content-Type: text/plain; charset="iso-8859-1"
    Content-Transfer-Encoding: quoted-printable

    El puente est=E1 cerrado =
    desde el lunes.

    """

  private static let parted = """
    From: Bo Lee <bo@v.example>
    Subject: Two forms
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="outer"

    preamble
    --outer
    Content-Type: multipart/alternative; boundary=inner

    --inner
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: base64

    VGhlIGJyaWRnZSBpcyBjbG9zZWQu
    --inner
    Content-Type: text/html

    <p>The <b>bridge</b> is closed, says the page.</p>
    --inner--
    --outer
    Content-Type: image/png
    Content-Disposition: attachment; filename=a.png

    iVBORw0KGgo=
    --outer--
    """

  private static let snapshot = """
    From: <Saved by Blink>
    Snapshot-Content-Location: https://v.example/a?b=1
    Subject: Bridge closes
    Date: Mon, 5 Jun 2023 14:20:00 +0200
    MIME-Version: 1.0
    Content-Type: multipart/related; type="text/html"; boundary="b"

    --b
    Content-Type: text/html
    Content-Transfer-Encoding: quoted-printable
    Content-Location: https://v.example/a?b=1

    <html><head><meta name=3Dauthor content=3D"Ana Ruiz"></head><body><p>The bridge =
    is closed.</p></body></html>
    --b
    Content-Type: text/html

    <p>An advertisement in a frame.</p>
    --b--

    """

  private static let quoted = """
    From ana@v.example Mon Jun  5 14:20:00 2023
    From: Ana <ana@v.example>
    Subject: Quoted

    The bridge is closed.
    >From Monday on, nobody crosses it.
    >>From was written so.
    > From here nothing changes.

    """

  static let samples = [plain, parted, snapshot, quoted].map { Array($0.utf8) }

  @Test func aSavedPage() throws {
    let document = try Reading.one(Self.snapshot, "a.mhtml")
    #expect(document.words == "The bridge is closed.\n")
    var details = IntakeDocument.Details()
    details.title = "Bridge closes"
    details.author = "Ana Ruiz"
    details.publisher = "v.example"
    details.url = "https://v.example/a?b=1"
    details.retrieved = PartialDate("2023-06-05")
    #expect(document.details == details)
    let nameless = Self.snapshot.replacing("<meta name=3Dauthor content=3D\"Ana Ruiz\">", with: "")
    #expect(try Reading.one(nameless, "a.mhtml").details.author == nil)
  }

  @Test func linesOfAMailboxAreAsTheyWereSent() throws {
    let document = try Reading.one(Self.quoted, "box")
    #expect(
      document.words.hasSuffix(
        "closed.\nFrom Monday on, nobody crosses it.\n>From was written so.\n"
          + "> From here nothing changes.\n"))
    let file = Array(Self.quoted.utf8)
    #expect(Reading.original(of: "From Monday on", in: document, file) == "From Monday on")
    #expect(Reading.original(of: "nothing changes", in: document, file) == "nothing changes")
  }

  @Test(arguments: [false, true])
  func aMessage(isCrossed: Bool) throws {
    let text = isCrossed ? Self.plain.replacing("\n", with: "\r\n") : Self.plain
    let file = Array(text.utf8)
    let document = try #require(try Reading.all(file, "a.eml").first)
    #expect(document.words == "El puente está cerrado desde el lunes.\n")
    #expect(document.details.title == "Puente cerrado hoy (copy)")
    #expect(document.details.author == "Ana Ruíz")
    #expect(document.details.published?.description == "2023-06-05")
    #expect(document.notes == ["converted from Windows-1252 (Latin-1)"])
    #expect(Reading.original(of: "está", in: document, file) == "est=E1")
  }

  @Test func thePlainPartOfSeveral() throws {
    let document = try Reading.one(Self.parted, "a.txt")
    #expect(document.form == .mail)
    #expect(document.words == "The bridge is closed.")
    #expect(document.notes == ["1 attached file was left out"])
    let page = Self.parted.replacing("VGhlIGJyaWRnZSBpcyBjbG9zZWQu", with: "")
    #expect(try Reading.one(page, "a.eml").words == "The bridge is closed, says the page.\n")
  }

  @Test func aMailbox() throws {
    let line = "From ana@v.example Mon Jun  5 14:20:00 2023\n"
    let file = line + Self.plain + "\n" + line + Self.parted + "\n\n" + line + "Subject: none\n\n\n"
    let documents = try Reading.all(Array(file.utf8), "box")
    #expect(documents.map(\.details.author) == ["Ana Ruíz", "Bo Lee"])
    #expect(documents[0].notes.contains("1 of 3 messages has no text"))
    #expect(Reading.original(of: "cerrado", in: documents[0], Array(file.utf8)) == "cerrado")
  }

  @Test func withoutTextIsSaid() {
    let file = "From: a@v.example\nSubject: x\nContent-Type: image/png\n\nabc"
    #expect(Reading.fault(Array(file.utf8), "a.eml")?.code == .unreadableDocument)
    let deep = (0..<100).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }
    let nested = "From: a@v.example\nSubject: x\n" + deep.joined()
    #expect(Reading.fault(Array(nested.utf8), "a.eml")?.code == .unreadableDocument)
  }

  /// A header of words that nothing ends is read in one go, and no more of it than is sound.
  @Test func wordsWithoutEnd() {
    let words = String(repeating: "=?a?b?x", count: 1 << 17)
    let headers = MailHeaders(Array("Subject: \(words)\nTo: a\n \(words)\n\n".utf8)[...])
    #expect(headers.text("subject")?.hasPrefix("=?a?b?x=?a?b?x") == true)
    #expect(headers.text("to")?.hasPrefix("a =?a?b?x") == true)
    #expect(EncodedWords.decode(Array("=?a?b?x=?a?x?y=?utf-8?Q?caf=C3=A9?= z".utf8)[...]) != "")
    let long = String(repeating: "=C3=A9", count: 100)
    let word = Array("=?utf-8?Q?\(long)?= z".utf8)
    #expect(EncodedWords.decode(word[...]) == String(repeating: "é", count: 100) + " z")
  }
}
