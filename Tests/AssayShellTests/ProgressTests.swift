import AssayModel
import AssayShell
import Glibc
import Testing

/// Long work at the prompt: it shows how far it is, stops at Ctrl-C and keeps its limits.
@Suite struct ProgressTests {
  /// What is drawn of a state.
  static let table: [(progress: WorkProgress, line: String)] = [
    (
      WorkProgress(
        phase: .comparing, done: 420_000, total: 1_000_000, elapsed: 3, phaseElapsed: 2),
      "comparing  420000 of 1000000  42 %  210000/s  3 s left"
    ),
    (
      WorkProgress(
        phase: .readingFiles, done: 63 << 20, total: 220 << 20, elapsed: 2, phaseElapsed: 2),
      "reading files  63 of 220 MiB  28 %  32 MiB/s  5 s left"
    ),
    (
      WorkProgress(phase: .querying, done: 0, total: nil, elapsed: 1.2, phaseElapsed: 0.1),
      "querying  2 s"
    ),
    (
      WorkProgress(phase: .querying, done: 51_200, total: nil, elapsed: 61, phaseElapsed: 60),
      "querying  51200 rows  850/s  1 min 1 s"
    ),
    (
      WorkProgress(phase: .indexing, done: 3, total: 28, elapsed: 5, phaseElapsed: 1),
      "building the index  3 of 28 steps  10 %  3/s  9 s left"
    ),
    (
      WorkProgress(phase: .leavingOut, done: 1, total: 9000, elapsed: 2, phaseElapsed: 1),
      "leaving out one origin after the other  1 of 9000 origins  0 %  1/s  2 h 29 min left"
    ),
    (
      WorkProgress(phase: .comparing, done: 12, total: 10, elapsed: 2, phaseElapsed: 0),
      "comparing  10 of 10  100 %  2 s"
    ),
  ]

  @Test(arguments: table.indices)
  func saysHowFarWorkIs(index: Int) {
    #expect(ProgressWords.line(Self.table[index].progress) == Self.table[index].line)
  }

  /// Three thousand different figures of one thing: some four million pairs.
  static let crowded: ScratchFolder = {
    let folder = ScratchFolder()
    let claims = (0..<3000).map {
      "claim c\($0) from @s { says \"It cost \($0).\"; fact @bridge cost = \($0 * 2) GBP }\n"
    }
    folder.write(
      "corpus.assay",
      """
      corpus crowded {}
      source s { title "S" }
      entity bridge: facility { name "The bridge" }
      predicate cost { label "cost"; value money }

      """ + claims.joined())
    return folder
  }()
  private static let slow = "claims | conflicts all pairs | count"

  private func terminal(term: String = "xterm", _ arguments: String...) throws -> PseudoTerminal {
    try PseudoTerminal(
      ["/usr/bin/env", "-C", Self.crowded.path, Program.path, "."] + arguments,
      environment: [
        "TERM": term, "HOME": Self.crowded.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      ])
  }

  /// The raw bytes since a place, as text.
  private func raw(_ terminal: PseudoTerminal, from start: Int = 0) -> String {
    String(decoding: terminal.output[start...], as: UTF8.self)
  }

  @Test func showsALineAndErasesIt() throws {
    let terminal = try terminal()
    try terminal.expect("assay> ", timeout: 60)
    let start = terminal.output.count
    terminal.send(Self.slow + "\r")
    try terminal.expect("comparing  ", timeout: 30)
    terminal.sendControl("c")
    try terminal.expect("error[F204]: interrupted", timeout: 10)
    try terminal.expect("assay> ")
    let parts = raw(terminal, from: start).components(between: "comparing  ", "error[F204]")
    #expect(parts.contains("\r\u{1B}[K"))
    terminal.send("claims | count\r")
    try terminal.expect(" 3000\n")
    try terminal.expect("assay> ")
    terminal.sendControl("d")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func showsALineWithStatementsToo() throws {
    let terminal = try terminal(term: "xterm", "-c", Self.slow)
    try terminal.expect("comparing  ", timeout: 60)
    terminal.sendControl("c")
    try terminal.expect("error[F204]: interrupted", timeout: 10)
    #expect(try terminal.waitForExit() == .exited(130))
  }

  @Test func showsNothingOnADumbTerminal() throws {
    let terminal = try terminal(term: "dumb", "-c", "set limit-time 2.5; " + Self.slow)
    try terminal.expect("error[Q127]", timeout: 60)
    #expect(!terminal.screenText.contains("comparing"))
    #expect(try terminal.waitForExit() == .exited(5))
  }

  @Test func showsNothingInAPipe() throws {
    let outcome = try Program.run(
      [".", "--limit-time", "2.5", "-c", Self.slow], in: Self.crowded.path,
      environment: ["TERM": "xterm"])
    #expect(outcome.code == 5)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errorText == """
        error[Q127]: the statement ran longer than `limit-time`, which is 2.5 s
          = `set limit-time 5` allows more, `set limit-time none` any

        """)
  }

  @Test func aLimitLeavesThePromptUsable() throws {
    let terminal = try terminal()
    try terminal.expect("assay> ", timeout: 60)
    terminal.send("set limit-time 0.2\r")
    try terminal.expect("assay> ")
    terminal.send(Self.slow + "\r")
    try terminal.expect("error[Q127]", timeout: 10)
    try terminal.expect("assay> ")
    terminal.send("set limit-time none; claims | count\r")
    try terminal.expect(" 3000\n")
    try terminal.expect("assay> ")
    terminal.sendControl("d")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}

extension String {
  /// What stands between the last of one text before another and that other.
  fileprivate func components(between start: String, _ end: String) -> String {
    guard let stop = range(of: end)?.lowerBound else { return "" }
    let head = self[..<stop]
    var rest = head
    var last = head.startIndex
    while let found = rest.firstRange(of: start) {
      last = found.upperBound
      rest = rest[found.upperBound...]
    }
    return String(head[last...])
  }

  private func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
