import AssayLanguage
import AssayText
import Testing

/// Texts that are deep or long: no stack overflows, and no time grows with the square.
@Suite struct SizeTests {
  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  /// A text that a report calls by its name.
  struct Large: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let faults: Int

    init(_ name: String, _ text: String, faults: Int = 0) {
      (testDescription, self.text, self.faults) = (name, text, faults)
    }
  }

  static let deep: [Large] = [
    Large("parentheses", "claims | where " + times(10_000, "(") + "a" + times(10_000, ")")),
    Large("open parentheses", "claims | where " + times(10_000, "(")),
    Large("queries", times(10_000, "(") + "claims" + times(10_000, ")")),
    Large("calls", "claims | where " + times(10_000, "f(") + times(10_000, ")")),
    Large("query calls", "claims | where " + times(10_000, "count(claims | where ")),
    Large("nots", "claims | where " + times(10_000, "not ") + "a"),
    Large("minuses", "claims | where " + times(10_000, "- ") + "a"),
    Large("lists", "claims | where " + times(10_000, "a in (")),
    Large("a sum", "claims | where a" + times(10_000, " + a")),
    Large("presences", "claims | where a" + times(10_000, " is missing")),
    Large("stages", "claims" + times(10_000, " | count")),
    Large("left operands", "claims | where " + times(150, "(a" + times(100, " + a") + ") + ")),
  ]

  @Test(arguments: deep)
  func depthIsAFaultAndNoOverflow(large: Large) {
    let found = faults(of: large.text)
    #expect(found.contains { [.tooDeep, .unclosed, .unexpectedToken].contains($0.code) })
    #expect(found.count <= 3)
  }

  @Test func whatIsAllowedCanBeWalked() throws {
    let sum = "claims | where a" + Self.times(400, " + a")
    let nested = "claims | where " + Self.times(199, "(a + (") + "a" + Self.times(199, "))")
    let deepest = "claims | where " + Self.times(100, "(a + (") + "a" + Self.times(100, "))")
    for text in [sum, deepest] {
      let tree = try #require(try statement(text))
      #expect(Shape.of(try #require(try statement(Printer.text(of: tree)))) == Shape.of(tree))
    }
    #expect(faults(of: nested).map(\.code) == [.tooDeep])
  }

  static let long: [Large] = [
    Large("a word", times(2_000_000, "abcde")),
    Large("a comment", "# " + times(10_000_000, "x")),
    Large("a text", "claims | where a has \"" + times(2_500_000, "\\\"x ") + "\""),
    Large("a text without end", "claims | where a has \"" + times(10_000_000, "x"), faults: 1),
    Large("a field", "source a { title \"" + times(10_000_000, "x") + "\" }"),
    Large("one bad byte", times(10_000_000, "&"), faults: 1),
    Large("open braces", times(200_000, "{"), faults: 1),
    Large("closed braces", times(500, "}\n"), faults: 500),
    Large("fields", "claim a from @s {\n says \"x\"\n" + times(30_000, "answers @q yes\n") + "}"),
    Large("records", times(20_000, "source a { title \"x\" }\n")),
    Large("a list", "claims | where a in (" + times(200_000, "1, ") + "2)"),
    Large("newlines", times(5_000_000, "\n") + "claims"),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: long)
  func lengthCostsItsLength(large: Large) {
    #expect(faults(of: large.text).count == large.faults)
  }

  /// Each fault is located by a scan, so here only the parser of records shows what it costs.
  @Test(.timeLimit(.minutes(2))) func manyFaultsCostTheirNumber() {
    let fields = "source a {\n" + Self.times(50_000, "tags x, y\n")
    for text in [fields, Self.times(50_000, "}\n"), Self.times(50_000, "sorce a { & }\n")] {
      var parser = RecordParser(SourceText(name: "", text))
      while parser.next() != nil {}
      #expect(parser.faults.count >= 50_000)
    }
  }
}
