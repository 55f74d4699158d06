import AssayLanguage
import AssayText
import Testing

/// What holds of all formatted texts, tried on many.
@Suite struct FormatterLawTests {
  private static let law = FormLaw(.sample)

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func randomQueriesKeepTheirMeaning(seed: UInt64) {
    var trees = RandomTree(seed: seed)
    var generator = SplitMix(seed: seed)
    var sound = 0
    for round in 0..<300 {
      let printed = (0..<3).map { _ in Printer.text(of: trees.query(round % 6)) }
      var bytes = Array(printed.joined(separator: round % 2 == 0 ? "\n" : "; ").utf8)
      for _ in 0..<3 {
        switch Self.law.outcome(bytes) {
        case .holds: sound += 1
        case .isFaulty: break
        case .isBroken(let what):
          Issue.record("seed \(seed), round \(round): \(what)")
          return
        }
        bytes = FormLaw.mutation(of: bytes, &generator)
      }
    }
    #expect(sound > 300)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func mutationsOfProgramsKeepTheirMeaning(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    var sound = 0
    for round in 0..<1200 {
      let program = Self.programs[round % Self.programs.count]
      let bytes = FormLaw.mutation(of: Array(program.utf8), &generator)
      switch Self.law.outcome(bytes) {
      case .holds: sound += 1
      case .isFaulty: break
      case .isBroken(let what):
        Issue.record("seed \(seed), round \(round): \(what)")
        return
      }
    }
    #expect(sound > 300)
  }

  private static let programs =
    LawTests.programs + [
      "help (; help ); claims | take 3; help =; | take 1",
      "claims | take 1;| take 2 ;\n| take 3\nhelp [ ; set a.b/c -d 5 ~ x ; claims",
      "claims\n| where a in (\n  1,\n  2 # two\n)\n| select a,\n  b\n# end\n| take 3 # last\n",
      """
      edition 1 ; use "a.assay"
      source a { title "x" };claims # c
      entity bé: place { name "B" }# d
      entity c: person{name "C"; also "D"}

      | take 3
      help a {;corpus x { title "X" };; | where a
      link l @a supports @b ; help
      """,
      "source a { title \"\"\"\n  x\n\n  y \"\"\"; kind news }\nlink l @a supports @b {}\n# end",
    ]

  @Test(arguments: [1, 2] as [UInt64])
  func noBytesMakeATrap(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let pieces = ["{", "}", "(", ")", "|", ";", "\n", "# c\n", "\"\"\"", "\"x\"", "claims", " "]
    for _ in 0..<10_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        if Bool.random(using: &generator) {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else {
          bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
        }
      }
      guard case .isBroken(let what) = Self.law.outcome(bytes) else { continue }
      Issue.record("seed \(seed): \(what)")
      return
    }
  }

  @Test func commandsAloneKeepTheirWords() {
    var generator = SplitMix(seed: 7)
    let pieces = ["(", ")", "[", "]", "|", ",", "=", "-", "x", "@a", "1", "\n", ";", " ", "# c\n"]
    var sound = 0
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        text += "help "
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
          text += pieces.randomElement(using: &generator) ?? ""
        }
        text += Bool.random(using: &generator) ? "\n" : ";"
      }
      switch Self.law.outcome(Array(text.utf8)) {
      case .holds: sound += 1
      case .isFaulty: break
      case .isBroken(let what):
        Issue.record("\(what)")
        return
      }
    }
    #expect(sound > 500)
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  static let long: [SizeTests.Large] = [
    SizeTests.Large("rows", times(20_000, "source a { title \"x\" }\n")),
    SizeTests.Large("a record", "source a { title \"x\"; tags x" + times(100_000, ", y") + " }"),
    SizeTests.Large("fields", "claim a from @s {\n says \"x\"" + times(20_000, "; is @q") + "\n}"),
    SizeTests.Large("statements", times(20_000, "claims | take 3; ")),
    SizeTests.Large("commands", times(5_000, "help (; help ); ")),
    SizeTests.Large("lines", "claims | where a in (" + times(50_000, "\n1, # c\n") + "2)"),
    SizeTests.Large("separators", times(500_000, ";\n") + "claims"),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: long)
  func lengthCostsItsLength(large: SizeTests.Large) {
    let formatter = Formatter(grammar: .sample)
    #expect(throws: Never.self) {
      _ = try formatter.format(SourceText(name: "", large.text))
    }
  }
}
