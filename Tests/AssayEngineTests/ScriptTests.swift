import Testing

/// `assay run`: parameters and their values, editions, several scripts.
@Suite struct ScriptTests {
  static let folder: ScratchFolder = {
    let folder = ScratchFolder(copying: "examples")
    folder.write(
      "examples/peru/by-year.assay",
      """
      edition 1
      param year: date = 2012-01..2012-12
      param least: number = 1
      param name: text = "x"
      param outlet: source = @base-insider
      param sum: figure = 1 USD
      param all: boolean = true
      claims | where when overlaps $year | take $least | select id | as csv
      expect $name != "fail", "the name is fail"
      expect count(claims | from $outlet) > 0
      expect $sum > 0 USD and $all
      """)
    folder.write("examples/peru/needs.assay", "param n: number\nclaims | take $n | count\n")
    folder.write("examples/peru/defines.assay", "let mine = claims\nmine | count\n")
    folder.write(
      "examples/peru/year.assay", "param year: date = 2012\nclaims | during $year | count\n")
    folder.write("examples/peru/uses.assay", "mine | count\n")
    return folder
  }()

  private func run(_ script: String, _ values: String...) throws -> Program.Outcome {
    let set = values.flatMap { ["--set", $0] }
    return try Program.run(["run", "examples/peru/\(script).assay"] + set, in: Self.folder.path)
  }

  /// Values for parameters, and the code and fault they end with.
  static let values: [(value: String, code: Int32, fault: String?)] = [
    ("year=2023", 0, nil), ("year=2012..2014", 0, nil), ("year=2012-10-07", 0, nil),
    ("least=3", 0, nil), ("least=1_000", 0, nil), ("name=", 0, nil), ("name=a = b", 0, nil),
    ("outlet=peru-explainer", 0, nil), ("outlet=@peru-explainer", 0, nil),
    ("sum=3 million USD", 0, nil),
    ("name=fail", 1, "X301"),
    ("all=false", 1, "X301"),
    ("sum=-3 USD", 1, "X301"),
    ("year=soon", 2, "Q116"), ("year=2012-13", 2, "L006"), ("least=-1", 2, "Q107"),
    ("least=many", 2, "Q116"), ("least=1 + ", 2, "L008"), ("least=claims | count", 2, "L008"),
    ("outlet=nobody", 2, "Q109"), ("outlet=peru", 2, "Q109"), ("all=maybe", 2, "Q116"),
    ("sum=3 of them", 2, "Q111"), ("yaer=2012", 2, "Q116"), ("least=\"3\"", 2, "Q116"),
    ("least=1e3", 2, "Q116"),
    ("least=3; claims", 2, nil),
  ]

  @Test(arguments: values.indices)
  func value(index: Int) throws {
    let (value, code, fault) = Self.values[index]
    let outcome = try run("by-year", value)
    #expect(outcome.code == code, "\(value)\n\(outcome.errorText)")
    if let fault { #expect(outcome.errorText.contains("error[\(fault)]"), "\(outcome.errorText)") }
  }

  @Test func theLastValueCounts() throws {
    #expect(try run("by-year", "least=1", "least=2") == run("by-year", "least=2"))
  }

  @Test func aParameterWithoutDefaultNeedsAValue() throws {
    let outcome = try run("needs")
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("error[Q116]"))
    #expect(try run("needs", "n=3").code == 0)
  }

  /// Four bare digits are a year wherever a date is expected.
  @Test func aDefaultIsReadAsTheType() throws {
    let outcome = try run("year")
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(try outcome == run("year", "year=2012"))
  }

  /// Nothing that one script defines is known to the next.
  @Test func scriptsDoNotShareNames() throws {
    let scripts = ["defines", "uses"].map { "examples/peru/\($0).assay" }
    let outcome = try Program.run(["run"] + scripts, in: Self.folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("error[Q101]"))
  }

  @Test func aScriptFindsItsCorpusFromAnywhere() throws {
    let path = Self.folder.path + "/examples/peru/defines.assay"
    #expect(try Program.run(["run", path], in: "/").code == 0)
    let other = try Program.run(["run", path, "--corpus", "examples"], in: Self.folder.path)
    #expect(other.code == 3)
  }

  @Test func theFormatIsForResultsThatDoNotSayTheirOwn() throws {
    let path = "examples/peru/defines.assay"
    let outcome = try Program.run(["run", path, "--format", "jsonl"], in: Self.folder.path)
    #expect(outcome.text.hasPrefix("{\"count\":"))
  }
}
