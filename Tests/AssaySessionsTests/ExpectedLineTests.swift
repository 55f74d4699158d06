import AssaySessions
import Testing

/// What the lines below a statement stand for.
@Suite struct ExpectedLineTests {
  /// Lines as they are written down, lines that come, and whether those are meant.
  static let table: [(written: [String], lines: [String], fits: Bool)] = [
    (["a"], ["a"], true), (["a"], ["b"], false), (["a"], [], false), ([], ["a"], false),
    ([], [], true), (["a", "b"], ["a", "b"], true), (["a", "b"], ["b", "a"], false),
    (["é"], ["e\u{301}"], false),
    (["a* (glob)"], ["abc"], true), (["a* (glob)"], ["bc"], false), (["a?c (glob)"], ["abc"], true),
    (["a?c (glob)"], ["ac"], false), (["*b*c (glob)"], ["abbcbc"], true),
    (["*b*d (glob)"], ["abbcbc"], false), (["?é (glob)"], ["ää"], false),
    (["?ä (glob)"], ["éä"], true),
    (["[0-9]+ ms (regex)"], ["12 ms"], true), (["[0-9]+ ms (regex)"], ["x 12 ms"], false),
    (["[ (regex)"], ["["], false),
    (["* (glob*)"], [], true), (["* (glob*)"], ["a", "b"], true), (["* (glob+)"], [], false),
    (["a (glob+)", "a"], ["a", "a", "a"], true), (["a (glob+)", "b"], ["a", "a"], false),
    (["a (glob?)", "b"], ["b"], true), (["a (glob?)", "b"], ["a", "a", "b"], false),
    (["* (glob*)", "end"], ["a", "end", "end"], true),
    (["x (glob) (equal)"], ["x (glob)"], true), (["x (glob) (equal)"], ["x"], false),
    (["\\> x"], ["> x"], true), (["\\\\x"], ["\\x"], true), (["(glob)"], ["(glob)"], true),
    (["x (other)"], ["x (other)"], true),
  ]

  @Test(arguments: table.indices)
  func fits(index: Int) {
    let (written, lines, fits) = Self.table[index]
    #expect(written.map { ExpectedLine($0) }.fit(lines) == fits)
  }

  /// What is written down of a line stands for that line and no other.
  @Test(arguments: [
    "", "a", "> a", ">", ". a", ".", "\\", "\\> a", "```", "~~~", "a (glob)", "a (regex*)",
    "a (equal)", "> a (glob)", "a \\", "(glob)", " (glob)", "a (glob) ",
  ])
  func written(line: String) {
    for isFirst in [true, false] {
      let written = ExpectedLine.written(line, isFirst: isFirst)
      #expect(ExpectedLine(written).fits(line))
      #expect(!ExpectedLine(written).fits(line + "x"))
      #expect(!written.hasPrefix("> ") && !written.hasPrefix("```"))
      #expect(!isFirst || !written.hasPrefix(". ") && written != ".")
    }
  }
}
