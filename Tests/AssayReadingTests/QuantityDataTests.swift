import AssayModel
import AssayReading
import Testing

/// The sentences of quantulum3, which itself reads 87 of the 101 as its data has them.
///
/// Compared as its own tests do: a sentence is right when its figures are as many as those of the
/// data, in order, with equal values (of a range the middle) and units. Beyond that: what is
/// counted is a unit here and none there; `a dozen` is the number 12 here; a year that stands alone
/// is a date here and a bare number there, so that it is right when the dates have it.
@Suite(.enabled(if: SharedQuantities.exists, "needs ../shared/data/quantity/quantities.json"))
struct QuantityDataTests {
  @Test func agreesWithTheData() throws {
    let finder = try #require(FigureFinder.of(tag: "en"))
    let dates = try #require(DateFinder.of(tag: "en"))
    var right = 0
    var rightWithoutYears = 0
    var (found, expected) = (0, 0)
    var wrong: [String] = []
    let sentences = try SharedQuantities.sentences()
    for sentence in sentences {
      let bytes = Array(sentence.text.utf8)
      let dated = dates.dates(in: bytes)
      let figures = finder.figures(in: bytes, apart: dated.map(\.span))
      let words = dated.map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
      let wanted = sentence.figures.filter { figure in
        !(1000...2099 ~= figure.value && words.contains { $0.contains(String(Int(figure.value))) })
      }
      let isRight =
        figures.count == wanted.count && zip(figures, wanted).allSatisfy { Self.isLike($0, $1) }
      expected += sentence.figures.count
      found += sentence.figures.count - wanted.count
      var rest = figures
      for figure in wanted {
        if let place = rest.firstIndex(where: { Self.isLike($0, figure) }) {
          rest.remove(at: place)
          found += 1
        }
      }
      if isRight { right += 1 } else { wrong.append(sentence.text) }
      if isRight, wanted.count == sentence.figures.count { rightWithoutYears += 1 }
    }
    print(
      """
      quantities: \(right) of \(sentences.count) sentences right (\(rightWithoutYears) without \
      years that are dates), \(found) of \(expected) figures found
      """)
    #expect(right >= 91, "\(wrong.joined(separator: "\n"))")
  }

  private static func isLike(_ figure: FoundFigure, _ wanted: (value: Double, unit: String)) -> Bool
  {
    let isDozen = wanted.unit == "dozen"
    let value = isDozen ? wanted.value * 12 : wanted.value
    guard abs(figure.number - value) <= 1e-9 * max(1e-3, abs(value)) else { return false }
    if wanted.unit == "dimensionless" || isDozen {
      guard case .count = figure.quantity?.unit.dimension else { return false }
      return true
    }
    return SharedQuantities.symbols[wanted.unit] == figure.unit
  }
}
