/// A figure as a change from an earlier one of the same dimension.
package struct FigureChange: Hashable, Sendable {
  /// (middle − earlier middle) ÷ |earlier middle|; no unit.
  ///
  /// `nil` when either middle is undefined, the earlier one is 0, or the quotient is not finite.
  package let relative: Double?
  /// Middle ÷ earlier middle; at least 0, no unit.
  ///
  /// `nil` when ``relative`` is, and when the signs differ.
  package let factor: Double?
  /// Whether some amount lies in both intervals, so that both figures can be true at one time.
  package let overlaps: Bool

  /// - Parameters:
  ///   - earlier: The place of the earlier figure in `figures`.
  ///   - later: The place of the later one.
  package init(from earlier: Int, to later: Int, in figures: FigureColumn) {
    overlaps =
      figures.low[later] <= figures.high[earlier] && figures.low[earlier] <= figures.high[later]
    guard let base = figures.middle(of: earlier), let middle = figures.middle(of: later), base != 0
    else {
      (relative, factor) = (nil, nil)
      return
    }
    let change = (middle - base) / abs(base)
    let quotient = middle / base
    relative = change.isFinite && quotient.isFinite ? change : nil
    factor = relative != nil && quotient >= 0 ? quotient : nil
  }
}

extension FigureColumn {
  /// The middle of the figure at this place, in base units; `nil` when an end is open.
  package func middle(of place: Int) -> Double? {
    let (least, greatest) = (low[place], high[place])
    guard least.isFinite, greatest.isFinite else { return nil }
    return least == greatest ? least : least / 2 + greatest / 2
  }
}
