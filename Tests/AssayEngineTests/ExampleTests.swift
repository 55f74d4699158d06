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

    init?(_ path: String) {
      guard let bytes = ScratchFolder.read(Program.repository + "/" + path) else { return nil }
      (self.path, self.bytes) = (path, bytes)
    }
  }

  static let folder = ScratchFolder(copying: "examples")
  static let manual = "Sources/AssayShell/Manual"
  static let pages = ScratchFolder.names(in: Program.repository + "/" + manual)
    .filter { $0.hasSuffix(".md") }.compactMap { Page(manual + "/" + $0) }
  static let readmes = ["README.md", "examples/peru/README.md"].compactMap { Page($0) }
  static let scripts = ScratchFolder.names(
    in: Program.repository + "/examples/peru/analyses"
  ).filter { $0.hasSuffix(".assay") }

  private func runs(_ program: String, _ place: String) throws {
    let outcome = try Program.run(["examples/peru", "-c", program], in: Self.folder.path)
    #expect(outcome.code == 0, "\(place)\n\(program)\n\(outcome.errorText)")
  }

  @Test(arguments: StageSpec.all.map(\.example))
  func stage(example: String) throws { try runs(example, "StageSpec.all") }

  @Test(arguments: FunctionSpec.all.map(\.example))
  func function(example: String) throws { try runs(example, "FunctionSpec.all") }

  @Test(arguments: RelationSpec.all.map(\.example))
  func relation(example: String) throws { try runs(example, "RelationSpec.all") }

  /// An example that shows nothing teaches nothing.
  @Test(arguments: StageSpec.all.filter { $0.name != "save" }.map(\.example))
  func stageShowsRows(example: String) throws {
    let outcome = try Program.run(
      ["examples/peru", "-c", example + "\n| as csv"], in: Self.folder.path)
    guard outcome.code == 0 else { return }  // it ends in `as` itself
    #expect(outcome.output.count { $0 == UInt8(ascii: "\n") } > 1, "\(example)")
  }

  /// Blocks `assay` hold programs.
  @Test(arguments: pages + readmes)
  func page(page: Page) throws {
    for block in LiterateText.programs(of: page.bytes) {
      try runs(
        String(decoding: page.bytes[block.body], as: UTF8.self), "\(page.path):\(block.line)")
    }
  }

  /// Blocks `assay CORPUS` hold sessions.
  @Test(arguments: pages + readmes)
  func sessions(page: Page) throws { try GoldenTests.play(page.path, in: Self.folder) }

  @Test(arguments: scripts)
  func analysis(script: String) throws {
    let outcome = try Program.run(
      ["run", "examples/peru/analyses/" + script], in: Self.folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(!outcome.output.isEmpty)
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
