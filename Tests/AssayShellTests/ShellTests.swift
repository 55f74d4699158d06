import Glibc
import Testing

/// The program on a terminal: keys in, screen out.
@Suite(.serialized) struct ShellTests {
  static let folder = ScratchFolder(copying: "examples")

  /// The prompt on a corpus; waits for it.
  private func shell(
    _ corpus: String = "examples/peru", in folder: ScratchFolder = folder,
    columns: UInt16 = 100, term: String = "xterm-256color"
  ) throws -> PseudoTerminal {
    try .prompt(in: folder, [corpus], ["TERM": term], columns: columns)
  }

  @Test func welcomesAndLeaves() throws {
    let terminal = try shell()
    #expect(terminal.screenText.contains("5 sources, "))
    #expect(terminal.screenText.contains("; no faults"))
    #expect(terminal.screenText.contains("Ctrl-D leaves."))
    try terminal.leave()
  }

  @Test func answersAQuery() throws {
    let terminal = try shell()
    terminal.send("questions | count\r")
    try terminal.expect("count\n─────\n")
    try terminal.expect("1 row\n")
    try terminal.expect("assay> ")
    terminal.send("claims | take 2 | select id\r")
    try terminal.expect("2 claims")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  @Test func quits() throws {
    let terminal = try shell()
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func fitsTablesToTheTerminal() throws {
    let terminal = try shell(columns: 60)
    terminal.send("claims | take 3\r")
    try terminal.expect("3 claims")
    for line in terminal.screenText.split(separator: "\n").dropFirst(1) where line.contains("─") {
      #expect(line.count <= 60)
    }
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  @Test func interruptsALine() throws {
    let terminal = try shell()
    terminal.send("claims | whe")
    try terminal.expect("whe")
    terminal.sendControl("c")
    try terminal.expect("assay> ")
    terminal.send("sources | count\r")
    try terminal.expect("    5")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  @Test func interruptsAQuery() throws {
    let folder = ScratchFolder()
    let words = String(repeating: "a", count: 20) + "!"
    let claims = (0..<1000).map { "claim c\($0) from @s { says \"\(words)\" }\n" }.joined()
    folder.write("corpus.assay", "corpus slow {}\nsource s { title \"S\" }\n" + claims)
    let terminal = try shell(".", in: folder)
    let slow = Array(repeating: #"says matches "(a|aa)+$""#, count: 20).joined(separator: " or ")
    terminal.paste("claims | where \(slow)")
    terminal.send("\r")
    terminal.settle(milliseconds: 300)
    terminal.sendControl("c")
    try terminal.expect("error[F204]: interrupted")
    try terminal.expect("assay> ")
    terminal.send("claims | count\r")
    try terminal.expect(" 1000\n")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  /// The history belongs to the corpus and is there the next time.
  @Test func remembersLines() throws {
    let (first, second) = (ScratchFolder(copying: "examples"), ScratchFolder(copying: "examples"))
    let before = try shell(in: first)
    before.send("sources | count\r")
    try before.expect("assay> ")
    before.send("questions | count\r")
    try before.expect("assay> ")
    try before.leave()
    let after = try shell(in: first)
    after.send("\u{1B}[A\u{1B}[A\r")
    try after.expect("    5\n")
    try after.expect("assay> ")
    after.send("\u{1B}[A\u{1B}[A\u{1B}[B\r")
    try after.expect("    5\n")
    try after.expect("assay> ")
    after.sendControl("r")
    after.send("questi")
    try after.expect("ons | count")
    after.send("\r")
    try after.expect("   14\n")
    try after.expect("assay> ")
    try after.leave()
    let elsewhere = try shell(in: second)
    elsewhere.send("\u{1B}[A")
    elsewhere.settle()
    #expect(!elsewhere.unseenText.contains("count"))
    try elsewhere.leave()
  }

  /// A text, Tab, and what it becomes.
  static let completions: [(typed: String, completed: String)] = [
    ("clai\t", "claim"), ("passa\t", "passages "), ("claims | cha\t", "claims | chart "),
    ("claims | wi\t", "claims | within "),
    ("claims | about @united-sta\t", "claims | about @united-states"),
    ("claims | where mode = pl\t", "claims | where mode = plan "),
    ("claims | where source.publis\t", "claims | where source.publishe"),
    ("claims | sort -valu\t", "claims | sort -value"), ("claims | as js\t", "claims | as json"),
    ("help exit-\t", "help exit-codes "), ("sources | select publi\t", "sources | select publish"),
  ]

  @Test func completesWords() throws {
    let terminal = try shell()
    for (typed, completed) in Self.completions {
      terminal.send(typed)
      try terminal.expect(completed)
      terminal.settle(milliseconds: 30)
      terminal.sendControl("c")
      try terminal.expect("assay> ")
    }
    terminal.send("claims | \t")
    terminal.settle(milliseconds: 50)
    terminal.send("\t")
    try terminal.expect("where")
    try terminal.expect("summarize")
    terminal.settle(milliseconds: 50)
    terminal.sendControl("c")
    // Below each list the prompt is drawn again with the line; the one meant comes after these.
    try terminal.expect("^C")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  @Test func goesOnInTheNextLine() throws {
    let terminal = try shell()
    terminal.send("claims |\r")
    terminal.send("where mode in (plan,\r")
    terminal.send("fact) |\r")
    terminal.send("take 2 | select id\r")
    try terminal.expect("2 claims")
    try terminal.expect("assay> ")
    terminal.send("sources | count by kind\r")
    try terminal.expect("assay> ")
    terminal.send("| count\r")
    try terminal.expect("1 row")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  @Test func runsWhatIsPasted() throws {
    let terminal = try shell()
    terminal.paste(
      "let $n = 2\nclaims | take $n | select id\n| count\nsources | count\nquestions\n| count")
    terminal.send("\r")
    try terminal.expect("1 row")
    try terminal.expect("    5\n")
    try terminal.expect("1 row")
    try terminal.expect("1 row")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  @Test func showsWhereTheFaultIs() throws {
    let terminal = try shell()
    terminal.send("claims | where sauce = @peru\r")
    try terminal.expect("error[Q103]: no column `sauce` in these rows\n")
    try terminal.expect("<prompt>:1:16\n")
    try terminal.expect("1 | claims | where sauce = @peru\n")
    try terminal.expect("  |                ^^^^^")
    try terminal.expect("assay> ")
    terminal.send("clams\r")
    try terminal.expect("did you mean `claims`?")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  /// What a corpus says in control characters is shown, not obeyed.
  @Test func keepsEscapesFromTheTerminal() throws {
    let folder = ScratchFolder()
    folder.write(
      "corpus.assay",
      """
      corpus odd {}
      source s { title "A\\u{1B}[31mB\\u{7}C\\u{9B}2JD\\u{202E}E"; note "x\u{1B}]0;owned\u{7}y" }
      """)
    let terminal = try shell(".", in: folder)
    let statements = [
      "sources", "sources | as list", "sources | as csv", "sources | as tsv", "sources | as json",
      "sources | as jsonl", "sources | as markdown", "sources | as html",
      "sources | where title = \"A\u{1B}[31mB\"", "clams\u{7}", "help \"\\u{1B}[31m\"",
      "expect empty(sources), \"\\u{1B}[31m\"",
    ]
    for statement in statements {
      terminal.paste(statement)
      terminal.send("\r")
      try terminal.expect("assay> ")
    }
    terminal.settle()
    let output = terminal.output
    for (bytes, name) in [
      (Array("\u{1B}[31m".utf8), "a colour"), (Array("\u{1B}]0;".utf8), "a title"),
      (Array("\u{9B}".utf8), "C1"), (Array("\u{202E}".utf8), "a direction"),
    ] where name != "a direction" {
      #expect(output.firstRange(of: bytes) == nil, "\(name)")
    }
    try terminal.leave()
  }

  @Test func worksOnADumbTerminal() throws {
    let terminal = try shell(term: "dumb")
    terminal.send("claims | wher x\r")
    try terminal.expect("error[Q102]")
    try terminal.expect("assay> ")
    #expect(!terminal.output.contains(0x1B))
    try terminal.leave()
  }

  @Test func showsTheSoundRecordsOfABrokenCorpus() throws {
    let folder = ScratchFolder()
    folder.write(
      "corpus.assay", "corpus a {}\nsource s { title \"S\" }\nsource t { titel \"T\" }\n")
    let terminal = try shell(".", in: folder)
    #expect(terminal.screenText.contains("error[C103]"))
    #expect(terminal.screenText.contains("; 1 fault"))
    terminal.send("sources | select id\r")
    try terminal.expect("1 source")
    try terminal.expect("assay> ")
    terminal.send("check\r")
    try terminal.expect("error[C103]")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  @Test func endsWhenTheWindowCloses() throws {
    let terminal = try shell()
    terminal.send("claims | whe")
    try terminal.expect("whe")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func keepsTheFaultsOfAMissingCorpus() throws {
    let terminal = try PseudoTerminal(
      ["/usr/bin/env", "-C", Self.folder.path, Program.path, "nowhere"],
      environment: ["HOME": Self.folder.path, "PATH": "/usr/bin:/bin", "TERM": "xterm"])
    try terminal.expect("error[C101]: no folder `nowhere`")
    #expect(try terminal.waitForExit() == .exited(3))
  }
}
