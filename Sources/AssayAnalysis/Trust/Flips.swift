import AssayModel

/// A change of an item's winners under a model when one source is left out.
package struct Flip: Hashable, Sendable {
  /// The source that is left out.
  package let source: Int32
  /// The model under which the winners change.
  package let model: TrustModel
  /// The item whose winners change.
  package let item: Int32
  /// The winners with the source, ascending; several for a tie.
  package let before: [Int32]
  /// The winners without the source, ascending; never empty.
  package let after: [Int32]
}

extension Votes {
  /// Which source changes which winners by being left out, under which models.
  ///
  /// A tie that is made or broken is a change. Items that only the left out source speaks of are
  /// not named: nothing is left to win there.
  /// - Parameters:
  ///   - models: the models to ask; one given twice counts once.
  ///   - monitor: looked at within each run of a model.
  /// - Returns: the flips by source, then by model in the order of `models`, then by item.
  /// - Complexity: majority costs O(votes + values) in total for single-valued sources, that is
  ///   the items of each source once. Each other model is run anew for each source that speaks:
  ///   O(speaking sources × one run), a run being what ``scores(under:rounds:)`` costs. Room: the
  ///   winners of each model, and one run.
  package func flips(
    under models: [TrustModel] = TrustModel.allCases, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> [Flip] {
    try monitor.enter(.weighing, of: models.count)
    var asked: [(model: TrustModel, winners: Winners)] = []
    for model in models where !asked.contains(where: { $0.model == model }) {
      asked.append((model, try winners(by: scores(under: model, monitor), monitor)))
      try monitor.advance(by: 1)
    }
    let needsRuns = asked.contains { $0.model != .majority }
    let itemsOfSource = asked.contains { $0.model == .majority } ? try disputedItems(monitor) : nil
    try monitor.enter(.leavingOut, of: claimCounts.count { $0 > 0 })
    var flips: [Flip] = []
    for source in 0..<sourceCount where claimCounts[source] > 0 {
      try monitor.advance(by: 1)
      let rest = needsRuns ? try without(source, monitor) : self
      for (model, winners) in asked {
        if model == .majority {
          try appendMajorityFlips(source, itemsOfSource, winners, to: &flips, monitor)
          continue
        }
        let after = try rest.winners(by: rest.scores(under: model, monitor), monitor)
        for item in 0..<itemCount {
          try monitor.check(at: item)
          appendFlip(source, item, winners, after: after[item], to: &flips)
        }
      }
    }
    return flips
  }

  /// The items with two values or more that each source speaks of, ascending.
  private func disputedItems(_ monitor: WorkMonitor) throws(Cancelled) -> [[Int32]] {
    var items = [[Int32]](repeating: [], count: sourceCount)
    for item in 0..<itemCount {
      try monitor.check(at: item)
      guard slots(of: item).count(where: isSpoken) > 1 else { continue }
      for slot in slots(of: item) {
        for voter in voters(in: slot) where items[Int(voter)].last != Int32(item) {
          items[Int(voter)].append(Int32(item))
        }
      }
    }
    return items
  }

  /// The flips under majority: only items that the source speaks of can change.
  private func appendMajorityFlips(
    _ source: Int, _ items: [[Int32]]?, _ winners: Winners, to flips: inout [Flip],
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    guard let items else { return }
    for (place, item) in items[source].enumerated() {
      if place > 0 { try monitor.check(at: place) }
      var (after, greatest): ([Int32], Int) = ([], 1)
      for slot in slots(of: Int(item)) {
        let votes = voters(in: slot).count { Int($0) != source }
        if votes > greatest { (after, greatest) = ([], votes) }
        if votes == greatest { after.append(valueOfSlot[slot]) }
      }
      appendFlip(source, Int(item), winners, after: after.sorted()[...], to: &flips)
    }
  }

  private func appendFlip(
    _ source: Int, _ item: Int, _ winners: Winners, after: ArraySlice<Int32>,
    to flips: inout [Flip]
  ) {
    guard !after.isEmpty, winners[item] != after else { return }
    flips.append(
      Flip(
        source: Int32(source), model: winners.model, item: Int32(item),
        before: Array(winners[item]), after: Array(after)))
  }
}
