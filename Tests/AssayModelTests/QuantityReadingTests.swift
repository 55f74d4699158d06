import AssayModel
import Testing

@Suite struct QuantityReadingTests {
  static let units = [
    "", "%", "t", "kg", "mg", "lb", "km", "acres", "bbl", "days", "years", "USD", "PEN", "people",
    "prisoners of war", "🐎", "m3/s", "x2",
  ].map(Unit.init)

  /// Numbers that people write: twelve digits at most, the point anywhere.
  static func number(_ random: inout SplitMix) -> Double {
    let digits = Int.random(in: 1...12, using: &random)
    let figures = Int.random(in: 1..<10, using: &random) + Int.random(in: 0..<1000, using: &random)
    let long = (0..<digits).reduce(figures) { number, _ in
      number > 99_999_999_999 ? number : number * 10 + Int.random(in: 0..<10, using: &random)
    }
    let sign = Bool.random(using: &random) ? "-" : ""
    let power = Int.random(in: -8...4, using: &random)
    return Double("\(sign)\(Bool.random(using: &random) ? figures : long)e\(power)") ?? 1
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func readsBackWhatIsWritten(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for unit in Self.units {
      for bound in Bound.allCases {
        for _ in 0..<60 {
          let (one, other) = (Self.number(&random), Self.number(&random))
          let figure =
            bound == .between
            ? try #require(Quantity(from: min(one, other), to: max(one, other), unit))
            : Quantity(one, unit, bound)
          let words = figure.description
          let read = try #require(Quantity(words: words), "seed \(seed): \(words)")
          #expect(read == figure, "seed \(seed): \(words)")
          #expect(read.description == words, "seed \(seed)")
        }
      }
    }
  }

  static let figures: [(words: String, figure: Quantity?)] = [
    ("0", Quantity(0, .none)), ("> 0", Quantity(0, .none, .moreThan)),
    ("< 0 t", Quantity(0, Unit("t"), .lessThan)), ("84 million%", Quantity(84e6, Unit("%"))),
    ("0 t", Quantity(0, Unit("t"))),
    ("~ 0 t", Quantity(0, Unit("t"), .about)),
    (">= 0", Quantity(0, .none, .atLeast)), ("<= 0%", Quantity(0, Unit("%"), .atMost)),
    ("84 million USD", Quantity(84e6, Unit("USD"))), ("5 thousand", Quantity(5000, .none)),
    ("1.5 billion", Quantity(1.5e9, .none)), ("2 millions", Quantity(2, Unit("millions"))),
    ("2 million ", nil), ("0.1 million t", Quantity(1e5, Unit("t"))),
    ("-5..-3 t", Quantity(from: -5, to: -3, Unit("t"))), ("0..0", Quantity(0, .none)),
    ("30..40%", Quantity(from: 30, to: 40, Unit("%"))),
  ]

  @Test(arguments: figures)
  func readsAFigure(words: String, figure: Quantity?) {
    #expect(Quantity(words: words) == figure)
  }

  @Test(arguments: ["> 0", "< 0 t", "> 3500 soldiers", "84 million%"])
  func writesBackWhatItRead(words: String) {
    #expect(Quantity(words: words)?.description == words)
  }

  static let noFigures = [
    "", " ", "t", "-", ".", ".5", "5.", "5. t", "+5", "--5", "1e5", "1,000", "0x10", "nan", "inf",
    "-inf", "> inf", ">=5", ">= ", ">=  5", "≥ 5", "~5", "= 5", " 5", "5 ", "5t", "5%%",
    "5..", "..5", "5...6", "5..3 t", ">= 5..6", "5..6t", "５", "٣ t", "5\u{A0}t", "5\n",
    "5\tt",
  ]

  @Test(arguments: noFigures)
  func readsNothingElse(words: String) { #expect(Quantity(words: words) == nil) }

  /// What would be more than the greatest number, in the unit or in the base unit.
  @Test(arguments: ["1", "2 billion", "1 t", "1 years", "0..1 t"])
  func readsNoInfinity(end: String) {
    let zeros = String(repeating: "0", count: 320)
    let words = end.replacingFirst("1", with: "1" + zeros).replacingFirst("2", with: "2" + zeros)
    #expect(Quantity(words: words) == nil)
  }

  /// Finite in tonnes, infinite in kilograms.
  @Test func readsNoInfinityOfTheBaseUnit() {
    let digits = "1" + String(repeating: "0", count: 306)
    #expect(Quantity(words: digits) != nil)
    for words in ["\(digits) t", ">= \(digits) t", "0..\(digits) t", "~ \(digits) t"] {
      #expect(Quantity(words: words) == nil)
    }
  }
}

extension String {
  fileprivate func replacingFirst(_ character: Character, with words: String) -> String {
    guard let place = firstIndex(of: character) else { return self }
    return self[..<place] + words + self[index(after: place)...]
  }
}
