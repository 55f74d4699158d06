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
  private static let journal = ".assay/journal/1.000000000-1"
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
    begin(CorpusEdit("source @k", [change], moves: [move]))
  }

  /// Writes the journal of a shell that has begun an edit.
  private func begin(_ edit: CorpusEdit) {
    corpus.folder.write(Self.journal, JournalText.head + JournalText.beginning(of: .add, edit))
  }

  private var left: [UInt8] { corpus.folder.read(Self.journal) ?? [] }

  /// Makes the change of the text.
  private func write() throws {
    let bytes = try #require(corpus.folder.read(change.path))
    corpus.folder.write(change.path, try #require(change.rebased(onto: bytes).result))
  }

  /// How far the shell came: whether the file had come, and whether its source was written.
  static let cases: [(hasCome: Bool, isWritten: Bool)] = [
    (false, false), (true, false), (true, true),
  ]

  @Test(arguments: cases.indices)
  func isDecidedAtTheNextOpening(index: Int) throws {
    let (hasCome, isWritten) = Self.cases[index]
    corpus.folder.write(hasCome ? move.path : "\(Self.shelf)/\(move.digest)", Self.text)
    if isWritten { try write() }
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
    #expect(!corpus.folder.holds("documents"))
  }

  /// Killed between the two steps of a move, a shell leaves the file under both names.
  @Test func aFileUnderTwoNamesGoes() throws {
    corpus.folder.write("\(Self.shelf)/\(move.digest)", Self.text)
    corpus.folder.makeFolders(above: move.path)
    #expect(link(move.place, corpus.folder.path + "/" + move.path) == 0)
    #expect(try corpus.isSound())
    #expect(corpus.files == before)
    #expect(left.isEmpty)
  }

  /// A corpus that was moved elsewhere since has its shelf there, and not where the journal says.
  @Test func aMovedCorpusKeepsItsOwnShelf() throws {
    let moved = FileMove(
      path: move.path, digest: move.digest, place: "/nowhere/\(Self.shelf)/\(move.digest)")
    begin(CorpusEdit("source @k", [change], moves: [moved]))
    corpus.folder.write(move.path, Self.text)
    try write()
    let shell = try corpus.shell()
    #expect(shell.adoptJournals() == 1)
    _ = try shell.undo()
    #expect(corpus.files == before)
    #expect(corpus.folder.read("\(Self.shelf)/\(move.digest)") == Array(Self.text.utf8))
    #expect(try shell.redo().hasPrefix("did again source @k  "))
    #expect(corpus.folder.read(move.path) == Array(Self.text.utf8))
    #expect(try corpus.isSound())
  }

  /// Somebody has written into the text before the next opening: what was added is there.
  @Test(arguments: ["source l { title \"L\" }\n", "# The end.\n"], [true, false])
  func othersTextsAreLeftAlone(text: String, isBefore: Bool) throws {
    corpus.folder.write(move.path, Self.text)
    try write()
    let bytes = try #require(corpus.folder.read(change.path))
    let others = Array(text.utf8)
    corpus.folder.write(change.path, isBefore ? others + bytes : bytes + others)
    #expect(try corpus.isSound())
    #expect(corpus.folder.read(move.path) == Array(Self.text.utf8))
    let shell = try corpus.shell()
    #expect(shell.adoptJournals() == 1)
    _ = try shell.undo()
    #expect(corpus.folder.read(move.path) == nil)
    let rest = try #require(before["/" + change.path])
    #expect(corpus.folder.read(change.path) == (isBefore ? others + rest : rest + others))
  }

  /// Somebody has changed the record itself, which names the file.
  @Test func aFileThatIsNamedStays() throws {
    corpus.folder.write(move.path, Self.text)
    try write()
    let text = String(decoding: try #require(corpus.folder.read(change.path)), as: UTF8.self)
    corpus.folder.write(change.path, text.replacing("\"K\"", with: "\"The K\""))
    #expect(try corpus.isSound())
    #expect(corpus.folder.read(move.path) == Array(Self.text.utf8))
    #expect(try corpus.shell().adoptJournals() == 0)
  }

  /// What somebody has made of the file meanwhile is not taken away.
  @Test func aFileThatWasChangedStays() throws {
    corpus.folder.write(move.path, "Somebody's work.\n")
    #expect(try corpus.isSound())
    #expect(corpus.folder.read(move.path) == Array("Somebody's work.\n".utf8))
  }
}
