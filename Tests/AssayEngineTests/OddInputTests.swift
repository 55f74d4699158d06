import Testing

/// Input that nobody would write: a code, and never a trap.
@Suite struct OddInputTests {
  static let folder = ScratchFolder(copying: "examples")

  private func run(_ program: [UInt8]) throws -> Program.Outcome {
    try Program.run(["examples/peru"], in: Self.folder.path, input: program)
  }

  private func run(_ program: String) throws -> Program.Outcome { try run(Array(program.utf8)) }

  /// Whether a run ended by itself: no signal, and no code that is not in the table.
  private func endedWell(_ outcome: Program.Outcome) -> Bool {
    [0, 1, 2, 3, 4].contains(outcome.code)
  }

  private static func times(_ count: Int, _ text: String, joined separator: String = "") -> String {
    Array(repeating: text, count: count).joined(separator: separator)
  }

  /// Programs of some size; those that mean something small have to run.
  static let programs: [(name: String, text: String, code: Int32)] = [
    ("10 000 parentheses", "claims | where \(times(10_000, "("))denied\(times(10_000, ")"))", 2),
    ("10 000 open ones", "claims | where \(times(10_000, "("))", 2),
    ("10 000 queries", "\(times(10_000, "("))claims\(times(10_000, ")"))", 2),
    ("10 000 `not`", "claims | where \(times(10_000, "not "))denied", 2),
    ("10 000 `-`", "claims | where \(times(10_000, "- "))1 > 2", 2),
    ("10 000 braces", "entity a: place \(times(10_000, "{ "))", 2),
    ("10 000 `and`", "claims | where \(times(10_000, "denied", joined: " and "))", 2),
    ("400 `and`", "claims | where \(times(400, "denied", joined: " and ")) | count", 0),
    ("400 `or`", "claims | where \(times(400, "denied", joined: " or ")) | count", 0),
    ("400 sums", "claims | take 1 | select \(times(400, "line", joined: " + ")) as x", 0),
    ("199 parentheses", "claims | where \(times(199, "("))denied\(times(199, ")")) | count", 0),
    ("199 `not`", "claims | where \(times(199, "not "))denied | count", 0),
    ("10 000 stages", "claims \(times(10_000, "| where denied "))", 2),
    ("390 stages `where`", "claims \(times(390, "| where denied ")) | count", 0),
    ("390 stages `take`", "claims \(times(390, "| take 5 ")) | count", 0),
    ("390 stages `sort`", "claims \(times(390, "| sort mode ")) | count", 0),
    ("390 stages `derive`", "claims \(times(390, "| derive x = line + 1 ")) | count", 0),
    (
      "300 words in a list",
      "claims | where line in (\((0..<300).map(String.init).joined(separator: ", "))) | count", 0
    ),
    (
      "3 000 words in a list",
      "claims | where line in (\((0..<3000).map(String.init).joined(separator: ", "))) | count", 0
    ),
    ("300 sources", "claims | from \(times(300, "@base-insider", joined: ", ")) | count", 0),
    ("300 entities", "claims | about \(times(300, "@peru", joined: ", ")) | count", 0),
    (
      "1 000 definitions",
      "let a0 = claims\n"
        + (1..<1000).map { "let a\($0) = a\($0 - 1) | where denied\n" }.joined()
        + "a999 | count", 2
    ),
    (
      "2 500 columns",
      "claims | take 1 | select \((0..<2500).map { "id as c\($0)" }.joined(separator: ", "))", 2
    ),
    ("10 000 statements", times(10_000, "let $x = 1\n") + "claims | count", 0),
    ("1 000 faults", times(1000, "clams\n"), 2),
  ]

  @Test(arguments: programs.indices)
  func aLargeProgram(index: Int) throws {
    let (name, text, code) = Self.programs[index]
    let outcome = try run(text)
    #expect(endedWell(outcome), "\(name): ended with \(outcome.code)")
    #expect(outcome.code == code, "\(name): \(outcome.errorText.prefix(300))")
    #expect(!outcome.errorText.contains("error[F203]"), "\(name): \(outcome.errorText.prefix(300))")
  }

  /// One line of many megabytes, as a word, a text and a comment.
  @Test(arguments: ["clams", "claims | where says = \"", "# ", "claims | where says has \""])
  func aLongLine(beginning: String) throws {
    var program = Array(beginning.utf8)
    program += Array(repeating: UInt8(ascii: "a"), count: 8_000_000)
    if beginning.hasSuffix("\"") { program.append(UInt8(ascii: "\"")) }
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try run(program)
    #expect(outcome.code == (beginning == "clams" ? 2 : 0))
    // Reading and telling takes time in proportion: seconds even when built for debugging.
    #expect(clock.now - start < .seconds(8))
    #expect(outcome.errors.count < 5000)
    #expect(outcome.output.count < 5000)
  }

  /// Bytes that are no text, wherever they stand.
  static let badBytes: [[UInt8]] = [
    [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80], [0xE2, 0x82],
  ]

  @Test(arguments: badBytes)
  func bytesThatAreNoText(bytes: [UInt8]) throws {
    let begin = Array("claims | where says = \"a".utf8)
    for program in [bytes, begin + bytes, begin + bytes + Array("\"".utf8)] {
      let outcome = try run(program)
      #expect(outcome.code == 2)
      #expect(outcome.errorText.hasPrefix("error[L004]"))
    }
    let corpus = ScratchFolder()
    corpus.write("corpus.assay", Array("corpus a { title \"".utf8) + bytes + Array("\" }".utf8))
    let outcome = try Program.run([".", "-c", "claims"], in: corpus.path)
    #expect(outcome.code == 3)
    #expect(outcome.errorText.hasPrefix("error[L004]"))
  }

  /// Numbers at the ends of what can be counted.
  @Test(arguments: [
    "claims | take 999999999999999", "claims | skip 999999999999999", "claims | take 1e3",
    "claims | where line > 999999999999999999999999999999",
    "claims | where line * 9007199254740993 > line",
    "claims | select line * 9000000000000000 * 9000000000000000 as x | summarize s = sum(x)",
    "claims | derive x = 9000000000000000 | summarize s = sum(x * 1000)",
    "claims | where value > 999999999999999999999999999999 billion USD",
    "claims | where value < -1 USD", "claims | select round(line, 400) as r | take 1",
    "claims | select round(line, -400) as r | take 1",
    "claims | select abs(-1 * line) as r | take 1",
    "claims | where when = 0000", "claims | where when overlaps 9999..",
    "claims | where when overlaps 0000-01-01..9999-12-31 | count",
    "claims | where line / 0.0 > 1", "claims | where line / (1 - 1) > 1",
  ])
  func numbersAtTheEnds(program: String) throws {
    let outcome = try run(program + " | as jsonl")
    #expect([0, 2].contains(outcome.code), "\(outcome.code): \(outcome.errorText)")
    for wrong in [":inf", ":-inf", ":nan"] {
      #expect(!outcome.text.contains(wrong), "\(outcome.text.prefix(300))")
    }
  }

  /// A pattern that takes too long is the program's fault, not the index's.
  @Test func aPatternThatTakesTooLong() throws {
    let outcome = try run(#"claims | where says matches "((.+)+)+\\d{9}$" | count"#)
    #expect(outcome.code == 2, "\(outcome.errorText)")
    #expect(outcome.errorText.hasPrefix("error[Q115]"), "\(outcome.errorText)")
  }

  /// A corpus of odd shapes: no trap, and a code.
  @Test(arguments: [
    "", "\n\n\n", "corpus", "corpus {", "}", "{}{}{}", "source", "source {}", "source a",
    "claim c from",
    "use", "use \"\"", "use \".\"", "use \"corpus.assay\"", "use \"*\"", "use \"[\"", "use \"../\"",
    "use \"documents/../corpus.assay\"", "entity e: place { name \"E\"; part of @e }",
    "source s { title \"S\"; document \"corpus.assay\" }",
    "source s { title \"S\"; document \".\" }", "source s { title \"S\"; document \"\" }",
    "source s { title \"S\"; document \"/dev/zero\" }",
    "source s { title \"S\" }\nclaim c from @s { says \"C\"; fact @e p = 1 }",
    "source s { title \"S\"; derives from @s copies }",
    "predicate p { label \"p\"; inverse p }",
  ])
  func aCorpusOfOddShape(text: String) throws {
    let corpus = ScratchFolder()
    corpus.write("corpus.assay", text)
    let outcome = try Program.run([".", "-c", "claims | count; passages | count"], in: corpus.path)
    #expect([0, 3].contains(outcome.code), "\(outcome.code): \(outcome.errorText)")
  }
}
