import Testing

@testable import AssayExchange

@Suite struct ExchangeFormatTests {
  @Test func namesAreUnique() {
    #expect(Set(ExchangeFormat.allCases.map(\.rawValue)).count == ExchangeFormat.allCases.count)
  }
}
