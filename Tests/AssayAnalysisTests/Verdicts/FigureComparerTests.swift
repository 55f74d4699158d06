import Testing

@testable import AssayAnalysis

/// Figures beside each other: intervals, rounding, units, and numbers at the edge of what there is.
@Suite struct FigureComparerTests {
  static let table: [(left: String, right: String, relation: ContentRelation)] = [
    ("50", "50", .same),
    ("50", "60", .apart),
    // Rounding: two digits at least, and the finer one has to give the coarser.
    ("84e6", "84.3e6", .same),
    ("84e6", "84.5e6", .apart),
    ("84", "86", .apart),
    ("85", "84.5", .same),
    ("1200", "1234", .same),
    ("100", "101", .apart),
    ("1000", "1040", .apart),
    ("-84", "-84.3", .same),
    ("0.0084", "0.00843", .same),
    ("10", "10.4", .apart),
    ("11", "11.4", .same),
    ("123456789012345", "123456789012345.4", .same),
    // Another unit: one digit will do.
    ("1 t", "1.04e3 kg", .same),
    ("1 t", "1.06e3 kg", .apart),
    ("1 t", "1000 kg", .same),
    ("2 t", "1000 kg", .apart),
    // Bounds.
    (">= 50", "60", .compatible),
    (">= 50", "50", .compatible),
    ("> 50", "50", .apart),
    ("> 50", "51", .compatible),
    ("< 50", "50", .apart),
    ("<= 50", "50", .compatible),
    ("<= 50", "60", .apart),
    (">= 50", ">= 50", .same),
    (">= 50", ">= 60", .compatible),
    (">= 50", "<= 50", .compatible),
    (">= 50", "< 50", .apart),
    (">= 60", "< 50", .apart),
    // An end that meets another only after conversion, on either side of it.
    (">= 70 cm", "0.7 m", .compatible),
    ("> 70 cm", "0.7 m", .apart),
    ("> 0.7 m", "70 cm", .apart),
    ("< 0.7 m", "70 cm", .apart),
    ("<= 0.7 m", "70 cm", .compatible),
    (">= 0.7 m", "< 70 cm", .apart),
    ("70..90 cm", "0.7 m", .inside),
    ("0.7..0.9 m", "70 cm", .inside),
    // Ranges.
    ("100..300", "200", .inside),
    ("100..300", "100", .inside),
    ("100..300", "150..200", .inside),
    ("100..300", "200..400", .compatible),
    ("100..300", "300..400", .compatible),
    ("100..300", "301..400", .apart),
    ("100..300", "100..300", .same),
    ("100..300", ">= 200", .compatible),
    ("100..300", "~ 310", .compatible),
    ("100..300", "~ 200", .inside),
    // About: a tenth to either side.
    ("~ 100", "109", .same),
    ("~ 100", "110", .same),
    ("~ 100", "111", .apart),
    ("~ 100", "~ 120", .same),
    ("~ 100", "~ 130", .apart),
    ("~ -100", "-109", .same),
    ("~ 0", "0", .same),
    ("~ 0", "1", .apart),
    // Zero, signs, size.
    ("0", "0", .same),
    ("0", "-0.0", .same),
    ("0", "0.0001", .apart),
    ("-5", "5", .apart),
    ("1e308", "1e308", .same),
    ("1e308", "-1e308", .apart),
    ("5e-324", "0", .apart),
    ("5e-324", "1e-323", .apart),
    ("1.7e308 t", "1.7e308 t", .same),
    ("inf", "1", .apart),
    ("inf", "inf", .same),
    ("-inf", "inf", .apart),
    // What is measured.
    ("50", "50 kg", .unknown),
    ("50 USD", "50 m", .unknown),
    ("50 USD", "50 PEN", .needsRate),
  ]

  @Test(arguments: table)
  func isSymmetric(left: String, right: String, relation: ContentRelation) {
    let comparer = FigureComparer(units: EvidenceSample.unitTable)
    let (one, other) = (EvidenceSample.figure(left), EvidenceSample.figure(right))
    for found in [comparer.compare(one, other), comparer.compare(other, one)] {
      #expect(found.relation == relation)
      #expect(found.field == (relation == .unknown || relation == .needsRate ? .unit : .value))
      #expect(relation == .apart || found.gap.isNaN)
      #expect(relation != .apart || (0...1).contains(found.gap))
    }
  }

  /// The distance as a share of the end that is greater in amount.
  @Test(arguments: [
    ("50", "100", 0.5), ("100..200", "400", 0.5), (">= 200", "100", 0.5), ("-100", "-50", 0.5),
    ("0", "8", 1), ("-5", "5", 1), ("-1e308", "1e308", 1), ("1 t", "500 kg", 0.5),
  ])
  func gapIsAShareOfTheGreater(left: String, right: String, gap: Double) {
    let comparer = FigureComparer(units: EvidenceSample.unitTable)
    let (one, other) = (EvidenceSample.figure(left), EvidenceSample.figure(right))
    #expect(abs(comparer.compare(one, other).gap - gap) < 1e-12)
    #expect(abs(comparer.compare(other, one).gap - gap) < 1e-12)
  }

  /// Right figures at a rate, so many of the right unit for one of the left.
  @Test(arguments: [
    ("100 USD", "400 PEN", 4, ContentRelation.same),
    ("100 USD", "430 PEN", 4, .same),
    ("100 USD", "450 PEN", 4, .apart),
    (">= 100 USD", "300 PEN", 4, .apart),
    (">= 100 USD", "370 PEN", 4, .compatible),
    ("< 100 USD", "300 PEN", 4, .compatible),
    ("100..200 USD", "500 PEN", 4, .inside),
    ("0 USD", "0 PEN", 4, .same),
    ("1e308 USD", "1 PEN", 1e10, .apart),
    ("-1e308 USD", "1 PEN", 1e10, .apart),
    (">= 1e308 USD", "1 PEN", 1e10, .apart),
    ("inf USD", "inf PEN", 4, .same),
  ])
  func aConvertedFigureIsAbout(
    left: String, right: String, rate: Double, relation: ContentRelation
  ) {
    let comparer = FigureComparer(units: EvidenceSample.unitTable)
    let found = comparer.compare(
      EvidenceSample.figure(left), EvidenceSample.figure(right), rate: rate)
    #expect(found.relation == relation)
    #expect(relation != .apart || (0...1).contains(found.gap))
  }

  /// Numbers that are none neither trap nor agree with one that is.
  @Test func notANumberAgreesWithNothing() {
    let comparer = FigureComparer(units: EvidenceSample.unitTable)
    for words in ["0", "50", "~ 50", ">= 50", "10..60", "inf"] {
      let figure = EvidenceSample.figure(words)
      for bound in [figure.bound, .about, .between, .atMost] {
        let none = Content.Figure(low: .nan, high: .nan, bound: bound, unit: 0)
        for found in [comparer.compare(none, figure), comparer.compare(figure, none)] {
          #expect(found.relation == .unknown && found.field == .value, "\(words) \(bound)")
        }
      }
    }
  }
}
