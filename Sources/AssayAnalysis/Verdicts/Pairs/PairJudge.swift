import AssayModel

/// A verdict on two positions, and what decided it.
struct Judgement {
  var verdict: Verdict
  var deciding: DecidingField
  /// Whether it is a contradiction for which a date is missing.
  var isUndated = false
}

/// Gives two positions of a pair of contents their verdict: the first rule that applies.
///
/// That two which say the same may go back to one origin is not looked at here: they agree.
final class PairJudge {
  private let units: UnitTable
  private let containment: Containment

  init(_ evidence: Evidence) { (units, containment) = (evidence.units, evidence.containment) }

  /// - Parameter comparison: of the two contents; two currencies are brought to one here.
  @inline(__always)
  func judge(
    _ left: Position, _ right: Position, _ comparison: ContentComparison, _ key: KeyContext,
    _ contents: (left: Content, right: Content)
  ) -> Judgement {
    if left.isRetracted || right.isRetracted {
      return Judgement(verdict: .retracted, deciding: .link)
    }
    var comparison = comparison
    if comparison.relation == .needsRate {
      comparison = convert(left, contents.left, right, contents.right)
    }
    if comparison.relation == .unknown {
      return Judgement(verdict: .cannotCompare, deciding: comparison.field)
    }
    if left.mode != right.mode || left.mode == .question {
      if left.mode.rawValue >= Mode.opinion.rawValue || right.mode.rawValue >= Mode.opinion.rawValue
      {
        return Judgement(verdict: .cannotCompare, deciding: .mode)
      }
    }
    let isUndated = key.changes && !(left.isDated && right.isDated)
    if key.changes, !isUndated, left.last < right.first || right.last < left.first {
      return Judgement(verdict: .differsInTime, deciding: .when)
    }
    let arePlaced = left.place != right.place && left.place > 0 && right.place > 0
    if arePlaced, areApart(left.place, right.place) {
      return Judgement(verdict: .differsInPlace, deciding: .place)
    }
    if left.scope != right.scope { return Judgement(verdict: .differsInScope, deciding: .scope) }
    if left.mode != right.mode, left.mode == .plan || right.mode == .plan {
      return Judgement(verdict: .planAndFact, deciding: .mode)
    }
    switch comparison.relation {
    case .same: return Judgement(verdict: .agrees, deciding: comparison.field)
    case .inside: return Judgement(verdict: .refines, deciding: comparison.field)
    case .compatible: return Judgement(verdict: .compatible, deciding: comparison.field)
    case .several: return Judgement(verdict: .manyValued, deciding: .cardinality)
    case .unknown, .needsRate:
      return Judgement(verdict: .cannotCompare, deciding: comparison.field)
    case .apart:
      if arePlaced, isPartOfTotal(left, right, contents) {
        return Judgement(verdict: .compatible, deciding: .place)
      }
      return Judgement(verdict: .contradicts, deciding: comparison.field, isUndated: isUndated)
    }
  }

  @inline(never)
  private func areApart(_ left: Int32, _ right: Int32) -> Bool {
    !containment.contains(left, right) && !containment.contains(right, left)
  }

  /// Whether two amounts can be a total and a part of it: the place of the greater one contains the
  /// place of the other.
  @inline(never)
  private func isPartOfTotal(
    _ left: Position, _ right: Position, _ contents: (left: Content, right: Content)
  ) -> Bool {
    guard let first = contents.left.figure, let second = contents.right.figure,
      !contents.left.isDenied, !contents.right.isDenied
    else { return false }
    return containment.contains(left.place, right.place)
      ? first.low > second.high : second.low > first.high
  }

  /// The comparison of two currencies by a rate of the days that both speak of; `unknown` without
  /// one.
  @inline(never)
  private func convert(
    _ left: Position, _ leftContent: Content, _ right: Position, _ rightContent: Content
  ) -> ContentComparison {
    guard left.isDated, right.isDated, let first = leftContent.figure,
      let second = rightContent.figure,
      let rate = units.rate(
        first.unit, second.unit, first: max(left.first, right.first),
        last: min(left.last, right.last))
    else { return ContentComparison(relation: .unknown, field: .unit) }
    let comparison = FigureComparer(units: units).compare(first, second, rate: rate)
    guard leftContent.isDenied || rightContent.isDenied else { return comparison }
    if leftContent.isDenied, rightContent.isDenied {
      // That it is neither of two is no disagreement.
      return comparison.relation == .apart
        ? ContentComparison(relation: .compatible, field: .denied) : comparison
    }
    // Of a denial in another currency only a clear opposite is told.
    return comparison.relation == .same
      ? ContentComparison(relation: .apart, field: .denied)
      : ContentComparison(relation: .compatible, field: .denied)
  }
}
