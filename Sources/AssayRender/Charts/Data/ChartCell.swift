import AssayModel
import AssayText

/// A column that a chart reads, and how its words are read.
struct ChartCell {
  let place: Int
  /// Safe to show, as all words are that come from here.
  let name: String
  let kind: CellKind

  /// What stands for a name that is missing or empty.
  static let unnamed = "(none)"

  /// The words, or ``unnamed``.
  func name(in row: borrowing RowBuffer) -> String { words(in: row) ?? Self.unnamed }

  /// The words; `nil` when they are missing or empty.
  func words(in row: borrowing RowBuffer) -> String? {
    guard place < row.count, !row.isMissing(place) else { return nil }
    let words = VisibleText.of(row.text(of: place))
    return words.isEmpty ? nil : words
  }

  /// The number or figure with its words, or why there is none.
  func amount(in row: borrowing RowBuffer) -> Reading<Amount> {
    guard let words = words(in: row) else { return .nothing("`\(name)` is missing") }
    guard let amount = Amount(words, kind) else {
      return .nothing("`\(name)` is no number that can be drawn")
    }
    return .value(amount)
  }

  /// The date, or why there is none.
  func date(in row: borrowing RowBuffer) -> Reading<PartialDate> {
    guard let words = words(in: row) else { return .nothing("`\(name)` is missing") }
    guard let date = PartialDate(words) else { return .nothing("`\(name)` is no date") }
    return .value(date)
  }
}

/// What a cell holds, or why it cannot be drawn.
enum Reading<Value> {
  case value(Value)
  case nothing(String)
}

/// A number or a figure, and the words that gave it.
struct Amount {
  let quantity: Quantity
  let words: String

  init?(_ words: String, _ kind: CellKind) {
    if kind == .figure {
      guard let quantity = Quantity(words: words) else { return nil }
      self.quantity = quantity
    } else {
      // `Double` also reads `nan`, `infinity` and hexadecimal.
      guard words.utf8.allSatisfy({ $0.isDigit || "+-.eE".utf8.contains($0) }),
        let number = Double(words), number.isFinite
      else { return nil }
      quantity = Quantity(number, .none)
    }
    self.words = words
  }

  /// The amount counted in `unit`, which has its dimension.
  func extent(in unit: Unit) -> Extent {
    Extent(
      low: quantity.low / unit.factor, high: quantity.high / unit.factor,
      middle: quantity.number * quantity.unit.factor / unit.factor)
  }
}

/// A stretch of an axis; an end that is not known is infinite, the middle never is.
struct Extent {
  let low: Double
  let high: Double
  let middle: Double

  init(low: Double, high: Double, middle: Double) {
    // A factor below 1 can make a number overflow that was finite in the base unit.
    let limit = Double.greatestFiniteMagnitude
    self.middle = middle.isNaN ? 0 : min(max(middle, -limit), limit)
    self.low = low.isNaN ? self.middle : low
    self.high = high.isNaN ? self.middle : high
  }

  /// The ends that are known.
  var finite: [Double] { [low, high, middle].filter(\.isFinite) }
  /// Whether it is one point.
  var isPoint: Bool { low == high }
}
