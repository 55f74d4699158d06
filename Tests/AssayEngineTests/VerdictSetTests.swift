import AssayEngine
import AssayModel
import Testing

/// The verdicts of the program on the published set of pairs are those of its reader.
@Suite struct VerdictSetTests {
  private static func test() throws -> VerdictTest {
    // A copy, so that no index is left beside the set.
    let folder = ScratchFolder(copying: "Tests/AssayEngineTests/verdicts")
    let workspace = try Workspace(folder.path + "/Tests/AssayEngineTests/verdicts")
    #expect(workspace.faults.isEmpty)
    return try VerdictTest(workspace)
  }

  @Test func everyPairGetsTheVerdictOfTheReader() throws {
    for pair in try Self.test().pairs {
      #expect(pair.given == pair.expected, "\(pair.name)")
      // Flags are compared where they qualify a conflict.
      guard pair.expected == Verdict.contradicts else { continue }
      #expect(pair.givenFlags == pair.expectedFlags, "\(pair.name)")
    }
  }

  @Test func theSetIsLargeAndEven() throws {
    let test = try Self.test()
    let conflicts = test.pairs.count { $0.expected == Verdict.contradicts }
    #expect(conflicts >= 60)
    #expect(test.pairs.count - conflicts >= 120)
    #expect(Set(test.pairs.map(\.name)).count == test.pairs.count)
    for (verdict, score) in test.scores {
      #expect(score.expected >= 8, "\(verdict)")
      #expect(score.precision == 1 && score.recall == 1, "\(verdict)")
    }
    for pair in test.pairs { #expect(ClosedList.verdict.words.contains(pair.expected)) }
  }

  /// What the README shows is what `assay selftest` prints.
  @Test func theReadmeShowsTheReport() throws {
    let report = try Self.test().report
    let readme = try #require(ScratchFolder.read(Program.repository + "/README.md"))
    let text = String(decoding: readme, as: UTF8.self)
    #expect(text.contains("\n" + report + "```"), "README.md lacks the report:\n\(report)")
  }

  private enum Verdict { static let contradicts = "contradicts" }
}
