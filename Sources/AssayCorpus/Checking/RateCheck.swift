import AssayLanguage
import AssayModel
import AssayText

extension CurrencyRate {
  /// How far two rates for one day may differ, as a share.
  private static let tolerance = 0.01

  /// Says that a rate before this one has the same currencies and days, and another number.
  func fault(beside others: [CurrencyRate]) -> Diagnostic? {
    for other in others where date.first <= other.date.last && other.date.first <= date.last {
      let known: Double? =
        other.from.unit == from.unit && other.to.unit == to.unit
        ? other.factor
        : other.from.unit == to.unit && other.to.unit == from.unit
          ? 1 / other.factor : nil
      guard let known, abs(known - factor) > Self.tolerance * max(known, factor) else { continue }
      return Diagnostic(
        .ratesContradict, at: span,
        "another rate says that 1 \(from.unit.symbol) is \(Numeral.decimal(known, digits: 5)) \(to.unit.symbol)",
        hint: "rates for different days may differ: \(other.date) and \(date) overlap")
    }
    return nil
  }
}
