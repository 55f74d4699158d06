import AssaySessions
import Testing

/// Which results are the answer.
@Suite struct AnswerJudgeTests {
  private static func rows(_ columns: String, _ rows: String...) -> ResultRows {
    ResultRows(
      columns: columns.split(separator: " ").map(String.init),
      rows: rows.map { $0.split(separator: " ").map { $0 == "-" ? nil : String($0) } })
  }

  static let answer = rows("source count", "a 2", "b 1", "c 1")

  /// Results, the rules, and what they are held against ``answer``.
  static let table: [(given: ResultRows, rules: AnswerRules, is: AnswerJudge.Judgement)] = [
    (answer, [], .right), (answer, [.ordered, .named, .exact], .right),
    (rows("source n", "c 1", "a 2", "b 1"), [], .right),
    (rows("n who", "1 c", "2 a", "1 b"), [], .right),
    (rows("source count kind", "a 2 x", "b 1 x", "c 1 y"), [], .right),
    (rows("source count kind", "a 2 x", "b 1 x", "c 1 y"), .exact, .furtherColumns),
    (rows("source count", "b 1", "a 2", "c 1"), .ordered, .otherOrder),
    (rows("count source", "2 a", "1 b", "1 c"), .ordered, .right),
    (rows("source n", "a 2", "b 1", "c 1"), .named, .otherNames(["source", "count"])),
    (rows("count source", "2 a", "1 b", "1 c"), .named, .right),
    (rows("source count", "a 2", "b 1"), [], .otherCount(answer: 3, given: 2)),
    (rows("source", "a", "b", "c"), [], .lacking(["count"])),
    (rows("source", "x", "y", "z"), [], .otherCells),
    // Each column has the right cells, but they stand in other rows.
    (rows("source count", "a 1", "b 2", "c 1"), [], .otherCells),
    (rows("source count", "a 2", "b 1", "b 1"), [], .lacking(["source"])),
    (rows("source count", "a 2", "b 1", "c -"), [], .lacking(["count"])),
    (rows("source count", "a 2", "b 1", "c 01"), [], .lacking(["count"])),
  ]

  @Test(arguments: table.indices)
  func judges(index: Int) {
    let (given, rules, judgement) = Self.table[index]
    #expect(AnswerJudge.judge(given, by: Self.answer, rules) == judgement)
  }

  /// Columns with the same cells are told apart by their rows.
  @Test func columnsWithTheSameCells() {
    let answer = Self.rows("a b c", "1 2 3", "2 3 1", "3 1 2")
    #expect(
      AnswerJudge.judge(Self.rows("c a b", "3 1 2", "1 2 3", "2 3 1"), by: answer, []) == .right)
    #expect(
      AnswerJudge.judge(Self.rows("a b c", "1 2 3", "2 1 3", "3 3 1"), by: answer, [])
        == .otherCells)
  }

  /// A missing cell is neither an empty text nor a dash.
  @Test func missingCells() {
    let missing = ResultRows(columns: ["a"], rows: [[nil]])
    for text in ["", "-"] {
      let given = ResultRows(columns: ["a"], rows: [[text]])
      #expect(AnswerJudge.judge(given, by: missing, []) == .otherCells)
    }
    #expect(AnswerJudge.judge(missing, by: missing, []) == .right)
  }

  /// Many columns that are alike do not take for ever.
  @Test func manyColumnsThatAreAlike() {
    let columns = (0..<40).map { "c\($0)" }
    let row: (String, String) -> [String?] = { first, second in
      columns.indices.map { $0 < 20 ? first : second }
    }
    let given = ResultRows(columns: columns, rows: [row("0", "0"), row("1", "1"), row("1", "1")])
    let answer = ResultRows(columns: columns, rows: [row("0", "1"), row("1", "0"), row("1", "1")])
    #expect(AnswerJudge.judge(given, by: answer, []) == .otherCells)
  }
}
