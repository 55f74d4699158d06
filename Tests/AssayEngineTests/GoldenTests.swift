import AssayText
import Glibc
import Testing

/// The sessions of `Tests/Golden`; `ASSAY_UPDATE_GOLDEN=1` writes them anew.
@Suite struct GoldenTests {
  private static let folder = Program.repository + "/Tests/Golden"
  static let files = ScratchFolder.names(in: folder).filter { $0.hasSuffix(".md") }
  static let examples = ScratchFolder(copying: "examples")

  /// Codes that no session reaches, and where they are tested instead.
  static let elsewhere: [DiagnosticCode: String] = [
    .storeFailed: "the index has to be damaged: IndexTests",
    .tooManyPairs: "it takes ten million pairs: ConflictTests",
    .notAllowed: "it takes `--safe`: AssayShellTests",
    .interrupted: "a signal has to come: ExitCodeTests, and AssayShellTests",
  ]

  @Test(arguments: files)
  func writesWhatIsWrittenDown(file: String) throws {
    let path = Self.folder + "/" + file
    let text = String(decoding: try #require(ScratchFolder.read(path)), as: UTF8.self)
    var session = SessionFile(name: file, text, examples: Self.examples)
    let differences = try session.run()
    guard getenv("ASSAY_UPDATE_GOLDEN") == nil else { return Self.write(session, to: path) }
    for difference in differences { Issue.record("\(difference)") }
  }

  private static func write(_ session: SessionFile, to path: String) {
    let text = Array(session.markdown.text.utf8)
    let descriptor = open(path, O_WRONLY | O_TRUNC)
    defer { close(descriptor) }
    let count = text.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    #expect(count == text.count)
  }

  @Test(arguments: DiagnosticCode.allCases)
  func everyCodeHasACase(code: DiagnosticCode) {
    let texts = Self.files.compactMap { ScratchFolder.read(Self.folder + "/" + $0) }
    let isShown = texts.contains {
      String(decoding: $0, as: UTF8.self).contains("error[\(code.rawValue)]")
    }
    if let reason = Self.elsewhere[code] {
      #expect(!isShown, "\(code.rawValue) has a session, so it needs no reason: \(reason)")
    } else {
      #expect(isShown, "\(code.rawValue) occurs in no session")
    }
  }

  /// A line of output that looks like a statement would be taken for one.
  @Test(arguments: files)
  func everyStatementIsClosed(file: String) throws {
    let text = try #require(ScratchFolder.read(Self.folder + "/" + file))
    let markdown = MarkdownFile(String(decoding: text, as: UTF8.self))
    #expect(markdown.text.utf8.elementsEqual(text))
    for block in markdown.blocks where block.info.first == "assay" {
      #expect(block.info.count >= 2, "\(file):\(block.line)")
      #expect(block.lines.first?.hasPrefix("> ") == true, "\(file):\(block.line)")
    }
  }
}
