import AssayEngine
import Testing

/// What is found in the published set of sentences is near to the marks of its reader.
@Suite struct SentenceSetTests {
  private static let folder = Program.repository + "/Tests/AssayEngineTests/sentences"

  @Test func theSetIsLargeAndOfSeveralKinds() throws {
    let test = try SentenceTest(Self.folder)
    #expect(test.sentenceCount >= 200)
    #expect(test.kinds.count >= 3)
  }

  /// The manual shows what `assay selftest` prints.
  @Test func theManualShowsTheReport() throws {
    let report = try SentenceTest(Self.folder).report
    let path = Program.repository + "/Sources/AssayShell/Manual/Corpus/candidates.md"
    let page = try #require(ScratchFolder.read(path))
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("\n" + report + "```"), "candidates.md lacks the report:\n\(report)")
  }

  /// What is right is told as right.
  @Test func marksAreCounted() throws {
    let folder = ScratchFolder()
    folder.write(
      "a.tsv",
      """
      id\tkind\tlang\tcandidate\thedges\tspeakers\tdates\tpublished\ttext
      1\tmade\ten\tyes\tmay\tmayor\t1912=1912\t1912-10-07\tThe mayor said it may have cost 9 pounds in 1912.
      2\tmade\ten\tno\t\t\tlast year=1911\t1912-10-07\tWho paid last year?
      3\tmade\tes\tyes\thabría\tel alcalde\t\t\tSegún el alcalde, la obra habría costado 9 libras.
      4\tmade\ten\tyes\tperhaps\t\t\t\tThe men came home.

      """)
    let test = try SentenceTest(folder.path)
    #expect(test.score(.hedges).right == 2 && test.score(.hedges).expected == 3)
    #expect(test.score(.speakers).f1 == 1)
    #expect(test.score(.values).f1 == 1)
    #expect(test.score(.candidates).recall == 2.0 / 3)
    #expect(test.score(.candidates, kind: "made").precision == 1)
  }

  @Test func aBrokenLineIsTold() {
    let folder = ScratchFolder()
    folder.write("a.tsv", "id\tkind\n1\n")
    #expect { try SentenceTest(folder.path) } throws: { "\($0)".contains("1 cells for 2 columns") }
  }
}
