import Glibc
import Testing

/// What a terminal does to the program: another size, a stop, a hang-up, keys that end things.
@Suite(.serialized) struct TerminalTests {
  /// A new one for each test.
  private let folder = ScratchFolder(copying: "examples")

  private func shell(
    _ arguments: [String] = [], in folder: ScratchFolder, term: String = "xterm-256color",
    columns: UInt16 = 80
  ) throws -> PseudoTerminal {
    try .prompt(
      in: folder, ["examples/peru"] + arguments, ["TERM": term], rows: 30, columns: columns)
  }

  /// What was typed is still there in the new width, and tables are fitted to it.
  @Test func takesAnotherSize() throws {
    let terminal = try shell(in: folder)
    terminal.send("sources | select id, tit")
    try terminal.expect("select id, tit")
    terminal.resize(rows: 20, columns: 44)
    terminal.settle()
    terminal.send("le, publisher\r")
    try terminal.expect("5 sources")
    try terminal.expect("assay> ")
    let rules = terminal.screenText.split(separator: "\n").filter { $0.contains("──") }
    #expect(!rules.isEmpty)
    for rule in rules { #expect(rule.count <= 44) }
    terminal.resize(rows: 20, columns: 120)
    terminal.send("sources | select id, title, publisher\r")
    try terminal.expect("Orinoco Tribune")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  @Test func comesBackFromAStop() throws {
    let terminal = try shell(in: folder)
    terminal.send("sources | cou")
    try terminal.expect("sources | cou")
    terminal.sendControl("z")
    var status: Int32 = 0
    let deadline = ContinuousClock.now + .seconds(5)
    while waitpid(terminal.process, &status, WUNTRACED | WNOHANG) == 0 {
      try #require(ContinuousClock.now < deadline, "it does not stop")
      usleep(10_000)
    }
    #expect(status & 0xFF == 0x7F)
    kill(terminal.process, SIGCONT)
    try terminal.expect("sources | cou")
    terminal.send("nt\r")
    try terminal.expect("    5\n")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  /// A window that closes loses nothing that was entered, and what was written can be taken back.
  @Test func keepsHistoryThroughAHangUp() throws {
    let before = try shell(in: folder)
    before.send("sources | count\r")
    try before.expect("    5\n")
    try before.expect("assay> ")
    before.send("claim hung from @base-insider { says \"Hung up.\" }\r")
    try before.expect("added claim @hung")
    try before.expect("assay> ")
    before.hangUp()
    #expect(try before.waitForExit() == .exited(0))
    let after = try shell(in: folder)
    #expect(after.screenText.contains("`undo` takes back"))
    after.send("undo\r")
    try after.expect("took back claim @hung")
    try after.expect("assay> ")
    after.send("\u{1B}[A\u{1B}[A\u{1B}[A\r")
    try after.expect("    5\n")
    try after.expect("assay> ")
    try after.leave()
  }

  /// A statement that begins with a space is run and not kept; one that comes again is kept once.
  @Test func keepsNoSecretsAndNoRepetitions() throws {
    let terminal = try shell(in: folder)
    for statement in ["sources | count", " questions | count", "links | count", "sources | count"] {
      terminal.send(statement + "\r")
      try terminal.expect("1 row")
      try terminal.expect("assay> ")
    }
    try terminal.leave()
    let history = ScratchFolder.read(folder.path + "/examples/peru/.assay/history") ?? []
    let lines = String(decoding: history, as: UTF8.self).split(separator: "\n")
    #expect(lines.suffix(3) == ["sources | count", "links | count", "sources | count"])
    let again = try shell(in: folder)
    again.send("\u{1B}[A\u{1B}[A\r")
    try again.expect("   14\n")
    try again.expect("assay> ")
    try again.leave()
  }

  @Test func pasteStopsAtTheFirstError() throws {
    let terminal = try shell(in: folder)
    terminal.paste("sources | count\n\nclams | count\nquestions | count; links | count\n")
    terminal.send("\r")
    try terminal.expect("    5\n")
    try terminal.expect("<prompt>:3:1")
    try terminal.expect("2 further statements not run")
    try terminal.expect("assay> ")
    #expect(!terminal.screenText.contains("   14\n"))
    try terminal.leave()
  }

  @Test func safeModeWritesAndStartsNothing() throws {
    let terminal = try shell(["--safe"], in: folder)
    let refused = [
      "claim x from @base-insider { says \"x\" }", "remove @bases-in-peru", "undo",
      "edit @bases-in-peru", "open corpus.assay:1", "claim @base-insider",
      "sources | save \"x.csv\"", "run \"/etc/passwd\"",
    ]
    for statement in refused {
      terminal.send(statement + "\r")
      try terminal.expect("error[Q130]")
      try terminal.expect("assay> ")
    }
    terminal.send("claims | conflicts | count\r")
    try terminal.expect("1 row")
    try terminal.expect("assay> ")
    try terminal.leave()
    #expect(ScratchFolder.read(folder.path + "/x.csv") == nil)
  }

  /// `~/.editrc` is read: keys of one's own work, and vi's manner.
  @Test func takesKeysOfOnesOwn() throws {
    folder.write(".editrc", "bind -v\nbind ^T ed-move-to-beg\n")
    let terminal = try shell(in: folder)
    terminal.send("ources | count")
    try terminal.expect("ources | count")
    terminal.sendControl("t")
    terminal.settle()
    terminal.send("s\r")
    try terminal.expect("    5\n")
    try terminal.expect("assay> ")
    // Escape, the beginning of the line, insert.
    terminal.send("ources | count\u{1B}")
    terminal.settle()
    terminal.send("0is\r")
    try terminal.expect("    5\n")
    try terminal.expect("assay> ")
    try terminal.leave()
  }

  /// What is wrong is coloured on a terminal, unless somebody does not want colours.
  @Test(arguments: [
    ("xterm-256color", "", true), ("xterm-256color", "1", false), ("dumb", "", false),
  ])
  func coloursFaults(term: String, noColor: String, isColored: Bool) throws {
    let terminal = try PseudoTerminal(
      ["/usr/bin/env", "-C", folder.path, Program.path, "examples/peru"],
      environment: [
        "HOME": folder.path, "PATH": "/usr/bin:/bin", "TERM": term, "NO_COLOR": noColor,
      ])
    try terminal.expect("assay> ")
    terminal.send("clams\r")
    try terminal.expect("error[Q101]")
    try terminal.expect("assay> ")
    let red = Array("\u{1B}[1;31m".utf8)
    #expect((terminal.output.firstRange(of: red) != nil) == isColored)
    try terminal.leave()
  }
}
