/// How much a claim weighs as evidence: the one place of its rule and of its numbers.
///
/// The Admiralty grades of the claim (credibility, 1 to 6) and of its source (reliability, A to F)
/// each weigh 1, 0.8, 0.6, 0.4 or 0.2, from the best to the worst. The last grade of each scale says
/// that it cannot be judged; it and a missing grade weigh as the middle one, 0.6. The weight is the
/// product of the two, halved once if the claim is hedged, or its mode is `opinion` or `plan`; an
/// estimate is not halved. A claim of mode `question` weighs nothing.
///
/// Kept as a whole number of fiftieths, so that sums have no rounding and ties are ties.
///
/// - SeeAlso: the scales: NATO, AJP-2.1 (2016), annex on grading. The numbers and the halving are a
///   convention of this program: the scales only order.
package struct EvidenceWeight: Hashable, Sendable {
  /// From 0 to 50.
  package let fiftieths: Int

  /// The best grade, in fifths; each grade below weighs one less.
  package static let bestGrade = 5
  /// What a grade weighs that is missing or says that it cannot be judged, in fifths.
  package static let unjudged = 3
  /// By how much a claim weighs less that is hedged, an opinion or a plan.
  package static let tentativeDivisor = 2

  /// - Parameters:
  ///   - credibility: 1 to 6; anything else is no grade.
  ///   - reliability: 0 for A to 5 for F; anything else is no grade.
  package init(credibility: Int8, reliability: Int8, mode: Mode, isHedged: Bool) {
    let grades = Self.fifths(grade: Int(credibility) - 1) * Self.fifths(grade: Int(reliability))
    switch mode {
    case .question: fiftieths = 0
    case .opinion, .plan: fiftieths = grades * 2 / Self.tentativeDivisor
    case .fact, .estimate: fiftieths = isHedged ? grades * 2 / Self.tentativeDivisor : grades * 2
    }
  }

  /// The weight of fiftieths as a number; for one claim from 0 to 1.
  package static func number(_ fiftieths: Int) -> Double { Double(fiftieths) / 50 }

  private static func fifths(grade: Int) -> Int {
    (0..<bestGrade).contains(grade) ? bestGrade - grade : unjudged
  }
}
