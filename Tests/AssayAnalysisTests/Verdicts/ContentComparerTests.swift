import AssayModel
import Testing

@testable import AssayAnalysis

/// What claims say, before it is looked at when, where and how they say it.
@Suite struct ContentComparerTests {
  /// A content of an object, a figure, days, a text; `not` before it.
  private static func content(
    _ object: Int32 = 0, _ figure: String? = nil, days: ClosedRange<Int32>? = nil, text: Int32 = -1,
    not isDenied: Bool = false
  ) -> Content {
    Content(
      isDenied: isDenied, object: object, figure: figure.map(EvidenceSample.figure),
      days: days.map { Content.Days(first: $0.lowerBound, last: $0.upperBound) }, text: text)
  }

  private static let open = Int32(CalendarDay.beginning)
  private static let end = Int32(CalendarDay.end)

  /// Entity 3 lies in 2, 2 in 1.
  static let table: [(Content, Content, ContentRelation, DecidingField, days: Double?)] = [
    // Objects.
    (content(1), content(1), .same, .object, nil),
    (content(1), content(4), .apart, .object, nil),
    (content(1), content(3), .inside, .object, nil),
    (content(1), content(0), .inside, .object, nil),
    (content(0), content(0), .same, .object, nil),
    // Values.
    (content(0, "50"), content(0, "50"), .same, .value, nil),
    (content(0, "50"), content(0, "70"), .apart, .value, nil),
    (content(0, "50"), content(0), .inside, .value, nil),
    (content(0, "50"), content(0, "50 kg"), .unknown, .unit, nil),
    (content(0, "50 USD"), content(0, "50 PEN"), .needsRate, .unit, nil),
    (content(0, "50"), content(text: 0), .unknown, .value, nil),
    (content(0, "50"), content(days: 3...3), .unknown, .value, nil),
    (content(text: 0), content(text: 0), .same, .value, nil),
    (content(text: 0), content(text: 1), .unknown, .value, nil),
    (content(text: 0), content(), .inside, .value, nil),
    // Dates: nested, overlapping, apart, open.
    (content(days: 3...3), content(days: 3...3), .same, .value, nil),
    (content(days: 0...364), content(days: 3...3), .inside, .value, nil),
    (content(days: 0...10), content(days: 5...20), .compatible, .value, nil),
    (content(days: 0...10), content(days: 10...20), .compatible, .value, nil),
    (content(days: 0...10), content(days: 11...20), .apart, .value, 1),
    (content(days: 0...0), content(days: 9...9), .apart, .value, 9),
    (content(days: open...0), content(days: -5...(-5)), .compatible, .value, nil),
    (content(days: 0...end), content(days: -5...(-5)), .apart, .value, 5),
    (content(days: .min ... .min), content(days: .max ... .max), .apart, .value, 4_294_967_295),
    // A denial of the whole and of a part.
    (content(1, not: true), content(1), .apart, .denied, nil),
    (content(1, not: true), content(3), .apart, .denied, nil),
    (content(3, not: true), content(1), .compatible, .denied, nil),
    (content(4, not: true), content(1), .compatible, .denied, nil),
    (content(0, not: true), content(1), .apart, .denied, nil),
    (content(1, not: true), content(0), .compatible, .denied, nil),
    (content(0, "50", not: true), content(0, "50"), .apart, .denied, nil),
    (content(0, "50", not: true), content(0, "60"), .compatible, .denied, nil),
    (content(0, "50", not: true), content(0), .compatible, .denied, nil),
    (content(0, not: true), content(0, "50"), .apart, .denied, nil),
    (content(0, "50", not: true), content(0, "40..60"), .compatible, .denied, nil),
    (content(0, "40..60", not: true), content(0, "50"), .apart, .denied, nil),
    (content(0, ">= 50", not: true), content(0, "60"), .apart, .denied, nil),
    (content(0, ">= 50", not: true), content(0, ">= 60"), .apart, .denied, nil),
    (content(0, ">= 60", not: true), content(0, ">= 50"), .compatible, .denied, nil),
    (content(0, ">= 70 cm", not: true), content(0, "0.7 m"), .apart, .denied, nil),
    (content(0, "50", not: true), content(0, "50 kg"), .unknown, .unit, nil),
    (content(days: 0...364, not: true), content(days: 3...3), .apart, .denied, nil),
    (content(days: 3...3, not: true), content(days: 0...364), .compatible, .denied, nil),
    (content(text: 0, not: true), content(text: 0), .apart, .denied, nil),
    (content(text: 0, not: true), content(text: 1), .unknown, .value, nil),
    // Two denials.
    (content(1, not: true), content(1, not: true), .same, .object, nil),
    (content(1, not: true), content(4, not: true), .compatible, .denied, nil),
    (content(0, "50", not: true), content(0, "90", not: true), .compatible, .denied, nil),
  ]

  @Test(arguments: table)
  func isSymmetric(
    left: Content, right: Content, relation: ContentRelation, field: DecidingField, days: Double?
  ) {
    let comparer = ContentComparer(
      units: EvidenceSample.unitTable, containment: EvidenceSample.parts)
    for (one, other) in [(left, right), (right, left)] {
      let found = comparer.compare(one, other, allowsSeveral: false, isAnswer: false)
      #expect(found.relation == relation)
      #expect(found.field == field)
      #expect(days.map { $0 == found.days } ?? found.days.isNaN)
    }
  }

  /// Where several may hold, what is asserted beside it is one more; what is denied still is not.
  @Test(arguments: [
    (content(1), content(4), ContentRelation.several), (content(1), content(3), .several),
    (content(1), content(1), .same), (content(0, "50"), content(0, "60"), .several),
    (content(1, not: true), content(1), .apart), (content(1, not: true), content(4), .compatible),
    (content(1, not: true), content(4, not: true), .compatible),
  ])
  func severalMayHold(left: Content, right: Content, relation: ContentRelation) {
    let comparer = ContentComparer(
      units: EvidenceSample.unitTable, containment: EvidenceSample.parts)
    for (one, other) in [(left, right), (right, left)] {
      let found = comparer.compare(one, other, allowsSeveral: true, isAnswer: false)
      #expect(found.relation == relation)
    }
  }

  /// Answers are numbers in a list, of which none lies in another.
  @Test(arguments: [
    (content(1), content(1), ContentRelation.same), (content(1), content(3), .apart),
    (content(1, not: true), content(3), .compatible), (content(1, not: true), content(1), .apart),
    (content(1, not: true), content(3, not: true), .compatible),
  ])
  func answersAreNoPlaces(left: Content, right: Content, relation: ContentRelation) {
    let comparer = ContentComparer(
      units: EvidenceSample.unitTable, containment: EvidenceSample.parts)
    for (one, other) in [(left, right), (right, left)] {
      let found = comparer.compare(one, other, allowsSeveral: false, isAnswer: true)
      #expect(found.relation == relation)
      #expect(found.field == (left.isDenied ? .denied : .answer))
    }
  }
}
