import AssayShell
import Testing

@Suite struct CompletenessTests {
  /// Texts that Return sends off.
  @Test(arguments: [
    "", "claims", "claims | take 3", "claims | where says = \"(\"", "claims | where (mode = plan)",
    "claims # (", "claims)", "claims | where says = \"abc", "let x = claims", "a\nb", "\n",
    "entity a: place { name \"A\" }", "claims | where says = \"\"\"a\nb\"\"\"", "| take 3",
    "claims | where x in (1,\n2)", "@", "\"", "]]]", "claims | count\n\n", "claims ;",
  ])
  func isWhole(text: String) { #expect(Completeness.isWhole(text)) }

  /// Texts that go on in the next line.
  @Test(arguments: [
    "claims |", "claims | where (", "claims | where x in (1, 2", "let x =", "claims | select id,",
    "entity a: place {", "claims | where says = \"\"\"abc", "claims |  # and then", "claims |\n",
    "claims | where [", "(claims", "claims\n|", "claims | where (mode = plan\n\n",
  ])
  func goesOn(text: String) { #expect(!Completeness.isWhole(text)) }
}
