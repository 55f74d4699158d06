/// A stretch of numbers or days with ticks at round places.
struct Axis {
  struct Tick {
    let value: Double
    let label: String
  }

  let low: Double
  /// Always above ``low``.
  let high: Double
  let ticks: [Tick]
  /// What the labels count, as in `million`; empty for ones.
  let scale: String

  init(low: Double, high: Double, ticks: [Tick], scale: String = "") {
    (self.low, self.high, self.scale) = (low, high, scale)
    self.ticks = ticks.filter { $0.value >= low && $0.value <= high }
  }

  /// Where `value` is on the way from the low end to the high one, 0 to 1.
  ///
  /// Infinite values are at the ends. Counted in quarters, since the whole way may be more than
  /// the greatest number.
  func share(of value: Double) -> Double {
    guard !value.isNaN else { return 0 }
    if value <= low { return 0 }
    if value >= high { return 1 }
    return min(max((value / 4 - low / 4) / (high / 4 - low / 4), 0), 1)
  }
}
