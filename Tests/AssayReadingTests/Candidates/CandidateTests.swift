import AssayReading
import AssayText
import Testing

/// Which sentences are candidates, and what keeps the others from being some.
@Suite struct CandidateTests {
  static let claims: [(text: String, reasons: [String], mode: String)] = [
    ("The bridge cost 9000 pounds.", ["figure"], "fact"),
    ("It was opened on 7 October 2012.", ["date"], "fact"),
    ("The mayor said that it was over.", ["speaker"], "fact"),
    ("Critics say the bridge will fall.", ["speaker", "plan"], "plan"),
    ("The town of Norton sold it to Weston Bridges.", ["name"], "fact"),
    ("The town of Norton never had a bridge.", ["name", "denial"], "fact"),
    ("Officials estimate that 300 people died.", ["figure", "speaker", "estimate"], "estimate"),
    (
      "The council of Norton should close the 9 mile road.", ["figure", "name", "opinion"],
      "opinion"
    ),
  ]

  static let others: [(text: String, objections: [CandidateRule.Objection])] = [
    ("Did the bridge cost 9000 pounds?", [.question]),
    ("Bridges of Norton and Weston in 1912", [.heading]),
    ("The Bridge That Cost 9000 Pounds", [.heading]),
    ("Click here to read more about the 9000 pounds.", [.boilerplate]),
    ("We saw the bridge on 7 October 2012.", [.firstPerson]),
    ("9000 pounds.", [.fragment]),
    ("The men came home.", []),
    ("It may rain again.", []),
  ]

  @Test(arguments: claims)
  func lookLikeClaims(text: String, reasons: [String], mode: String) {
    let candidate = CueTests.reading(of: Array(text.utf8), "en").candidate
    #expect(candidate.isClaim)
    #expect(
      candidate.reasons.map(\.rawValue).filter { $0 != "name" || reasons.contains($0) } == reasons)
    #expect(candidate.mode == mode)
  }

  @Test(arguments: others)
  func lookLikeNone(text: String, objections: [CandidateRule.Objection]) {
    let candidate = CueTests.reading(of: Array(text.utf8), "en").candidate
    #expect(!candidate.isClaim)
    #expect(candidate.objections == objections)
  }

  /// A quotation in the first person is what somebody says.
  @Test func aQuotationMayBeInTheFirstPerson() {
    let text = "“We paid 9000 pounds,” said the mayor."
    #expect(CueTests.reading(of: Array(text.utf8), "en").candidate.isClaim)
  }

  @Test func everyKindHasItsPoints() {
    #expect(CandidateRule.points.map(\.kind) == Cue.Kind.allCases)
  }

  /// A second name counts for less than the first, a third for nothing.
  @Test func pointsAreCounted() {
    func cues(_ count: Int) -> [Cue] { (0..<count).map { Cue(.entity, at: Span($0, $0 + 1)) } }
    #expect((0...3).map { CandidateRule.score(cues($0)) } == [0, 2, 3, 3])
    #expect(CandidateRule.score([Cue(.speaker, at: Span(0, 1), isWeak: true)]) == 1)
  }
}
