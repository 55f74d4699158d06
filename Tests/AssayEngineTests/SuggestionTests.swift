import AssayText
import Testing

/// Whatever is named and not there, what was likely meant is suggested; else what there is, or how
/// to see it.
@Suite struct SuggestionTests {
  static let examples = ScratchFolder(copying: "examples")

  /// Programs on the example corpus, with the hint of their first fault.
  static let programs: [(text: String, hint: String)] = [
    ("clams | count", "did you mean `claims`?"),
    ("CLAIMS | count", "did you mean `claims`?"),
    ("describe conflict", "did you mean `conflicts`?"),
    ("claims | WHERE mode = plan", "did you mean `where`?"),
    ("claims | limit 3", "that is `take` here"),
    ("claims | gather", "`help stages` lists them"),
    ("claims | where spekar = @peru", "did you mean `speaker`?"),
    ("claims | where speaker.knd = person", "did you mean `kind`?"),
    ("claims | where when.yaer = 2012", "did you mean `year`?"),
    ("claims | where speaker = Panetta", "did you mean `@leon-panetta`?"),
    ("claims | select cont-distinct(source)", "did you mean `count-distinct`?"),
    ("claims | where mode = palns", "did you mean `plan`?"),
    ("claims | on @permanent-bases | where answer = acess", "did you mean `access`?"),
    (
      "claims | on @permanent-bases | where answer = maybe", "one of: yes, access, no"
    ),
    ("claims | about @peruu", "did you mean `@peru`?"),
    ("claims | by @Panetta", "did you mean `@leon-panetta`?"),
    ("claims | about @Perú", "did you mean `@peru`?"),
    ("claims | about @JUNIN", "did you mean `@junin`?"),
    ("claims | about @US", "did you mean `@united-states`?"),
    ("claims | about @Republic-of-Peru", "did you mean `@peru`?"),
    ("claims | from @US-Military-Bases-in-Peru", "did you mean `@base-insider`?"),
    ("claims | where predicate = has-military-presence", "`predicates | select id` lists them"),
    ("claims | where predicate = Strengthen", "did you mean `@strengthens`?"),
    ("claims | about @atlantis", "`entities | select id` lists them"),
    ("claims | take 1; why not @Panetta", "the last result is of claims, so"),
    ("entities | take 1; why not @Panetta", "did you mean `@leon-panetta`?"),
    ("let $year = 2012; claims | during $yaer", "did you mean `$year`?"),
    ("claims | where value > 3 milion USD", "did you mean `million`?"),
    ("param n: nubmer = 3", "did you mean `number`?"),
    ("claims | as cvs", "did you mean `csv`?"),
    ("claims | save \"x.josn\"", "did you mean `\"x.json\"`?"),
    ("claims | chart timelin", "did you mean `timeline`?"),
    ("set colour red", "settings: format, charts, nulls"),
    ("set fromat csv", "did you mean `format`?"),
    ("set format cvs", "did you mean `csv`?"),
    ("help wher", "did you mean `where`?"),
    ("hlep where", "did you mean `help`?"),
  ]

  @Test(arguments: programs.indices)
  func ofAProgram(index: Int) throws {
    let (text, hint) = Self.programs[index]
    let outcome = try Program.run(["examples/peru", "-c", text], in: Self.examples.path)
    #expect(outcome.code == 2, "\(text)")
    #expect(outcome.errorText.contains(hint), "\(text)\n\(outcome.errorText)")
  }

  /// Texts beside the corpus that `assay new` makes, with the hint of their first fault.
  static let corpora: [(text: String, hint: String)] = [
    ("sorce a { title \"A\" }", "did you mean `source`?"),
    ("source a { titel \"A\" }", "did you mean `title`?"),
    ("source a { title \"A\"; kind officail }", "did you mean `official`?"),
    ("claim a from @town-cryer { says \"A\" }", "did you mean `@town-crier`?"),
    ("claim a from @The-New-Bridge { says \"A\" }", "did you mean `@town-crier`?"),
    ("claim a from @town-crier { says \"A\"; about @The-Borough }", "did you mean `@town`?"),
    ("claim a from @town-crier { says \"A\"; by @The-Mayor }", "did you mean `@mayor`?"),
    (
      "claim a from @town-crier { says \"A\"; fact @bridge csot = 3 GBP }", "did you mean `cost`?"
    ),
    (
      "claim a from @town-crier { says \"A\"; fact @bridge was-opened = 1901-05 }",
      "did you mean `opened`?"
    ),
    (
      "claim a from @town-crier { says \"A\"; answers @overspend yes }",
      "did you mean `@overspent`?"
    ),
    ("claim a from @town-crier { says \"A\"; answers @overspent yse }", "did you mean `yes`?"),
    ("claim a from @town-crier { says \"A\"; answers @overspent mu }", "answers: yes, no"),
    (
      "claim a from @town-crier { says \"A\"; fact @bridge cost = 3 GPB }", "did you mean `GBP`?"
    ),
    (
      "claim a from @town-crier { says \"A\"; fact @bridge cost = 3 shillings }",
      "currencies are written by their codes: `USD`, `EUR`, `PEN`"
    ),
    (
      "predicate heavy { label \"weighs\"; value mass }\n"
        + "claim a from @town-crier { says \"A\"; fact @bridge heavy = 3 cartloads }",
      "units: g, kg, kt, lb, mg, oz, t"
    ),
    ("use \"claim.assay\"", "did you mean `claims.assay`?"),
    ("use \"claims.asay\"", "did you mean `claims.assay`?"),
    ("use \"*.asay\"", "did you mean `*.assay`?"),
    (
      "source a { title \"A\"; document \"town-crier.md\" }",
      "did you mean `documents/town-crier.md`?"
    ),
    ("use \"document/*.md\"", "did you mean `documents/*.md`?"),
    (
      "source a { title \"A\"; document \"documents/town-cryer.md\" }",
      "did you mean `documents/town-crier.md`?"
    ),
  ]

  @Test(arguments: corpora.indices)
  func ofACorpus(index: Int) throws {
    let (text, hint) = Self.corpora[index]
    let folder = ScratchFolder()
    #expect(try Program.run(["new", "bridge"], in: folder.path).code == 0)
    let entry = String(decoding: try #require(folder.read("bridge/corpus.assay")), as: UTF8.self)
    folder.write("bridge/corpus.assay", entry + "use \"more.assay\"\n")
    folder.write("bridge/more.assay", text + "\n")
    let outcome = try Program.run(["check", "bridge"], in: folder.path)
    #expect(outcome.code != 0, "\(text)")
    #expect(outcome.errorText.contains(hint), "\(text)\n\(outcome.errorText)")
  }

  @Test func ofAParameter() throws {
    let folder = ScratchFolder(copying: "examples")
    folder.write("script.assay", "param year: date = 2012\nclaims | during $year | count\n")
    let outcome = try Program.run(
      ["run", "--corpus", "examples/peru", "--set", "yaer=2013", "script.assay"], in: folder.path)
    #expect(outcome.errorText.contains("did you mean `year`?"), "\(outcome.errorText)")
  }

  /// Suggestions for missing files are looked for a few times only, however many are missing.
  @Test func ofMissingFilesAreNotWithoutEnd() throws {
    let folder = ScratchFolder()
    var text = "corpus small { title \"A\" }\n"
    for number in 1...30 {
      text += "source s\(number) { title \"A\"; document \"documents/onee.md\" }\n"
    }
    folder.write("small/corpus.assay", text)
    folder.write("small/documents/one.md", "One.\n")
    let outcome = try Program.run(["check", "small"], in: folder.path)
    let hints = outcome.errorText.split(separator: "\n").count { $0.contains("did you mean") }
    #expect(hints == 20, "\(outcome.errorText)")
  }
}
