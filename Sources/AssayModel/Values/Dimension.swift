/// What a unit measures. Two figures compare only within one dimension.
package enum Dimension: Hashable, Sendable {
  case mass, length, area, volume, time, percent
  /// An ISO 4217 currency; a currency compares only with itself.
  case money(String)
  /// A counted noun; it compares only with the same noun. Empty for a bare number.
  case count(String)

  /// The word that a predicate uses for it: `money` for every currency.
  package var word: String {
    switch self {
    case .mass: "mass"
    case .length: "length"
    case .area: "area"
    case .volume: "volume"
    case .time: "time"
    case .percent: "percent"
    case .money: "money"
    case .count: "count"
    }
  }
}
