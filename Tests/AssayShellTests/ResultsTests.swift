import Glibc
import Testing

/// What the prompt does with results besides showing them.
@Suite(.serialized) struct ResultsTests {
  static let folder = ScratchFolder(copying: "examples")

  private func shell(
    _ variables: [String: String] = [:], _ arguments: [String] = ["examples/peru"],
    in folder: ScratchFolder = folder
  ) throws -> PseudoTerminal {
    try .prompt(in: folder, arguments, ["PAGER": "cat"].merging(variables) { $1 }, rows: 40)
  }

  // MARK: last

  @Test(arguments: ["csv", "tsv", "json", "jsonl", "markdown", "html", "list", "table"])
  func lastWritesTheSameBytes(format: String) throws {
    let terminal = try shell()
    let query = "claims | select id, value, when, hedge, source"
    #expect(try terminal.run("last").contains("error[Q119]"))
    _ = try terminal.run(query)
    let asked = try terminal.run("\(query) | as \(format)")
    #expect(try terminal.run("last") == asked)
    _ = try terminal.run(query)
    #expect(try terminal.run("last as \(format)") == asked)
    // A result that goes to a file, a list made here and a fault leave it as it is.
    _ = try terminal.run("sources | save \"sources.csv\"")
    _ = try terminal.run("help stages")
    _ = try terminal.run("sources | wher")
    #expect(try terminal.run("last as \(format)") == asked)
    try terminal.leave()
  }

  @Test func lastGoesToAFile() throws {
    let terminal = try shell()
    _ = try terminal.run("claims | take 7")
    _ = try terminal.run("last save \"seven.json\"")
    let whole = try Program.run(
      ["examples/peru", "-c", "claims | take 7 | as json"], in: Self.folder.path)
    #expect(Self.folder.text("seven.json") == whole.text)
    #expect(try terminal.run("last save \"seven\"").contains("does not say its format"))
    #expect(try terminal.run("last as pdf").contains("error[Q106]: no format `pdf`"))
    #expect(try terminal.run("last | take 2").contains("error[Q106]"))
    _ = try terminal.run("last as csv save \"seven\"")
    #expect(Self.folder.text("seven").hasPrefix("id,"))
    #expect(try terminal.run("sources | select id | as json").hasPrefix("["))
    _ = try terminal.run("last save \"ids.csv\"")
    #expect(Self.folder.text("ids.csv").hasPrefix("id\n"))
    #expect(try terminal.run("claims | count by source | chart bar").contains("█"))
    for (file, beginning) in [("a.svg", "<svg"), ("a.csv", "source,"), ("a.txt", "source ")] {
      _ = try terminal.run("last save \"\(file)\"")
      #expect(Self.folder.text(file).hasPrefix(beginning), "\(Self.folder.text(file).prefix(60))")
    }
    #expect(Self.folder.text("a.txt").contains("█"))
    #expect(try terminal.run("last").contains("█"))
    #expect(try terminal.run("last as csv").hasPrefix("source,count\n"))
    try terminal.leave()
  }

  /// After Ctrl-C the rows that came are there, and it is said that they are not all.
  @Test func lastHoldsWhatCameBeforeAnInterruption() throws {
    let folder = slowCorpus(quickRows: 5)
    let terminal = try shell([:], ["."], in: folder)
    terminal.paste("claims | where \(Self.slowCondition)")
    terminal.send("\r")
    terminal.settle(milliseconds: 300)
    terminal.sendControl("c")
    try terminal.expect("error[F204]: interrupted")
    try terminal.expect("`last` holds the first 5 rows\n")
    try terminal.expect("assay> ")
    let shown = try terminal.run("last")
    #expect(shown.contains("5 claims; only the first ones are kept: interrupted\n"))
    try terminal.leave()
    #expect(folder.holds(".assay"))
  }

  /// Somebody who leaves a pager is told what the shell still does, and can stop it.
  @Test func saysThatTheRestIsFetched() throws {
    let folder = slowCorpus(quickRows: 3000)
    let terminal = try shell(["PAGER": "true"], ["."], in: folder)
    terminal.paste("claims | where \(Self.slowCondition) or says matches \"!$\"")
    terminal.send("\r")
    try terminal.expect("the rest is kept for `last`; Ctrl-C stops that\n")
    terminal.sendControl("c")
    try terminal.expect("error[F204]: interrupted")
    try terminal.expect("`last` holds the first 3")
    try terminal.expect("assay> ")
    _ = try terminal.run("last save \"rows.csv\"")
    #expect(folder.text("rows.csv").split(separator: "\n").count > 3000)
    #expect(try terminal.run("sources | count").contains("1 row"))
    try terminal.leave()
  }

  static let slowCondition = Array(repeating: #"says matches "(a|aa)+$""#, count: 20)
    .joined(separator: " or ")

  /// Claims of which the first fit ``slowCondition`` at once and the others, which end with `!`,
  /// after long do not.
  private func slowCorpus(quickRows: Int) -> ScratchFolder {
    let folder = ScratchFolder()
    let words = String(repeating: "a", count: 20) + "!"
    let quick = (0..<quickRows).map { "claim q\($0) from @s { says \"aaa\" }\n" }.joined()
    let slow = (0..<1000).map { "claim s\($0) from @s { says \"\(words)\" }\n" }.joined()
    folder.write("corpus.assay", "corpus slow {}\nsource s { title \"S\" }\n" + quick + slow)
    return folder
  }

  // MARK: Settings

  @Test func cutsToMostRows() throws {
    let terminal = try shell()
    let all = try terminal.run("claims | take 12 | select id")
    _ = try terminal.run("set max-rows 10")
    #expect(
      try terminal.run("claims | take 12 | select id")
        .hasSuffix("\n\n12 claims; 2 are not shown: `last` shows all\n"))
    #expect(try terminal.run("last") == all)
    #expect(
      try terminal.run("claims | take 11 | select id | as markdown").contains("1 is not shown"))
    #expect(try terminal.run("claims | take 10 | select id").hasSuffix("\n\n10 claims\n"))
    for format in ["csv", "json", "html"] {
      let shown = try terminal.run("claims | take 12 | select id | as \(format)")
      #expect(shown.split(separator: "\n").count >= 12)
    }
    _ = try terminal.run("claims | take 12 | select id | save \"twelve.txt\"")
    #expect(Self.folder.text("twelve.txt").hasSuffix("\n12 claims\n"))
    try terminal.leave()
  }

  @Test func fitsToTheWidthThatIsSet() throws {
    let terminal = try shell()
    _ = try terminal.run("set width 40")
    let narrow = try terminal.run("claims | take 3").split(separator: "\n")
    #expect(narrow.prefix(5).allSatisfy { $0.count <= 40 })
    _ = try terminal.run("set width auto")
    let usual = try terminal.run("claims | take 3").split(separator: "\n")
    #expect(usual.contains { $0.count > 40 })
    try terminal.leave()
  }

  @Test func tellsTheTime() throws {
    let terminal = try shell()
    #expect(try terminal.run("sources | count").hasSuffix("1 row\n"))
    _ = try terminal.run("set timing on")
    let shown = try terminal.run("sources | count")
    #expect(shown.contains(/\n1 row\ntime: [0-9]+\.[0-9] ms\n$/), "\(shown)")
    _ = try terminal.run("set timing off")
    #expect(try terminal.run("sources | count").hasSuffix("1 row\n"))
    try terminal.leave()
  }

  /// The time of a reader is not the statement's.
  @Test func countsNoReadingAsTime() throws {
    let terminal = try shell(["PAGER": "sleep 1.2; cat > /dev/null"])
    _ = try terminal.run("set timing on")
    let shown = try terminal.run("claims | select id")
    #expect(shown.contains(/time: [0-9]+\.[0-9] ms\n$/), "\(shown)")
    try terminal.leave()
  }

  // MARK: Colour

  @Test func coloursTablesOnATerminal() throws {
    func output(_ variables: [String: String]) throws -> String {
      let terminal = try shell(variables)
      _ = try terminal.run("set nulls -")
      _ = try terminal.run("sources | select id, author | take 2")
      try terminal.leave()
      return String(decoding: terminal.output, as: UTF8.self)
    }
    let colored = try output([:])
    #expect(colored.contains("\u{1B}[1mid"))
    #expect(colored.contains("\u{1B}[2m2 sources\u{1B}[0m\r\n"))
    for variables in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      #expect(try !output(variables).contains("\u{1B}[1m"))
    }
    let piped = try Program.run(
      ["examples/peru", "-c", "sources | take 2"], in: Self.folder.path,
      environment: ["TERM": "xterm-256color"])
    #expect(!piped.output.contains(0x1B))
  }

  // MARK: Plain

  static let plainSession = [
    "claims | take 2 | select id, source, says", "claims | take 2 | select id, source | as table",
    "claims | wher x", "claims | count by source | chart bar", "help", "help take", "help stages",
    "set", "set nulls -", "claims | take 3 | select id, value", "claims | matrix @permanent-bases",
    "claims | timeline | take 3 | chart", "describe claims", "last", "last as markdown",
    "claims | take 2 | cite",
  ]

  @Test(arguments: ["--plain", "ASSAY_PLAIN"])
  func drawsNothingWhenPlain(way: String) throws {
    let isFlag = way == "--plain"
    let terminal = try shell(
      isFlag ? [:] : [way: "1"], ["examples/peru"] + (isFlag ? [way] : []))
    for statement in Self.plainSession { _ = try terminal.run(statement) }
    terminal.send("claims | s\t")
    terminal.settle(milliseconds: 100)
    terminal.send("\t")
    try terminal.expect("summarize")
    terminal.settle(milliseconds: 100)
    terminal.sendControl("c")
    try terminal.expect("^C")
    try terminal.expect("assay> ")
    try terminal.leave()
    #expect(!terminal.output.contains(0x1B))
    let drawn = terminal.screenText.unicodeScalars.filter { (0x2500...0x28FF).contains($0.value) }
    #expect(drawn.isEmpty, "\(String(String.UnicodeScalarView(drawn)))")
    for words in [
      "row: 1\nid: ",
      "error[Q102]: no stage `wher`\nat line 1, column 10: wher\nhint: did you mean",
      "orinoco-tribune-2023: ", "value: -\n",
    ] {
      #expect(terminal.screenText.contains(words), "\(words)")
    }
  }

  @Test func writesPlainLinesWithoutATerminal() throws {
    Self.folder.write("two.assay", "claims | take 2 | select id\nclaims | wher\n")
    let outcome = try Program.run(
      ["run", "--plain", "two.assay", "--corpus", "examples/peru"], in: Self.folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("in two.assay at line 2, column 10: wher\n"))
    let rows = try Program.run(
      ["--plain", "examples/peru", "-c", "sources | take 1 | select id, publisher"],
      in: Self.folder.path)
    #expect(rows.text.contains(/^row: 1\nid: [^\n]+\npublisher: [^\n]+\n1 source\n$/))
  }

  // MARK: Startup file

  @Test func readsTheStartupFile() throws {
    let folder = ScratchFolder(copying: "examples")
    folder.write(
      ".config/assay/init.assay",
      """
      set nulls "?"; set pager nowhere
      let planned = claims | where mode = plan
      set colour red
      def few($n) = claims | take $n
      claims | count
      let broken = clams
      set format list
      """)
    let terminal = try shell([:], ["examples/peru"], in: folder)
    for (words, place) in [
      ("error[Q118]: a startup file holds `set`, `let` and `def` alone", ":5:1\n"),
      ("error[Q101]", ":6:14\n"), ("error[Q121]: no setting `colour`", ":3:5\n"),
    ] {
      #expect(terminal.screenText.contains(words), "\(words)")
      #expect(terminal.screenText.contains(".config/assay/init.assay" + place), "\(place)")
    }
    #expect(try terminal.run("set nulls") == "?\n")
    #expect(try terminal.run("set format") == "list\n")
    #expect(try terminal.run("set pager") == "nowhere\n")
    #expect(try terminal.run("planned | count | as csv").hasPrefix("count\n"))
    #expect(try terminal.run("few(3) | count | as csv") == "count\n3\n")
    try terminal.leave()
    let without = try shell([:], ["examples/peru", "--no-init"], in: folder)
    #expect(!without.screenText.contains("error"))
    #expect(try without.run("set format") == "table\n")
    try without.leave()
    // Neither a script nor -c reads it; another folder may stand in for `.config`.
    let batch = try Program.run(["examples/peru", "-c", "set format"], in: folder.path)
    #expect(batch.text == "table\n")
    folder.write("elsewhere/assay/init.assay", "set format tsv\n")
    let other = try shell(
      ["XDG_CONFIG_HOME": folder.path + "/elsewhere"], ["examples/peru"], in: folder)
    #expect(try other.run("set format") == "tsv\n")
    try other.leave()
  }
}
