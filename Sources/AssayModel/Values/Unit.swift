/// A unit of measure, a currency or a counted noun.
package struct Unit: Hashable, Sendable {
  /// As it is written after a number; empty for a bare number.
  package let symbol: String
  package let dimension: Dimension
  /// How many of the dimension's base unit (kg, m, m2, l, s, %) one of these is.
  package let factor: Double

  /// The unit of a bare number.
  package static let none = Unit(symbol: "", dimension: .count(""), factor: 1)

  /// The unit that is written `symbol`: a known one, a currency, or else a counted noun.
  package init(_ symbol: String) {
    if let measure = Self.measures[symbol] {
      self.init(symbol: symbol, dimension: measure.dimension, factor: measure.factor)
    } else if Self.currencies.contains(symbol) {
      self.init(symbol: symbol, dimension: .money(symbol), factor: 1)
    } else {
      self.init(symbol: symbol, dimension: .count(symbol), factor: 1)
    }
  }

  private init(symbol: String, dimension: Dimension, factor: Double) {
    (self.symbol, self.dimension, self.factor) = (symbol, dimension, factor)
  }

  /// All symbols whose figures compare with figures in this unit, this one included.
  package var comparableSymbols: [String] {
    switch dimension {
    case .money, .count: [symbol]
    default: Self.measures.filter { $0.value.dimension == dimension }.keys.sorted()
    }
  }

  /// Every known unit and currency, in byte order: what a misspelt one may have meant.
  package static var known: [String] { (Array(measures.keys) + Array(currencies)).sorted() }

  private static let measures: [String: (dimension: Dimension, factor: Double)] = [
    "kg": (.mass, 1), "g": (.mass, 0.001), "mg": (.mass, 0.000_001), "t": (.mass, 1000),
    "kt": (.mass, 1_000_000), "lb": (.mass, 0.453_592_37), "oz": (.mass, 0.028_349_523_125),
    "m": (.length, 1), "km": (.length, 1000), "cm": (.length, 0.01), "mm": (.length, 0.001),
    "mi": (.length, 1609.344), "nmi": (.length, 1852), "ft": (.length, 0.3048),
    "yd": (.length, 0.9144), "inch": (.length, 0.0254), "inches": (.length, 0.0254),
    "m2": (.area, 1), "km2": (.area, 1_000_000), "ha": (.area, 10_000),
    "acre": (.area, 4046.856_422_4), "acres": (.area, 4046.856_422_4),
    "l": (.volume, 1), "ml": (.volume, 0.001), "hl": (.volume, 100), "m3": (.volume, 1000),
    "bbl": (.volume, 158.987_294_928), "gal": (.volume, 3.785_411_784),
    "s": (.time, 1), "min": (.time, 60), "h": (.time, 3600),
    "day": (.time, 86_400), "days": (.time, 86_400),
    "week": (.time, 604_800), "weeks": (.time, 604_800),
    "month": (.time, 2_629_746), "months": (.time, 2_629_746),
    "year": (.time, 31_556_952), "years": (.time, 31_556_952),
    "%": (.percent, 1),
  ]

  /// The active alphabetic codes of ISO 4217.
  private static let currencies: Set<String> = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN \
    BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN \
    ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD \
    JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT \
    MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG \
    QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT \
    TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XCD \
    XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWL
    """.split(separator: " ").map(String.init))
}
