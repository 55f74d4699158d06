import AssayExchange
import AssayLanguage
import AssayModel
import AssayText
import Glibc
import Testing

/// `assay export` and `assay import`, as a user runs them.
@Suite struct ExchangeTests {
  static let lossless: [(name: String, path: String)] = [
    ("jsonl", "out.jsonl"), ("sqlite", "out.sqlite"), ("csv", "out"),
  ]

  /// Everything that a corpus holds, documents included, comes back into an empty one, and goes out
  /// again as the same bytes.
  @Test(arguments: ["peru", "titanic"], lossless)
  func roundTripIsWithoutLoss(corpus: String, format: (name: String, path: String)) throws {
    let folder = ScratchFolder(copying: "examples")
    try expectLossless("examples/" + corpus, format.name, format.path, folder)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func randomCorporaComeBack(seed: UInt64) throws {
    let folder = ScratchFolder()
    let corpus = RandomCorpus(seed: seed)
    for (path, text) in corpus.texts { folder.write("random/" + path, text) }
    for (name, path) in Self.lossless { try expectLossless("random", name, path, folder) }
  }

  private func expectLossless(
    _ corpus: String, _ format: String, _ path: String, _ folder: ScratchFolder
  ) throws {
    let out = try run(["export", format, corpus, "--to", path], folder)
    #expect(out.code == 0 && !out.errorText.contains("not carried"), "\(out.errorText)")
    let empty = "empty-\(format)"
    folder.write("\(empty)/corpus.assay", "corpus empty { title \"Empty\" }\n")
    let came = try run(["import", path, empty, "--format", format], folder)
    #expect(came.code == 0, "\(came.errorText)")
    #expect(try records(in: corpus, folder) == records(in: empty, folder))
    for (place, text) in try documents(in: corpus, folder) {
      #expect(folder.read("\(empty)/\(place)") == text, "\(place)")
    }
    let again = try run(["import", path, empty, "--format", format], folder)
    #expect(again.text.contains("there already and the same"), "\(again.text)\(again.errorText)")
    #expect(!again.text.contains("added"))
  }

  static let lossy = ["web-annotation", "claim-review", "follow-the-money", "graphml"]

  /// What a format carries less of says nothing against the corpus that it is from.
  @Test(arguments: ["peru", "titanic"], lossy)
  func lessIsNothingElse(corpus: String, format: String) throws {
    let folder = ScratchFolder(copying: "examples")
    let corpus = "examples/" + corpus
    let out = try run(["export", format, corpus, "--to", "out"], folder)
    #expect(out.code == 0 && out.errorText.contains("\nnot carried: "), "\(out.errorText)")
    let came = try run(["import", "out", corpus, "--format", format], folder)
    #expect(came.code == 0, "\(came.errorText)")
    #expect(came.text.hasSuffix(" are there already and the same\n"), "\(came.text)")
    #expect(!came.text.contains("added"))
  }

  /// What Turtle carries comes back where the documents are.
  @Test(arguments: ["peru", "titanic"])
  func turtleComesBack(corpus: String) throws {
    let folder = ScratchFolder(copying: "examples")
    let corpus = "examples/" + corpus
    #expect(try run(["export", "--to", "a.ttl", corpus], folder).code == 0)
    folder.write("empty/corpus.assay", "corpus empty { title \"Empty\" }\n")
    for (place, text) in try documents(in: corpus, folder) { folder.write("empty/" + place, text) }
    let came = try run(["import", "a.ttl", "empty"], folder)
    #expect(came.code == 0, "\(came.errorText)")
    #expect(try records(in: corpus, folder) == records(in: "empty", folder))
  }

  @Test(arguments: ExchangeFormat.allCases.filter(\.isText))
  func sameCorpusSameBytes(format: ExchangeFormat) throws {
    let folder = ScratchFolder(copying: "examples")
    let first = try run(["export", format.rawValue, "examples/peru"], folder)
    #expect(first.code == 0 && !first.output.isEmpty, "\(first.errorText)")
    #expect(try run(["export", format.rawValue, "examples/peru"], folder) == first)
  }

  @Test func queryTakesClaimsAndWhatTheyReferTo() throws {
    let folder = ScratchFolder(copying: "examples")
    let query = "claims | sort id | take 1"
    let one = try run(["export", "jsonl", "examples/peru", "--query", query], folder)
    let all = try run(["export", "jsonl", "examples/peru"], folder)
    #expect(one.code == 0 && one.output.count < all.output.count / 3)
    #expect(one.text.split(separator: "\n").count { $0.hasPrefix("{\"kind\":\"claim\"") } == 1)
    folder.write("one.jsonl", one.output)
    folder.write("empty/corpus.assay", "corpus empty { title \"Empty\" }\n")
    let came = try run(["import", "one.jsonl", "empty"], folder)
    #expect(came.code == 0, "\(came.errorText)")
    let wrong = try run(["export", "jsonl", "examples/peru", "--query", "sources"], folder)
    #expect(wrong.code == 2 && wrong.output.isEmpty)
  }

  @Test func trialWritesNothing() throws {
    let folder = ScratchFolder(copying: "examples")
    #expect(try run(["export", "--to", "a.jsonl", "examples/titanic"], folder).code == 0)
    let text = "corpus empty { title \"Empty\" }\n"
    folder.write("empty/corpus.assay", text)
    let trial = try run(["import", "a.jsonl", "empty", "--dry-run"], folder)
    #expect(trial.code == 0 && trial.text.hasPrefix("would add"), "\(trial.errorText)")
    #expect(folder.read("empty/corpus.assay") == Array(text.utf8))
    #expect(access(folder.path + "/empty/documents", F_OK) != 0)
  }

  @Test func tablesOfOthersComeInByAMap() throws {
    let folder = ScratchFolder()
    folder.write("c/corpus.assay", "corpus c { title \"C\" }\n")
    folder.write(
      "t.csv",
      "outlet;statement;year;page\r\nThe Town Paper;It is long.;1854;3\r\nThe Town Paper;\"It; is\";;\r\n"
    )
    let map = "says=statement, source=outlet, when=year"
    let came = try run(["import", "t.csv", "c", "--map", map], folder)
    #expect(came.text == "added 1 source, 2 claims\ncolumns left out: page\n", "\(came.errorText)")
    let text = String(decoding: try #require(folder.read("c/corpus.assay")), as: UTF8.self)
    #expect(text.contains("source the-town-paper {\n  title \"The Town Paper\"\n}"))
    #expect(text.contains("claim the-town-paper-1 from @the-town-paper {"))
    #expect(text.contains("says \"It; is\""))
    let lacking = try run(["import", "t.csv", "c", "--map", "says=statement"], folder)
    #expect(lacking.code == 2 && lacking.errorText.contains("Q140"))
  }

  /// Documents go nowhere but into the corpus, and over nothing.
  @Test(arguments: [
    "../out.md", "/tmp/assay-out.md", "claims/a.assay", ".assay/index", "link/out.md",
    "corpus.assay", "",
  ])
  func documentsStayInside(path: String) throws {
    let folder = ScratchFolder()
    folder.write("c/corpus.assay", "corpus c { title \"C\" }\n")
    folder.write("elsewhere/there.md", "there")
    #expect(symlink("../elsewhere", folder.path + "/c/link") == 0)
    folder.write("a.jsonl", "{\"kind\":\"document\",\"path\":\"\(path)\",\"text\":\"x\"}\n")
    let came = try run(["import", "a.jsonl", "c"], folder)
    #expect(came.code != 0, "\(came.text)")
    #expect(access(folder.path + "/elsewhere/out.md", F_OK) != 0)
    #expect(access(folder.path + "/out.md", F_OK) != 0)
  }

  @Test func brokenDatabasesAreFaults() throws {
    let folder = ScratchFolder(copying: "examples")
    #expect(try run(["export", "--to", "a.sqlite", "examples/titanic"], folder).code == 0)
    let sound = try #require(folder.read("a.sqlite"))
    folder.write("empty/corpus.assay", "corpus empty { title \"Empty\" }\n")
    var generator = SplitMix(seed: 7)
    for _ in 0..<12 {
      var bytes = sound
      for _ in 0..<200 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      folder.write("b.sqlite", bytes)
      let came = try run(["import", "b.sqlite", "empty", "--dry-run"], folder)
      #expect(came.code < 128, "\(came.code)")
    }
    folder.write("b.sqlite", "no database")
    let came = try run(["import", "b.sqlite", "empty"], folder)
    #expect(came.code == 4 && came.errorText.contains("F220"), "\(came.errorText)")
  }

  // MARK: Reading back

  private func run(_ arguments: [String], _ folder: ScratchFolder) throws -> Program.Outcome {
    try Program.run(arguments, in: folder.path)
  }

  /// The records of a corpus, each in its one text.
  private func records(in corpus: String, _ folder: ScratchFolder) throws -> Set<String> {
    let files = try Program.shell("find \(corpus) -name '*.assay'", in: folder.path).text
    var found: Set<String> = []
    for file in files.split(separator: "\n") where !file.contains("/analyses/") {
      let text = SourceText(name: String(file), bytes: folder.read(String(file)) ?? [])
      var parser = RecordParser(text)
      while let item = parser.next() {
        if case .record(let record) = item { found.insert(record.canonicalText) }
      }
    }
    return found
  }

  /// The documents of a corpus by their paths in it.
  private func documents(
    in corpus: String, _ folder: ScratchFolder
  ) throws -> [String: [UInt8]] {
    let files = try Program.shell("cd \(corpus) && find documents -type f", in: folder.path).text
    var found: [String: [UInt8]] = [:]
    for file in files.split(separator: "\n") {
      found[String(file)] = folder.read("\(corpus)/\(file)") ?? []
    }
    return found
  }
}
