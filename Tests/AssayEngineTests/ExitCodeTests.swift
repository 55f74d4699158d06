import Glibc
import Testing

/// How a run ends: exit codes, inputs, outputs.
@Suite struct ExitCodeTests {
  static let folder = ScratchFolder(copying: "examples")

  private func run(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.run(arguments, in: Self.folder.path, input: Array(input.utf8))
  }

  /// Command lines that need no corpus of their own, and how they end.
  static let table: [(arguments: [String], code: Int32)] = [
    (["examples/peru", "-c", "claims | count"], 0),
    (["examples/peru", "-c", ""], 0),
    (["check", "examples/peru"], 0),
    (["--help"], 0),
    (["--version"], 0),
    (["run", "--help"], 0),
    (["run", "examples/peru/analyses/money.assay"], 0),
    (["run", "examples/peru/analyses/money.assay", "examples/peru/analyses/alone.assay"], 0),
    (["examples/peru", "-c", "expect count(claims) = 0"], 1),
    (["--colour"], 2),
    (["examples/peru", "-c"], 2),
    (["examples/peru", "more", "-c", "claims"], 2),
    (["examples/peru", "--format", "pdf", "-c", "claims"], 2),
    (["run"], 2),
    (["run", "examples/peru/analyses/money.assay", "--set", "nothing"], 2),
    (["run", "examples/peru/analyses/money.assay", "--set", "nothing=1"], 2),
    (["new"], 2),
    (["examples/peru", "-c", "clams"], 2),
    (["examples/nothing", "-c", "claims"], 3),
    (["examples/peru/corpus.assay", "-c", "claims"], 3),
    (["check", "examples"], 3),
    (["run", "examples/nothing.assay"], 4),
    (["run", "examples/peru"], 4),
    (["examples/peru", "--limit-rows", "2", "-c", "claims"], 5),
    (["examples/peru", "--limit-time", "0.001", "-c", "claims | conflicts all"], 5),
    (["examples/peru", "--limit-memory", "1", "-c", "claims | weigh"], 5),
    (["run", "--limit-rows", "1", "examples/peru/analyses/money.assay"], 5),
    (["examples/peru", "--limit-rows", "none", "-c", "claims | count"], 0),
    (["examples/peru", "--limit-rows", "0", "-c", "claims"], 2),
    (["examples/peru", "--limit-time", "soon", "-c", "claims"], 2),
    (["examples/peru", "-c", "claims | save \"/proc/none/x.csv\""], 4),
  ]

  @Test(arguments: table.indices)
  func endsSo(index: Int) throws {
    let (arguments, code) = Self.table[index]
    let outcome = try Program.run(arguments, in: Self.folder.path)
    #expect(outcome.code == code, "\(arguments)\n\(outcome.errorText)")
    #expect(outcome.errors.isEmpty == (code == 0), "\(arguments)\n\(outcome.errorText)")
  }

  /// Faults are told on standard error and leave standard output to results.
  @Test func faultsGoToStandardError() throws {
    let outcome = try run("examples/peru", "-c", "claims | count\nclams | count")
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorText.hasPrefix("error[Q101]"))
  }

  /// No statement that is wrong by itself ends well and says nothing.
  @Test(arguments: [
    "let found = found", "let found = found | take 3\nfound | count", "let $x = $x",
    "let $x = $x + 1\nexpect $x > 3", "def f(n) = clams | take $n",
    "let found = clams | take 3", "param x: number = $x",
  ])
  func aWrongProgramIsNotDoneSilently(program: String) throws {
    let outcome = try run("examples/peru", "-c", program)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.hasPrefix("error["))
  }

  @Test func readsStandardInput() throws {
    let piped = try run("examples/peru", input: "claims\n| count\n")
    #expect(piped.code == 0)
    #expect(piped == (try run("examples/peru", "-c", "claims\n| count\n")))
    #expect(try run("examples/peru", input: "").code == 0)
    let wrong = try run("examples/peru", input: "claims | count\nclams\n")
    #expect(wrong.code == 2)
    #expect(wrong.errorText.contains("--> <stdin>:2:1"))
  }

  /// The corpus of a script is the nearest one at or above it.
  @Test func findsTheCorpus() throws {
    let inside = try Program.run(
      ["-c", "claims | count"], in: Self.folder.path + "/examples/peru/documents")
    #expect(inside.code == 0)
    #expect(inside == (try run("examples/peru", "-c", "claims | count")))
    let outside = try Program.run(["-c", "claims | count"], in: Self.folder.path)
    #expect(outside.code == 3)
  }

  @Test(arguments: [
    "claims | as csv", "passages", "passages | as jsonl", "claims | as list",
    "claims | as html", "claims | as markdown", "passages\npassages\npassages",
  ])
  func stopsWhenTheReaderHasGone(statement: String) throws {
    let outcome = try Program.shell(
      "{ \"$ASSAY\" examples/peru -c '\(statement)'; echo \"code $?\" >&2; } | head -1",
      in: Self.folder.path)
    #expect(outcome.output.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(outcome.errorText == "code 0\n")
  }

  @Test func aFullDiskIsTold() throws {
    let outcome = try Program.shell(
      "\"$ASSAY\" examples/peru -c 'claims | as csv' > /dev/full", in: Self.folder.path)
    #expect(outcome.code == 4)
    #expect(outcome.errorText.hasPrefix("error[F202]"))
  }

  @Test func aClosedOutputIsTold() throws {
    let outcome = try Program.shell(
      "\"$ASSAY\" examples/peru -c 'claims | as csv' >&-", in: Self.folder.path)
    #expect(outcome.code == 4, "\(outcome.errorText)")
  }

  /// SIGINT stops a query that takes long, with 130.
  @Test func aSignalInterrupts() throws {
    let folder = Self.slowCorpus()
    let slow = try Program.start([".", "-c", Self.slowStatement], in: folder.path)
    usleep(700_000)
    kill(slow.process, SIGINT)
    let outcome = slow.finish()
    #expect(outcome.code == 130)
    #expect(outcome.errorText == "error[F204]: interrupted\n")
  }

  /// A corpus on which ``slowStatement`` takes a minute.
  static func slowCorpus() -> ScratchFolder {
    let folder = ScratchFolder()
    let words = String(repeating: "a", count: 20) + "!"
    let claims = (0..<2000).map { "claim c\($0) from @s { says \"\(words)\" }\n" }.joined()
    folder.write("corpus.assay", "corpus slow {}\nsource s { title \"S\" }\n" + claims)
    return folder
  }

  static let slowStatement =
    "claims | where "
    + Array(repeating: #"says matches "(a|aa)+$""#, count: 20).joined(separator: " or ")

  @Test func savesWhole() throws {
    let folder = Self.folder
    #expect(try run("examples/peru", "-c", "claims | select id | save \"ids.csv\"").code == 0)
    let saved = try #require(folder.read("ids.csv"))
    #expect(saved == (try run("examples/peru", "-c", "claims | select id | as csv")).output)
    // What fails halfway leaves the file as it was, and nothing beside it.
    let failed = try run(
      "examples/peru", "-c",
      #"claims | where says matches "((.+)+)+\\d{9}$" | save "ids.csv""#)
    #expect(failed.code != 0)
    #expect(folder.read("ids.csv") == saved)
    let left = ScratchFolder.names(in: folder.path).filter { $0.hasPrefix("ids.csv") }
    #expect(left == ["ids.csv"])
  }

  @Test func everyRunGivesTheSameBytes() throws {
    let statement = "claims | summarize l = list(source), n = count() by subject | as csv"
    let first = try run("examples/peru", "-c", statement)
    #expect(first.code == 0)
    for locale in ["C", "de_DE.UTF-8", "tr_TR.UTF-8"] {
      let other = try Program.run(
        ["examples/peru", "-c", statement], in: Self.folder.path,
        environment: ["LC_ALL": locale, "TZ": "Asia/Tokyo", "TERM": "xterm", "COLUMNS": "20"])
      #expect(other == first)
    }
  }
}
