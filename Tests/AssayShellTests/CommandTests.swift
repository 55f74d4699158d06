import AssayShell
import AssayText
import Testing

/// The commands, the settings, and what `help` knows.
@Suite struct CommandTests {
  static let folder = ScratchFolder(copying: "examples")

  private func run(_ program: String) throws -> Program.Outcome {
    try Program.run(["examples/peru", "-c", program], in: Self.folder.path)
  }

  @Test(arguments: CommandSpec.all.filter { !$0.needsPrompt }.map(\.example))
  func exampleRuns(example: String) throws {
    let folder = ScratchFolder(copying: "examples")
    let outcome = try Program.run(["examples/peru", "-c", example], in: folder.path)
    #expect(outcome.code == 0, "\(example)\n\(outcome.errorText)")
  }

  @Test(arguments: CommandSpec.all.filter(\.needsPrompt).map(\.example))
  func exampleNeedsThePrompt(example: String) throws {
    let outcome = try run(example)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.hasPrefix("error[Q118]"))
  }

  @Test func namesAreUniqueAndSummariesAreSentences() {
    let lists = [
      CommandSpec.all.map { ($0.name, $0.summary) }, Setting.all.map { ($0.name, $0.summary) },
      ExitCode.allCases.map { (String($0.rawValue), $0.summary) },
    ]
    for list in lists {
      #expect(Set(list.map(\.0)).count == list.count)
      #expect(list.allSatisfy { $0.1.hasSuffix(".") && $0.1.first?.isUppercase == true })
    }
  }

  /// Every topic that the overview and the lists name is explained.
  @Test func everyTopicIsExplained() throws {
    let overview = try run("help").text
    var topics = overview.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      return line.hasPrefix("  help ") ? String(words[1]) : nil
    }
    topics += DiagnosticCode.allCases.map(\.rawValue) + CommandSpec.all.map(\.name)
    #expect(topics.count > 60)
    let outcome = try run(topics.map { "help \($0)\n" }.joined())
    #expect(outcome.code == 0, "\(outcome.errorText)")
  }

  @Test func everySettingIsShownAndSet() throws {
    for setting in Setting.all {
      let word = setting.words.first ?? "\"x\""
      let outcome = try run("set \(setting.name) \(word)\nset \(setting.name)")
      #expect(outcome.code == 0, "\(outcome.errorText)")
      #expect(outcome.text.contains(setting.words.first ?? "x"))
    }
  }

  /// Exit codes are those of the manual's table, and each code of a fault has one.
  @Test func everyCodeEndsARun() {
    for code in DiagnosticCode.allCases {
      let exit = ExitCode(code)
      switch code.rawValue.prefix(1) {
      case "L", "Q": #expect(exit == (code == .limitReached ? .limitReached : .wrongProgram))
      case "C": #expect(exit == .brokenCorpus)
      case "X": #expect(exit == .expectationFailed)
      default: #expect(exit == (code == .interrupted ? .interrupted : .fileFailed))
      }
    }
  }
}

/// `assay help` on the command line.
@Suite struct HelpCommandTests {
  /// What is asked, and how the answer begins.
  static let table: [(words: [String], beginning: String)] = [
    ([], "OVERVIEW: A shell for weighing"), (["run"], "OVERVIEW: Runs saved scripts"),
    (["scripts"], "# Scripts"), (["where"], "| where CONDITION"), (["Q103"], "Q103"),
    (["stages"], "stage "),
  ]

  @Test(arguments: table.indices)
  func answers(index: Int) throws {
    let (words, beginning) = Self.table[index]
    let outcome = try Program.run(["help"] + words, in: "/")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.text.hasPrefix(beginning), "\(outcome.text.prefix(60))")
  }

  @Test func whatThereIsNotIsAFault() throws {
    let outcome = try Program.run(["help", "wher"], in: "/")
    #expect(outcome.code == 2 && outcome.text.isEmpty)
    #expect(outcome.errorText.contains("did you mean `where`?"))
  }
}
