import AssayLanguage
import AssayText
import Testing

/// Texts before and after.
@Suite struct FormatterTests {
  private static let formatter = Formatter(grammar: .sample)

  private static func formatted(_ text: String) -> String? {
    do throws(Diagnostics) {
      let bytes = try formatter.format(SourceText(name: "test", text))
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      return nil
    }
  }

  static let statements: [(before: String, after: String)] = [
    ("", ""), (" \n\t\n ;; \n", ""), ("claims", "claims\n"), ("\n\nclaims\n\n\n", "claims\n"),
    ("claims|where a=1|take 3", "claims | where a = 1 | take 3\n"),
    ("  claims  |  take   3  \n", "claims | take 3\n"),
    ("claims\r\n\r\n\r\nentities\r\n", "claims\n\nentities\n"),
    ("\u{FEFF}claims\n", "claims\n"),
    ("#!/usr/bin/env assay\n\n\n# what\nclaims", "#!/usr/bin/env assay\n\n# what\nclaims\n"),
    ("claims | where a\n| take 3", "claims\n| where a\n| take 3\n"),
    ("claims |\n  where a |\n  take 3\n", "claims\n| where a\n| take 3\n"),
    ("|take 3", "| take 3\n"),
    ("let a=claims\n  | take 3", "let a = claims\n| take 3\n"),
    ("let $a=-5+3*( 2-1 )/4", "let $a = -5 + 3 * (2 - 1) / 4\n"),
    ("claims | sort -a,- b", "claims | sort -a, -b\n"),
    ("claims | where a - -b = -c", "claims | where a - -b = -c\n"),
    ("claims | where not(a in(1,2))", "claims | where not (a in (1, 2))\n"),
    ("expect count( claims )>=20 ,\"lost\"", "expect count(claims) >= 20, \"lost\"\n"),
    ("expect(count (claims) > 1)", "expect (count(claims) > 1)\n"),
    ("def near( a,$b )=claims", "def near(a, $b) = claims\n"),
    ("near (@a , 5)", "near(@a, 5)\n"), ("( claims )|take 1", "(claims) | take 1\n"),
    ("param y :date=2012 .. 2014", "param y: date = 2012..2014\n"),
    ("claims | during ..2014", "claims | during ..2014\n"),
    ("claims | where a in (2012.. , ..2014)", "claims | where a in (2012.., ..2014)\n"),
    ("claims | where a = 30 % and b < 5 million %", "claims | where a = 30% and b < 5 million %\n"),
    ("claims | where source . publisher = \"x\"", "claims | where source.publisher = \"x\"\n"),
    ("claims | where a = 9000t", "claims | where a = 9000 t\n"),
    ("claims | where a has \"é\\u{E9}\\\"  #\"", "claims | where a has \"é\\u{E9}\\\"  #\"\n"),
    ("set  a.b/c   -d", "set a.b/c -d\n"), ("help; help where", "help; help where\n"),
    ("claims;claims\n;entities;", "claims; claims\nentities\n"),
    ("claims;| take 3", "claims; | take 3\n"), ("claims;\n| take 3", "claims;\n| take 3\n"),
    ("help =;quit", "help =; quit\n"), ("help =;\nquit", "help =;\nquit\n"),
    ("claims #a", "claims  #a\n"), ("claims; # a\n# b", "claims  # a\n# b\n"),
    ("claims # a\n  # b\n| take 3 # c", "claims  # a\n# b\n| take 3  # c\n"),
    ("claims | # a\n  # b\n take 3", "claims  # a\n# b\n| take 3\n"),
    ("| # a\n take 3", "# a\n| take 3\n"),
    (
      "claims | where a in ( # one\n  1,\n# two\n      2\n\n )|take 3",
      "claims\n| where a in (  # one\n  1,\n  # two\n  2\n)\n| take 3\n"
    ),
    ("claims | select a,\n      b", "claims\n| select a,\n  b\n"),
    (
      "expect empty(\nclaims\n| take 3), \"x\"",
      "expect empty(\n  claims\n  | take 3), \"x\"\n"
    ),
    ("claims\n   # at the end\n\n\n# more\n\n", "claims\n# at the end\n\n# more\n"),
    ("claims\n\n\n# of the next\nentities", "claims\n\n# of the next\nentities\n"),
  ]

  @Test(arguments: statements)
  func statement(before: String, after: String) {
    #expect(Self.formatted(before) == after)
    #expect(Self.formatted(after) == after)
  }

  static let records: [(before: String, after: String)] = [
    ("use   \"a.assay\"", "use \"a.assay\"\n"),
    ("link l @a supports @b{}", "link l @a supports @b {}\n"),
    ("link l @a supports @b{\n\n}", "link l @a supports @b {}\n"),
    ("link l @a supports @b", "link l @a supports @b\n"),
    (
      "source a{title \"x\";;kind news;}",
      "source a { title \"x\"; kind news }\n"
    ),
    (
      "source a {\ntitle \"x\"\n\n\n kind news;language \"en\"\n\n}",
      "source a {\n  title \"x\"\n\n  kind  news; language \"en\"\n}\n"
    ),
    (
      "entity p :place{ name \"P\"\npart  of @q,@r\n}",
      "entity p: place {\n  name    \"P\"\n  part of @q, @r\n}\n"
    ),
    // A column that stands further to the right than it has to stays there.
    (
      "claim a from @s {\n says    \"x\"\n fact    @a p @b=5 t\n}",
      "claim a from @s {\n  says    \"x\"\n  fact    @a p @b = 5 t\n}\n"
    ),
    (
      "question q \"?\" {\n answer yes \"a\"\n answer perhaps \"b\"\n many;changes\n}",
      "question q \"?\" {\n  answer yes     \"a\"\n  answer perhaps \"b\"\n  many; changes\n}\n"
    ),
    (
      "entity a: place { name \"A\" }\nentity bcd: person { name \"B\" }  # c\nentity é: group{name \"É\"}\n",
      """
      entity a: place    { name "A" }
      entity bcd: person { name "B" }  # c
      entity é: group    { name "É" }

      """
    ),
    // Rows of another kind, and rows further down, have columns of their own.
    (
      "entity a: place { name \"A\" }\nsource bcd { title \"B\" }\n\nsource e { title \"E\" }",
      "entity a: place { name \"A\" }\nsource bcd { title \"B\" }\n\nsource e { title \"E\" }\n"
    ),
    (
      "source a { # one\n# two\ntitle \"x\" # three\n\n# four\nkind news; # five\n\n# six\n}# seven",
      """
      source a {  # one
        # two
        title "x"  # three

        # four
        kind  news  # five

        # six
      }  # seven

      """
    ),
    (
      "source a { title \"\"\"x\r\n  y \"\"\"; kind news }",
      "source a {\n  title \"\"\"x\r\n  y \"\"\"\n  kind  news\n}\n"
    ),
  ]

  @Test(arguments: records)
  func record(before: String, after: String) {
    #expect(Self.formatted(before) == after)
    #expect(Self.formatted(after) == after)
  }

  /// What is too wide for its line: a query over 100 columns, a record over 120.
  @Test func widthIsThatOfTheScreen() {
    let wide = "claims | where a = \"" + String(repeating: "é", count: 69) + "\" | take 10"
    #expect(Self.formatted(wide) == wide + "\n")
    let wider = wide.replacing("take 10", with: "take 100")
    #expect(Self.formatted(wider) == wider.replacing(" | ", with: "\n| ") + "\n")
    let row = "source a { title \"" + String(repeating: "漢", count: 44) + "\"; kind wire }"
    #expect(Self.formatted(row) == row + "\n")
    #expect(Self.formatted(row.replacing("a {", with: "ab {")) != row)
    let whole = "expect 1 = 1, \"" + String(repeating: "x", count: 100) + "\""
    #expect(Self.formatted(whole) == whole + "\n")
  }

  @Test(arguments: ["claims | wher a", "source a { title \"x\"", "claims | where \"x", "'", "}"])
  func faultsKeepATextAsItIs(text: String) {
    #expect(Self.formatted(text) == nil)
    var parser = try? Parser(SourceText(name: "test", text), grammar: .sample)
    #expect(throws: Diagnostics.self) { _ = try parser?.program() }
  }

  static let pages: [(before: String, after: String)] = [
    ("# a\n\n  b  \n", "# a\n\n  b  \n"),
    ("```assay\nclaims|take 3\n```\n  x", "```assay\nclaims | take 3\n```\n  x"),
    ("```assay \nclaims|take 3", "```assay \nclaims | take 3\n"),
    ("```assay\n> claims|take 3\n```\n", "```assay\n> claims|take 3\n```\n"),
    ("```assay .\nclaims|take 3\n```\n", "```assay .\nclaims|take 3\n```\n"),
    ("```\n```assay\nclaims|take 3\n```\n", "```\n```assay\nclaims|take 3\n```\n"),
    ("- a\n  ```assay\n  claims|take 3\n  ```\n", "- a\n  ```assay\n  claims|take 3\n  ```\n"),
    ("```assay\n\n```\r\n```assay\n#x \n```", "```assay\n```\r\n```assay\n#x\n```"),
  ]

  @Test(arguments: pages)
  func page(before: String, after: String) throws {
    let formatted = try Self.formatter.formatMarkdown(SourceText(name: "", before))
    #expect(String(decoding: formatted, as: UTF8.self) == after)
  }

  @Test func faultsOfAPageStandWhereTheyAre() {
    let page = SourceText(name: "a.md", "é\n```assay\nclaims\n| wher a\n```\n```assay\nx y\n```\n")
    do throws(Diagnostics) {
      _ = try Self.formatter.formatMarkdown(page)
      Issue.record("no fault")
    } catch {
      #expect(error.all.map(\.code) == [.unknownStage, .unknownStatement])
      #expect(error.all.map { $0.span.map { page.text(at: $0) } } == ["wher", "x"])
      #expect(error.all.map { $0.excerpt?.line } == [4, 7])
    }
  }
}
