import AssayModel

/// Compares figures as the intervals they are.
struct FigureComparer {
  let units: UnitTable
  /// How many digits a figure has to have to count as rounded; with another unit, one will do.
  private static let leastDigits = 2
  /// Nothing that is further apart than this share agrees by rounding.
  private static let mostRounding = 0.05
  /// What conversion of units may add.
  private static let exactness = 1e-9

  func compare(_ left: Content.Figure, _ right: Content.Figure) -> ContentComparison {
    guard units.knows(left.unit), units.knows(right.unit) else {
      return ContentComparison(relation: .unknown, field: .unit)
    }
    if left.unit != right.unit, !areConvertible(left.unit, right.unit) {
      let isMoney = units.isMoney[Int(left.unit)] && units.isMoney[Int(right.unit)]
      return ContentComparison(relation: isMoney ? .needsRate : .unknown, field: .unit)
    }
    return relate(left, right)
  }

  /// Compares figures of two currencies, `factor` units of the right one for one of the left. A
  /// rate is one of many, so the converted figure is taken as `~`.
  func compare(
    _ left: Content.Figure, _ right: Content.Figure, rate factor: Double
  ) -> ContentComparison {
    let slack = Quantity.tolerance
    func widened(_ end: Double, _ share: Double) -> Double {
      let converted = end * factor
      return converted.isFinite ? converted + abs(converted) * share : converted
    }
    let isPoint = left.bound == .exactly || left.bound == .about
    let converted = Content.Figure(
      low: widened(left.low, -slack), high: widened(left.high, slack),
      bound: isPoint ? .about : left.bound, unit: right.unit)
    return relate(converted, right)
  }

  private func areConvertible(_ left: Int32, _ right: Int32) -> Bool {
    units.dimensions[Int(left)] == units.dimensions[Int(right)]
  }

  private func relate(_ left: Content.Figure, _ right: Content.Figure) -> ContentComparison {
    func value(_ relation: ContentRelation) -> ContentComparison {
      ContentComparison(relation: relation, field: .value)
    }
    // What is no number lies nowhere.
    guard left.low <= left.high, right.low <= right.high else { return value(.unknown) }
    if isNear(left.low, right.low), isNear(left.high, right.high) { return value(.same) }
    if isBelow(left, right) || isBelow(right, left) {
      if left.bound == .exactly, right.bound == .exactly, agreeByRounding(left, right) {
        return value(.same)
      }
      return ContentComparison(relation: .apart, field: .value, gap: Self.gap(left, right))
    }
    let isOneSided = left.bound.isOneSided || right.bound.isOneSided
    if isOneSided { return value(.compatible) }
    let isPoint = left.bound != .between && right.bound != .between
    if isPoint { return value(.same) }
    return value(contains(left, right) || contains(right, left) ? .inside : .compatible)
  }

  /// Whether all of the one lies below the other. Conversion may part ends that meet: 70 cm, 0.7 m.
  private func isBelow(_ left: Content.Figure, _ right: Content.Figure) -> Bool {
    guard left.unit != right.unit, isNear(left.high, right.low) else {
      return left.high < right.low
    }
    return left.bound == .lessThan || right.bound == .moreThan
  }

  /// Whether all of the one lies within the other.
  func contains(_ whole: Content.Figure, _ part: Content.Figure) -> Bool {
    let isConverted = whole.unit != part.unit
    return (whole.low <= part.low || isConverted && isNear(whole.low, part.low))
      && (part.high <= whole.high || isConverted && isNear(part.high, whole.high))
  }

  private func isNear(_ left: Double, _ right: Double) -> Bool {
    guard left.isFinite, right.isFinite else { return left == right }
    return abs(left - right) <= Self.exactness * max(abs(left), abs(right))
  }

  /// The distance between two intervals as a share of the end that is greater in amount.
  private static func gap(_ left: Content.Figure, _ right: Content.Figure) -> Double {
    let (low, high) = left.high < right.low ? (left.high, right.low) : (right.high, left.low)
    let size = max(abs(low), abs(high))
    return size > 0 ? min(1, (high - low) / size) : .nan
  }

  /// Whether the finer of two exact figures, rounded to the digits of the coarser, is the coarser.
  private func agreeByRounding(_ left: Content.Figure, _ right: Content.Figure) -> Bool {
    let size = max(abs(left.low), abs(right.low))
    guard size > 0, abs(left.low - right.low) <= Self.mostRounding * size else { return false }
    return rounds(left, to: right) || rounds(right, to: left)
  }

  private func rounds(_ fine: Content.Figure, to coarse: Content.Figure) -> Bool {
    let factor = units.factors[Int(coarse.unit)]
    let target = coarse.low / factor
    let digits = Self.digits(of: target)
    let least = fine.unit == coarse.unit ? Self.leastDigits : 1
    guard digits >= least, digits < 15 else { return false }
    return isNear(Self.rounded(fine.low / factor, toDigits: digits), target)
  }

  /// How many significant digits a number is written with, 1 to 15; zeros at its end do not count.
  private static func digits(of number: Double) -> Int {
    (1...15).first { abs(rounded(number, toDigits: $0) - number) <= abs(number) * exactness } ?? 15
  }

  private static func rounded(_ number: Double, toDigits digits: Int) -> Double {
    var scale = 1.0
    var size = abs(number)
    guard size > 0, size.isFinite else { return number }
    while size >= 10 { (size, scale) = (size / 10, scale * 10) }
    while size < 1 { (size, scale) = (size * 10, scale / 10) }
    for _ in 1..<max(digits, 2) where digits > 1 { scale /= 10 }
    return (number / scale).rounded() * scale
  }
}

extension Bound {
  /// Whether one end of the figure is open.
  var isOneSided: Bool {
    switch self {
    case .atLeast, .moreThan, .atMost, .lessThan: true
    case .exactly, .about, .between: false
    }
  }
}
