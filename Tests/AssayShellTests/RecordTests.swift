import Testing

/// `record` at the prompt, and sessions that are run there.
@Suite struct RecordTests {
  @Test func whatIsRecordedPlaysAgain() throws {
    let folder = ScratchFolder(copying: "examples")
    let terminal = try PseudoTerminal.prompt(in: folder, columns: 120)
    _ = try terminal.run("let before = claims")
    _ = try terminal.run("set pager off")
    #expect(try terminal.run(#"record "notes.md""#).contains("recording in `notes.md`"))
    _ = try terminal.run("# The sources, by kind.")
    for statement in [
      "sources | count by kind", "why 1", "souces", "claims | take 2 | as csv",
      "claims | count by mode | chart bar", "sources | where published > 2020 | as csv",
      "help take", "set nulls \"-\"", "sources | select id, published", "read @base-insider",
    ] {
      _ = try terminal.run(statement)
    }
    #expect(try terminal.run("record stop").contains("assay play notes.md"))
    _ = try terminal.run("claims | count")
    try terminal.leave()
    let text = folder.text("notes.md")
    #expect(
      text.hasPrefix(
        "# notes\n\nThe sources, by kind.\n\n```assay examples/peru\n> sources | count by kind\n"))
    #expect(text.contains("[exit 2]\n"))
    #expect(!text.contains("record") && !text.contains("\u{1B}"))
    #expect(text.hasSuffix("```\n"))
    let checked = try Program.run(["play", "--check", "notes.md"], in: folder.path)
    #expect(checked.code == 0, "\(checked.text)\(checked.errorText)")
  }

  @Test func onlyWhatBelongsToTheSessionIsRecorded() throws {
    let folder = ScratchFolder(copying: "examples")
    let terminal = try PseudoTerminal.prompt(in: folder)
    _ = try terminal.run("let mine = sources")
    let said = try terminal.run(#"record "notes.md""#)
    #expect(said.contains("what was defined before is not in it"))
    _ = try terminal.run("# ```")
    _ = try terminal.run("# # No heading")
    _ = try terminal.run("sources | count")
    _ = try terminal.run("")
    #expect(try terminal.run(#"record "more.md""#).contains("`notes.md` ends here"))
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    let text = folder.text("notes.md")
    #expect(text.hasPrefix("# notes\n\n\\```\n\n\\# No heading\n\n```assay examples/peru\n"))
    #expect(!text.contains("> \n"))
    #expect(folder.text("more.md") == "# more\n")
  }

  /// What is wrong with a `record`, and what is said of it.
  static let faults: [(statement: String, message: String)] = [
    ("record", "takes a file in quotes"), ("record stop", "nothing is being recorded"),
    (#"record "notes.txt""#, "ends in `.md`"), (#"record "none/notes.md""#, "cannot write"),
    (#"record "examples/peru/README.md""#, "is there already"),
  ]

  @Test func wrongOnesAreRefused() throws {
    let folder = ScratchFolder(copying: "examples")
    let terminal = try PseudoTerminal.prompt(in: folder)
    for (statement, message) in Self.faults {
      #expect(try terminal.run(statement).contains(message), "\(statement)")
    }
    try terminal.leave()
    let safe = try PseudoTerminal.prompt(in: folder, ["--safe", "examples/peru"])
    #expect(try safe.run(#"record "notes.md""#).contains("safe mode writes no files"))
    try safe.leave()
    #expect(!folder.holds("notes.md"))
  }

  @Test func aSessionRunsAtThePrompt() throws {
    let folder = ScratchFolder(copying: "examples")
    folder.write(
      "examples/mine.md", "```assay peru\n> let n = sources\n> souces\n> n | count | as csv\n```\n")
    folder.write("other.md", "```assay nowhere\n> sources\n```\n")
    let terminal = try PseudoTerminal.prompt(in: folder)
    let shown = try terminal.run(#"run "examples/mine.md""#)
    #expect(shown.contains("> let n = sources\n> souces"))
    #expect(shown.contains("did you mean `sources`?"))
    #expect(shown.contains("> n | count | as csv\ncount\n5"))
    #expect(try terminal.run(#"run "other.md""#).contains("this session is on the corpus"))
    try terminal.leave()
  }
}
