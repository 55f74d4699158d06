import Glibc
import Testing

/// Results that do not fit on the screen.
@Suite(.serialized) struct PagerTests {
  static let folder = ScratchFolder(copying: "examples")

  /// A prompt of 20 lines; waits for it.
  private func shell(
    _ variables: [String: String] = [:], _ arguments: [String] = ["examples/peru"],
    in folder: ScratchFolder = folder
  ) throws -> PseudoTerminal {
    try .prompt(in: folder, arguments, variables, rows: 20)
  }

  /// What is typed, and whether it takes more than the screen.
  static let texts: [(statement: String, isLong: Bool)] = [
    ("claims | select id, says", true), ("claims | take 18 | select id", true),
    ("claims | take 15 | select id", false), ("claims | as csv", true),
    ("help language", true), ("help take", false), ("help stages", true), ("set", false),
    ("claims | select id | as list", true), ("claims | count by source | chart bar", false),
  ]

  @Test(arguments: texts)
  func takesWhatDoesNotFit(statement: String, isLong: Bool) throws {
    let terminal = try shell(["PAGER": "cat > paged.txt; echo paged"])
    unlink(Self.folder.path + "/paged.txt")
    let shown = try terminal.run(statement)
    #expect(shown.hasPrefix("paged\n") == isLong, "\(shown)")
    if isLong {
      let whole = try Program.run(["examples/peru", "-c", statement], in: Self.folder.path)
      // To a pipe a table is as wide as it likes; the lines are the same.
      let lines = Self.folder.text("paged.txt").split(
        separator: "\n", omittingEmptySubsequences: false)
      let all = whole.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count >= all.count)
      #expect(!Self.folder.text("paged.txt").contains("\u{1B}"))
    }
    try terminal.leave()
  }

  @Test func isUsedAsTheSettingSays() throws {
    let terminal = try shell(["PAGER": "cat > /dev/null; echo by the variable"])
    #expect(try terminal.run("claims | as csv") == "by the variable\n")
    _ = try terminal.run("set pager \"wc -l\"")
    #expect(try terminal.run("claims | select id | as csv").contains("290\n"))
    #expect(try terminal.run("claims | take 1 | select id | as csv").hasPrefix("id\n"))
    _ = try terminal.run("set pager always")
    #expect(try terminal.run("claims | take 1 | select id") == "by the variable\n")
    _ = try terminal.run("set pager never")
    #expect(try terminal.run("claims | select id | as csv").hasPrefix("id\n"))
    try terminal.leave()
    for none in ["", " ", "cat"] {
      let terminal = try shell(["PAGER": none])
      #expect(try terminal.run("claims | select id | as csv").hasPrefix("id\n"))
      try terminal.leave()
    }
  }

  /// A pager that wants no more ends the showing and nothing else; `last` has all rows.
  @Test(arguments: ["head -n 2", "true", "exec 0<&-; sleep 0.2"])
  func mayBeLeftEarly(command: String) throws {
    let terminal = try shell(["PAGER": command])
    let shown = try terminal.run("claims | as csv")
    #expect(shown.split(separator: "\n").count <= 2)
    _ = try terminal.run("last save \"left.csv\" as csv")
    let whole = try Program.run(["examples/peru", "-c", "claims | as csv"], in: Self.folder.path)
    #expect(Self.folder.text("left.csv") == whole.text)
    #expect(try terminal.run("claims | count").contains("1 row"))
    try terminal.leave()
  }

  @Test(arguments: ["nowhere-at-all", "./nowhere/at/all", "'nowhere' at all", "exit 127"])
  func thatCannotStartIsToldOnce(command: String) throws {
    let terminal = try shell(["PAGER": command])
    let first = try terminal.run("claims | select id | as csv")
    #expect(first.contains("id\n"))
    let told = "the pager `\(command)` cannot be started; results are shown without it\n"
    #expect(first.hasSuffix("\n" + told), "\(first.suffix(200))")
    #expect(first.split(separator: "\n").count { $0.hasPrefix("id") } == 1)
    let second = try terminal.run("claims | select id | as csv")
    #expect(!second.contains("cannot be started"))
    #expect(second.split(separator: "\n").count == 290)
    try terminal.leave()
  }

  /// What is wrong is told after the pager has given the terminal back.
  @Test func hasTheTerminalToItself() throws {
    let terminal = try shell(["PAGER": "sleep 0.2; cat > /dev/null; echo through"])
    let shown = try terminal.run("claims | where when before 2030 | select id | as csv")
    let note = try #require(shown.firstRange(of: " left out: "))
    #expect(shown[..<note.lowerBound].hasPrefix("through\n"))
    try terminal.leave()
  }

  /// Whatever a pager does to the terminal, the shell finds it as it was.
  @Test func leavesTheTerminalInOrder() throws {
    let command = "stty raw -echo < /dev/tty; head -n 1; kill -9 $$"
    let terminal = try shell(["PAGER": command])
    _ = try terminal.run("claims | as csv")
    let before = terminal.output.count
    #expect(try terminal.run("sources | count").contains("1 row\n"))
    let output = String(decoding: terminal.output[before...], as: UTF8.self)
    #expect(output.contains("1 row\u{1B}[0m\r\n"))
    try terminal.leave()
  }

  @Test func isLessIfThereIsOne() throws {
    guard access("/usr/bin/less", X_OK) == 0 else { return }
    let terminal = try shell()
    terminal.send("claims | select id, source\r")
    try terminal.expect("\n")
    try terminal.expect(":")
    // Ctrl-C is for the pager alone, which may take the next key for the end of what it did.
    terminal.sendControl("c")
    terminal.settle()
    terminal.send("q")
    if (try? terminal.expect("assay> ", timeout: 2)) == nil {
      terminal.send("q")
      try terminal.expect("assay> ")
    }
    #expect(!terminal.screenText.contains("interrupted"))
    #expect(terminal.output.firstRange(of: Array("\u{1B}[1mid".utf8)) != nil)
    #expect(try terminal.run("sources | count").contains("    5\n"))
    terminal.send("claims | whe")
    try terminal.expect("whe")
    terminal.sendControl("c")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  /// Safe mode starts no programs.
  @Test func isNotUsedInSafeMode() throws {
    let terminal = try shell(["PAGER": "echo paged"], ["--safe", "examples/peru"])
    #expect(try terminal.run("claims | as csv").hasPrefix("id,"))
    #expect(try terminal.run("set pager auto").contains("safe mode does not start programs"))
    #expect(try terminal.run("set pager never") == "")
    #expect(try terminal.run("last save \"a.csv\"").contains("safe mode writes no files"))
    #expect(!Self.folder.holds("a.csv"))
    try terminal.leave()
  }

  /// Nothing but the prompt uses one.
  @Test func isForThePromptAlone() throws {
    let variables = [
      "HOME": Self.folder.path, "PATH": "/usr/bin:/bin", "TERM": "xterm", "PAGER": "echo paged",
    ]
    Self.folder.write("many.assay", "claims | select id | as csv\n")
    for arguments in [
      ["examples/peru", "-c", "claims | select id | as csv"],
      ["run", "many.assay", "--corpus", "examples/peru"],
    ] {
      let terminal = try PseudoTerminal(
        ["/usr/bin/env", "-C", Self.folder.path, Program.path] + arguments,
        environment: variables, rows: 10, columns: 80)
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(!terminal.screenText.contains("paged"))
      #expect(terminal.screenText.split(separator: "\n").count == 290)
    }
  }
}
