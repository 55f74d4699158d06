import AssayModel
import AssayText

/// A number at one place of a text.
struct NumberReading {
  var start: Int
  var end: Int
  var value: Double
  /// Where the unit is looked for, behind the `of` in `dozens of`; `nil` for directly behind.
  var unitPlace: Int?
  /// What a word or mark of scale multiplied the number by.
  var scale = 1.0
  /// What the words of the number themselves say: at least, for `dozens`.
  var bound = Bound.exactly
  var isDigits = true
  /// Whether it is four digits and nothing more, as years are.
  var isBareYear = false
  /// Whether it is one word that is a pronoun as well: `one`.
  var isPronoun = false

}

/// A number with its sign, its currency and its unit.
struct FigurePart {
  var start: Int
  var end: Int
  var number: NumberReading
  var unit: UnitReading?
}

/// A figure as far as it has been read.
struct FigureWhole {
  var start: Int
  var end: Int
  /// Where what it counts is looked for.
  var nounPlace: Int
  let numberStart: Int
  var numberEnd: Int
  let first: NumberReading
  var low: Double
  var high: Double
  var unit: UnitReading?
  var bound: Bound
  var isApproximate = false
  var isRange = false
  /// Whether words before or behind it bound it.
  var isBounded = false

  init(_ part: FigurePart) {
    (start, end, first) = (part.start, part.end, part.number)
    nounPlace = part.number.unitPlace ?? part.end
    (numberStart, numberEnd) = (part.number.start, part.number.end)
    (low, high) = (part.number.value, part.number.value)
    (unit, bound) = (part.unit, part.number.bound)
    isApproximate = part.number.bound != .exactly
  }

  /// Whether the number is too great to be one.
  var isNothing: Bool { !low.isFinite || !high.isFinite }

  func figure(in text: ByteReading) -> FoundFigure? {
    FoundFigure(
      span: Span(start, end), numberSpan: Span(numberStart, numberEnd),
      number: low + (high - low) / 2, spread: (high - low) / 2,
      bound: isRange ? .between : bound, unit: unit?.symbol ?? "",
      unitWords: unit.map { text.string($0.start..<$0.end) } ?? "",
      quantity: quantity, isApproximate: isApproximate || bound == .about)
  }

  private var quantity: Quantity? {
    let unit = unit == nil ? Unit.none : unit?.known
    guard let unit, (low * unit.factor).isFinite, (high * unit.factor).isFinite else { return nil }
    if isRange { return Quantity(from: low, to: high, unit) }
    return Quantity(low, unit, bound)
  }
}

extension FoundFigure {
  /// The same number in the unit of another.
  func withUnit(of other: FoundFigure) -> FoundFigure {
    FoundFigure(
      span: span, numberSpan: numberSpan, number: number, spread: spread, bound: bound,
      unit: other.unit, unitWords: other.unitWords,
      quantity: other.quantity.flatMap { quantity in
        guard (number * quantity.unit.factor).isFinite else { return nil }
        return spread > 0
          ? Quantity(from: number - spread, to: number + spread, quantity.unit)
          : Quantity(number, quantity.unit, bound)
      },
      isApproximate: isApproximate)
  }
}
