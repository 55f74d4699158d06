import AssayModel
import Testing

@Suite struct QuantityTests {
  /// A figure, the amounts of the base unit it means, and how it is written.
  static let figures: [(figure: Quantity, low: Double, high: Double, words: String)] = [
    (Quantity(84e6, Unit("USD")), 84e6, 84e6, "84 million USD"),
    (Quantity(9000, Unit("t")), 9e6, 9e6, "9000 t"),
    (Quantity(50, Unit("people"), .atLeast), 50, .infinity, ">= 50 people"),
    (Quantity(3500, Unit("soldiers"), .moreThan), 3500.0.nextUp, .infinity, "> 3500 soldiers"),
    (Quantity(9000, Unit("t"), .atMost), -.infinity, 9e6, "<= 9000 t"),
    (Quantity(5, .none, .lessThan), -.infinity, 5.0.nextDown, "< 5"),
    (Quantity(200, .none, .about), 180, 220, "~ 200"),
    (Quantity(-200, .none, .about), -220, -180, "~ -200"),
    (Quantity(30, Unit("%")), 30, 30, "30%"),
    (Quantity(1.5e9, Unit("PEN")), 1.5e9, 1.5e9, "1.5 billion PEN"),
    (Quantity(1_234_567, Unit("PEN")), 1_234_567, 1_234_567, "1234567 PEN"),
  ]

  @Test(arguments: figures)
  func isAnInterval(figure: Quantity, low: Double, high: Double, words: String) {
    #expect(figure.low == low)
    #expect(figure.high == high)
    #expect(figure.description == words)
  }

  @Test func rangesNeedAnOrder() throws {
    let range = try #require(Quantity(from: 100, to: 300, Unit("t")))
    #expect((range.low, range.high, range.bound) == (100_000, 300_000, .between))
    #expect(range.description == "100..300 t")
    #expect(Quantity(from: 300, to: 100, Unit("t")) == nil)
    #expect(Quantity(from: 5, to: 5, Unit("t"))?.bound == .exactly)
    #expect(Quantity(from: .nan, to: 5, Unit("t")) == nil)
  }

  @Test func everyBoundHasItsOwnSignAndWord() {
    #expect(Set(Bound.allCases.map(\.word)).count == Bound.allCases.count)
    #expect(Set(Bound.allCases.map(\.sign)).count == Bound.allCases.count - 1)
  }

  static let units: [(symbol: String, dimension: Dimension, factor: Double)] = [
    ("t", .mass, 1000), ("lb", .mass, 0.453_592_37), ("km", .length, 1000),
    ("ha", .area, 10_000), ("bbl", .volume, 158.987_294_928), ("h", .time, 3600),
    ("%", .percent, 1), ("USD", .money("USD"), 1), ("berths", .count("berths"), 1),
    ("usd", .count("usd"), 1), ("", .count(""), 1),
  ]

  @Test(arguments: units)
  func unitsMeasureTheirDimension(symbol: String, dimension: Dimension, factor: Double) {
    let unit = Unit(symbol)
    #expect(unit.dimension == dimension)
    #expect(unit.factor == factor)
    #expect(unit.comparableSymbols.contains(symbol))
  }

  @Test func theKnownUnitsAreInOrderAndDistinct() {
    #expect(Unit.known == Unit.known.sorted())
    #expect(Set(Unit.known).count == Unit.known.count)
    #expect(Unit("kg").comparableSymbols.contains("lb"))
    #expect(Unit("USD").comparableSymbols == ["USD"])
  }
}

@Suite struct NumeralTests {
  static let numbers: [(number: Double, words: String, scaled: String)] = [
    (0, "0", "0"), (-0.0, "0", "0"), (84, "84", "84"), (4.5, "4.5", "4.5"),
    (-2.25, "-2.25", "-2.25"),
    (84e6, "84000000", "84 million"), (1.5e9, "1500000000", "1.5 billion"),
    (-3e6, "-3000000", "-3 million"), (0.1 + 0.2, "0.3", "0.3"),
    (0.000_012_5, "0.0000125", "0.0000125"),
    (1e21, "1000000000000000000000", "1000000000000000000000"),
    (1_234_567.5, "1234567.5", "1234567.5"), (.infinity, "inf", "inf"),
    (-.infinity, "-inf", "-inf"),
    (.nan, "nan", "nan"), (12_345_678_901_234.5, "12345678901200", "12345678901200"),
  ]

  @Test(arguments: numbers)
  func isWrittenWithoutExponent(number: Double, words: String, scaled: String) {
    #expect(Numeral.words(number) == words)
    #expect(Numeral.words(number, scaled: true) == scaled)
  }

  @Test func seventeenDigitsGiveEveryNumberBack() {
    var generator = SplitMix(seed: 3)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(Double(Numeral.decimal(number, digits: 17)) == number, "seed 3")
    }
  }
}
