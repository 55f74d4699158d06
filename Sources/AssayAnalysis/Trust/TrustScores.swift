import AssayModel
import Glibc

/// What a model makes of votes: a score for each value, a trust for each source.
///
/// All numbers are finite. A value that nobody gives has score 0, a source that says nothing has
/// trust 0; both take part in nothing else.
package struct TrustScores: Sendable {
  /// The model that gave the numbers.
  package let model: TrustModel
  /// The score of each value under the model, no unit.
  ///
  /// Comparable within an item. For majority, CRH and copy-aware in 0...1, at most 1 for an item
  /// in total (CRH on figures: each at most 1). For sums, average-log and both investments in
  /// 0...1 with 1 for the greatest of all values, or 0 for all when no trust is left (average-log:
  /// each source gives one value). For TruthFinder in 0.5...1.
  package let scores: [Double]
  /// The trust of each source under the model, no unit.
  ///
  /// For majority 1. For sums, average-log and both investments in 0...1 with 1 for the greatest.
  /// For TruthFinder the mean score of its values, in 0.5...1. For CRH a weight, 0 or more and
  /// below 40. For copy-aware the chance that what it says is so, in 0.01...0.99.
  package let trust: [Double]
  /// Which part of a source's votes is its own and not copied, in 0...1; empty for all models but
  /// copy-aware.
  package let independence: [Double]
  /// What winners are found by, in the order of values, where scores are too coarse: for
  /// TruthFinder the logarithm of a score's odds; empty for all other models.
  let ranks: [Double]
  /// How many rounds were gone.
  package let rounds: Int
  /// Whether the last round changed next to nothing.
  package let hasConverged: Bool
}

extension Votes {
  /// The scores of the values and the trust of the sources under a model.
  ///
  /// Votes with a ``refusal`` are scored as well, finite and without meaning.
  /// - Parameter rounds: how many rounds to go, whether or not the model comes to rest, in
  ///   1...1000; `nil` leaves it to the model.
  /// - Complexity: O(votes + values + sources) a round. Copy-aware adds the pairs of sources that
  ///   give one value, at most 8 × votes + 2²⁰ of them, see ``SourcePairs``; of as much is the room.
  /// - SeeAlso: ``TrustModel/paper``.
  package func scores(
    under model: TrustModel, rounds: Int? = nil, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> TrustScores {
    try Contest(self, monitor).scores(under: model, rounds: rounds, monitor)
  }
}

extension Contest {
  /// The scores of all values, those that stand alone among them.
  func scores(
    under model: TrustModel, rounds: Int? = nil, _ monitor: WorkMonitor
  ) throws(Cancelled) -> TrustScores {
    let course = Course(
      limit: min(max(rounds ?? model.roundLimit, 1), 1000), isFixed: rounds != nil,
      monitor: monitor)
    let outcome =
      switch model {
      case .majority: majority()
      case .sums: try sums(course) { _ in 1 }
      case .averageLog:
        // A source with one value gets the logarithm of 1: no trust at all.
        try sums(course) { $0 > 0 ? log($0) / $0 : 0 }
      case .investment: try investment(course)
      case .pooledInvestment: try pooledInvestment(course)
      case .truthFinder: try truthFinder(course)
      case .crh: try crh(course)
      case .copyAware: try copyAware(course)
      }
    try monitor.check()
    return TrustScores(
      model: model, scores: spread(outcome.scores, lone: outcome.loneScores), trust: outcome.trust,
      independence: outcome.independence,
      ranks: outcome.ranks.isEmpty && outcome.loneRanks.isEmpty
        ? [] : spread(outcome.ranks, lone: outcome.loneRanks),
      rounds: outcome.rounds, hasConverged: outcome.hasConverged)
  }
}

/// How many rounds to go.
struct Course {
  let limit: Int
  /// Whether to go on to the limit although nothing changes any more.
  let isFixed: Bool
  /// What the rounds look at.
  let monitor: WorkMonitor

  /// Whether the rounds end after this one.
  func ends(after round: Int, hasConverged: Bool) -> Bool {
    round >= limit || hasConverged && !isFixed
  }
}

/// What a model makes of votes, the scores in the order of slots; of a vote that stands alone by its
/// source.
struct SlotOutcome {
  var scores: [Double]
  var loneScores: [Double]
  var trust: [Double]
  var independence: [Double] = []
  var ranks: [Double] = []
  var loneRanks: [Double] = []
  var rounds = 1
  var hasConverged = true
}
