import AssayLanguage
import Testing

@Suite struct PrinterTests {
  /// A program as somebody writes it and as it is printed.
  static let table: [(text: String, printed: String)] = [
    ("claims", "claims"),
    ("| take 5", "it | take 5"),
    ("claims\n  |where a=b and(c or d)", "claims | where a = b and (c or d)"),
    ("claims | where ((a)) and (b and c)", "claims | where a and (b and c)"),
    ("claims | where not(a or b) and not (a = b)", "claims | where not (a or b) and not a = b"),
    ("claims | where (not a) = b", "claims | where (not a) = b"),
    ("claims | where (a = b) = c", "claims | where (a = b) = c"),
    ("claims | where a - (b - c) - -d", "claims | where a - (b - c) - -d"),
    ("claims | where -(a+b)*c", "claims | where -(a + b) * c"),
    ("claims | where a not in (1,2,)", "claims | where not a in (1, 2)"),
    ("claims | where a is not present", "claims | where a is missing"),
    ("claims | select a, b.c as d", "claims | select a, b.c as d"),
    ("claims | derive x=a, (b=c)", "claims | derive x = a, (b = c)"),
    ("claims | derive (b = c and d) as e", "claims | derive e = b = c and d"),
    ("claims | summarize n=count() by a,b", "claims | summarize n = count() by a, b"),
    ("claims | summarize by a", "claims | summarize by a"),
    ("claims | sort -a, (-b), c", "claims | sort -a, (-b), c"),
    ("claims | count by a | distinct | distinct a", "claims | count by a | distinct | distinct a"),
    ("claims | about @x,@y | during 2012..2014", "claims | about @x, @y | during 2012..2014"),
    ("claims | words by a,b least 2", "claims | words least 2 by a, b"),
    (
      "claims | words \"a\" by b within sentence least 3",
      "claims | words \"a\" within sentence least 3 by b"
    ),
    ("near(@x, 5 km) | take 1", "near(@x, 5 km) | take 1"),
    ("claims | where a = 84.0 million USD", "claims | where a = 84 million USD"),
    ("claims | where a > 1_000 and b = 0.1 t", "claims | where a > 1_000 and b = 0.1 t"),
    ("claims | where a = 5000 million", "claims | where a = 5 billion"),
    ("claims | where a = 100..300 million USD", "claims | where a = 100..300 million USD"),
    ("claims | where a = >=  9000 lb", "claims | where a = >= 9000 lb"),
    (#"claims | where a has "é\u{7}\"\\""#, #"claims | where a has "é\u{7}\"\\""#),
    ("let $x=5;let y=claims", "let $x = 5\nlet y = claims"),
    ("def f(a,$b)=claims", "def f(a, b) = claims"),
    ("param p:date=2012", "param p: date = 2012"),
    ("expect count(claims)>=20,\"lost\"", "expect count(claims) >= 20, \"lost\""),
    ("explain claims|take 1", "explain claims | take 1"),
    ("edition 1", "edition 1"),
    ("use \"a\\\\b\"", "use \"a\\\\b\""),
    ("help   where \"two words\" \"x\"", "help where \"two words\" x"),
    ("corpus c {title \"x\"}", "corpus c {\n  title \"x\"\n}"),
    ("link l @a supports @b { }", "link l @a supports @b"),
    (
      "entity peru:place{name \"Peru\";also \"Perú\",\"P\";part of @x}",
      "entity peru: place {\n  name \"Peru\"\n  also \"Perú\", \"P\"\n  part of @x\n}"
    ),
    (
      "claim c from @s {says \"x\";fact not @a b @c=2012;when 2012~;by @x via @y,@z}",
      "claim c from @s {\n  says \"x\"\n  fact not @a b @c = 2012\n  when 2012~\n  by @x via @y, @z\n}"
    ),
    (
      "claim c from @s {says \"x\";fact @a b=2_012;until=2_012..2_014;n = -3 %;m>9}",
      "claim c from @s {\n  says \"x\"\n  fact @a b = 2_012\n  until = 2_012..2_014\n  n = -3%\n  m > 9\n}"
    ),
    (
      "predicate p {label \"l\";object place,group;one;inverse @q}",
      "predicate p {\n  label \"l\"\n  object place, group\n  one\n  inverse q\n}"
    ),
    (
      "question q \"t\" {answer yes \"y\"}\njudgement j on source @s {analyst \"a\";dated 2012}",
      "question q \"t\" {\n  answer yes \"y\"\n}\njudgement j on source @s {\n  analyst \"a\"\n  dated 2012\n}"
    ),
    (
      "source s {title \"t\";derives from @x copies;tags a,b}",
      "source s {\n  title \"t\"\n  derives from @x copies\n  tags a, b\n}"
    ),
  ]

  @Test(arguments: table)
  func printsTheOneForm(text: String, printed: String) throws {
    let tree = try read(text).get()
    let words = tree.map { Printer.text(of: $0) }.joined(separator: "\n")
    #expect(words == printed)
    let again = try read(words).get()
    #expect(Shape.of(again) == Shape.of(tree))
    #expect(again.map { Printer.text(of: $0) }.joined(separator: "\n") == words)
  }

  @Test func printsTheWholeCorpus() throws {
    let tree = try read(RecordParserTests.corpus).get()
    let words = tree.map { Printer.text(of: $0) }.joined(separator: "\n")
    #expect(Shape.of(try read(words).get()) == Shape.of(tree))
  }
}
