import Testing

/// A lesson on a terminal.
@Suite struct LessonPromptTests {
  @Test func aLessonRunsAtThePrompt() throws {
    let folder = ScratchFolder(copying: "examples")
    let terminal = try PseudoTerminal.prompt(
      in: folder, ["teach", "first-look", "--records", "class"], rows: 30)
    // Enter goes on; the statements of a page run in the learner's own shell.
    terminal.send("\r")
    #expect(try terminal.expect("(Enter goes on)").contains("assay> sources | select id"))
    try terminal.expect("assay> ")
    #expect(try terminal.run("sources | count").contains("5"))
    #expect(try terminal.run("hint").contains("There is no task here"))
    // Completion and faults are those of the shell.
    terminal.send("claims | distin\t")
    try terminal.expect("distinct")
    terminal.sendControl("c")
    try terminal.expect("assay> ")
    #expect(try terminal.run("souces").contains("did you mean `sources`?"))
    try terminal.leave()
    #expect(folder.holds("class"))
  }
}
