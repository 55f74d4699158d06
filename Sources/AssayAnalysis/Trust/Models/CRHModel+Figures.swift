extension Votes {
  /// The standard deviation of the votes on each item of figures, not a number for other items;
  /// `nil` when there are no figures at all.
  ///
  /// Its unit is the span of the item's figures, its range 0...0.5.
  func figureSpreads() -> [Double]? {
    if places.isEmpty { return nil }
    return (0..<itemCount).map { item in
      let spoken = slots(of: item).lazy.filter(isSpoken)
      guard spoken.allSatisfy({ !places[$0].isNaN }) else { return .nan }
      var (count, sum, squares) = (0.0, 0.0, 0.0)
      for slot in spoken {
        let votes = Double(voterStarts[slot + 1] - voterStarts[slot])
        count += votes
        sum += votes * places[slot]
      }
      guard count > 0 else { return .nan }
      for slot in spoken {
        let distance = places[slot] - sum / count
        squares += Double(voterStarts[slot + 1] - voterStarts[slot]) * distance * distance
      }
      return (squares / count).squareRoot()
    }
  }

  /// Sets the depths of an item's figures and gives the slot of the lower weighted median.
  ///
  /// Values of one figure share one depth.
  func setDepths(
    _ slots: Range<Int>, shares: borrowing NumberRow, into depths: borrowing NumberRow
  ) -> Int {
    var (below, deepest, median) = (0.0, 0.0, slots.lowerBound)
    var start = slots.lowerBound
    while start < slots.upperBound {
      var (end, share) = (start, 0.0)
      repeat {
        share += shares[end]
        end += 1
      } while end < slots.upperBound && places[end] == places[start]
      let depth = min(max(min(below + share, 1 - below), 0), 1)
      below += share
      for slot in start..<end { depths[slot] = isSpoken(slot) ? depth : 0 }
      if Winners.leastTied(with: depth) > deepest { (deepest, median) = (depth, start) }
      start = end
    }
    return median
  }

  /// Adds to each voter how far its figure is from the median, in standard deviations.
  func addDistances(
    _ slots: Range<Int>, from median: Int, _ spread: Double, _ arrays: VoteArrays,
    to losses: borrowing NumberRow
  ) {
    guard spread > 0 else { return }
    for slot in slots where isSpoken(slot) {
      arrays.add(abs(places[slot] - places[median]) / spread, slot, to: losses)
    }
  }
}
