import Glibc
import Testing

/// `assay propose`: programs that do what they should, and programs that do not.
@Suite struct ProposeTests {
  private let folder = ScratchFolder()

  init() {
    folder.write(
      "corpus.assay",
      """
      corpus c {}
      source s { title "The paper"; document "documents/s.md"; language "en"; published 1901-06 }
      source t { title "The letter"; document "documents/t.md" }
      entity bridge: facility { name "The bridge"; also "The crossing" }
      entity mayor: person { name "The mayor" }
      predicate cost { label "cost"; value money; one }
      question dear "Was it dear?" { answer yes "It was" }
      use "claims.assay"

      """)
    folder.write(
      "documents/s.md",
      "The bridge was opened in May. It cost 40 pounds, they say.\n\nNobody paid. Nobody paid.\n")
    folder.write("documents/t.md", "A letter about 3 crows.\n")
    folder.write("claims.assay", "claim opened from @s { says \"Opened in May.\" }\n")
  }

  private func propose(_ command: String, _ others: [String] = []) throws -> Program.Outcome {
    try Program.run(["propose", "--with", command, "--maker", "x"] + others, in: folder.path)
  }

  private func answer(_ lines: String) throws -> Program.Outcome {
    folder.write("lines", lines)
    return try propose("cat lines", ["@s"])
  }

  private var kept: String {
    String(decoding: folder.read("proposals/s.assay") ?? [], as: UTF8.self)
  }

  private static let good: String = [
    #"{"source":"s","quote":"It cost 40 pounds","says":"It cost 40 pounds.","#,
    #""fact":"@bridge cost = 40 GBP","by":"@mayor","when":"1901","mode":"estimate","#,
    #""hedge":"cost","confidence":0.5,"note":"Seen.","start":30,"end":58,"schema":1}"#,
  ].joined()

  @Test func keepsWhatIsRight() throws {
    let outcome = try answer(Self.good + "\n\n" + Self.good + "\n")
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("proposals/s.assay: 1 proposal of x\n"))
    let lines = kept.split(separator: "\n").map(String.init)
    let fields = lines.filter { $0.hasPrefix("  ") }
    #expect(
      fields == [
        "  says  \"It cost 40 pounds.\"", "  fact  @bridge cost = 40 GBP", "  by    @mayor",
        "  when  1901", "  mode  estimate", "  hedge \"cost\"", "  quote \"It cost 40 pounds\"",
        "  coder \"x\"", "  note  \"Confidence 0.5. Seen.\"",
      ])
    // It is no part of the corpus.
    let claims = try Program.run(["-c", "claims | select id | as csv"], in: folder.path)
    #expect(claims.text == "id\nopened\n")
    let progress = try Program.run(
      ["-c", "review | where open > 0"], in: folder.path)
    #expect(progress.code == 2)
  }

  @Test func tellsTheCorpusAndTheSentences() throws {
    let outcome = try propose("cat > sent", ["@s"])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("nothing is proposed\n"))
    let sent = String(decoding: folder.read("sent") ?? [], as: UTF8.self)
      .split(separator: "\n").map(String.init)
    #expect(sent.count == 5)
    #expect(sent.first == Self.corpusLine)
    #expect(sent.dropFirst(2).first == Self.sentenceLine)
  }

  private static let corpusLine: String = [
    #"{"schema": 1, "kind": "corpus", "entities": [{"id": "bridge", "kind": "facility", "#,
    #""name": "The bridge", "also": ["The crossing"]}, {"id": "mayor", "kind": "person", "#,
    #""name": "The mayor", "also": []}], "predicates": [{"id": "cost", "label": "cost", "#,
    #""object": [], "value": "money"}], "questions": [{"id": "dear", "text": "Was it dear?", "#,
    #""answers": [{"id": "yes", "text": "It was"}]}]}"#,
  ].joined()

  private static let sentenceLine: String = [
    #"{"schema": 1, "source": "s", "paragraph": 1, "sentence": 2, "start": 30, "end": 58, "#,
    #""language": "en", "published": "1901-06", "text": "It cost 40 pounds, they say."}"#,
  ].joined()

  /// A line, and what is said of it.
  static let bad: [(line: String, said: String)] = [
    ("rubbish", "no value of JSON begins so"), ("[]", "a proposal is an object, not a list"),
    ("{}", "a proposal needs `source`"),
    (#"{"source":"s","quote":"It","says":""}"#, "needs `says`"),
    (#"{"source":"s","quote":"crows","says":"x"}"#, "does not hold this quote"),
    (#"{"source":"t","quote":"crows","says":"x"}"#, "no document of `t` was sent"),
    (#"{"source":"../t","quote":"crows","says":"x"}"#, "no document of `../t` was sent"),
    (#"{"source":"s","quote":"Nobody paid","says":"x"}"#, "several times: quote more"),
    (
      #"{"source":"s","quote":"Nobody paid","says":"x","start":60,"end":72}"#,
      "the document holds the sentence of this quote several times"
    ),
    (#"{"source":"s","quote":"cost","says":"x","start":0,"end":5}"#, "bytes 0..5 do not hold it"),
    (#"{"source":"s","quote":"cost","says":"x","start":0,"end":9999}"#, "`end` lies behind"),
    (#"{"source":"s","quote":"cost","says":"x","start":9}"#, "belong together"),
    (#"{"source":"s","quote":"cost","says":"x","start":1.5,"end":3}"#, "a whole number of bytes"),
    (#"{"source":"s","quote":"cost","says":"x","colour":"red"}"#, "has no field `colour`"),
    (#"{"source":"s","quote":"cost","says":7}"#, "`says` is a text, not a number"),
    (#"{"source":"s","quote":"cost","says":"x","schema":2}"#, "reads schema 1"),
    (#"{"source":"s","quote":"cost","says":"x","confidence":7}"#, "from 0 to 1"),
    (#"{"source":"s","quote":"cost","says":"x","when":"May"}"#, "`when`: "),
    (#"{"source":"s","quote":"cost","says":"x","mode":"sure"}"#, "`mode`: "),
    (#"{"source":"s","quote":"cost","says":"x","by":"@nobody"}"#, "there is no entity `nobody`"),
    (
      #"{"source":"s","quote":"cost","says":"x","fact":"@bridge cost = 3 t"}"#,
      "`cost`"
    ),
    (#"{"source":"s","quote":"cost","says":"x","hedge":"may"}"#, "the quote does not hold"),
    (
      #"{"source":"s","quote":"cost","says":"x","fact":"@bridge cost = 1 GBP\n}\nclaim evil from @s { says \"x\""}"#,
      "`fact` holds more than a value"
    ),
    (#"{"source":"s","quote":"cost","says":"x","by":"@mayor; note \"x\""}"#, "holds more than"),
    (#"{"source":"s","quote":"cost","says":"\u0000"}"#, "a text holds a NUL"),
  ]

  @Test(arguments: bad)
  func leavesOutWhatIsWrong(line: String, said: String) throws {
    let outcome = try answer(line + "\n" + Self.good + "\n")
    #expect(outcome.code == 4)
    #expect(outcome.errorText.contains("error[F216]: "), "\(outcome.errorText)")
    #expect(outcome.errorText.contains(said), "\(outcome.errorText)")
    #expect(outcome.errorText.contains("--> <x>:1:"), "\(outcome.errorText)")
    #expect(kept.contains("It cost 40 pounds"))
    #expect(!kept.contains("evil"))
  }

  @Test func wrongUTF8IsTold() throws {
    folder.write("lines", [0xFF, 0x0A] + Array((Self.good + "\n").utf8))
    let outcome = try propose("cat lines", ["@s"])
    #expect(outcome.code == 4)
    #expect(kept.contains("It cost 40 pounds"))
  }

  /// Commands that fail, and what is said.
  static let failures: [(command: String, options: [String], said: String)] = [
    ("cat lines; echo lost >&2; exit 3", [], "it ended with 3"),
    ("cat lines; kill -9 $$", [], "signal 9 ended it"),
    ("cat lines; sleep 1000", ["--seconds", "0.3"], "it took longer than 0.3 s"),
    ("cat lines; yes rubbish", ["--megabytes", "1"], "it wrote more than 1 MiB"),
    ("no-such-program-at-all", [], "it ended with 127"),
  ]

  /// Nothing of a failed run is kept, and nothing that was there is lost.
  @Test(arguments: failures)
  func losesNothing(command: String, options: [String], said: String) throws {
    #expect(try answer(Self.good).code == 0)
    let before = kept
    #expect(!before.isEmpty)
    folder.write(
      "lines", Self.good.split(separator: "It cost 40 pounds.").joined(separator: "Other.") + "\n")
    let outcome = try propose(command, options + ["@s"])
    #expect(outcome.code == 4)
    #expect(outcome.errorText.contains("error[F215]"), "\(outcome.errorText)")
    #expect(outcome.errorText.contains(said), "\(outcome.errorText)")
    #expect(kept == before)
    #expect(try answer("rubbish\nmore\n").code == 4)
    #expect(kept == before)
  }

  @Test func manyBadLinesAreCounted() throws {
    let outcome = try answer(String(repeating: "rubbish\n", count: 5000))
    #expect(outcome.code == 4)
    #expect(outcome.errorText.contains("0 proposals, 5000 lines left out"))
    #expect(outcome.errorText.contains("no value of JSON begins so, and 4999 like it\n"))
    #expect(outcome.errorText.split(separator: "error[").count == 2)
    #expect(outcome.errorText.utf8.count < 10_000)
    // What differs is told up to a bound.
    let lines = (1...30).map { "{\"source\":\"s\",\"colour\($0)\":1}\n" }
    let others = try answer(lines.joined() + lines.joined())
    #expect(others.errorText.contains("no field `colour20`, and 1 like it\n"))
    #expect(!others.errorText.contains("`colour21`"))
    #expect(others.errorText.contains("20 more lines are no proposals"))
  }

  @Test func replacesItsOwnAlone() throws {
    #expect(try answer(Self.good).code == 0)
    let other = try Program.run(
      ["propose", "--with", "cat lines", "--maker", "y", "@s"], in: folder.path)
    #expect(other.code == 0)
    folder.write(
      "lines", Self.good.split(separator: "It cost 40 pounds.").joined(separator: "Other.") + "\n")
    let outcome = try propose("cat lines")
    #expect(outcome.errorText.contains("proposals/s.assay: 1 proposal of x, in place of 1"))
    #expect(kept.contains("coder \"y\"") && kept.contains("Other."))
  }

  /// A program that gives nothing takes nothing away.
  @Test func keepsWhatStandsWhereNothingComes() throws {
    #expect(try answer(Self.good).code == 0)
    let before = kept
    let outcome = try propose("true")
    #expect(outcome.code == 0)
    #expect(outcome.errorText == "nothing is proposed; 1 earlier proposal stays\n")
    #expect(kept == before)
  }

  @Test(arguments: ["", " ", "\t "])
  func needsACommand(command: String) throws {
    let outcome = try propose(command)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("`--with` takes a command, not an empty text"))
    let prompt = try Program.run(["-c", "propose --with \"\(command)\""], in: folder.path)
    #expect(prompt.code == 2)
    #expect(prompt.errorText.contains("`--with` takes a command, not an empty text"))
  }

  /// No `use` reaches what nobody has accepted, not by a link either.
  @Test func quarantineIsClosed() throws {
    #expect(try answer(Self.good).code == 0)
    #expect(symlink("proposals", folder.path + "/more") == 0)
    for use in ["proposals/*.assay", "./proposals/s.assay", "*/s.assay", "more/*.assay"] {
      folder.write("more.assay", "use \"\(use)\"\n")
      folder.write("corpus.assay", corpus(using: "more.assay"))
      let outcome = try Program.run(["check"], in: folder.path)
      #expect(outcome.code == 3, "\(use): \(outcome.text)")
      #expect(outcome.errorText.contains("error[C118]"), "\(use): \(outcome.errorText)")
    }
    folder.write("more.assay", "use \"*.assay\"\n")
  }

  private func corpus(using file: String) -> String {
    """
    corpus c {}
    source s { title "The paper"; document "documents/s.md" }
    entity bridge: facility { name "The bridge" }
    entity mayor: person { name "The mayor" }
    predicate cost { label "cost"; value money; one }
    use "claims.assay"; use "\(file)"

    """
  }

  /// Folders that are links must not lead the program out of the corpus.
  @Test func writesNowhereElse() throws {
    let outside = ScratchFolder()
    #expect(symlink(outside.path, folder.path + "/proposals") == 0)
    let outcome = try answer(Self.good)
    #expect(outcome.code == 3)
    #expect(outcome.errorText.contains("leads out of the corpus folder"))
    #expect(!outside.holds("s.assay"))
  }

  @Test func safeModeStartsNothing() throws {
    let outcome = try Program.run(
      ["--safe", "-c", #"propose --with "touch started" @s"#], in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("error[Q130]"))
    #expect(!folder.holds("started"))
  }

  private static let python = access("/usr/bin/python3", X_OK) == 0

  @Test(.enabled("python3 is not installed") { ProposeTests.python })
  func theExampleProposesFigures() throws {
    let peru = ScratchFolder(copying: "examples")
    let outcome = try Program.run(
      ["propose", "--with", "python3 examples/extractors/figures.py", "examples/peru"],
      in: peru.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let kept = String(
      decoding: peru.read("examples/peru/proposals/defense-news-2012.assay") ?? [], as: UTF8.self)
    #expect(kept.contains("coder \"figures\""))
    #expect(try Program.run(["check", "examples/peru"], in: peru.path).code == 0)
  }
}
