import AssayText
import Glibc
import Testing

@testable import AssayEngine

/// `assay ingest` as a user runs it.
@Suite struct IngestTests {
  private let corpus = WrittenCorpus()
  private let folder = ScratchFolder()

  private func ingest(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["ingest", "--corpus", corpus.folder.path] + arguments, in: folder.path)
  }

  @Test func whatIsNoDocumentIsLeftOutAndNamed() throws {
    folder.write("in/a.md", "# One\n\nOne sentence stands here.\n")
    folder.write("in/deep/er/b.txt", "Another one stands there.\n")
    folder.write("in/.hidden.md", "Hidden.\n")
    folder.write("in/.git/c.md", "Hidden as well.\n")
    folder.write("in/corpus.assay", "corpus x {}\n")
    folder.write("secret.md", "Secret.\n")
    folder.write("in/z.bin", [0, 1, 2, 0, 255, 0])
    symlink(folder.path + "/secret.md", folder.path + "/in/link.md")
    symlink(folder.path, folder.path + "/in/around")
    mkfifo(folder.path + "/in/pipe", 0o600)
    let outcome = try ingest("in")
    #expect(outcome.code == 4)
    #expect(outcome.errorText.contains("`in/z.bin`"), "\(outcome.errorText)")
    #expect(outcome.text.contains("2 sources added to sources.assay, 1 file with faults left out"))
    #expect(try corpus.isSound())
    let names = Set(corpus.files.keys.filter { $0.hasPrefix("/documents/") })
    #expect(names == ["/documents/one.md", "/documents/another-one-stands-there.txt"])
    let again = try ingest("in/a.md", "in/deep")
    #expect(again.code == 0)
    #expect(again.text.contains("0 sources added, 2 known already"))
  }

  /// A pipe that nobody writes to is not waited for.
  @Test func aPipeIsNoFile() throws {
    mkfifo(folder.path + "/pipe", 0o600)
    let outcome = try ingest("pipe")
    #expect(outcome.code == 4)
    #expect(outcome.errorText.contains("neither a file nor a folder"))
  }

  @Test func aDryRunWritesNothing() throws {
    folder.write("a.md", "# One\n\nOne sentence stands here.\n")
    let before = corpus.files
    let outcome = try ingest("a.md", "--dry-run", "--as", "first", "--retrieved", "2023-09-12")
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("source first {\n  title     \"One\"\n  retrieved 2023-09-12\n"))
    #expect(outcome.text.contains("nothing was written"))
    #expect(corpus.files == before)
  }

  /// What is wrong with the corpus afterwards keeps all out.
  @Test func nothingComesInByHalf() throws {
    folder.write("a.md", "# One\n\nOne sentence stands here.\n")
    folder.write("b.md", "# Two\n\nAnother sentence stands here.\n")
    corpus.folder.write("documents/other.md", "Other.\n")
    let before = corpus.files
    // Somebody has made a file between the proposal and the writing.
    let shell = try corpus.shell()
    let proposals = try shell.ingestion(of: IngestRequest([folder.path])).proposals
    #expect(proposals.map(\.id) == ["one", "two"])
    corpus.folder.write("documents/two.md", "In the way.\n")
    #expect(throws: Diagnostics.self) { try CorpusEditor(shell).ingest(proposals) }
    corpus.folder.remove("documents/two.md")
    #expect(corpus.files == before)
    #expect(try CorpusEditor(shell).ingest(proposals) == ["sources.assay"])
    #expect(try corpus.isSound())
    #expect(try shell.undo().hasPrefix("took back source @one, source @two  sources.assay, "))
    #expect(corpus.files == before)
    _ = try shell.redo()
    #expect(try corpus.isSound())
    #expect(corpus.files.count == before.count + 2)
  }

  @Test func aLinkLeadsNothingOutOfTheCorpus() throws {
    let outside = ScratchFolder()
    outside.write("kept.md", "Kept.\n")
    symlink(outside.path, corpus.folder.path + "/documents")
    folder.write("a.md", "# One\n\nOne sentence stands here.\n")
    let outcome = try ingest("a.md")
    #expect(outcome.code != 0)
    #expect(outcome.errorText.contains("C117"), "\(outcome.errorText)")
    #expect(ScratchFolder.names(in: outside.path) == ["kept.md"])
    #expect(try corpus.isSound())
  }

  /// An edit of a document stands in the way of taking it back.
  @Test func whatOthersHaveChangedStays() throws {
    folder.write("a.md", "# One\n\nOne sentence stands here.\n")
    let shell = try corpus.shell()
    let request = IngestRequest([folder.path + "/a.md"])
    _ = try CorpusEditor(shell).ingest(try shell.ingestion(of: request).proposals)
    corpus.folder.write("documents/one.md", "# One\n\nSomebody's work.\n")
    let before = corpus.files
    #expect(throws: Diagnostics.self) { try shell.undo() }
    #expect(corpus.files == before)
  }

  /// Killed at any moment, the corpus is as before or as after.
  @Test func isBeforeOrAfterWhenKilled() throws {
    for number in 0..<12 {
      folder.write("in/\(number).md", "# Number \(number)\n\nThe document of number \(number).\n")
    }
    var generator = SplitMix(seed: 11)
    let start = ContinuousClock.now
    let whole = try Program.run(
      ["ingest", "--corpus", corpus.folder.path, "in/0.md"], in: folder.path)
    #expect(whole.code == 0)
    let time = Int((ContinuousClock.now - start) / .microseconds(1))
    for number in 1..<12 {
      let before = corpus.files
      let run = try Program.start(
        ["ingest", "--corpus", corpus.folder.path, "in/\(number).md"], in: folder.path)
      usleep(UInt32(Int.random(in: 0...(time * 3 / 2), using: &generator)))
      kill(run.process, SIGKILL)
      _ = run.finish()
      try #require(try corpus.isSound(), "\(number)")
      let files = corpus.files
      let isAfter = files["/documents/number-\(number).md"] != nil
      #expect(files.count == before.count + (isAfter ? 1 : 0), "\(number)")
      if !isAfter { #expect(files == before, "\(number)") }
    }
  }

  /// Ctrl-C ends the work and leaves the corpus as it was.
  @Test func anInterruptLeavesNothingBehind() throws {
    let text = String(repeating: "A sentence of some words stands here. ", count: 40_000)
    for number in 0..<8 { folder.write("in/\(number).md", "# Number \(number)\n\n\(text)\n") }
    let before = corpus.files
    let run = try Program.start(["ingest", "--corpus", corpus.folder.path, "in"], in: folder.path)
    usleep(250_000)
    kill(run.process, SIGINT)
    let outcome = run.finish()
    #expect(outcome.code == 130 || outcome.code == 0)
    if outcome.code == 130 {
      #expect(corpus.files == before)
      #expect(ScratchFolder.names(in: corpus.folder.path + "/.assay/files").isEmpty)
    }
  }
}
