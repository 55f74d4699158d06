/// Why votes say nothing about how far their sources are to be trusted.
///
/// The reasons are asked in the order of the cases; the first that applies is given.
package enum WeighRefusal: String, CaseIterable, Sendable {
  /// There is no vote at all.
  case noVotes
  /// All votes are of one source.
  case oneSource
  /// There are two sources or more, but no item that two of them speak of.
  case noOverlap
  /// Two sources speak of one item, but no item has two values that somebody gives: nothing is
  /// disputed.
  case oneValuePerItem
  /// Something is disputed, but each source gives one value only, so that nothing said elsewhere
  /// speaks for or against it.
  case eachSourceSaysOneThing

  /// The reason in words, lower case, without a full stop.
  package var summary: String {
    switch self {
    case .noVotes: "there is nothing to weigh"
    case .oneSource: "only one source says anything"
    case .noOverlap: "no two sources speak of one thing"
    case .oneValuePerItem: "nothing is disputed"
    case .eachSourceSaysOneThing: "each source says one thing only"
    }
  }
}

extension Votes {
  /// Why these votes are not to be weighed, or `nil` when they can be.
  ///
  /// The models give finite scores of refused votes too; they only mean nothing.
  /// - Complexity: O(votes + values + sources).
  package var refusal: WeighRefusal? {
    if voters.isEmpty { return .noVotes }
    let speaking = claimCounts.count { $0 > 0 }
    if speaking == 1 { return .oneSource }
    let items = 0..<itemCount
    if !items.contains(where: hasTwoSources) { return .noOverlap }
    if !items.contains(where: { slots(of: $0).count(where: isSpoken) > 1 }) {
      return .oneValuePerItem
    }
    return count == speaking ? .eachSourceSaysOneThing : nil
  }

  private func hasTwoSources(_ item: Int) -> Bool {
    let slots = slots(of: item)
    let voters = voters[Int(voterStarts[slots.lowerBound])..<Int(voterStarts[slots.upperBound])]
    guard let first = voters.first else { return false }
    return voters.contains { $0 != first }
  }
}
