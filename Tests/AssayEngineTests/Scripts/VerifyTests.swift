import Testing

/// `assay verify`: what holds, and what is told of what does not.
@Suite struct VerifyTests {
  private let folder = RunCorpus.make()
  static let scripts = RunFolderTests.scripts

  private func verify(_ arguments: String..., in place: String? = nil) throws -> Program.Outcome {
    try Program.run(["verify"] + arguments, in: place ?? folder.path)
  }

  private func keep(_ scripts: [String] = scripts, _ more: String...) throws {
    let outcome = try Program.run(["run", "--out", "o"] + scripts + more, in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
  }

  @Test func aRunHolds() throws {
    try keep(Self.scripts)
    let outcome = try verify("o")
    #expect(outcome == Program.Outcome(output: Array("verified: 4 files, 2 runs\n".utf8)))
    #expect(try verify("--safe", ".", in: folder.path + "/o").code == 0)
  }

  @Test func whatWasAskedIsAskedAgain() throws {
    folder.write("c/analyses/by.assay", "param name: text = \"x\"\nclaims | derive n = $name\n")
    folder.write("c/analyses/none.assay", "param name: text = \"x\"\n")
    try keep(
      ["c/analyses/by.assay", "c/analyses/none.assay"], "--set", "name=--a = \"b\" $c",
      "--format", "jsonl", "--safe")
    let outcome = try verify("o")
    #expect(outcome.text == "verified: 2 files, 2 runs\n", "\(outcome.errorText)")
  }

  /// The whole tree may be moved.
  @Test func aTreeMayBeMoved() throws {
    try keep()
    let moved = try Program.shell(
      "mkdir -p new/place && mv c o new/place && cd / && \"$ASSAY\" verify \"$OLDPWD/new/place/o\"",
      in: folder.path)
    #expect(moved.text == "verified: 4 files, 2 runs\n", "\(moved.errorText)")
  }

  /// A script that runs another by a path from the working folder is run there again.
  @Test func theWorkingFolderIsKeptWhereItMatters() throws {
    folder.write("c/analyses/runs.assay", "run \"c/shared/sums.assay\"\nclaims | count\n")
    try keep(["c/analyses/runs.assay"])
    let manifest = String(decoding: try #require(folder.read("o/manifest.json")), as: UTF8.self)
    #expect(manifest.contains(#""folder": "..""#))
    #expect(manifest.contains(#""path": "../c/shared/sums.assay""#))
    #expect(try verify(folder.path + "/o", in: "/").code == 0)
  }

  /// What is done to a kept run, and what is told of it.
  static let changes: [(shell: String, told: [String], shown: [String])] = [
    (
      "sed -i s/crier/cryer/ o/count.txt",
      ["`o/count.txt` has changed since", "`o/count.txt` differs when it is run again: line 3"],
      [
        "--- o/count.txt\trecorded", "+++ o/count.txt\trun again", "-cryer       2",
        "+crier       2",
      ]
    ),
    ("rm o/sums.csv", ["`o/sums.csv` is gone"], []),
    (
      "echo '# x' >> c/claims/a.assay", ["the corpus has changed since: `claims/a.assay`"], []
    ),
    (
      "sed -i 's/40 GBP/41 GBP/' c/claims/a.assay",
      [
        "the corpus has changed since: `claims/a.assay`",
        "`o/sums.csv` differs when it is run again",
      ],
      ["-cost   40 GBP", "+cost   41 GBP"]
    ),
    (
      "echo 'claim z from @town { says \"Z\" }' > c/claims/z.assay",
      ["the corpus has changed since: `claims/z.assay` is new", "`o/count.txt` differs"],
      ["-town         1", "+town         2"].map {
        $0.replacing("town         ", with: "town        ")
      }
    ),
    (
      "rm c/claims/a.assay; touch c/claims/b.assay", ["`claims/a.assay` is gone", "the run fails"],
      []
    ),
    (
      "echo >> c/analyses/count.assay", ["a script has changed since: `c/analyses/count.assay`"], []
    ),
    ("echo >> c/shared/sums.assay", ["a script has changed since: `c/shared/sums.assay`"], []),
    (
      "rm c/analyses/count.assay",
      ["`c/analyses/count.assay` is gone", "the run fails when it is run again, with exit code 4"],
      []
    ),
    (
      "echo 'claims | save \"more.csv\"' >> c/analyses/count.assay",
      ["`o/more.csv` is written when it is run again, and was not before"], []
    ),
    (
      "sed -i '/save/d' c/analyses/sums.assay",
      ["`o/sums.csv` is not written when it is run again"], []
    ),
    (
      "echo 'expect count(claims) = 0' >> c/analyses/count.assay", ["error[X301]", "exit code 1"],
      []
    ),
  ]

  @Test(arguments: changes.indices)
  func aChangeIsTold(index: Int) throws {
    try keep()
    let (shell, told, shown) = Self.changes[index]
    #expect(try Program.shell(shell, in: folder.path).code == 0)
    let outcome = try verify("o")
    #expect(outcome.code == 1, "\(shell)")
    for words in told { #expect(outcome.errorText.contains(words), "\(outcome.errorText)") }
    for line in shown { #expect(outcome.text.contains(line + "\n"), "\(outcome.text)") }
    #expect(outcome.errorText.contains("error[X303]"))
  }

  /// Keys of the index are no part of a result, but `explain` shows them: a run with it depends on
  /// the order of the records.
  @Test func aResultThatDependsOnTheOrderIsCaught() throws {
    folder.write("c/analyses/keys.assay", "claims | count\nexplain claims | from @crier\n")
    try keep(["c/analyses/keys.assay", "c/analyses/count.assay"])
    let outcome = try verify("o")
    #expect(outcome.code == 1)
    #expect(
      outcome.text.hasPrefix("--- o/keys.txt\trun again\n+++ o/keys.txt\trun in another order"))
    #expect(
      outcome.errorText.hasPrefix(
        "error[X303]: `o/keys.txt` differs with the records in another order"))
    #expect(!outcome.errorText.contains("count.txt"))
  }

  @Test func whatIsMissingIsTold() throws {
    #expect(try verify("nothing").code == 4)
    try keep()
    folder.remove("c")
    let outcome = try verify("o")
    #expect(outcome.code == 3)
    #expect(outcome.errorText.hasPrefix("error[C101]"))
    #expect(try Program.run(["verify"], in: folder.path).code == 2)
  }

  @Test func nothingIsLeftBehind() throws {
    try keep()
    folder.write("tmp/file", "")
    let outcome = try Program.run(
      ["verify", "o"], in: folder.path, environment: ["TMPDIR": folder.path + "/tmp"])
    #expect(outcome.code == 0)
    #expect(ScratchFolder.names(in: folder.path + "/tmp") == ["file"])
    #expect(
      try Program.run(
        ["verify", "o"], in: folder.path, environment: ["TMPDIR": folder.path + "/no"]
      ).code == 4)
  }

  /// The example of the project can be made again.
  @Test func peruHolds() throws {
    let peru = ScratchFolder(copying: "examples")
    let scripts = ScratchFolder.names(in: peru.path + "/examples/peru/analyses")
      .filter { $0.hasSuffix(".assay") }.map { "examples/peru/analyses/" + $0 }
    #expect(try Program.run(["run", "--out", "o"] + scripts, in: peru.path).code == 0)
    let outcome = try Program.run(["verify", "o"], in: peru.path)
    #expect(outcome.code == 0, "\(outcome.text)\(outcome.errorText)")
  }
}
