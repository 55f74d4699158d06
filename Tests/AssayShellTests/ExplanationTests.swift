import AssayShell
import AssayText
import Testing

/// What `help Q103` shows: every code is explained once, and every text shown is tried.
@Suite struct ExplanationTests {
  static let examples = ScratchFolder(copying: "examples")
  static let statements = Explanation.all.filter { $0.place == .statement }.map(\.code)
  static let corpora = Explanation.all.compactMap { explanation in
    if case .corpusFile = explanation.place { explanation.code } else { nil }
  }

  /// Codes whose fault lies in what surrounds a program, so that no text has it.
  static let environment: Set<DiagnosticCode> = [
    .notUTF8, .tooDeep, .tooManyPairs, .missingCorpus, .documentChanged, .unreadableFile,
    .unwritableFile, .storeFailed, .interrupted, .changedMeanwhile, .notAllowed,
    .limitReached, .usesItself, .badSession, .badLearner, .recordDiffers, .notReproduced,
    .brokenManifest, .unreadableDocument, .documentTooLarge, .programMissing, .brokenRows,
    .extractorFailed, .badProposal, .badReview,
    .badImport, .differentRecord,
    .nothingToIngest, .pathTaken, .notComparable,
  ]

  @Test(arguments: DiagnosticCode.allCases)
  func everyCodeIsExplainedOnce(code: DiagnosticCode) throws {
    let all = Explanation.all.filter { $0.code == code }
    #expect(all.count == 1, "\(code.rawValue) has \(all.count) explanations")
    let explanation = try #require(all.first)
    #expect((explanation.place == .environment) == Self.environment.contains(code))
    if explanation.place != .environment {
      #expect(explanation.wrong != nil && explanation.right != nil, "\(code.rawValue)")
    }
  }

  @Test(arguments: Explanation.all.map(\.code))
  func isShortAndPlain(code: DiagnosticCode) throws {
    let explanation = try #require(Explanation.of(code))
    let means = explanation.means
    #expect(means.hasSuffix("."), "\(code.rawValue): \(means)")
    #expect(means.count <= 400, "\(code.rawValue) takes \(means.count) characters")
    #expect(!means.contains("\n") && !means.contains("  "), "\(code.rawValue)")
    #expect(means.count { $0 == "`" } % 2 == 0, "\(code.rawValue)")
    for text in [explanation.wrong, explanation.right].compactMap({ $0 }) {
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 76 }, "\(code.rawValue)")
    }
  }

  /// The codes that a run told, in their order.
  private func codes(_ outcome: Program.Outcome) -> [String] {
    outcome.errorText.split(separator: "\n").compactMap { line in
      line.hasPrefix("error[") ? String(line.dropFirst(6).prefix { $0 != "]" }) : nil
    }
  }

  @Test(arguments: statements)
  func statementIsRefusedAndMended(code: DiagnosticCode) throws {
    let explanation = try #require(Explanation.of(code))
    let wrong = try Program.run(
      ["examples/peru", "-c", explanation.wrong ?? ""], in: Self.examples.path)
    #expect(codes(wrong).first == code.rawValue, "\(wrong.errorText)")
    #expect(wrong.code != 0)
    let right = try Program.run(
      ["examples/peru", "-c", explanation.right ?? ""], in: Self.examples.path)
    #expect(right.code == 0, "\(code.rawValue): \(right.errorText)")
    #expect(codes(right).isEmpty)
  }

  @Test(arguments: corpora)
  func corpusIsRefusedAndMended(code: DiagnosticCode) throws {
    let explanation = try #require(Explanation.of(code))
    let wrong = try run(explanation.wrong ?? "", explanation.place)
    #expect(Set(codes(wrong)) == [code.rawValue], "\(wrong.errorText)")
    let right = try run(explanation.right ?? "", explanation.place)
    #expect(right.code == 0, "\(code.rawValue): \(right.errorText)")
    #expect(codes(right).isEmpty)
  }

  /// Puts a text into the corpus that `assay new` makes, and checks or asks it.
  private func run(_ text: String, _ place: Explanation.Place) throws -> Program.Outcome {
    let folder = ScratchFolder()
    if text.hasPrefix("corpus ") {
      folder.write("bridge/corpus.assay", text + "\n")
    } else {
      #expect(try Program.run(["new", "bridge"], in: folder.path).code == 0)
      let entry = String(
        decoding: try #require(folder.read("bridge/corpus.assay")), as: UTF8.self)
      folder.write("bridge/corpus.assay", entry + "use \"explained.assay\"\n")
      folder.write("bridge/explained.assay", text + "\n")
    }
    if case .corpusFile(asked: let statement?) = place {
      return try Program.run(["bridge", "-c", statement], in: folder.path)
    }
    return try Program.run(["check", "bridge"], in: folder.path)
  }

  /// `help` shows all of it, within 80 columns, by the code in capitals or not.
  @Test(arguments: Explanation.all.map(\.code))
  func isShownByHelp(code: DiagnosticCode) throws {
    let explanation = try #require(Explanation.of(code))
    let topic = code.rawValue
    let shown = try Program.run(
      ["examples/peru", "-c", "help \(topic)"], in: Self.examples.path)
    let lowered = try Program.run(
      ["examples/peru", "-c", "help \(topic.lowercased())"], in: Self.examples.path)
    #expect(shown == lowered)
    #expect(shown.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let words = shown.text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.hasPrefix("\(topic) \(code.summary) \(explanation.means)"))
    for text in [explanation.wrong, explanation.right].compactMap({ $0 }) {
      #expect(shown.text.contains("    " + text.split(separator: "\n").joined(separator: "\n    ")))
    }
    #expect(shown.text.contains("  Wrong:\n") == (explanation.wrong != nil))
    #expect(shown.text.contains("  Right:\n") == (explanation.right != nil))
  }
}
