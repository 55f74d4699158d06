import Testing

/// `assay run --out`: what is kept, and the manifest.
@Suite struct RunFolderTests {
  private let folder = RunCorpus.make()
  static let scripts =
    ["sums", "count"].map { "c/analyses/\($0).assay" } + ["c/analyses/report.md"]

  private func run(_ arguments: [String], in place: String? = nil) throws -> Program.Outcome {
    try Program.run(["run"] + arguments, in: place ?? folder.path)
  }

  private func text(_ file: String) -> String? {
    folder.read(file).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func whatIsShownIsKept() throws {
    let shown = try run(Self.scripts)
    let kept = try run(Self.scripts + ["--out", "o"])
    #expect(kept.code == 0)
    #expect(kept.output == shown.output)
    let texts = try ["sums", "count", "report"].map { try #require(text("o/\($0).txt")) }
    #expect(texts.joined() == kept.text)
    #expect(folder.holds("o/sums.csv"))
    #expect(ScratchFolder.names(in: folder.path + "/o").count == 5)
  }

  /// What an earlier run has left stays until another succeeds.
  @Test func aFailureLeavesTheTexts() throws {
    folder.write("c/analyses/turning.assay", "claims | take 1 | select id\n")
    #expect(try run(["c/analyses/turning.assay", "--out", "o"]).code == 0)
    let before = text("o/turning.txt")
    folder.write("c/analyses/turning.assay", "claims | take 2 | select id\nexpect 1 = 2\n")
    #expect(try run(["c/analyses/turning.assay", "--out", "o"]).code == 1)
    #expect(text("o/turning.txt") == before)
    folder.write("c/analyses/turning.assay", "claims | take 1 | select id\n")
    #expect(try Program.run(["verify", "o"], in: folder.path).code == 0)
  }

  /// The manifest says the parameters that the run had.
  @Test func parametersAreVerified() throws {
    folder.write("c/analyses/few.assay", "param few: number = 1\nclaims | take $few | select id\n")
    #expect(try run(["c/analyses/few.assay", "--out", "o"]).code == 0)
    let manifest = try #require(text("o/manifest.json"))
    folder.write("o/manifest.json", manifest.replacing("\"few\": \"1\"", with: "\"few\": \"2\""))
    let outcome = try Program.run(["verify", "o"], in: folder.path)
    #expect(outcome.code == 1)
    #expect(outcome.errorText.contains("the parameters of `c/analyses/few.assay`"))
    #expect(try run(["c/analyses/few.assay", "--check", "--update"]).code == 2)
  }

  /// Folders above are made, too.
  @Test func theFolderMayLieDeep() throws {
    #expect(try run([Self.scripts[0], "--out", "some where/überall/o"]).code == 0)
    #expect(folder.holds("some where/überall/o/manifest.json"))
    let verified = try Program.run(["verify", "some where/überall/o"], in: folder.path)
    #expect(verified.code == 0, "\(verified.errorText)")
  }

  /// A report is kept and made again as one.
  @Test func aReportIsKept() throws {
    for (form, name) in [("html", "report.html"), ("markdown", "report.report.md")] {
      let kept = try run([Self.scripts[2], "--to", form, "--out", form])
      #expect(kept.code == 0, "\(kept.errorText)")
      #expect(folder.read("\(form)/\(name)") == kept.output)
      let verified = try Program.run(["verify", form], in: folder.path)
      #expect(verified.code == 0, "\(verified.text)\(verified.errorText)")
    }
    let checked = try run([Self.scripts[2], "--to", "html", "--check"])
    #expect(checked.code == 2)
  }

  /// All of it but the digests, which `sha256sum` gives too.
  @Test func theManifestSaysWhatItWasMadeOf() throws {
    let arguments = Self.scripts + ["--set", "least=8 GBP", "--format", "csv", "--safe"]
    let failed = try run(arguments + ["--out", "o"])
    #expect(failed.code == 2, "\(failed.errorText)")
    #expect(!folder.holds("o/manifest.json"))

    #expect(
      try run([Self.scripts[0], "--set", "least=8 GBP", "--format", "csv", "--out", "o"]).code == 0)
    let manifest = try #require(text("o/manifest.json"))
    let version = try Program.run(["--version"], in: folder.path).text.split(separator: " ")
    let number = version.last.map { $0.filter { $0 != "\n" } } ?? ""
    #expect(
      manifest.hasPrefix(
        """
        {
          "manifest": 1,
          "program": "\(number)",
          "edition": 1,
          "format": "csv",
          "parameters": {"least": "8 GBP"},
          "corpora": [
            {
              "path": "../c",

        """), "\(manifest)")
    for words in [
      #""path": "../c/analyses/sums.assay""#, #""path": "../c/shared/sums.assay""#,
      #""parameters": {"least": "8 GBP"}"#, #""path": "sums.txt""#, #""path": "sums.csv""#,
      #""path": "claims/a.assay""#, #""path": "corpus.assay""#,
    ] {
      #expect(manifest.contains(words), "\(words)\n\(manifest)")
    }
    #expect(!manifest.contains(folder.path))
    #expect(!manifest.contains("\"folder\""))
    let sums = try Program.shell(
      "cd c && sha256sum claims/a.assay corpus.assay | tee /dev/stderr | sha256sum",
      in: folder.path)
    let digests = (sums.errorText + sums.text).split(separator: "\n").map { $0.prefix(64) }
    #expect(digests.count == 3)
    for digest in digests { #expect(manifest.contains(digest)) }
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    #expect(try run(Self.scripts + ["--out", "o"]).code == 0)
    let first = text("o/manifest.json")
    #expect(
      try Program.run(
        ["run", "--out", "../../o"] + ["sums.assay", "count.assay", "report.md"],
        in: folder.path + "/c/analyses", environment: ["LC_ALL": "C", "TZ": "Asia/Tokyo"]
      ).code == 0)
    #expect(text("o/manifest.json") == first)
    #expect(try run(Self.scripts + ["--out", "p"]).code == 0)
    #expect(text("p/manifest.json") == first)
  }

  /// What an earlier run has left goes, unless somebody has changed it; other files stay.
  @Test func whatIsNoLongerWrittenGoes() throws {
    #expect(try run(Self.scripts + ["--out", "o"]).code == 0)
    folder.write("o/mine.txt", "mine\n")
    folder.write("o/report.txt", "changed\n")
    let outcome = try run([Self.scripts[1], "--out", "o"])
    #expect(outcome.code == 0)
    #expect(outcome.errorText.contains("kept report.txt"))
    #expect(!folder.holds("o/sums.txt") && !folder.holds("o/sums.csv"))
    #expect(text("o/mine.txt") == "mine\n" && text("o/report.txt") == "changed\n")
    #expect(folder.holds("o/count.txt"))
  }

  @Test func aRunThatFailsLeavesTheManifest() throws {
    #expect(try run(Self.scripts + ["--out", "o"]).code == 0)
    let before = text("o/manifest.json")
    folder.write("c/analyses/count.assay", "claims | count\nexpect count(claims) = 0\n")
    #expect(try run(Self.scripts + ["--out", "o"]).code == 1)
    #expect(text("o/manifest.json") == before)
    #expect(try run(Self.scripts + ["--out", "p", "--keep-going"]).code == 1)
    #expect(!folder.holds("p/manifest.json"))
  }

  /// What would be overwritten, and a word of the reason.
  static let collisions: [(statement: String, reason: String)] = [
    ("manifest.json", "where the run says what it was made of"),
    ("./manifest.json", "where the run says what it was made of"),
    ("count.txt", "where the output of `c/analyses/count.assay` is kept"),
    ("it.txt", "where the output of `c/analyses/it.assay` is kept"),
    ("sub/../manifest.json", "leads out of the folder"),
    ("link/manifest.json", "where the run says what it was made of"),
    ("sums.csv", "what `c/analyses/sums.assay` has saved"),
  ]

  @Test(arguments: collisions.indices)
  func nothingIsOverwritten(index: Int) throws {
    let (path, reason) = Self.collisions[index]
    folder.write("o/file", "")
    _ = try Program.shell("ln -s . o/link", in: folder.path)
    folder.write("c/analyses/it.assay", "claims | as csv | save \"\(path)\"\n")
    let outcome = try run([Self.scripts[0], "c/analyses/it.assay", Self.scripts[1], "--out", "o"])
    #expect(outcome.code == 2, "\(outcome.errorText)")
    #expect(outcome.errorText.contains(reason), "\(outcome.errorText)")
    #expect(!folder.holds("o/manifest.json"))
  }

  @Test func twoScriptsOfOneNameAreRefused() throws {
    let outcome = try run(["c/analyses/sums.assay", "c/shared/sums.assay", "--out", "o"])
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorText.contains("would both be kept as `sums.txt`"))
  }

  @Test func aForeignManifestIsNotOverwritten() throws {
    folder.write("o/manifest.json", #"{"name": "a web page"}"#)
    let outcome = try run([Self.scripts[1], "--out", "o"])
    #expect(outcome.code == 4)
    #expect(outcome.errorText.hasPrefix("error[F205]"))
    #expect(text("o/manifest.json") == #"{"name": "a web page"}"#)
    folder.write("file", "")
    #expect(try run([Self.scripts[1], "--out", "file"]).code == 4)
    #expect(try run([Self.scripts[1], "--out", "c/corpus.assay/o"]).code == 4)
  }

  /// A reader that goes away does not cut what is kept.
  @Test func aReaderThatLeavesDoesNotCutIt() throws {
    let outcome = try Program.shell(
      "\"$ASSAY\" run c/analyses/sums.assay c/analyses/count.assay --out o | head -1 >/dev/null",
      in: folder.path)
    #expect(outcome.code == 0)
    #expect(folder.holds("o/manifest.json"))
    #expect(text("o/count.txt")?.hasSuffix("2 rows\n") == true)
  }
}
