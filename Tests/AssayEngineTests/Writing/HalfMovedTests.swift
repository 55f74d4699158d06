import AssayText
import Glibc
import Testing

@testable import AssayCorpus

/// What a shell leaves that was killed while a document came in with its source.
@Suite struct HalfMovedTests {
  private let corpus = WrittenCorpus()
  private let before: [String: [UInt8]]
  private let change: FileChange
  private let move: FileMove
  private static let text = "The text of a document.\n"
  private static let shelf = ".assay/files/1.2-3"

  init() throws {
    #expect(try corpus.isSound())
    before = corpus.files
    let bytes = try #require(corpus.folder.read("sources.assay"))
    let digest = Digest.sha256(Array(Self.text.utf8))
    let record = "source k { title \"K\"; document \"documents/k.md\"; digest \"\(digest)\" }\n"
    change = FileChange(
      path: "sources.assay", replacing: bytes.count..<bytes.count, of: bytes,
      by: Array(record.utf8))
    move = FileMove(
      path: "documents/k.md", digest: digest,
      place: corpus.folder.path + "/\(Self.shelf)/\(digest)")
    let edit = CorpusEdit("source @k", [change], moves: [move])
    corpus.folder.write(
      ".assay/journal/1.000000000-1", JournalText.head + JournalText.beginning(of: .add, edit))
  }

  /// How far the shell came: whether the file had come, and whether its source was written.
  static let cases: [(hasCome: Bool, isWritten: Bool)] = [
    (false, false), (true, false), (true, true),
  ]

  @Test(arguments: cases.indices)
  func isDecidedAtTheNextOpening(index: Int) throws {
    let (hasCome, isWritten) = Self.cases[index]
    corpus.folder.write(hasCome ? move.path : "\(Self.shelf)/\(move.digest)", Self.text)
    if isWritten {
      let bytes = try #require(corpus.folder.read(change.path))
      corpus.folder.write(change.path, try #require(change.rebased(onto: bytes).result))
    }
    #expect(try corpus.isSound())
    #expect((corpus.files["/documents/k.md"] != nil) == isWritten)
    #expect(corpus.files.count == before.count + (isWritten ? 1 : 0))
    let shell = try corpus.shell()
    #expect(shell.adoptJournals() == (isWritten ? 1 : 0))
    if isWritten {
      #expect(
        try shell.undo() == """
          took back source @k  sources.assay, documents/k.md; `redo` does it again

          """)
    }
    #expect(corpus.files == before)
  }

  /// What somebody has made of the file meanwhile is not taken away.
  @Test func aFileThatWasChangedStays() throws {
    corpus.folder.write(move.path, "Somebody's work.\n")
    #expect(try corpus.isSound())
    #expect(corpus.folder.read(move.path) == Array("Somebody's work.\n".utf8))
  }
}
