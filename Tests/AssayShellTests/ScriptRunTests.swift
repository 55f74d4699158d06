import Glibc
import Testing

/// `assay run` on a terminal: what is kept does not depend on it, and `--watch`.
@Suite(.serialized) struct ScriptRunTests {
  private let folder = ScratchFolder(copying: "examples")

  private func run(
    _ arguments: [String], environment: [String: String] = [:], columns: UInt16 = 40
  ) throws -> PseudoTerminal {
    let words = ["/usr/bin/env", "-C", folder.path, Program.path, "run"] + arguments
    let variables = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
    return try PseudoTerminal(
      words, environment: variables.merging(environment) { $1 }, columns: columns)
  }

  /// Terminals of all sorts.
  static let surroundings: [[String: String]] = [
    ["TERM": "xterm-256color"], ["TERM": "dumb"], ["TERM": "xterm", "LC_ALL": "C"],
    ["TERM": "xterm", "ASSAY_PLAIN": "1"],
    ["TERM": "xterm", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "9"],
    [:],
  ]

  @Test(arguments: surroundings)
  func whatIsKeptDoesNotDependOnTheTerminal(environment: [String: String]) throws {
    folder.write(
      "examples/peru/chart.assay", "claims | take 3\nclaims | count by source | chart bar\n")
    let script = "examples/peru/chart.assay"
    let piped = try Program.run(["run", script], in: folder.path)
    let kept = try run([script, "--out", "kept"], environment: environment)
    #expect(try kept.waitForExit() == .exited(0), "\(kept.screenText)")
    #expect(folder.read("kept/chart.txt") == piped.output)
    // It is shown as it is kept.
    #expect(kept.screenText == piped.text)
    #expect(!kept.output.contains(0x1B))

    #expect(try Program.run(["run", script, "--update"], in: folder.path).code == 0)
    let check = try run([script, "--check"], environment: environment)
    #expect(try check.waitForExit() == .exited(0))
    #expect(check.screenText == "")
  }

  /// Without `--out` a table is fitted to the terminal.
  @Test func whatIsShownIsFitted() throws {
    folder.write("examples/peru/wide.assay", "claims | take 3\n")
    let shown = try run(["examples/peru/wide.assay"], environment: ["TERM": "xterm"])
    #expect(try shown.waitForExit() == .exited(0))
    #expect(shown.screenText.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  /// Escape sequences in a record do not reach the terminal.
  @Test func differencesAreMadeSafe() throws {
    folder.write("examples/peru/one.assay", "claims | count\n")
    folder.write("examples/peru/one.out", "\u{1B}[2Jold\u{202E}\n")
    let check = try run(["examples/peru/one.assay", "--check"], environment: ["TERM": "xterm"])
    #expect(try check.waitForExit() == .exited(1))
    #expect(check.screenText.contains("-␛[2Jold\u{FFFD}"))
  }

  @Test func runsAgainAtEachChange() throws {
    folder.write("examples/peru/shared.assay", "let mine = claims | take 2\n")
    folder.write("examples/peru/watched.assay", "use \"shared.assay\"\nmine | count\n")
    let terminal = try run(
      ["examples/peru/watched.assay", "--watch"], environment: ["TERM": "xterm"], columns: 100)
    try terminal.expect("    2\n")
    try terminal.expect("watching the scripts and the corpus; Ctrl-C ends it")
    folder.write("examples/peru/shared.assay", "let mine = claims | take 3\n")
    try terminal.expect("changed: examples/peru/shared.assay; running again")
    try terminal.expect("    3\n")
    folder.write("examples/peru/watched.assay", "use \"shared.assay\"\nmien | count\n")
    try terminal.expect("changed: examples/peru/watched.assay; running again")
    try terminal.expect("no relation `mien`")
    // What a script uses is watched though the script has a fault.
    folder.write("examples/peru/shared.assay", "let mine = clams\n")
    try terminal.expect("changed: examples/peru/shared.assay; running again")
    try terminal.expect("no relation `clams`")
    terminal.settle()
    folder.write("examples/peru/watched.assay", "use \"shared.assay\"\nclaims | count\n")
    try terminal.expect("changed: examples/peru/watched.assay; running again")
    try terminal.expect("no relation `clams`")
    folder.write("examples/peru/shared.assay", "let mine = claims\n")
    try terminal.expect("changed: examples/peru/shared.assay; running again")
    try terminal.expect("  289\n")
    folder.write(
      "examples/peru/claims/new.assay", "claim new from @base-insider { says \"New.\" }\n")
    try terminal.expect("changed: the corpus; running again")
    try terminal.expect("  290\n")
    folder.write("examples/peru/claims/new.assay", "claim new from @nobody { says \"New.\" }\n")
    try terminal.expect("changed: claims/new.assay; running again")
    try terminal.expect("error[C106]")
    folder.write("examples/peru/claims/new.assay", "")
    try terminal.expect("running again")
    try terminal.expect("  289\n")
    #expect(terminal.output.firstRange(of: Array("\u{1B}[H\u{1B}[2J".utf8)) != nil)
    terminal.settle()
    terminal.sendControl("c")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  /// Where there is nothing to watch, the fault ends it.
  @Test func needsACorpus() throws {
    let outcome = try Program.run(["run", "no.assay", "--watch"], in: folder.path)
    #expect(outcome.code == 4)
    folder.write("alone.assay", "claims\n")
    #expect(try Program.run(["run", "alone.assay", "--watch"], in: folder.path).code == 3)
  }
}
