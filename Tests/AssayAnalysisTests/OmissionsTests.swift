import AssayAnalysis
import AssayModel
import Testing

@Suite struct OmissionsTests {
  typealias Claim = QuestionSample.Claim

  /// Claims, and who leaves out what: `source key carriers/others`.
  static let table: [(claims: [Claim], rows: [String])] = [
    ([], []),
    // Sources 1 and 2 carry the fact; 3 names its subject as an object.
    (
      [
        Claim(source: 1, fact: (7, 1, 8)), Claim(source: 2, fact: (7, 1, 9), isDenied: true),
        Claim(source: 3, fact: (5, 5, 7)),
      ], ["3 7-1-0 2/2"]
    ),
    // One carrier is not enough.
    ([Claim(source: 1, fact: (7, 1, 8)), Claim(source: 3, fact: (5, 5, 7))], []),
    // A question carries nothing, but covers its subject.
    (
      [
        Claim(source: 1, fact: (7, 1, 8)), Claim(source: 2, fact: (7, 1, 8)),
        Claim(source: 3, fact: (7, 1, 8), mode: .question),
      ], ["3 7-1-0 2/2"]
    ),
    // The object is part of what is asked only where the predicate takes a value.
    (
      [
        Claim(source: 1, fact: (7, 2, 8)), Claim(source: 2, fact: (7, 2, 8)),
        Claim(source: 3, fact: (7, 2, 9)),
      ], ["3 7-2-8 2/2"]
    ),
    // The inverse says the same.
    (
      [
        Claim(source: 1, fact: (7, 3, 8)), Claim(source: 2, fact: (7, 3, 8)),
        Claim(source: 3, fact: (8, 4, 7)), Claim(source: 4, fact: (7, 1, 0)),
      ], ["4 7-3-0 3/3"]
    ),
    // Who gives another answer is not silent; 4 covers the subject and is.
    (
      [
        Claim(source: 1, fact: (7, 0, 0), answers: [.yes(0)]), Claim(source: 2, answers: [.no(0)]),
        Claim(source: 3, answers: [.yes(1)]), Claim(source: 4, fact: (7, 1, 0)),
      ], ["4 answer 1.0 2/3"]
    ),
  ]

  @Test(arguments: table)
  func findsWhatIsLeftOut(claims: [Claim], rows: [String]) throws {
    #expect(try omissions(claims).rows.map(show) == rows)
  }

  @Test func ofSeveralAnswersEachCanBeLeftOut() throws {
    let claims = [
      Claim(source: 1, answers: [.yes(0)]), Claim(source: 2, answers: [.yes(0)]),
      Claim(source: 3, answers: [.yes(1)]),
    ]
    #expect(try omissions(claims, several: true).rows.map(show) == ["3 answer 1.0 2/2"])
  }

  @Test func largestShareComesFirstAndTheLimitIsTold() throws {
    let claims = [
      Claim(source: 1, fact: (7, 1, 0)), Claim(source: 2, fact: (7, 1, 0)),
      Claim(source: 3, fact: (7, 5, 0)), Claim(source: 4, fact: (7, 5, 0)),
      Claim(source: 1, fact: (7, 5, 0)),
    ]
    let all = try omissions(claims)
    #expect(all.rows.map(show) == ["2 7-5-0 3/3", "4 7-1-0 2/3", "3 7-1-0 2/3"])
    #expect(
      try !all.isCut && !omissions(claims, limit: 3).isCut && omissions(claims, limit: 2).isCut)
    #expect(try omissions(claims, limit: 2).rows == Array(all.rows.prefix(2)))
    #expect(try omissions(claims, of: 3).rows.map(show) == ["3 7-1-0 2/3"])
    #expect(try omissions(claims, limit: -1).rows.isEmpty && omissions(claims, of: 99).rows.isEmpty)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func agreesWithItselfOnRandomClaims(seed: UInt64) throws {
    let claims = QuestionSample.random(seed: seed, count: Int(seed) * 3)
    var draw = QuestionSample.Draw(state: seed)
    let all = try omissions(claims)
    let shuffled = try omissions(draw.shuffle(claims))
    #expect(all.rows.map(show).sorted() == shuffled.rows.map(show).sorted(), "seed \(seed)")
    for row in all.rows {
      #expect(row.carriers >= 2 && row.carriers <= row.others && row.share <= 1)
      #expect(claims[Int(row.example)].source != row.source)
    }
    for source: Int32 in [1, 2, 3, 4, 9, .max] {
      #expect(try omissions(claims, of: source).rows == all.rows.filter { $0.source == source })
    }
  }

  private func omissions(
    _ claims: [Claim], several: Bool = false, limit: Int = .max, of source: Int32? = nil
  ) throws -> Omissions {
    let sample = QuestionSample(claims, answers: [2, 3], several: several)
    return try Omissions(
      claims: sample.claims, sources: sample.sources, predicates: sample.predicates,
      questions: sample.questions, limit: limit, of: source)
  }

  private func show(_ row: Omissions.Row) -> String {
    let key =
      switch row.key {
      case .fact(let subject, let predicate, let object): "\(subject)-\(predicate)-\(object)"
      case .answer(let question, let answer): "answer \(question).\(answer)"
      }
    return "\(row.source) \(key) \(row.carriers)/\(row.others)"
  }
}
