import Testing

/// `assay run --check` and `--update`.
@Suite struct RecordedResultTests {
  private let folder = RunCorpus.make()

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["run"] + arguments, in: folder.path)
  }

  @Test func isRecordedAndChecked() throws {
    let scripts = ["c/analyses/count.assay", "c/analyses/report.md"]
    let missing = try Program.run(["run", "--check"] + scripts, in: folder.path)
    #expect(missing.code == 1)
    #expect(missing.output.isEmpty)
    #expect(missing.errorText.contains("error[X302]: `c/analyses/count.assay` has no recorded"))
    #expect(missing.errorText.contains("`--update` records what it writes now"))

    let update = try Program.run(["run", "--update"] + scripts, in: folder.path)
    #expect(update.code == 0)
    #expect(update.output.isEmpty)
    #expect(
      update.errorText == "recorded c/analyses/count.out\nrecorded c/analyses/report.out\n")
    let shown = try run("c/analyses/count.assay")
    #expect(folder.read("c/analyses/count.out") == shown.output)

    let again = try Program.run(["run", "--update"] + scripts, in: folder.path)
    #expect(again == Program.Outcome())
    #expect(try Program.run(["run", "--check"] + scripts, in: folder.path) == Program.Outcome())
  }

  @Test func differencesAreShown() throws {
    #expect(try run("c/analyses/count.assay", "--update").code == 0)
    folder.write("c/claims/b.assay", "claim new from @town { says \"New.\" }\n")
    let outcome = try run("c/analyses/count.assay", "--check")
    #expect(outcome.code == 1)
    #expect(
      outcome.text == """
        --- c/analyses/count.out\trecorded
        +++ c/analyses/count.out\tnow
        @@ -1,6 +1,6 @@
         source  count
         ──────  ─────
         crier       2
        -town        1
        +town        2
        \u{20}
         2 rows

        """)
    #expect(
      outcome.errorText.hasPrefix(
        "error[X302]: `c/analyses/count.assay` does not write what `c/analyses/count.out` records"))
  }

  /// The first script that differs ends the run, unless it is to go on.
  @Test func goesOnIfAsked() throws {
    let scripts = ["c/analyses/count.assay", "c/analyses/report.md"]
    folder.write("c/analyses/count.out", "old\n")
    folder.write("c/analyses/report.out", "old\n")
    let first = try Program.run(["run", "--check"] + scripts, in: folder.path)
    let all = try Program.run(["run", "--check", "--keep-going"] + scripts, in: folder.path)
    #expect(first.code == 1 && all.code == 1)
    #expect(!first.text.contains("report.out") && all.text.contains("report.out"))
  }

  /// A script that fails ends as always, and its record stays as it is.
  @Test func aFailingScriptIsNotRecorded() throws {
    folder.write("c/analyses/fails.assay", "claims | count\nexpect count(claims) = 0\n")
    for option in ["--check", "--update"] {
      let outcome = try run("c/analyses/fails.assay", option)
      #expect(outcome.code == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errorText.hasPrefix("error[X301]"))
      #expect(!folder.holds("c/analyses/fails.out"))
    }
    folder.write("c/analyses/wrong.assay", "clams\n")
    #expect(try run("c/analyses/wrong.assay", "--update").code == 2)
  }

  @Test func parametersMayBeSet() throws {
    #expect(
      try run("c/analyses/sums.assay", "--update", "--out", "o", "--set", "least=8 GBP").code == 0)
    #expect(
      try run("c/analyses/sums.assay", "--check", "--out", "o", "--set", "least=9 GBP").code == 0)
    #expect(try run("c/analyses/sums.assay", "--check", "--out", "o").code == 1)
  }

  /// Command lines that are refused, and a word of the reason.
  static let refused: [(arguments: [String], reason: String)] = [
    ([], "no script to run"), (["--check"], "no script to run"),
    (["-", "--check"], "standard input"), (["/dev/stdin", "--update"], "standard input"),
    (["-", "--out", "o"], "standard input"), (["-", "--watch"], "standard input"),
    (["c/analyses/count.assay", "--update", "--safe"], "--safe writes nothing"),
    (["c/analyses/count.assay", "c/analyses/count.md", "--check"], "would both be recorded"),
    (["c/analyses/count.assay", "--record-order", "random"], "record-order"),
  ]

  @Test(arguments: refused.indices)
  func isRefused(index: Int) throws {
    let (arguments, reason) = Self.refused[index]
    let outcome = try Program.run(["run"] + arguments, in: folder.path)
    #expect(outcome.code == 2, "\(arguments)")
    #expect(outcome.errorText.contains(reason), "\(outcome.errorText)")
  }

  @Test func aRecordThatCannotBeReadOrWrittenIsTold() throws {
    folder.write("c/analyses/count.out/file", "")
    #expect(try run("c/analyses/count.assay", "--check").code == 4)
    let update = try run("c/analyses/count.assay", "--update")
    #expect(update.code == 4)
    #expect(update.errorText.contains("error[F20"))
  }

  /// The terminal, the locale and who asks make no difference, whether all agrees or not.
  @Test(arguments: [
    [:], ["LC_ALL": "C", "TERM": "dumb"], ["ASSAY_PLAIN": "1"], ["COLUMNS": "20", "TERM": "xterm"],
    ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia"], ["NO_COLOR": "1", "LANG": "de_DE"],
  ])
  func surroundingsMakeNoDifference(environment: [String: String]) throws {
    folder.write("c/analyses/chart.assay", "claims | count by source | chart bar\nclaims\n")
    #expect(try run("c/analyses/chart.assay", "--update").code == 0)
    for arguments in [["--check"], ["--check", "--plain"]] {
      let outcome = try Program.run(
        ["run", "c/analyses/chart.assay"] + arguments, in: folder.path, environment: environment)
      #expect(outcome == Program.Outcome(), "\(outcome.text)\(outcome.errorText)")
    }
  }

  /// A script on standard input finds its corpus from the working folder.
  @Test(arguments: ["-", "/dev/stdin"])
  func standardInputIsAScript(name: String) throws {
    let outcome = try Program.run(
      ["run", name], in: folder.path + "/c/analyses", input: Array("claims | count".utf8))
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("    3\n"))
  }

  /// A script that is a command of its own.
  @Test func aScriptMayBeACommand() throws {
    folder.write(
      "c/analyses/command", "#!/usr/bin/env -S assay run\nedition 1\nclaims | count | as csv\n")
    let outcome = try Program.shell(
      """
      chmod +x c/analyses/command; mkdir bin; ln -s "$ASSAY" bin/assay; PATH="$PWD/bin:$PATH"
      c/analyses/command; c/analyses/command --format tsv --check
      """, in: folder.path)
    #expect(outcome.text == "count\n3\n")
    #expect(outcome.code == 1)
    #expect(outcome.errorText.contains("there is no `c/analyses/command.out`"))
  }
}
