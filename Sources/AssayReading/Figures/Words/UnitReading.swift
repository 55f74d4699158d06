import AssayModel

/// A unit of the data files, with the unit of the language where it is known to it.
struct NamedUnit: Sendable {
  let symbol: String
  /// `nil` when the language has no such unit.
  let known: Unit?
  /// Whether a bare digit behind it is a power: `km2`.
  let isLength: Bool
  /// Whether it is a currency.
  let isMoney: Bool
}

/// A unit at one place of a text.
struct UnitReading {
  var start: Int
  var end: Int
  var symbol: String
  var known: Unit?
  var isMoney = false

  /// The symbol as it stands below a line: `USD/year`, not `USD/years`.
  var singular: String {
    guard let known, known.dimension == .time, symbol.utf8.count > 3 else { return symbol }
    return symbol.hasSuffix("s") ? String(symbol.dropLast()) : symbol
  }
}
