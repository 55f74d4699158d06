import Glibc

extension Axis {
  /// An axis from at most `low` to at least `high`, both finite, with about `ticks` steps of 1, 2
  /// or 5 times a power of ten.
  static func numbers(from low: Double, to high: Double, ticks: Int) -> Axis {
    let (low, high) = widened(min(low, high), max(low, high))
    let step = Step(atLeast: (high / 4 - low / 4) / Double(max(ticks, 1)) * 4)
    let limit = Double.greatestFiniteMagnitude
    let first = (low / step.size).rounded(.down)
    let last = (high / step.size).rounded(.up)
    let scale = Scale(of: max(abs(low), abs(high)))
    // Where a step is finer than the numbers are, no tick has a place of its own.
    guard step.size.isFinite, abs(first) < 1e15, abs(last) < 1e15, last - first <= 1000 else {
      return Axis(low: low, high: high, ticks: [], scale: scale.words)
    }
    let marks = (Int(first)...Int(last)).map { index in
      Tick(
        value: Double(index) * step.size,
        label: decimal(index * step.digit, exponent: step.exponent - scale.exponent))
    }
    return Axis(
      low: max(min(low, first * step.size), -limit), high: min(max(high, last * step.size), limit),
      ticks: marks.filter(\.value.isFinite), scale: scale.words)
  }

  /// Ends with something between them.
  private static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
    let size = max(abs(low), abs(high))
    guard size > 1e-300 else { return (0, 1) }
    guard high / 4 - low / 4 <= size * 1e-13 else { return (low, high) }
    let limit = Double.greatestFiniteMagnitude
    return (max(low - size * 0.1, -limit), min(high + size * 0.1, limit))
  }

  /// `digits` times ten to the power of `exponent`, without exponent.
  static func decimal(_ digits: Int, exponent: Int) -> String {
    guard digits != 0 else { return "0" }
    var figures = String(digits.magnitude)
    if exponent >= 0 {
      figures += String(repeating: "0", count: exponent)
    } else {
      let missing = 1 - exponent - figures.utf8.count
      figures = String(repeating: "0", count: max(missing, 0)) + figures
      let point = figures.index(figures.endIndex, offsetBy: exponent)
      var fraction = figures[point...]
      while fraction.last == "0" { fraction.removeLast() }
      figures = figures[..<point] + (fraction.isEmpty ? "" : "." + fraction)
    }
    return (digits < 0 ? "-" : "") + figures
  }
}

/// 1, 2 or 5 times a power of ten.
private struct Step {
  let digit: Int
  let exponent: Int

  /// The least step that is at least `size`.
  init(atLeast size: Double) {
    guard size.isFinite, size > 1e-307 else {
      (digit, exponent) = (1, size > 1 ? 308 : -307)
      return
    }
    let power = Int(log10(size).rounded(.down))
    let rest = size / pow(10, Double(power))
    let slack = 1 + 1e-9
    (digit, exponent) =
      rest <= slack
      ? (1, power)
      : rest <= 2 * slack
        ? (2, power)
        : rest <= 5 * slack ? (5, power) : (1, power + 1)
  }

  var size: Double { Double(digit) * pow(10, Double(exponent)) }
}

/// The power of ten that the labels of an axis leave out.
private struct Scale {
  let exponent: Int

  /// The scale of numbers up to `size`: labels stay short, years and small counts stay whole.
  init(of size: Double) {
    guard size.isFinite, size > 0, size >= 1e5 || size < 1e-3 else {
      exponent = 0
      return
    }
    exponent = Int((log10(size) / 3 + 1e-12).rounded(.down)) * 3
  }

  var words: String {
    switch exponent {
    case 0: ""
    case 3: "thousand"
    case 6: "million"
    case 9: "billion"
    default: "10^\(exponent)"
    }
  }
}
