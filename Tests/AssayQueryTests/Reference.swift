import AssayModel

/// A value as the reference evaluator keeps it.
enum Cell: Hashable {
  case missing
  case text(String)
  case number(Double)
  case boolean(Bool)
  /// A word of a closed list and its place in it.
  case word(String, Int)
  case reference(String)
  case date(PartialDate)
  case figure(Quantity)

  /// As JSON has it.
  var json: String {
    switch self {
    case .missing: "null"
    case .text(let text), .word(let text, _), .reference(let text): "\"\(text)\""
    case .number(let number): Numeral.words(number)
    case .boolean(let boolean): boolean ? "true" : "false"
    case .date(let date): "\"\(date.description)\""
    case .figure(let figure): "\"\(figure.description)\""
    }
  }

  /// The interval of days or amounts.
  var interval: (low: Double, high: Double)? {
    switch self {
    case .date(let date): (Double(date.first), Double(date.last))
    case .figure(let figure): (figure.low, figure.high)
    default: nil
    }
  }
}

/// Three-valued logic: `nil` is neither true nor false.
enum Logic {
  static func and(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == false || right == false { return false }
    return left == nil || right == nil ? nil : true
  }

  static func or(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == true || right == true { return true }
    return left == nil || right == nil ? nil : false
  }

  static func not(_ operand: Bool?) -> Bool? { operand.map { !$0 } }
}

/// A comparison sign as the language writes it.
enum Sign: String, CaseIterable {
  case equal = "=", different = "!=", less = "<", atMost = "<=", greater = ">", atLeast = ">="
  case overlaps

  /// Whether it holds between two cells.
  func holds(_ left: Cell, _ right: Cell) -> Bool? {
    switch (left, right) {
    case (.missing, _), (_, .missing): return nil
    case (.figure(let one), .figure(let other))
    where one.unit.dimension != other.unit.dimension:
      return nil
    default: break
    }
    if let a = left.interval, let b = right.interval {
      switch self {
      case .overlaps: return a.low <= b.high && a.high >= b.low
      case .equal:
        return Self.decide(a.low >= b.low && a.high <= b.high, a.high < b.low || a.low > b.high)
      case .different: return Logic.not(Sign.equal.holds(left, right))
      case .less: return Self.decide(a.high < b.low, a.low >= b.low)
      case .atMost: return Self.decide(a.high <= b.high, a.low > b.high)
      case .greater: return Self.decide(a.low > b.high, a.high <= b.high)
      case .atLeast: return Self.decide(a.low >= b.low, a.high < b.low)
      }
    }
    let order = left.order(before: right)
    switch self {
    case .equal: return order == 0
    case .different: return order != 0
    case .less: return order < 0
    case .atMost: return order <= 0
    case .greater: return order > 0
    case .atLeast: return order >= 0
    case .overlaps: return nil
    }
  }

  private static func decide(_ isTrue: Bool, _ isFalse: Bool) -> Bool? {
    isTrue ? true : isFalse ? false : nil
  }
}

extension Cell {
  /// Negative when this cell sorts before the other; missing ones come last.
  func order(before other: Cell) -> Int {
    switch (self, other) {
    case (.missing, .missing): return 0
    case (.missing, _): return 1
    case (_, .missing): return -1
    case (.word(_, let one), .word(_, let two)): return one - two
    case (.number(let one), .number(let two)): return one < two ? -1 : one > two ? 1 : 0
    case (.boolean(let one), .boolean(let two)): return (one ? 1 : 0) - (two ? 1 : 0)
    case (.text(let one), .text(let two)), (.reference(let one), .reference(let two)):
      return Self.compare(one, two)
    case (.date, .date): return Self.compare(self, other)
    case (.figure(let one), .figure(let two)):
      let units = Self.compare(Self.dimension(one), Self.dimension(two))
      return units != 0 ? units : Self.compare(self, other)
    default: preconditionFailure("cells of two types")
    }
  }

  private static func compare(_ one: String, _ two: String) -> Int {
    if one == two { return 0 }
    return one.utf8.lexicographicallyPrecedes(two.utf8) ? -1 : 1
  }

  private static func compare(_ one: Cell, _ two: Cell) -> Int {
    guard let a = one.interval, let b = two.interval else { return 0 }
    if a.low != b.low { return a.low < b.low ? -1 : 1 }
    return a.high < b.high ? -1 : a.high > b.high ? 1 : 0
  }

  private static func dimension(_ figure: Quantity) -> String {
    switch figure.unit.dimension {
    case .money, .count: figure.unit.dimension.word + " " + figure.unit.symbol
    default: figure.unit.dimension.word
    }
  }
}

/// Rows in their order, with what decides ties between them.
struct Table {
  var columns: [String]
  var rows: [[Cell]]

  func cell(_ row: [Cell], _ column: String) -> Cell {
    columns.firstIndex(of: column).map { row[$0] } ?? .missing
  }

  /// One JSON object a line, of these columns.
  func lines(of shown: [String]) -> [String] {
    rows.map { row in
      "{" + shown.map { "\"\($0)\":\(cell(row, $0).json)" }.joined(separator: ",") + "}"
    }
  }
}
