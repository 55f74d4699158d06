import AssayText
import Testing

/// The sessions of `Tests/Golden`; `assay play --update Tests/Golden/*.md` writes them anew.
@Suite struct GoldenTests {
  private static let folder = "Tests/Golden"
  static let files = ScratchFolder.names(in: Program.repository + "/" + folder)
    .filter { $0.hasSuffix(".md") }
  static let scratch = ScratchFolder(copying: "examples")

  /// Codes that no session reaches, and where they are tested instead.
  static let elsewhere: [DiagnosticCode: String] = [
    .storeFailed: "the index has to be damaged: IndexTests",
    .tooManyPairs: "it takes ten million pairs: ConflictTests",
    .recordDiffers: "it takes `assay run --check`: RecordedResultTests",
    .notReproduced: "it takes `assay verify`: VerifyTests",
    .brokenManifest: "it takes `assay verify`: ManifestTests",
    .interrupted: "a signal has to come: ExitCodeTests, and AssayShellTests",
    .badSession: "no session is played inside of another: PlayTests",
    .badLearner: "it takes a learner's file: TeachTests",
    .documentTooLarge: "it takes a large file to bring in: AssayIntakeTests",
    .programMissing: "a program has to be missing: AssayIntakeTests",
  ]

  @Test(arguments: files)
  func writesWhatIsWrittenDown(file: String) throws {
    try Self.play(Self.folder + "/" + file, in: Self.scratch)
  }

  /// Plays a session of the repository on a copy of the examples.
  static func play(_ path: String, in scratch: ScratchFolder) throws {
    scratch.write(path, try #require(ScratchFolder.read(Program.repository + "/" + path)))
    let outcome = try Program.run(["play", "--check", path], in: scratch.path)
    #expect(outcome.code == 0, "\(outcome.text)\(outcome.errorText)")
  }

  @Test(arguments: DiagnosticCode.allCases)
  func everyCodeHasACase(code: DiagnosticCode) {
    let isShown = Self.files.contains {
      let text = ScratchFolder.read(Program.repository + "/" + Self.folder + "/" + $0) ?? []
      return String(decoding: text, as: UTF8.self).contains("error[\(code.rawValue)]")
    }
    if let reason = Self.elsewhere[code] {
      #expect(!isShown, "\(code.rawValue) has a session, so it needs no reason: \(reason)")
    } else {
      #expect(isShown, "\(code.rawValue) occurs in no session")
    }
  }
}
