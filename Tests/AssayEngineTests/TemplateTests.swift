import Testing

/// `assay new`: a corpus to begin with.
@Suite struct TemplateTests {
  @Test(arguments: ["mine", "with a space", "ünïcode", "./mine", "mine/"])
  func passesItsCheck(name: String) throws {
    let folder = ScratchFolder()
    let made = try Program.run(["new", name], in: folder.path)
    #expect(made.code == 0, "\(made.errorText)")
    let checked = try Program.run(["check", name], in: folder.path)
    #expect(checked.code == 0, "\(checked.errorText)")
    #expect(checked.text.hasSuffix("; no faults\n"))
    let asked = try Program.run([name, "-c", "expect count(claims) >= 3"], in: folder.path)
    #expect(asked.code == 0, "\(asked.errorText)")
  }

  @Test func changesNothingThatIsThere() throws {
    let folder = ScratchFolder()
    #expect(try Program.run(["new", "mine"], in: folder.path).code == 0)
    folder.write("mine/claims.assay", "# mine\n")
    let again = try Program.run(["new", "mine"], in: folder.path)
    #expect(again.code == 4)
    #expect(again.errorText.hasPrefix("error[F202]"))
    #expect(folder.read("mine/claims.assay") == Array("# mine\n".utf8))
    folder.write("other/claims.assay", "# mine\n")
    #expect(try Program.run(["new", "other"], in: folder.path).code == 4)
    #expect(folder.read("other/claims.assay") == Array("# mine\n".utf8))
    #expect(!folder.holds("other/corpus.assay"))
  }

  @Test func tellsWhenItCannotWrite() throws {
    let outcome = try Program.run(["new", "/proc/none"], in: "/")
    #expect(outcome.code == 4)
    #expect(outcome.errorText.hasPrefix("error[F202]"))
  }
}
