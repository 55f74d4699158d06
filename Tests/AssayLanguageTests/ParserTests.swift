import AssayLanguage
import AssayText
import Testing

@Suite struct ParserTests {
  /// An expression, and how its operators take their operands.
  static let expressions: [(text: String, shape: String)] = [
    ("a or b and c", "(a or (b and c))"),
    ("not a and b", "((not a) and b)"),
    ("not a = b", "(not (a = b))"),
    ("a + b * c - d", "((a + (b * c)) - d)"),
    ("-a * b", "((- a) * b)"),
    ("a - b", "(a - b)"),
    ("a-b", "a-b"),
    ("(a or b) and c", "((a or b) and c)"),
    ("a.b.c is missing", "(a.b.c present false)"),
    ("a is not missing and b is present", "((a present true) and (b present true))"),
    (
      "a + 1 > b and c has \"x\"",
      "(((a + number(1.0, digits: \"1\")) > b) and (c has text(\"x\")))"
    ),
    ("a in (@x, @y)", "(a in {@x; @y})"),
    ("a not in ()", "(not (a in {}))"),
    ("$y within @peru", "($y within @peru)"),
    ("f(a, g())", "f{a; g{}}"),
    (
      "count(claims | take 1) > 0",
      "(count{[claims | take expression {number(1.0, digits: \"1\") as - false} by {}]} > number(0.0, digits: \"0\"))"
    ),
    ("count()", "count{}"),
    ("true and not false", "(boolean(true) and (not boolean(false)))"),
  ]

  @Test(arguments: expressions)
  func bindsOperators(text: String, shape: String) throws {
    guard case .letValue(_, let value)? = try statement("let $x = \(text)") else {
      Issue.record("no value")
      return
    }
    #expect(Shape.of(value) == shape)
  }

  /// A value and what is printed of it; what it means shows in `PrinterTests`.
  static let values: [(text: String, literal: String)] = [
    ("84", "number(84.0, digits: \"84\")"),
    ("3_500", "number(3500.0, digits: \"3_500\")"),
    ("4.5 million", "number(4500000.0, digits: \"\")"),
    ("2012..2014", "range(from: 2012, to: 2014)"),
    ("100..300 million", "range(from: , to: )"),
    ("2015..", "date 2015.."), ("..1990", "date ..1990"), ("2012-10", "date 2012-10"),
    ("2012-10 .. 2012-12", "date 2012-10..2012-12"), ("198X", "date 198X"),
    ("84 million USD", "figure 84 million USD"), ("30%", "figure 30%"),
    (">= 50 people", "figure >= 50 people"), ("~ 200", "figure ~ 200"),
    ("100..300 t", "figure 100..300 t"), ("1..2 million USD", "figure 1000000..2000000 USD"),
    ("< -5 m", "figure < -5 m"),
  ]

  @Test(arguments: values)
  func readsValues(text: String, literal: String) throws {
    guard case .letValue(_, .literal(let value, let span))? = try statement("let $x = \(text)")
    else {
      Issue.record("no value")
      return
    }
    let shown =
      switch value {
      case .date(let date): "date \(date)"
      case .figure(let figure): "figure \(figure)"
      case .range(let from, let to): "range(from: \(from.digits), to: \(to.digits))"
      default: "\(value)"
      }
    #expect(shown == literal)
    #expect(span == Span(9, 9 + text.utf8.count))
  }

  @Test func endsStatementsAtLinesAndSemicolons() throws {
    let text = """
      claims | take 1; help where
      let a = claims # a comment

        | where (x = 1
                 or y = 2)
      expect count(a) >= 1, "none"
      use "claims/*.assay"
      source s { title "T" }; it | take 2
      | count
      """
    let shapes = try read(text).get().map { Shape.of($0) }
    #expect(shapes.count == 7)
    #expect(shapes[2].hasPrefix("let a [claims | where"))
    #expect(shapes[6].contains("| take") && shapes[6].contains("| count"))
  }

  @Test func gapsOfATextHoldNothing() throws {
    for text in ["", "\n\n", "# only this", ";;;\n;", "\u{FEFF}"] {
      #expect(try read(text).get().isEmpty)
    }
  }

  @Test func givesDeclarationsTheirLine() throws {
    let text =
      "claims\n\nsource a { title \"x\" }\nsource b {\n  title \"y\"\n}\n\nsource c { title \"z\" }"
    let lines = try read(text).get().compactMap { statement in
      if case .declaration(let record) = statement { record.line } else { nil }
    }
    #expect(lines == [3, 4, 8])
  }

  @Test func leavesOutWhatHasAFault() throws {
    let source = SourceText(name: "", "claims | take 1\nclaims | wher x | take 2\nsource a { }\nit")
    var parser = try Parser(source, grammar: .sample)
    let (statements, faults) = parser.statementsAndFaults()
    #expect(statements.map { Printer.text(of: $0) } == ["claims | take 1", "it"])
    #expect(faults.map(\.code) == [.unknownStage, .missingField])
  }

  /// Values from outside, and the code of the fault they have.
  static let wholes: [(text: String, code: DiagnosticCode?)] = [
    ("84 million USD", nil), ("\"open", .unterminatedText), ("5 t )", .unexpectedToken),
    ("5 t\n6 t", .unexpectedToken), ("count(claims | wher x)", .unknownStage),
    ("", .unexpectedToken),
  ]

  @Test(arguments: wholes)
  func readsOneExpression(text: String, code: DiagnosticCode?) throws {
    var parser = try Parser(SourceText(name: "", text), grammar: .sample)
    do throws(Diagnostics) {
      _ = try parser.wholeExpression()
      #expect(code == nil)
    } catch {
      #expect(error.all.map(\.code) == [code])
    }
  }

  @Test func readsOneQuery() throws {
    var whole = try Parser(SourceText(name: "", "claims | take 1"), grammar: .sample)
    #expect(Printer.text(of: try whole.wholeQuery()) == "claims | take 1")
    var faulty = try Parser(SourceText(name: "", "claims | wher x | take 1"), grammar: .sample)
    #expect(throws: Diagnostic.self) { try faulty.wholeQuery() }
  }
}
