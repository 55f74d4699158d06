import Testing

/// From where the corpus can be written to.
@Suite struct DeclaringTests {
  private let corpus = WrittenCorpus()
  private let claim = WrittenCorpus.claim("new", "s")

  @Test func aPipeDeclares() throws {
    let outcome = try Program.run(
      ["."], in: corpus.folder.path, input: Array("\(claim)claims | count | as csv\n".utf8))
    #expect(outcome.code == 0)
    #expect(outcome.text == "count\n5\n")
    #expect(outcome.errorText == "added claim @new  claims/s.assay:5\n")
    #expect(try corpus.isSound())
  }

  @Test func aFileThatIsRunDeclares() throws {
    corpus.folder.write("more.assay", claim + "run \"deeper.assay\"\n")
    corpus.folder.write("deeper.assay", "claims | count | as csv\nundo\n")
    let before = corpus.files
    let outcome = try corpus.run("run \"more.assay\"; claims | count | as csv")
    #expect(outcome.text == "count\n5\ncount\n4\n")
    #expect(corpus.files == before)
  }

  /// What an analysis may not hold.
  @Test(arguments: [
    "claim new from @s { says \"New.\" }", "remove @s0", "undo", "redo", "run \"declares.assay\"",
    "claims | count\nclaim new from @s { says \"New.\" }",
  ])
  func aScriptDoesNot(script: String) throws {
    corpus.folder.write("script.assay", script + "\n")
    corpus.folder.write("declares.assay", claim)
    let before = corpus.files
    let outcome = try Program.run(["run", "script.assay"], in: corpus.folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("error[Q118]"), "\(outcome.errorText)")
    #expect(outcome.output.isEmpty)
    #expect(corpus.files == before)
  }

  /// One fault, and nothing of what stands together is written.
  @Test func allOrNothing() throws {
    let before = corpus.files
    let wrong = ["says", "about @nobody", "quote \"no\"", "says \"again\"", "when 1901-13"]
    for fault in wrong {
      let text = "source u { title \"U\" }\n\(claim)claim x from @u { says \"X.\"; \(fault) }\n"
      let outcome = try corpus.run(text)
      #expect(outcome.code == 2, "\(fault)")
      #expect(outcome.errorText.contains("--> -c:3:"), "\(outcome.errorText)")
      #expect(corpus.files == before, "\(fault)")
    }
    #expect(ScratchFolder.names(in: corpus.folder.path + "/.assay/journal") == [])
  }
}
