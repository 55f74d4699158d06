import AssayText
import Testing

/// `assay play`: sessions are shown, compared and written anew.
@Suite struct PlayTests {
  static let fence = "```"

  /// A session on a corpus of its own.
  static let session = """
    # A session

    \(fence)corpus corpus.assay
    corpus c { title "C" }
    source town { title "The town paper" }
    \(fence)

    Prose with `> ` in it, and a block of another sort:

    \(fence)sh
    > not a statement
    \(fence)

    \(fence)assay .
    > let mine = sources
    > mine
    . | select id
    id
    ────
    town

    1 source
    > souces
    error[Q101]: * (glob)
    * (glob+)
    [exit 2]
    \(fence)

    It goes on in the same shell:

    \(fence)assay
    > mine | count | as csv
    count
    [0-9] (regex)
    \(fence)

    """

  private func play(
    _ text: String, _ options: String..., folder: ScratchFolder = ScratchFolder()
  ) throws -> Program.Outcome {
    folder.write("session.md", text)
    return try Program.run(["play"] + options + ["session.md"], in: folder.path)
  }

  @Test func aSessionThatHoldsIsSilent() throws {
    let outcome = try play(Self.session, "--check")
    #expect(outcome == Program.Outcome(), "\(outcome.text)\(outcome.errorText)")
  }

  @Test func aDifferenceIsToldWithItsPlace() throws {
    let text = Self.session.replacing("1 source\n", with: "2 sources\n")
    let outcome = try play(text, "--check")
    #expect(outcome.code == 1)
    #expect(
      outcome.text == """
        session.md:16: > mine
        | select id
          id
          ────
          town
        \("  ")
        - 2 sources
        + 1 source

        """)
  }

  @Test func anUpdateWritesOutputsOnly() throws {
    let folder = ScratchFolder()
    let text = Self.session.replacing("1 source\n", with: "2 sources\n")
      .replacing("* (glob+)\n", with: "")
    let outcome = try play(text, "--update", folder: folder)
    #expect(outcome.code == 0)
    #expect(outcome.text == "session.md: 2 of 4 statements updated\n")
    let updated = String(decoding: folder.read("session.md") ?? [], as: UTF8.self)
    #expect(
      updated
        == Self.session.replacing(
          "* (glob+)\n",
          with: """
             --> <prompt>:1:1
            1 | souces
              | ^^^^^^ did you mean `sources`?

            """))
    #expect(try play(updated, "--check").code == 0)
    #expect(try play(updated, "--update").text.isEmpty)
  }

  @Test func elsewhereThanOnATerminalTheTextIsWritten() throws {
    let outcome = try play(Self.session.replacing("1 source\n", with: ""))
    #expect(outcome.code == 0)
    #expect(outcome.text == Self.session)
  }

  /// What a broken corpus would give takes no one's place.
  @Test func aBrokenCorpusIsRefused() throws {
    let folder = ScratchFolder(copying: "examples")
    folder.write("examples/peru/links.assay", "link l @none supports @nothing\n")
    let text =
      "\(Self.fence)assay examples/peru\n> sources | count | as csv\ncount\n5\n\(Self.fence)\n"
    for option in ["--check", "--update"] {
      let outcome = try play(text, option, folder: folder)
      #expect(outcome.code == 3)
      #expect(outcome.errorText.contains("error[C106]"))
    }
    #expect(folder.read("session.md") == Array(text.utf8))
  }

  /// Line ends of another system, and a byte order mark.
  @Test func otherLineEndsAreRead() throws {
    let text = "\u{FEFF}" + Self.session.replacing("\n", with: "\r\n")
    #expect(try play(text, "--check") == Program.Outcome())
  }

  /// Nothing is written beside the session's file, and nothing into a corpus that is not its own.
  @Test func aSessionLeavesNothingBehind() throws {
    let folder = ScratchFolder(copying: "examples")
    let text = """
      \(Self.fence)assay examples/peru
      > sources | save "sources.csv"
      > source new { title "New" }
      \(Self.fence)
      """
    let outcome = try play(text, folder: folder)
    #expect(outcome.text.contains("error[Q118]"))
    #expect(ScratchFolder.names(in: folder.path) == ["examples", "session.md"])
  }

  /// Texts that are no sessions, with the place of the fault.
  static let faulty: [(text: String, place: String)] = [
    ("\(fence)assay .\nclaims\n\(fence)\n", "session.md:2:1"),
    ("# A\n\n\(fence)assay\n> claims\n\(fence)\n", "session.md:3:1"),
  ]

  @Test(arguments: faulty.indices)
  func faultyTexts(index: Int) throws {
    let (text, place) = Self.faulty[index]
    for option in ["--check", "--update"] {
      let outcome = try play(text, option)
      #expect(outcome.code == 2)
      #expect(outcome.errorText.contains("error[Q132]"), "\(outcome.errorText)")
      #expect(outcome.errorText.contains(place), "\(outcome.errorText)")
    }
  }

  @Test func aMissingFileIsAFault() throws {
    let outcome = try Program.run(["play", "--check", "none.md"], in: "/tmp")
    #expect(outcome.code == 4)
    #expect(outcome.errorText.contains("error[F201]"))
    #expect(try Program.run(["play", "--check", "--update", "a.md"], in: "/tmp").code == 2)
  }
}
