import AssayModel
import AssayReading
import AssayText
import Testing

@Suite struct FigureFinderTests {
  @Test(arguments: FigureCases.english)
  func findsEnglishFigures(marked: String, figures: [String]) throws {
    try expect(figures, in: marked, "en")
  }

  @Test(arguments: FigureCases.spanish)
  func findsSpanishFigures(marked: String, figures: [String]) throws {
    try expect(figures, in: marked, "es")
  }

  @Test(arguments: FigureCases.none)
  func findsNone(text: String) throws {
    let figures = try #require(FigureFinder.of(tag: "en")).figures(in: Array(text.utf8))
    #expect(figures.isEmpty, "\(figures)")
  }

  private func expect(_ figures: [String], in marked: String, _ tag: String) throws {
    let text = MarkedText(marked)
    let found = try #require(FigureFinder.of(tag: tag)).figures(in: text.bytes)
    #expect(found.map(Self.shown) == figures)
    #expect(found.map { Self.words($0.span, text) } == text.spans.map { Self.words($0, text) })
    for figure in found {
      #expect(figure.span.start <= figure.numberSpan.start)
      #expect(figure.numberSpan.end <= figure.span.end)
    }
  }

  private static func shown(_ figure: FoundFigure) -> String {
    figure.quantity?.description ?? Numeral.words(figure.number) + " " + figure.unit
  }

  private static func words(_ span: Span, _ text: MarkedText) -> String {
    String(decoding: text.bytes[span.start..<span.end], as: UTF8.self)
  }

  @Test func saysNumberAndUnit() throws {
    let text = MarkedText("about «20 to 30» percent")
    let figure = try #require(FigureFinder.of(tag: "en")?.figures(in: text.bytes).first)
    #expect(figure.numberSpan == text.spans[0])
    #expect(figure.unitWords == "percent")
    #expect(figure.unit == "%")
    #expect(figure.number == 25)
    #expect(figure.spread == 5)
    #expect(figure.bound == .between)
    #expect(figure.isApproximate)
  }

  @Test func leavesOutWhatIsApart() throws {
    let text = MarkedText("On «7 October» 2012, 84 men.")
    let finder = try #require(FigureFinder.of(tag: "en-US"))
    #expect(finder.figures(in: text.bytes, apart: text.spans).map(\.unit) == ["men"])
  }

  @Test func readsOnlyItsStretch() throws {
    let bytes = Array("more than 84 men in the north".utf8)
    let found = try bytes.withUnsafeBufferPointer {
      try #require(FigureFinder.of(tag: "en")).figures(in: $0, range: 5..<12)
    }
    #expect(found.map(\.span) == [Span(10, 12)])
    #expect(FigureFinder.of(tag: "xx") == nil)
  }

  @Test func aNumberWithoutEndIsNone() throws {
    let finder = try #require(FigureFinder.of(tag: "en"))
    #expect(finder.figures(in: Array(String(repeating: "9", count: 400).utf8)).isEmpty)
    #expect(finder.figures(in: Array("1e9999 km".utf8)).isEmpty)
    #expect(finder.figures(in: Array(String(repeating: "7 million ", count: 90).utf8)).count == 90)
    let scales = "9" + String(repeating: " trillion", count: 60)
    #expect(finder.figures(in: Array(scales.utf8)).isEmpty)
  }

  @Test func anyBytesAreReadWithoutATrap() throws {
    var generator = SplitMix(seed: 17)
    let pieces =
      [
        "1", "23", "456", ",", ".", "-", "–", " ", "\u{A0}", "/", "$", "€", "S/", "%", "½", "×10",
        "e",
        "twenty", "hundred", "million", "a", "and", "to", "between", "km", "km2", "per",
        "dozens of",
        "or more", "about", "soldiers", "±", "²", "^", "in", "pm", "x10^", "(", ")", "mil", "y",
        "de",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0xC2], [0xE2, 0x85], [0]]
    for (tag, finder) in FigureFinder.all {
      for _ in 0..<20_000 {
        let count = Int.random(in: 0...14, using: &generator)
        let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
        var last = 0
        for figure in finder.figures(in: bytes) {
          #expect(
            figure.span.start >= last && figure.span.end <= bytes.count, "seed 17: \(tag) \(bytes)")
          last = figure.span.end
        }
      }
    }
  }
}
