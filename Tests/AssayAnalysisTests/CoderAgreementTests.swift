import Testing

@testable import AssayAnalysis

@Suite struct CoderAgreementTests {
  /// Digits are codes, a dot is a gap.
  private static func codes(_ line: String) -> [Int?] { line.map { $0.wholeNumberValue } }

  /// From Krippendorff (2011), parts A and C.
  @Test func alphaIsThePublishedOne() throws {
    let two = CoderAgreement([Self.codes("0100000010"), Self.codes("1110010000")])
    #expect(abs(try #require(two.alpha) - 0.095) < 0.0005)
    let four = CoderAgreement([
      Self.codes("123321412..."), Self.codes("1233224125.3"), Self.codes(".3332342251."),
      Self.codes("12332441251."),
    ])
    #expect(abs(try #require(four.alpha) - 0.743) < 0.0005)
  }

  /// 20 and 15 units agreed upon, 5 and 10 not: observed .7, by chance .5.
  @Test func kappaIsThatOfTheDefinition() throws {
    let first = Array(repeating: 0, count: 25) + Array(repeating: 1, count: 25)
    let second =
      Array(repeating: 0, count: 20) + Array(repeating: 1, count: 5)
      + Array(repeating: 0, count: 10) + Array(repeating: 1, count: 15)
    let readers = CoderAgreement([first, second])
    #expect(readers.unitCount == 50)
    #expect(abs(try #require(readers.observed) - 0.7) < 1e-12)
    #expect(abs(try #require(readers.kappa) - 0.4) < 1e-12)
  }

  @Test func whatCannotBeComparedHasNoMeasure() {
    #expect(CoderAgreement([]).alpha == nil)
    #expect(CoderAgreement([[1, nil], [nil, 1]]).observed == nil)
    #expect(CoderAgreement([[1, nil], [nil, 1]]).kappa == nil)
    // One code throughout: chance alone gives it.
    #expect(CoderAgreement([[1, 1], [1, 1]]).kappa == nil)
    #expect(CoderAgreement([[1, 1], [1, 1]]).alpha == nil)
    #expect(CoderAgreement([[1, 1], [1, 1]]).observed == 1)
  }
}
