/// How a figure bounds what it counts. The raw value is what the index stores.
package enum Bound: Int64, CaseIterable, Sendable {
  case exactly, atLeast, moreThan, atMost, lessThan, about, between

  /// The sign before the figure: `>=`; none for an exact figure or a range.
  package var sign: String {
    switch self {
    case .exactly, .between: ""
    case .atLeast: ">= "
    case .moreThan: "> "
    case .atMost: "<= "
    case .lessThan: "< "
    case .about: "~ "
    }
  }

  /// The word that `value.bound` shows.
  package var word: String {
    switch self {
    case .exactly: "exactly"
    case .atLeast: "at-least"
    case .moreThan: "more-than"
    case .atMost: "at-most"
    case .lessThan: "less-than"
    case .about: "about"
    case .between: "between"
    }
  }
}

/// A figure with its unit and its bound: an interval of amounts.
///
/// `low` and `high` count the base unit of the unit's dimension (9000 t is 9 000 000 kg), and may
/// be infinite. An open bound excludes its end, so `> 3500` begins at the next number above 3500.
package struct Quantity: Hashable, Sendable {
  package let low: Double
  package let high: Double
  package let bound: Bound
  package let unit: Unit

  /// How far a figure with `~` may be off, as a share of it.
  package static let tolerance = 0.1

  package init(low: Double, high: Double, bound: Bound, unit: Unit) {
    (self.low, self.high, self.bound, self.unit) = (low, high, bound, unit)
  }

  /// The figure that `sign number unit` says, the number in that unit.
  package init(_ number: Double, _ unit: Unit, _ bound: Bound = .exactly) {
    let base = number * unit.factor
    switch bound {
    case .exactly, .between: self.init(low: base, high: base, bound: .exactly, unit: unit)
    case .atLeast: self.init(low: base, high: .infinity, bound: bound, unit: unit)
    case .moreThan: self.init(low: base.nextUp, high: .infinity, bound: bound, unit: unit)
    case .atMost: self.init(low: -.infinity, high: base, bound: bound, unit: unit)
    case .lessThan: self.init(low: -.infinity, high: base.nextDown, bound: bound, unit: unit)
    case .about:
      let slack = abs(base) * Self.tolerance
      self.init(low: base - slack, high: base + slack, bound: bound, unit: unit)
    }
  }

  /// The figure `from..to`, both in `unit`; `nil` if it ends before it begins.
  package init?(from: Double, to: Double, _ unit: Unit) {
    guard from <= to else { return nil }
    self.init(
      low: from * unit.factor, high: to * unit.factor, bound: from == to ? .exactly : .between,
      unit: unit)
  }

  /// The number that was said, in the figure's own unit; the middle of a range or of `~`.
  package var number: Double {
    let base =
      switch bound {
      case .moreThan: low.nextDown
      case .lessThan: high.nextUp
      default: !low.isFinite ? high : !high.isFinite ? low : low == high ? low : (low + high) / 2
      }
    return base / unit.factor
  }
}
