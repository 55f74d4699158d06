import AssayAnalysis
import AssayModel
import Testing

@Suite struct StanceMatrixTests {
  typealias Claim = QuestionSample.Claim

  /// What source 1 claims of answer 0 of question 1, and the word of the cell.
  static let table: [(claims: [Claim], word: String)] = [
    ([Claim(source: 1, answers: [.yes(0)])], "asserts"),
    ([Claim(source: 1, answers: [.yes(0)], mode: .estimate)], "asserts"),
    ([Claim(source: 1, answers: [.yes(0)], mode: .opinion)], "opines"),
    ([Claim(source: 1, answers: [.yes(0)], isHedged: true)], "hedges"),
    ([Claim(source: 1, answers: [.yes(0)], isHedged: true, speaker: 9)], "reports"),
    ([Claim(source: 1, answers: [.yes(0)], mode: .plan, speaker: 9)], "plans"),
    ([Claim(source: 1, answers: [.no(0)])], "denies"),
    ([Claim(source: 1, answers: [.no(0)], speaker: 9)], "denies, reported"),
    ([Claim(source: 1, answers: [.yes(0), .no(0)])], "both"),
    (
      [Claim(source: 1, answers: [.yes(0)]), Claim(source: 1, answers: [.yes(0)], speaker: 9)],
      "asserts"
    ),
    (
      [Claim(source: 1, answers: [.yes(0)]), Claim(source: 1, answers: [.no(0)], speaker: 9)],
      "both, reported"
    ),
    ([Claim(source: 1, answers: [.yes(1)])], "silent"),
    ([Claim(source: 1, answers: [.yes(0)], mode: .question)], "silent"),
    ([Claim(source: 1, fact: (7, 1, 8))], "not covered"),
    (
      [Claim(source: 1, fact: (7, 1, 8)), Claim(source: 2, fact: (7, 2, 0), answers: [.no(1)])],
      "silent"
    ),
    (
      [Claim(source: 1, fact: (7, 1, 8)), Claim(source: 2, fact: (8, 2, 0), answers: [.no(1)])],
      "silent"
    ),
    // A shared predicate or object alone is no shared subject.
    (
      [Claim(source: 1, fact: (7, 1, 8)), Claim(source: 2, fact: (9, 1, 8), answers: [.no(1)])],
      "not covered"
    ),
    (
      [
        Claim(source: 1, fact: (7, 1, 8)),
        Claim(source: 2, fact: (7, 1, 8), answers: [.no(1)], mode: .question),
      ], "not covered"
    ),
  ]

  @Test(arguments: table)
  func cellHasItsWord(claims: [Claim], word: String) throws {
    let sample = QuestionSample(claims)
    let matrix = try StanceMatrix(
      of: [1], claims: sample.claims, sources: sample.sources, questions: sample.questions,
      among: [1])
    #expect(matrix.cell(row: 0, column: 0).word == word)
    #expect(StanceSet.words.contains(word))
  }

  @Test func rowsAreInTheOrderOfIDsAndCellsHaveTheirClaims() throws {
    let sample = QuestionSample([
      Claim(source: 1, answers: [.yes(1)]), Claim(source: 3, answers: [.yes(0), .yes(0)]),
      Claim(source: 1, answers: [.no(1), .yes(0, of: 2)]),
    ])
    let matrix = try StanceMatrix(
      of: [1, 1, 2, 99], claims: sample.claims, sources: sample.sources,
      questions: sample.questions)
    #expect(matrix.sources == [3, 1])
    #expect(matrix.columns.map(\.answer) == [0, 1])
    #expect(matrix.cell(row: 0, column: 0).claims == [1])
    #expect(matrix.cell(row: 1, column: 1).claims == [0, 2])
    #expect(matrix.cell(row: 5, column: 5).word == "not covered")
  }

  @Test func wordsAreUnique() { #expect(Set(StanceSet.words).count == StanceSet.words.count) }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func wordsDoNotDependOnTheOrderOfClaims(seed: UInt64) throws {
    let claims = QuestionSample.random(seed: seed, count: Int(seed) * 2)
    var draw = QuestionSample.Draw(state: seed)
    #expect(try words(of: claims) == words(of: draw.shuffle(claims)), "seed \(seed)")
  }

  private func words(of claims: [Claim]) throws -> [String] {
    let sample = QuestionSample(claims, answers: [2, 3])
    let matrix = try StanceMatrix(
      of: [1, 2, .max, -1], claims: sample.claims, sources: sample.sources,
      questions: sample.questions)
    return matrix.sources.indices.flatMap { row in
      matrix.columns.indices.map {
        "\(matrix.sources[row]) \(matrix.cell(row: row, column: $0).word)"
      }
    }
  }
}
