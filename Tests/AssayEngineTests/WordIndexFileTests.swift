import Glibc
import Testing

/// The word index beside a corpus is derived, and made when a statement reads the text.
@Suite struct WordIndexFileTests {
  static let questions = """
    documents | words as csv
    passages | kwic "(the|harb*) * *" | as csv
    passages | search "quay harbour" | as csv
    """.replacing("words as", with: "words | as")

  private func corpus() -> ScratchFolder {
    let folder = ScratchFolder()
    folder.write(
      "corpus.assay",
      """
      corpus a {}
      source s { title "S"; document "documents/s.md" }
      source b { title "B"; document "documents/b.md" }

      """)
    folder.write("documents/s.md", "The harbour has a quay. The quay is new.\n\nNobody came.\n")
    folder.write("documents/b.md", "The quay of the harbour.\n")
    return folder
  }

  private func ask(_ folder: ScratchFolder, _ text: String = questions) throws -> String {
    let outcome = try Program.run([".", "-c", text], in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    return outcome.text
  }

  @Test func isMadeByTheFirstStatementThatReads() throws {
    let folder = corpus()
    _ = try ask(folder, "passages | where text has \"quay\" | count")
    #expect(!folder.holds(".assay/words"))
    let first = try ask(folder)
    let made = folder.read(".assay/words")
    #expect(made != nil)
    #expect(try ask(folder) == first)
    #expect(folder.read(".assay/words") == made)
  }

  @Test func followsTheDocuments() throws {
    let folder = corpus()
    let before = try ask(folder)
    folder.write("documents/b.md", "Another quay of that harbour.\n")
    let after = try ask(folder)
    #expect(after != before)
    folder.remove(".assay")
    #expect(try ask(folder) == after)
  }

  /// The keys of the sources change when one is declared before the others.
  @Test func followsTheSources() throws {
    let folder = corpus()
    _ = try ask(folder)
    folder.write("documents/z.md", "The last quay.\n")
    let text = String(decoding: folder.read("corpus.assay") ?? [], as: UTF8.self)
    folder.write(
      "corpus.assay",
      text.replacing(
        "source s", with: "source a { title \"Z\"; document \"documents/z.md\" }\nsource s"))
    let after = try ask(folder)
    #expect(after.contains("a,1,1"))
    folder.remove(".assay")
    #expect(try ask(folder) == after)
  }

  static let garbage: [(name: String, bytes: [UInt8])] = [
    ("nothing", []), ("words", Array("this is no index\n".utf8)),
    ("zeros", Array(repeating: 0, count: 8192)),
    ("noise", (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }),
  ]

  @Test(arguments: garbage.indices)
  func garbageIsMadeAnew(row: Int) throws {
    let folder = corpus()
    let first = try ask(folder)
    let made = folder.read(".assay/words")
    folder.write(".assay/words", Self.garbage[row].bytes)
    #expect(try ask(folder) == first, "\(Self.garbage[row].name)")
    #expect(folder.read(".assay/words") == made)
  }

  @Test func aPieceOfItIsMadeAnew() throws {
    let folder = corpus()
    let first = try ask(folder)
    let made = try #require(folder.read(".assay/words"))
    for count in stride(from: 0, to: made.count, by: 97) {
      folder.write(".assay/words", Array(made[..<count]))
      #expect(try ask(folder) == first, "\(count) bytes")
    }
  }

  /// What a killed shell has left goes away; what another one is writing stays.
  @Test func leftoversAreRemoved() throws {
    let folder = corpus()
    _ = try ask(folder, "passages | count")
    folder.write(".assay/words.new.999999999", "half")
    folder.write(".assay/words.new.\(getpid())", "half")
    _ = try ask(folder)
    #expect(!folder.holds(".assay/words.new.999999999"))
    #expect(folder.holds(".assay/words.new.\(getpid())"))
  }

  /// A corpus with faults has its indexes in memory.
  @Test func isInMemoryWhereTheIndexIs() throws {
    let folder = corpus()
    let text = String(decoding: folder.read("corpus.assay") ?? [], as: UTF8.self)
    folder.write("corpus.assay", text + "claim c from @nobody { says \"C.\" }\n")
    let outcome = try Program.run([".", "-c", Self.questions], in: folder.path)
    #expect(outcome.code == 3)
    #expect(!folder.holds(".assay/words"))
  }

  /// A folder in which a file of that name cannot be made.
  @Test func isInMemoryWhereNothingCanBeWritten() throws {
    let folder = corpus()
    let first = try ask(folder)
    folder.remove(".assay/words")
    folder.write(".assay/words/in-the-way", "")
    #expect(try ask(folder) == first)
  }
}
