import AssayText
import Testing

@testable import AssayIntake

@Suite struct OriginMapTests {
  private let map = OriginMap([
    .init(start: 0, origin: Span(100, 110)), .init(start: 10, origin: Span(150, 190), page: 2),
  ])

  @Test func leadsBackToTheOriginal() {
    #expect(map.origin(of: Span(2, 5))?.span == Span(100, 110))
    #expect(map.origin(of: Span(2, 15))?.span == Span(100, 190))
    #expect(map.origin(of: Span(12, 15))?.page == 2)
    #expect(OriginMap().origin(of: Span(0, 1)) == nil)
  }
}
