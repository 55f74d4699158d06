import Testing

/// Tab on a terminal: what becomes of the line, and the list under it.
@Suite(.serialized) struct TabTests {
  static let folder = ScratchFolder(copying: "examples")

  /// The prompt in the folder of the example; waits for it.
  private func shell() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["/usr/bin/env", "-C", Self.folder.path + "/examples/peru", Program.path],
      environment: ["HOME": Self.folder.path, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color"],
      rows: 60, columns: 100)
    try terminal.expect("assay> ")
    return terminal
  }

  /// Gives up the line, after a key that shows where it ends.
  private func giveUp(_ terminal: PseudoTerminal) throws {
    terminal.settle(milliseconds: 30)
    terminal.sendControl("c")
    try terminal.expect("^C")
    try terminal.expect("assay> ")
  }

  /// What is typed before Tab, and what the line then runs as.
  static let replacements: [(typed: String, result: String)] = [
    ("claims | about @Perú\t| count by subject | where subject = @peru | count\r", "1 row"),
    ("claims | about @panetta\t| count\r", "1 row"),
    ("claims | about @LEON-PAN\t| count\r", "1 row"),
    ("sources | where publisher = \"def\t| select id\r", "defense-news-2012"),
    ("sources | where publisher = \"def\"\u{1B}[D\t\u{1B}[C| select id\r", "defense-news-2012"),
    ("CLAIMS\t| count\r", "1 row"),
  ]

  @Test func replacesWhatWasTyped() throws {
    let terminal = try shell()
    for (typed, result) in Self.replacements {
      let parts = typed.split(separator: "\t").map(String.init)
      terminal.send(parts[0] + "\t")
      terminal.settle(milliseconds: 60)
      terminal.send(parts[1])
      try terminal.expect(result)
      try terminal.expect("assay> ")
    }
    terminal.sendControl("d")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func listsWithDescriptions() throws {
    let terminal = try shell()
    terminal.send("claims | about @lim\t")
    terminal.settle(milliseconds: 60)
    try giveUp(terminal)
    terminal.send("claims | where source.\t")
    try terminal.expect("publisher")
    try terminal.expect("text: Who brought it out.")
    try giveUp(terminal)
    // More than twenty, and room for them all.
    terminal.send("claims | where \t")
    try terminal.expect("value-date")
    try terminal.expect("date: The date that the fact states.")
    try terminal.expect("claims | where ")
    try giveUp(terminal)
    terminal.sendControl("d")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func completesFiles() throws {
    let terminal = try shell()
    terminal.send("claims | save \"doc\t")
    try terminal.expect("uments/")
    terminal.send("peru-e\t")
    try terminal.expect("xplainer.md\"")
    try giveUp(terminal)
    terminal.sendControl("d")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
