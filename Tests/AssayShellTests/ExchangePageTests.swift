import AssayExchange
import AssayShell
import Testing

/// The page on formats of other programs shows what the list of formats says.
@Suite struct ExchangePageTests {
  @Test func tableIsThatOfTheList() throws {
    let page = try #require(Manual.page("exchange"))
    #expect(page.contains("\n\n" + ExchangeFormat.table + "\n"), "\(ExchangeFormat.table)")
  }

  @Test func summariesAreSentences() {
    for format in ExchangeFormat.allCases {
      #expect(format.summary.hasSuffix(".") && format.summary.count <= 80, "\(format.rawValue)")
    }
  }
}
