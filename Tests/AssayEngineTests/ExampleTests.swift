import AssayLanguage
import AssayModel
import AssayQuery
import AssayText
import Testing

/// Every example that the program and its pages show runs.
@Suite struct ExampleTests {
  /// A page with programs and sessions.
  struct Page: CustomStringConvertible {
    let path: String
    let bytes: [UInt8]
    var description: String { path }
    /// The corpus that its programs ask.
    var corpus: String { path.contains("titanic") ? "examples/titanic" : "examples/peru" }
    /// What stands in its blocks `assay`.
    var programs: [String] {
      LiterateText.programs(of: bytes).map { String(decoding: bytes[$0.body], as: UTF8.self) }
    }

    init?(_ path: String) {
      guard let bytes = ScratchFolder.read(Program.repository + "/" + path) else { return nil }
      (self.path, self.bytes) = (path, bytes)
    }
  }

  static let folder = ScratchFolder(copying: "examples")
  static let manual = "Sources/AssayShell/Manual"
  static let pages = ScratchFolder.names(in: Program.repository + "/" + manual).flatMap { part in
    ScratchFolder.names(in: Program.repository + "/" + manual + "/" + part)
      .filter { $0.hasSuffix(".md") }.compactMap { Page(manual + "/" + part + "/" + $0) }
  }
  static let readmes = [
    "README.md", "examples/peru/README.md", "examples/titanic/README.md",
    "examples/lessons/README.md", "examples/readers/README.md",
  ].compactMap { Page($0) }
  /// The analyses of both corpora, scripts and reports.
  static let scripts = ["peru", "titanic"].flatMap { corpus in
    let folder = "examples/\(corpus)/analyses"
    return ScratchFolder.names(in: Program.repository + "/" + folder)
      .filter { $0.hasSuffix(".assay") || $0.hasSuffix(".md") }.map { folder + "/" + $0 }
  }

  private func runs(
    _ program: String, _ place: String, on corpus: String = "examples/peru"
  ) throws {
    let outcome = try Program.run([corpus, "-c", program], in: Self.folder.path)
    #expect(outcome.code == 0, "\(place)\n\(program)\n\(outcome.errorText)")
  }

  @Test(arguments: StageSpec.all.map(\.example))
  func stage(example: String) throws { try runs(example, "StageSpec.all") }

  @Test(arguments: FunctionSpec.all.map(\.example))
  func function(example: String) throws { try runs(example, "FunctionSpec.all") }

  @Test(arguments: RelationSpec.all.map(\.example))
  func relation(example: String) throws { try runs(example, "RelationSpec.all") }

  /// Where examples run that need what the example corpus does not have.
  static let corpora = ["agreement": "examples/readers"]

  /// An example that shows nothing teaches nothing.
  @Test(arguments: StageSpec.all.filter { $0.name != "save" }.map { ($0.name, $0.example) })
  func stageShowsRows(name: String, example: String) throws {
    let outcome = try Program.run(
      [Self.corpora[name] ?? "examples/peru", "-c", example + "\n| as csv"], in: Self.folder.path)
    guard outcome.code == 0 else { return }  // it ends in `as` itself
    #expect(outcome.output.count { $0 == UInt8(ascii: "\n") } > 1, "\(example)")
  }

  @Test func everyPageIsFound() { #expect(Self.pages.count > 10) }

  /// Blocks `assay` hold programs.
  @Test(arguments: pages + readmes)
  func page(page: Page) throws {
    for program in page.programs { try runs(program, page.path, on: page.corpus) }
  }

  /// Blocks `assay CORPUS` hold sessions.
  @Test(arguments: pages + readmes)
  func sessions(page: Page) throws { try GoldenTests.play(page.path, in: Self.folder) }

  /// An analysis writes what is recorded beside it.
  @Test(arguments: scripts)
  func analysis(script: String) throws {
    let outcome = try Program.run(["run", "--check", script], in: Self.folder.path)
    #expect(outcome.code == 0, "\(outcome.text)\(outcome.errorText)")
  }

  /// All analyses of a corpus are kept and made again, in another order and elsewhere.
  @Test(arguments: ["peru", "titanic"])
  func analysesAreReproduced(corpus: String) throws {
    let own = Self.scripts.filter { $0.hasPrefix("examples/\(corpus)/") }
    #expect(own.count >= 3)
    let kept = try Program.run(["run", "--out", corpus + "-run"] + own, in: Self.folder.path)
    #expect(kept.code == 0, "\(kept.errorText)")
    let verified = try Program.run(["verify", corpus + "-run"], in: Self.folder.path)
    #expect(verified.code == 0, "\(verified.text)\(verified.errorText)")
  }

  /// Reports are made again as well, whatever they are called from.
  @Test(arguments: scripts.filter { $0.hasSuffix(".md") })
  func reportsAreReproduced(script: String) throws {
    let out = "reports/" + (script.split(separator: "/").last ?? "")
    Self.folder.write(out + "/../keep", "")
    let kept = try Program.run(
      ["run", script, "--to", "html", "--out", out], in: Self.folder.path)
    #expect(kept.code == 0, "\(kept.errorText)")
    let verified = try Program.run(["verify", out], in: Self.folder.path)
    #expect(verified.code == 0, "\(verified.text)\(verified.errorText)")
  }

  @Test(arguments: [("peru", 10), ("titanic", 3)])
  func thereAreAnalyses(corpus: String, least: Int) {
    #expect(Self.scripts.count { $0.hasPrefix("examples/\(corpus)/") } >= least)
  }

  @Test func titanicIsSoundAndOfSomeSize() throws {
    let program = """
      expect count(claims) >= 60
      expect count(sources) >= 6
      expect count(claims | conflicts) >= 6
      """
    let outcome = try Program.run(["examples/titanic", "-c", program], in: Self.folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let checked = try Program.run(["check", "examples/titanic"], in: Self.folder.path)
    #expect(checked.text.hasSuffix("; no faults\n"))
  }

  @Test func peruIsSoundAndOfSomeSize() throws {
    let program = """
      expect count(claims) >= 90
      expect count(entities) >= 60
      expect count(questions) >= 8
      expect empty(claims | where line is missing or file is missing)
      """
    try runs(program, "examples/peru")
    let checked = try Program.run(["check", "examples/peru"], in: Self.folder.path)
    #expect(checked.code == 0)
    #expect(checked.text.hasSuffix("; no faults\n"))
  }
}
