import AssayEngine
import AssayShell
import Testing

@Suite struct CompleterTests {
  static let folder = ScratchFolder(copying: "examples")

  /// What Tab offers at the end of a text.
  private func offers(_ text: String, after definitions: String = "") throws -> [String] {
    let workspace = try Workspace(Self.folder.path + "/examples/peru")
    _ = try ProgramBinder.bind(
      .init(name: "test", definitions), grammar: Session.grammar, in: workspace)
    return Completer(workspace).complete(text, at: text.utf8.count).candidates.map(\.text)
  }

  /// A text, something that must be offered, and something that must not.
  static let table: [(text: String, offered: String, other: String)] = [
    ("", "claims", "where"), ("cl", "claims", "sources"), ("de", "describe", "claims"),
    ("ex", "expect", "claims"), ("ent", "entity", "claims"), ("CLA", "claims", "where"),
    ("claims | ", "where", "claims"), ("claims | w", "within", "take"), ("claims ", "|", "where"),
    ("claims\n| w", "where", "take"), ("claims | where ", "mode", "publisher"),
    ("claims |\n", "where", "claims"), ("let x = ", "claims", "where"),
    ("let x = claims | ", "take", "claims"), ("expect count(", "claims", "where"),
    ("expect count(claims | wh", "where", "claims"), ("expect ", "count(", "mode"),
    ("let $x = ", "value(", "mode"), ("param x: ", "figure", "claims"),
    ("explain claims | where ", "mode", "publisher"), ("claims | where count(", "claims", "mode"),
    // Operands, operators, and what may follow.
    ("claims | where mo", "mode", "source"), ("claims | where mode ", "in (", "mode"),
    ("claims | where mode ", "has", "overlaps"), ("claims | where when ", "overlaps", "has"),
    ("claims | where subject ", "within", "<"), ("claims | where value ", "+", "has"),
    ("claims | where denied ", "and", "overlaps"), ("claims | where mode = plan ", "and", "has"),
    ("claims | where mode = plan ", "|", "mode"), ("claims | where mode not ", "in (", "and"),
    ("claims | where scope is ", "missing", "scope"), ("claims | where (mode ", "in (", "|"),
    ("claims | where ", "not", "count-distinct("), ("claims | where ", "lower(", "by"),
    ("claims | take ", "", "mode"), ("claims | take 3 ", "|", "and"),
    ("claims | count ", "by", "mode"), ("claims | count by ", "mode", "by"),
    ("claims | summarize ", "count(", "publisher"), ("claims | summarize n = ", "sum(", "by"),
    ("claims | summarize n = count() ", "by", "has"), ("claims | summarize sum(", "value", "max("),
    ("claims | summarize n = count() by ", "mode", "sum("), ("claims | select id ", "as", "by"),
    ("claims | derive ", "mode", "sum("), ("claims | derive y = ", "when", "sum("),
    ("claims | distinct ", "mode", "sum("), ("claims | sort -", "when", "sum("),
    ("claims | sort ", "when", "publisher"), ("claims | select ", "when", "publisher"),
    ("claims | where when ", "before", "|"), ("claims | where mode = plan ", "or", "+"),
    ("claims | derive x = when ", "|", "as"), ("claims | derive x = when, ", "mode", "as"),
    ("claims | summarize n = count() ", "|", "and"), ("claims | sort when ", "|", "as"),
    // Columns of the rows at this point.
    ("claims | count by mode | where ", "count", "says"),
    ("claims | select id | sort ", "id", "says"), ("(sources | take 3) | where ", "title", "says"),
    ("claims | derive year = when.year | sort -", "year", "publisher"),
    ("claims | summarize n = count() by source | sort -", "n", "says"),
    ("claims | conflicts | where ", "verdict", "hedge"),
    ("claims | where source.", "source.publisher", "source"),
    ("claims | where source.pub", "source.publisher", "source.title"),
    ("claims | where when.", "when.year", "when.low"),
    ("claims | where value.", "value.unit", "value.year"),
    // Values.
    ("claims | where mode = ", "plan", "mode"), ("claims | where mode = p", "plan", "fact"),
    ("claims | where mode in (plan, ", "fact", "mode"),
    ("claims | where source.kind = ", "news", "fact"), ("claims | where denied = ", "true", "mode"),
    ("claims | where subject = ", "@peru", "@base-insider"),
    ("claims | where source.publisher = ", "\"Defense News\"", "\"USD\""),
    ("claims | where source.publisher = \"def", "\"Defense News\"", "\"USD\""),
    ("sources | where publisher in (\"a\", ", "\"Defense News\"", "publisher"),
    ("claims | where value.unit = ", "\"USD\"", "\"Defense News\""),
    ("claims | where when = ", "said", "mode"),
    ("claims | on @permanent-bases | where answer = ", "access", "plan"),
    // Records.
    ("claims | about @united-st", "@united-states", "@peru"), ("claims | about ", "@peru", "says"),
    ("claims | about @Perú", "@peru", "@lima"), ("claims | about @PERU", "@peru", "@lima"),
    ("claims | about @panetta", "@leon-panetta", "@peru"),
    ("claims | about @estados-unid", "@united-states", "@peru"),
    ("claims | about @peru", "@peru", "@defence-cooperation"),
    ("claims | from @", "@base-insider", "@peru"), ("claims | on @", "@permanent-bases", "@peru"),
    ("claims | from @insider", "@base-insider", "@peru"),
    ("claims | matrix @", "@permanent-bases", "@peru"),
    ("claims | hypotheses @", "@permanent-bases", "@peru"),
    ("claims | omissions of @", "@base-insider", "@peru"),
    ("claims | where subject = @per", "@peru", "@permanent-bases"),
    ("claims | where source = @", "@base-insider", "@peru"),
    ("claims | path from ", "@peru", "asserted"), ("claims | omissions of ", "@base-insider", "of"),
    ("claims | matrix ", "@permanent-bases", "@peru"), ("claims | matrix ", "long", "says"),
    ("claims | hypotheses ", "@permanent-bases", "claims"),
    ("claims | path from @iquit", "@iquitos", "@peru"),
    ("claims | path from @", "@peru", "@base-insider"), ("why not @peru", "@peru", "@lima"),
    // Words of stages and commands.
    ("claims | as ", "csv", "mode"), ("claims | chart ", "bar", "says"),
    ("claims | conflicts ", "pairs", "says"), ("claims | conflicts all ", "pairs", "all"),
    ("claims | network ", "nodes", "says"), ("claims | path ", "asserted", "says"),
    ("claims | support ", "without", "wording"), ("claims | support without ", "wording", "all"),
    ("documents | copies o", "over", "or"), ("claims | profile ", "by", "says"),
    ("claims | profile by ", "speaker", "by"),
    ("help ta", "take", "claims"), ("help Q10", "Q103", "L001"), ("describe ", "sources", "where"),
    ("help q10", "Q103", "L001"), ("set ", "format", "csv"), ("set format ", "csv", "format"),
    ("why ", "not", "claims"), ("show @base", "@base-insider", "@peru"),
    ("show @", "@afghanistan", "@"), ("remove ", "entity", "not"), ("remove ", "@afghanistan", "@"),
    ("edit entity @per", "@peru", "@permanent-bases"), ("claim @", "@base-insider", "@peru"),
    ("read @", "@base-insider", "@peru"), ("remove link @", "", "@peru"),
    ("run ", "\"", "claims"), ("open ", "quote", "claims"),
    // Declarations.
    ("entity x: ", "place", "name"), ("entity x: place { ", "name", "title"),
    ("entity x: place { name \"X\"; ", "also", "name"), ("claim x ", "from", "says"),
    ("claim x from @", "@base-insider", "@peru"), ("claim x from @base-insider ", "{", "says"),
    ("claim x from @base-insider {\n  mode ", "plan", "says"),
    ("claim x from @base-insider {\n  by @", "@peru", "@base-insider"),
    ("claim x from @base-insider { by @peru ", "via", "says"),
    ("claim x from @s { fact ", "@peru", "gives-aid"),
    ("claim x from @s { fact @peru ", "gives-aid", "@peru"),
    ("claim x from @s { fact not @united-states gives-aid @", "@peru", "@leon-panetta"),
    ("claim x from @s { fact @united-states gives-aid @peru = 3 ", "USD", "kg"),
    ("claim x from @s { answers @", "@permanent-bases", "@peru"),
    ("claim x from @s { answers @permanent-bases ", "access", "yes-and-no"),
    ("claim x from @s { answers @permanent-bases no; an", "answers", "mode"),
    ("claim x from @s { mode plan; ", "when", "mode"), ("source s { kind ", "news", "title"),
    ("source s { reliability ", "B", "G"), ("source s { derives ", "from", "copies"),
    ("source s { derives from @base-insider ", "copies", "from"),
    ("predicate p { object place, ", "person", "many"), ("predicate p { one; ", "value", "many"),
    ("judgement j ", "on", "claim"), ("judgement j on ", "claim", "on"),
    ("judgement j on source @", "@base-insider", "@peru"),
    ("judgement j on source @s { credibility ", "6", "7"), ("link l @a ", "supports", "@peru"),
    ("entity x: place { part ", "of", "@peru"),
    ("entity x: place { part of @", "@peru", "@base-insider"),
  ]

  @Test(arguments: table.indices)
  func offersWhatFits(index: Int) throws {
    let (text, offered, other) = Self.table[index]
    let found = try offers(text)
    if !offered.isEmpty { #expect(found.contains(offered), "\(text): \(found.prefix(40))") }
    #expect(!found.contains(other), "\(text): \(found.prefix(40))")
    #expect(Set(found).count == found.count, "\(text): \(found.prefix(40))")
  }

  @Test func offersNothingInAText() throws {
    #expect(try offers("claims | where says = \"the cl") == [])
    #expect(try offers("claims | take 3 x").isEmpty)
    #expect(try offers("claims # | wh").isEmpty)
  }

  @Test func offersWhatWasDefined() throws {
    #expect(try offers("mi", after: "let mine = claims") == ["mine"])
    #expect(try offers("claims | take $l", after: "let $limit = 3") == ["$limit"])
    #expect(try offers("claims | take ", after: "let $limit = 3; let $b = \"x\"") == ["$limit"])
    #expect(try offers("mine | where cou", after: "let mine = claims | count by mode") != [])
    #expect(try offers("it | sort cou", after: "claims | count by mode").first == "count")
    #expect(try offers("| where cou", after: "claims | count by mode").first == "count")
    #expect(try offers("|\n sort -cou", after: "claims | count by mode").first == "count")
    #expect(try offers("fe", after: "def few(n) = claims | take $n") == ["few("])
  }

  /// Records in the order of how well they fit.
  @Test func ordersRecords() throws {
    let folder = ScratchFolder()
    folder.write(
      "corpus.assay",
      """
      corpus a {}
      entity rio: place { name "Rio" }
      entity rio-negro: place { name "Black River" }
      entity alto-rio: place { name "High" }
      entity zeta: place { name "Río Zeta" }
      entity beta: place { name "Beta"; also "El Río", "Other" }
      entity Ñuñoa: place { name "Somewhere" }
      source zeta { title "About Río" }
      """)
    let workspace = try Workspace(folder.path)
    func found(_ word: String) -> [Candidate] {
      Completer(workspace).complete("claims | about \(word)", at: 15 + word.utf8.count).candidates
    }
    #expect(found("@rio").map(\.text) == ["@rio", "@rio-negro", "@alto-rio", "@beta", "@zeta"])
    #expect(
      found("@RÍO").map(\.summary) == ["Rio", "Black River", "High", "Beta (El Río)", "Río Zeta"])
    #expect(found("@rio-n").map(\.text) == ["@rio-negro"])
    #expect(found("@zeta-r").map(\.text) == ["@zeta"])
    #expect(found("@black-ri").map(\.text) == ["@rio-negro"])
    #expect(found("@nuno").map(\.text) == ["@Ñuñoa"])
    #expect(found("@Ñuñ").map(\.text) == ["@Ñuñoa"])
    #expect(found("@nothing").isEmpty)
  }

  /// What the first of many have in common is not written: others may not have it.
  @Test func writesNothingOfACutList() throws {
    let folder = ScratchFolder()
    let many = (0..<250).map { "entity many-\($0): place { name \"M\" }\n" }.joined()
    folder.write("corpus.assay", "corpus a {}\n\(many)entity other: place { name \"O\" }\n")
    let workspace = try Workspace(folder.path)
    for text in ["claims | about @", "claims | about @m", "claims | about "] {
      let completion = Completer(workspace).complete(text, at: text.utf8.count)
      #expect(completion.candidates.count == 200)
      #expect(completion.shared == String(text.dropFirst(15)), "\(text)")
    }
    let completion = Completer(workspace).complete("claims | about @many-1", at: 22)
    #expect(completion.candidates.count == 111)
  }

  /// What is said of candidates.
  @Test func describesCandidates() throws {
    let workspace = try Workspace(Self.folder.path + "/examples/peru")
    _ = try ProgramBinder.bind(
      .init(name: "test", "let $limit = 3"), grammar: Session.grammar, in: workspace)
    for (text, candidate, summary) in [
      ("claims | where mo", "mode", "mode: Fact, estimate, plan, opinion, question."),
      ("claims | count by mode | where ", "count", "number"),
      ("claims | where when ", "overlaps", "The two dates or figures have something in common."),
      ("claims | take $", "$limit", "number: 3"), ("help ta", "take", "Keeps the first rows."),
      ("help Q103", "Q103", "The rows at this point of the pipeline have no such column."),
      ("claims | about @peru", "@peru", "Peru"),
      ("claims | where source.pu", "source.publisher", "text: Who brought it out."),
      ("le", "let", "Gives a name to a query, or a `$` name to a value."),
    ] {
      let found = Completer(workspace).complete(text, at: text.utf8.count).candidates
      #expect(found.first { $0.text == candidate }?.summary == summary, "\(text)")
    }
  }

  /// Files and folders, from the working folder or the corpus.
  @Test func offersFiles() throws {
    let folder = ScratchFolder()
    folder.write("corpus.assay", "corpus a {}\n")
    for file in ["b \"c\".csv", "claims/one.assay", ".hidden", "bases.html"] {
      folder.write(file, "")
    }
    let workspace = try Workspace(folder.path)
    func found(_ text: String) -> [Candidate] {
      Completer(workspace).complete(text, at: text.utf8.count).candidates
    }
    let path = folder.path + "/"
    #expect(
      found("claims | save \"\(path)").map(\.label) == [
        #"b "c".csv"#, "bases.html", "claims/", "corpus.assay",
      ])
    #expect(
      found("claims | save \"\(path)b").map(\.text) == [
        "\"\(path)b \\\"c\\\".csv", "\"\(path)bases.html",
      ])
    #expect(found("claims | save \"\(path).h").map(\.label) == [".hidden"])
    #expect(found("use \"cl").map(\.text) == ["\"claims/"])
    #expect(found("use \"claims/").map(\.text) == ["\"claims/one.assay"])
    #expect(found("use \"claims/").map(\.ending) == ["\""])
    #expect(found("use \"cl").map(\.ending) == [""])
    #expect(found("source s { document \"ba").map(\.text) == ["\"bases.html"])
  }

  /// Whatever is offered for a stage begins with the word and replaces it.
  @Test func replacesTheWord() throws {
    let workspace = try Workspace(Self.folder.path + "/examples/peru")
    let text = "claims | where mode = pl | count"
    let completion = Completer(workspace).complete(text, at: 24)
    #expect(completion.replacedFrom == 22)
    #expect(completion.candidates.map(\.text) == ["plan"])
  }
}
