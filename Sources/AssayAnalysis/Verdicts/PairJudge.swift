import AssayModel

/// A verdict on two positions, and what decided it.
struct Judgement {
  var verdict: Verdict
  var deciding: DecidingField
  var isUndated = false
  var gap = Double.nan
  var days = Double.nan
}

/// Gives two positions of a pair of contents their verdict: the first rule that applies.
///
/// That two which say the same may go back to one origin is not looked at here: they agree.
struct PairJudge {
  private let claims: ClaimTable
  private let units: UnitTable
  private let containment: Containment
  private let comparer: ContentComparer
  private let comparison: ContentComparison
  private let key: KeyContext

  init(
    _ evidence: Evidence, _ comparer: ContentComparer, _ comparison: ContentComparison,
    _ key: KeyContext
  ) {
    (claims, units) = (evidence.claims, evidence.units)
    containment = evidence.containment
    (self.comparer, self.comparison, self.key) = (comparer, comparison, key)
  }

  @inline(__always)
  func judge(
    _ left: Position, _ leftContent: Content, _ right: Position, _ rightContent: Content
  ) -> Judgement {
    func verdict(_ verdict: Verdict, _ field: DecidingField) -> Judgement {
      Judgement(verdict: verdict, deciding: field)
    }
    if left.isRetracted || right.isRetracted { return verdict(.retracted, .link) }
    if comparison.relation == .unknown { return verdict(.cannotCompare, comparison.field) }
    if left.mode != right.mode || left.mode == .question {
      if left.mode == .question || right.mode == .question || left.mode == .opinion
        || right.mode == .opinion
      {
        return verdict(.cannotCompare, .mode)
      }
    }
    let isUndated = key.changes && !(left.isDated && right.isDated)
    if key.changes, !isUndated, left.last < right.first || right.last < left.first {
      return verdict(.differsInTime, .when)
    }
    if left.place != right.place, left.place > 0, right.place > 0,
      !containment.contains(left.place, right.place),
      !containment.contains(right.place, left.place)
    {
      return verdict(.differsInPlace, .place)
    }
    if left.scope != right.scope { return verdict(.differsInScope, .scope) }
    if left.mode != right.mode, left.mode == .plan || right.mode == .plan {
      return verdict(.planAndFact, .mode)
    }
    var compared = comparison
    if compared.relation == .needsRate {
      guard let converted = convert(left, leftContent, right, rightContent) else {
        return verdict(.cannotCompare, .unit)
      }
      compared = converted
    }
    var judgement = Self.verdict(of: compared)
    judgement.isUndated = isUndated && judgement.verdict == .contradicts
    return judgement
  }

  private static func verdict(of comparison: ContentComparison) -> Judgement {
    let verdict: Verdict =
      switch comparison.relation {
      case .same: .agrees
      case .inside: .refines
      case .compatible: .compatible
      case .apart: .contradicts
      case .several: .manyValued
      case .unknown, .needsRate: .cannotCompare
      }
    return Judgement(
      verdict: verdict, deciding: comparison.field, gap: comparison.gap, days: comparison.days)
  }

  /// The comparison of two currencies by a rate of the days that both speak of.
  private func convert(
    _ left: Position, _ leftContent: Content, _ right: Position, _ rightContent: Content
  ) -> ContentComparison? {
    guard left.isDated, right.isDated, let first = leftContent.figure,
      let second = rightContent.figure,
      let rate = units.rate(
        first.unit, second.unit, first: max(left.first, right.first),
        last: min(left.last, right.last))
    else { return nil }
    let comparison = FigureComparer(units: units).compare(first, second, rate: rate)
    if leftContent.isDenied == rightContent.isDenied { return comparison }
    // Of a denial in another currency only a clear opposite is told.
    return comparison.relation == .same
      ? ContentComparison(relation: .apart, field: .denied)
      : ContentComparison(relation: .compatible, field: .denied)
  }
}
