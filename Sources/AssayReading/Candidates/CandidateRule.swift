import AssayText

/// What makes a sentence a candidate: points for its cues, and what rules it out.
///
/// The one table of weights; `help candidates` shows it.
package enum CandidateRule {
  /// From how many points on a sentence is a candidate.
  package static let least = 3

  /// What a cue of each kind gives: the first of its kind, a weak first one, and the second.
  ///
  /// Weak are a figure without a unit, a relative date, a name that several entities have, an
  /// unknown name of one word at the beginning, and a pronoun for a speaker. A third cue of a kind
  /// gives nothing.
  package static let points: [(kind: Cue.Kind, first: Int, weak: Int, second: Int)] = [
    (.figure, 3, 1, 0), (.date, 3, 2, 0), (.place, 2, 1, 1), (.entity, 2, 1, 1), (.name, 2, 1, 1),
    (.speaker, 3, 1, 0), (.hedge, 1, 1, 0), (.estimate, 1, 1, 0), (.denial, 1, 1, 0),
    (.plan, 1, 1, 0), (.opinion, -2, -2, 0),
  ]

  /// What keeps a sentence from being a candidate, whatever its cues are.
  package enum Objection: String, CaseIterable, Sendable {
    case question, heading, boilerplate
    case firstPerson = "first person"
    case fragment
  }

  /// The points of a sentence.
  package static func score(_ cues: some Sequence<Cue>) -> Int {
    var counts = [Int](repeating: 0, count: points.count)
    var hasStrong = [Bool](repeating: false, count: points.count)
    for cue in cues {
      guard let row = points.firstIndex(where: { $0.kind == cue.kind }) else { continue }
      counts[row] += 1
      if !cue.isWeak { hasStrong[row] = true }
    }
    return points.indices.reduce(0) { sum, row in
      guard counts[row] > 0 else { return sum }
      return sum + (hasStrong[row] ? points[row].first : points[row].weak)
        + (counts[row] > 1 ? points[row].second : 0)
    }
  }

  /// The mode that the cues of a sentence propose.
  package static func mode(_ cues: some Sequence<Cue>, isQuestion: Bool) -> String {
    if isQuestion { return "question" }
    let kinds = Set(cues.map(\.kind))
    if kinds.contains(.opinion) { return "opinion" }
    if kinds.contains(.plan) { return "plan" }
    return kinds.contains(.estimate) ? "estimate" : "fact"
  }
}
