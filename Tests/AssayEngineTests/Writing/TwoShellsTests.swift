import AssayEngine
import AssayText
import Glibc
import Testing

/// Several shells on one corpus: what each writes is there, or it is told.
@Suite struct TwoShellsTests {
  @Test func allThatManyWriteIsThere() throws {
    let corpus = WrittenCorpus()
    let before = try #require(corpus.files["/claims/s.assay"])
    let (shells, claims) = (8, 20)
    let runs = try (0..<shells).map { shell in
      // What stands between declarations keeps each an edit of its own.
      let statements = (0..<claims).map {
        WrittenCorpus.claim("p\(shell)-\($0)", "s") + "expect 1 = 1\n"
      }
      return try Program.start([".", "-c", statements.joined()], in: corpus.folder.path)
    }
    for run in runs {
      let outcome = run.finish()
      #expect(outcome.code == 0, "\(outcome.errorText)")
      let told = outcome.errorText.split(separator: "\n").filter { $0.hasPrefix("added claim @p") }
      #expect(told.count == claims)
    }
    let text = String(decoding: corpus.files["/claims/s.assay"] ?? [], as: UTF8.self)
    #expect(text.utf8.starts(with: before))
    for shell in 0..<shells {
      for claim in 0..<claims {
        #expect(text.ranges(of: WrittenCorpus.claim("p\(shell)-\(claim)", "s")).count == 1)
      }
    }
    #expect(text.split(separator: "\n").count == 3 + shells * claims)
    #expect(try corpus.isSound())
    #expect(ScratchFolder.names(in: corpus.folder.path + "/claims") == ["s.assay", "t.assay"])
    #expect(ScratchFolder.names(in: corpus.folder.path + "/.assay/journal") == [])
  }

  @Test func undoLeavesWhatOthersWrote() throws {
    let corpus = WrittenCorpus()
    let (one, other) = (try corpus.shell(), try corpus.shell())
    _ = try one.add(WrittenCorpus.claim("mine", "s"))
    _ = try other.add(WrittenCorpus.claim("theirs", "s"))
    #expect(try one.undo().hasPrefix("took back claim @mine"))
    let text = String(decoding: corpus.files["/claims/s.assay"] ?? [], as: UTF8.self)
    #expect(!text.contains("mine") && text.contains("claim theirs from @s"))
    _ = try one.redo()
    #expect(try other.undo().hasPrefix("took back claim @theirs"))
    #expect(try one.undo().hasPrefix("took back claim @mine"))
    #expect(try corpus.isSound())
  }

  /// A file that came in with a claim stays as long as others have written into it.
  @Test func undoOfANewFileLeavesWhatOthersWrote() throws {
    let corpus = WrittenCorpus()
    let (one, other) = (try corpus.shell(), try corpus.shell())
    _ = try one.add("source u { title \"U\" }\n" + WrittenCorpus.claim("mine", "u"))
    try other.reload()
    _ = try other.add(WrittenCorpus.claim("theirs", "u"))
    let fault = #expect(throws: Diagnostics.self) { try one.undo() }
    #expect(fault?.all.first?.code == .stillReferredTo)
    _ = try other.edit("theirs") { $0.replacing("@u", with: "@s") }
    _ = try one.undo()
    #expect(
      corpus.files["/claims/u.assay"]
        == Array("\nclaim theirs from @s { says \"Said theirs.\" }\n".utf8))
    #expect(try corpus.isSound())
  }

  @Test func aRecordThatOthersChangedIsNotOverwritten() throws {
    let corpus = WrittenCorpus()
    let (one, other) = (try corpus.shell(), try corpus.shell())
    let fault = #expect(throws: Diagnostics.self) {
      try one.edit("s1") { old in
        _ = try other.edit("s1") { $0.replacing("Said", with: "They said") }
        return old.replacing("Said", with: "I said")
      }
    }
    #expect(fault?.all.map(\.code) == [.changedMeanwhile])
    let text = String(decoding: corpus.files["/claims/s.assay"] ?? [], as: UTF8.self)
    #expect(text.contains("They said s1.") && !text.contains("I said"))
    // What else they change is no hindrance.
    _ = try one.edit("s2") { old in
      _ = try other.edit("s0") { $0.replacing("Said", with: "They said, at length,") }
      return old.replacing("Said", with: "I said")
    }
    let after = String(decoding: corpus.files["/claims/s.assay"] ?? [], as: UTF8.self)
    #expect(after.contains("They said, at length, s0.") && after.contains("I said s2."))
    #expect(try corpus.isSound())
  }

  @Test func aRecordThatOthersReferToIsNotRemoved() throws {
    let corpus = WrittenCorpus()
    let (one, other) = (try corpus.shell(), try corpus.shell())
    _ = try other.add(WrittenCorpus.claim("new", "s", "; about @e1"))
    let fault = #expect(throws: Diagnostics.self) { try one.remove("e1") }
    #expect(fault?.all.map(\.code) == [.stillReferredTo])
    #expect(try corpus.isSound())
  }

  /// Two that add the same: one is told.
  @Test func theSameIDIsTaken() throws {
    let corpus = WrittenCorpus()
    let runs = try (0..<4).map { _ in
      try Program.start([".", "-c", WrittenCorpus.claim("same", "s")], in: corpus.folder.path)
    }
    let outcomes = runs.map { $0.finish() }
    #expect(outcomes.map(\.code).sorted() == [0, 2, 2, 2])
    #expect(outcomes.count { $0.errorText.contains("error[C105]") } == 3)
    #expect(try corpus.isSound())
  }

  /// Who only reads, however long, does not keep others from writing.
  @Test func aLongQueryIsNoHindrance() throws {
    let folder = ScratchFolder()
    let words = String(repeating: "a", count: 20) + "!"
    let claims = (0..<2000).map { "claim c\($0) from @s { says \"\(words)\" }\n" }.joined()
    folder.write("corpus.assay", "corpus slow {}\nsource s { title \"S\" }\nuse \"c.assay\"\n")
    folder.write("c.assay", claims)
    #expect(try Program.run(["check", "."], in: folder.path).code == 0)
    let slow = try Program.start([".", "-c", ExitCodeTests.slowStatement], in: folder.path)
    usleep(500_000)
    let start = ContinuousClock.now
    let outcome = try Program.run(
      [".", "-c", "claim new from @s { says \"New.\" }\nclaims | count | as csv"], in: folder.path)
    #expect(outcome.text == "count\n2001\n", "\(outcome.errorText)")
    #expect(ContinuousClock.now - start < .seconds(10))
    kill(slow.process, SIGKILL)
    _ = slow.finish()
  }
}
