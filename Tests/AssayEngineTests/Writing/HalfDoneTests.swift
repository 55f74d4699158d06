import AssayText
import Testing

@testable import AssayCorpus

/// What a shell leaves that was killed in the middle of an edit of two files.
@Suite struct HalfDoneTests {
  private let corpus = WrittenCorpus()
  private let edit: CorpusEdit
  private let before: [String: [UInt8]]
  private static let journal = ".assay/journal/1.000000000-1"

  init() throws {
    #expect(try corpus.isSound())
    before = corpus.files
    let files = ["sources.assay", "entities.assay"]
    let texts = ["source k { title \"K\" }\n", "entity k: place { name \"K\" }\n"]
    var changes: [FileChange] = []
    for (path, text) in zip(files, texts) {
      let bytes = try #require(corpus.folder.read(path))
      changes.append(
        FileChange(
          path: path, replacing: bytes.count..<bytes.count, of: bytes, by: Array(text.utf8)))
    }
    edit = CorpusEdit("source @k, entity @k", changes)
    corpus.folder.write(Self.journal, JournalText.head + JournalText.beginning(of: .add, edit))
  }

  private func make(_ change: FileChange) throws {
    let bytes = try #require(corpus.folder.read(change.path))
    corpus.folder.write(change.path, try #require(change.rebased(onto: bytes).result))
    corpus.folder.write("." + change.path + ".assay-new", "half of")
  }

  private var left: String {
    String(decoding: corpus.folder.read(Self.journal) ?? [], as: UTF8.self)
  }

  /// Which of the two files were written, and whether the corpus was read in between by a shell of
  /// an older kind, so that its index is up to date.
  static let cases: [(written: [Int], isIndexed: Bool)] = [
    ([], false), ([0], false), ([1], false), ([0], true), ([1], true), ([0, 1], false),
    ([0, 1], true),
  ]

  @Test(arguments: cases.indices)
  func isDecidedAtTheNextOpening(index: Int) throws {
    let (written, isIndexed) = Self.cases[index]
    if isIndexed { corpus.folder.remove(Self.journal) }
    for file in written { try make(edit.changes[file]) }
    if isIndexed {
      #expect(try corpus.isSound())
      corpus.folder.write(Self.journal, JournalText.head + JournalText.beginning(of: .add, edit))
    }
    #expect(try corpus.isSound())
    let isWhole = written.count == 2
    for (path, bytes) in before {
      let change = isWhole ? edit.changes.first { "/" + $0.path == path } : nil
      #expect(corpus.files[path] == (try change?.rebased(onto: bytes).result ?? bytes), "\(path)")
    }
    #expect(corpus.files.count == before.count)
    let shell = try corpus.shell()
    #expect(shell.adoptJournals() == (isWhole ? 1 : 0))
    if isWhole { #expect(try shell.undo().hasPrefix("took back source @k, entity @k  ")) }
    #expect(corpus.files == before)
    #expect(left.isEmpty)
  }

  /// What cannot be taken back now is taken back later.
  @Test func isTriedAgain() throws {
    try make(edit.changes[0])
    corpus.folder.remove(".sources.assay.assay-new")
    corpus.folder.write(".sources.assay.assay-new/in-the-way", "")
    for _ in 0..<2 {
      #expect(try corpus.isSound())
      #expect(try corpus.shell().adoptJournals() == 0)
      #expect(left.hasSuffix("go\n"))
    }
    corpus.folder.remove(".sources.assay.assay-new")
    #expect(try corpus.isSound())
    #expect(corpus.files == before)
  }

  /// A shell that writes takes it back, too, before it reads the files.
  @Test func isDecidedBeforeSomethingIsWritten() throws {
    corpus.folder.remove(Self.journal)
    let shell = try corpus.shell()
    try make(edit.changes[0])
    corpus.folder.write(Self.journal, JournalText.head + JournalText.beginning(of: .add, edit))
    #expect(try shell.add("source k { title \"Another\" }").hasPrefix("added source @k"))
    _ = try shell.undo()
    #expect(corpus.files == before)
  }

  /// The journal of a shell that lives is its own.
  @Test func thatOfALivingShellIsLeftAlone() throws {
    let (one, other) = (try corpus.shell(), try corpus.shell())
    #expect(one.adoptJournals() == 0)
    _ = try one.add("source l { title \"L\" }")
    #expect(other.adoptJournals() == 0)
    #expect(try corpus.isSound())
    _ = try one.undo()
    one.journal.end()
    other.journal.end()
    #expect(ScratchFolder.names(in: corpus.folder.path + "/.assay/journal") == [])
  }
}
