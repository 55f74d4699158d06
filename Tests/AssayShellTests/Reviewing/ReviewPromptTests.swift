import Testing

/// `review` on a terminal.
@Suite(.serialized) struct ReviewPromptTests {
  private let folder = ScratchFolder()

  init() {
    folder.write(
      "corpus.assay",
      """
      corpus c {}
      source s { title "The paper"; document "documents/s.md" }
      use "claims.assay"

      """)
    folder.write(
      "documents/s.md",
      "Nobody came to see it. The bridge cost 40 pounds, according to the mayor.\n\n"
        + "The mayor paid 12 pounds of that in 1901.\n")
    folder.write("claims.assay", "claim old from @s { says \"Old.\" }\n")
  }

  private func answer(_ prompt: String, _ keys: String, _ terminal: PseudoTerminal) throws {
    try terminal.expect(prompt)
    terminal.settle(milliseconds: 20)
    terminal.send(keys + "\r")
  }

  @Test func goesThroughADocument() throws {
    let terminal = try PseudoTerminal.prompt(in: folder, ["."], columns: 100)
    _ = try terminal.run("set coder \"ana\"")
    terminal.send("review @s\r")
    try terminal.expect("1 of 2  @s  paragraph 1, sentence 2\n")
    try terminal.expect("    Nobody came to see it. The bridge cost 40 pounds")
    #expect(terminal.output.firstRange(of: Array("\u{1B}[1mThe bridge".utf8)) != nil)
    try answer("accept? ", "", terminal)
    try terminal.expect("added claim @")
    // Ctrl-C leaves a question, and the review; what was accepted stays.
    try answer("accept? ", "e says", terminal)
    try terminal.expect("says> ")
    terminal.settle(milliseconds: 30)
    terminal.sendControl("c")
    try answer("accept? ", "r op", terminal)
    try terminal.expect("1 accepted, 1 rejected; 0 open\n")
    try terminal.expect("assay> ")
    #expect(folder.text("claims.assay").contains("coder"))
    #expect(folder.text("reviews/s.review").contains(" \"opinion\" by \"ana\"\n"))
    let shown = try terminal.run("review")
    #expect(shown.contains("33.3%"))
    try terminal.leave()
  }

  /// Whatever ends the shell, each decision was kept when it was made.
  @Test func resumesAfterTheTerminalWentAway() throws {
    let terminal = try PseudoTerminal.prompt(in: folder, ["."], columns: 100)
    terminal.send("review @s\r")
    try answer("accept? ", "k", terminal)
    try terminal.expect("2 of 2")
    terminal.hangUp()
    _ = try terminal.waitForExit()
    let again = try PseudoTerminal.prompt(in: folder, ["."], columns: 100)
    again.send("review @s\r")
    try again.expect("1 of 1  @s  paragraph 2, sentence 1\n")
    try again.expect("accept? ")
    again.settle(milliseconds: 30)
    again.sendControl("d")
    try again.expect("nothing decided; 1 open\n")
    try again.expect("assay> ")
    try again.leave()
  }

  @Test func opensTheEditor() throws {
    folder.write(
      "editor.sh", "printf 'claim mine from @s { says \"Mine.\"; quote \"40 pounds\" }' > \"$1\"\n")
    let terminal = try PseudoTerminal.prompt(
      in: folder, ["."], ["EDITOR": "sh \(folder.path)/editor.sh"], columns: 100)
    terminal.send("review @s\r")
    try answer("accept? ", "v", terminal)
    try terminal.expect("claim mine from @s { says \"Mine.\"; quote \"40 pounds\" }\n")
    try answer("accept? ", "", terminal)
    try terminal.expect("added claim @mine")
    try answer("accept? ", "q", terminal)
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  /// What does not fit on the screen scrolls by: the answers are to the question.
  @Test func noPagerComesBetween() throws {
    folder.write("pager.sh", "touch '\(folder.path)/paged'; cat\n")
    folder.write(
      "documents/s.md",
      String(repeating: "Nobody came to see it at all, as they say. ", count: 14)
        + "The bridge cost 40 pounds, according to the mayor of the small town by the river, who "
        + "had it from a letter that the clerk of the county wrote in 1901.\n")
    let terminal = try PseudoTerminal.prompt(
      in: folder, ["."], ["PAGER": "sh \(folder.path)/pager.sh"], rows: 15, columns: 80)
    terminal.send("review @s\r")
    let shown = try terminal.expect("accept? ")
    #expect(shown.contains("1 of 1  @s"))
    let lines = shown.split(separator: "\n")
    #expect(lines.count > 15)
    for line in lines { #expect(line.count <= 80, "\(line)") }
    #expect(shown.contains("\n        "))
    terminal.settle(milliseconds: 20)
    terminal.send("q\r")
    try terminal.expect("nothing decided; 1 open\n")
    try terminal.expect("assay> ")
    #expect(folder.read("paged") == nil)
    // What is no conversation is paged as before.
    terminal.send("claims | select says; passages\r")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  /// What is not read is told each time.
  @Test func aDocumentWithAnotherDigestIsTold() throws {
    let corpus = folder.text("corpus.assay").split(separator: "s.md\"")
    folder.write("corpus.assay", corpus.joined(separator: "s.md\"; digest \"00\""))
    let terminal = try PseudoTerminal.prompt(in: folder, ["."], columns: 100)
    let statements = ["review @s", "review @s status", "review", "propose --with \"true\" @s"]
    for statement in statements + statements {
      let shown = try terminal.run(statement)
      #expect(shown.contains("error[C113]: the document of `s` is not read: its digest differs"))
      #expect(shown.contains("`refetch @s \"FILE\"` compares captures"))
      #expect(!shown.contains("no longer has"))
      #expect(!shown.contains("is open"))
    }
    try terminal.leave()
  }

  @Test func needsSomebodyAtThePrompt() throws {
    let outcome = try Program.run([".", "-c", "review @s"], in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("`review` needs somebody at the prompt"))
    let safe = try Program.run(["--safe", ".", "-c", "review @s"], in: folder.path)
    #expect(safe.code == 2)
  }
}
