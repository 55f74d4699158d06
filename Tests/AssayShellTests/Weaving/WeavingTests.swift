import AssayEngine
import AssayModel
import AssayQuery
import AssayRender
import AssayText
import Testing

@testable import AssayShell

/// Scripts to reports: what stands in them and where.
@Suite struct WeavingTests {
  private let corpus = SmallCorpus()

  @Test func partsStandInTheOrderOfTheText() throws {
    let woven = try corpus.weave(
      """
      # The *bridge*

      As said [@open].

      ```assay
      edition 1
      param least: number = 1
      let mine = claims | where says has "bridge"
      expect count(mine) = 3
      expect count(mine) > $least, "few"
      mine | count by source
      mine | count by source | chart bar
      ```

      ## More

      ```assay
      let more = sources
      ```

      ```sh
      not run
      ```

      ```assay
      sources | select id | as json
      sources | where published > 2030
      sources | where published > 2030 | select id | as csv
      explain claims | take 1 | select id
      claims | take 1 | cite
      expect true
      ```

      End.
      """)
    let outline = woven.report.outline.map { $0.prefix { $0 != "\n" } }
    #expect(
      outline == [
        "prose: # The *bridge*", "statement: edition 1", "table: 2 rows", "chart: count by source",
        "remark: 2 expectations hold", "prose: ## More", "statement: let more = sources",
        "prose: ```sh", "statement: sources | select id | as json", "text: [",
        "table: 0 sources", "text: id",
        "remark: no sources: none of 2 fits `where published > 2030`",
        "remark: 1 left out: `published` is missing", "text: columns  id: text",
        "table: 1 claims", "remark: 1 expectation holds", "prose: End.",
      ])
    #expect(woven.report.title == "The bridge")
    #expect(woven.failure == nil)
    #expect(woven.report.tables[2].summary.emptyReason == "none of 2 fits `where published > 2030`")
    #expect(
      woven.report.origin.dropLast() == [
        "script `report.md`, edition 1 of the language", "assay 1.2.3", "parameter `least` is 1",
      ])
    let digest = try #require(woven.report.origin.last)
    #expect(digest.hasPrefix("corpus ") && digest.count == 7 + 64)
  }

  @Test func originTellsParametersAndUses() throws {
    corpus.folder.write("more.assay", "param name: text = \"x\"\nexpect true\nclaims\n")
    let path = corpus.folder.path + "/report.assay"
    let report = try corpus.weave(
      "# Words.\nclaims | take 1\n# More.\nuse \"more.assay\"\n", name: path, given: ["name": "y"]
    ).report
    #expect(
      report.outline == [
        "prose: Words.", "statement: claims | take 1", "table: 1 claims", "prose: More.",
        "statement: use \"more.assay\"", "remark: 1 expectation holds",
      ])
    #expect(report.title == "report")
    #expect(report.origin[2] == "uses `more.assay`")
    #expect(report.origin[3] == "parameter `name` is \"y\"")
  }

  @Test func notesAreNumberedByTheirFirstMention() throws {
    let report = try corpus.weave(
      """
      ```assay
      claims | where says has "bridge" | sort -says
      ```
      See [@h1, @open] and [@h2].
      ```assay
      claims | take 3
      ```
      """
    ).report
    #expect(report.notes.map(\.claim) == ["shut", "safe", "open", "h1", "h2", "h3"])
    #expect(report.tables.map(\.notes) == [[[1], [2], [3]], [[4], [5], [6]]])
  }

  @Test func aNoteGoesDownToTheQuote() throws {
    let notes = try corpus.weave("[@safe] [@shut]").report.notes
    let safe = try #require(notes.first)
    #expect(safe.says == "The bridge is safe.")
    #expect((safe.speaker, safe.author) == ("The mayor", "A. Writer"))
    #expect((safe.title, safe.publisher) == ("The town paper", "Town Press"))
    #expect((safe.published, safe.url) == ("2012-03-01", "https://example.org/town"))
    #expect((safe.path, safe.paragraph, safe.place) == ("town.md", 2, "claims.assay:1"))
    #expect(safe.passage == "The bridge is open. “It is safe”, they say.")
    let range = try #require(safe.quoteRange)
    let words = Array((safe.passage ?? "").utf8)[range]
    #expect(String(decoding: words, as: UTF8.self) == safe.quote)
    #expect(notes[1].place == "claims.assay:7" && notes[1].passage == nil && notes[1].path == nil)
  }

  @Test func aDocumentThatIsGoneLeavesTheQuote() throws {
    let workspace = try corpus.workspace()
    let key = try #require(workspace.key(of: "safe", .claim))
    corpus.folder.remove("town.md")
    let citation = try #require(try workspace.citations(of: [key]).first)
    #expect(citation.passage == nil && citation.quote == "“It is safe”")
  }

  /// Statements, and of each row the ids of the claims that it rests on.
  static let grounds: [(statement: String, ids: [[String]])] = [
    ("claims | where says = \"One.\" | select says", [["h1"]]),
    ("claims | sort id | skip 1 | take 2 | derive x = 1", [["h2"], ["h3"]]),
    ("claims | count by source", [[], ["open", "safe"]]),
    ("claims | count by source | sort source.id | where count < 7", [["open", "safe"]]),
    ("claims | where says has \"bridge\" | count", [["open", "safe", "shut"]]),
    ("claims | count", []), ("sources", []),
    ("claims | summarize n = count() by speaker | select n", [["safe"], []]),
    ("claims | count by source | count by count", []),
    ("claims | on @open | select says, stance", [["open"], ["shut"]]),
    ("claims | conflicts | select claim", [["open", "shut"]]),
    ("claims | conflicts | count by verdict", [["open", "shut"]]),
    ("claims | take 2 | cite", [["h1"], ["h2"]]),
    ("claims | conflicts | cite", [["open"]]),
  ]

  @Test(arguments: grounds.indices)
  func rowsReferToWhatTheyRestOn(index: Int) throws {
    let (statement, ids) = Self.grounds[index]
    let report = try corpus.weave(statements: statement)
    let table = try #require(report.tables.first)
    let found = table.notes.map { $0.map { report.notes[$0 - 1].claim }.sorted() }
    #expect(found == ids, "\(statement)")
    #expect(table.notes.isEmpty || table.notes.count == table.rows.count)
  }

  /// Asking for what rows rest on changes neither the rows nor their order.
  @Test func rowsAreThoseOfThePlainRun() throws {
    let workspace = try Workspace(Program.repository + "/examples/peru")
    for statement in [
      "claims", "claims | count by source, mode", "claims | sort -when, source | skip 3 | take 40",
      "claims | count by speaker | take 5",
      "claims | summarize n = count(), max(value) by predicate",
      "claims | derive y = when.year | count by y | sort -count", "claims | count by source.title",
      "claims | sort -value | take 7", "claims | distinct source, mode",
      "claims | support | take 9",
      "claims | conflicts | count by verdict", "passages | take 9", "claims | count",
      "claims | count by source | where count > 40 | select count",
      "claims | on @permanent-bases", "claims | weigh | sort -claim",
      "claims | matrix @permanent-bases", "links | select claim, other | sort -other",
    ] + StageSpec.all.map(\.example) {
      let text = SourceText(name: "a", statement)
      let program = try ProgramBinder.bind(text, grammar: Session.grammar, in: workspace)
      guard case .query(let query)? = program.steps.last?.step else {
        Issue.record("\(statement) is no query")
        continue
      }
      var outputs: [[UInt8]] = []
      for grounds in [nil, RowGrounds(mostClaims: 6, mostRows: 1000)] {
        let output = Output()
        var sink = OutputFormat.csv.renderer(to: output, RenderSettings())
        try workspace.run(query.plan, into: &sink, grounds: grounds)
        outputs.append(output.bytes)
        workspace.forgetAnalyses()
      }
      #expect(outputs[0] == outputs[1], "\(statement)")
    }
  }

  @Test func aFailureEndsTheReport() throws {
    let text = "# A\n\n```assay\nclaims | take 1\nexpect false, \"it is false\"\n```\nEnd.\n"
    #expect {
      _ = try corpus.weave(text)
    } throws: { error in
      guard let fault = error as? SmallCorpus.Fault else { return false }
      return fault.code == .expectationFailed && fault.words.contains("--> report.md:5:8")
    }
    let woven = try corpus.weave(text, keepsGoing: true)
    #expect(woven.failure?.code == .expectationFailed)
    #expect(
      woven.report.outline.suffix(3) == [
        "table: 1 claims", "remark: failed at `report.md:5`: it is false", "prose: End.",
      ])
  }

  @Test func largeResultsAreCut() throws {
    var text = ""
    for number in 0..<10_003 { text += "entity e\(number): place { name \"E\" }\n" }
    corpus.folder.write("claims.assay", text)
    let report = try corpus.weave(statements: "entities\nentities | select id | as csv")
    #expect(report.tables.first?.rows.count == 10_000)
    #expect(report.tables.first?.summary.rowCount == 10_004)
    let remarks = report.outline.filter { $0.hasPrefix("remark") }
    #expect(
      remarks == [
        "remark: the table shows the first 10000 of 10004 entities; `save` writes all",
        "remark: 4 are not shown: `save` writes all",
      ])
  }

  @Test func quitEndsTheReport() throws {
    let woven = try corpus.weave("A.\n\n```assay\nclaims | take 1\nquit\nsources\n```\nEnd.\n")
    #expect(woven.report.outline.map { $0.prefix(5) } == ["prose", "state", "table"])
  }
}
