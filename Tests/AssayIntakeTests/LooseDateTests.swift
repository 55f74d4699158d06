import AssayModel
import Testing

@testable import AssayIntake

@Suite struct LooseDateTests {
  static let table: [(text: String, date: String?)] = [
    ("2023-06-05T14:20:00Z", "2023-06-05"), ("2023-06-05 14:20", "2023-06-05"),
    ("2023/6/5", "2023-06-05"), ("20230605", "2023-06-05"), ("D:20230605142000Z", "2023-06-05"),
    ("June 5, 2023", "2023-06-05"), ("Oct. 7, 2012 - 01:46PM", "2012-10-07"),
    ("Mon, 05 Jun 2023 14:20:00 +0000", "2023-06-05"), ("5 de junio de 2023", "2023-06-05"),
    ("5th of June 2023", "2023-06-05"), ("Mon Jun  5 14:20:00 2023", "2023-06-05"),
    ("June 2023", "2023-06"), ("2023-06", "2023-06"), ("2023", "2023"), (" 2023 ", "2023"),
    ("06/05/2023", nil), ("2023-02-30", nil), ("2023-13-01", nil), ("yesterday", nil), ("", nil),
    ("99999999", nil), ("12", nil), ("June", nil), ("30 February 2023", nil),
  ]

  @Test(arguments: table)
  func readsADate(text: String, date: String?) {
    #expect(LooseDate.read(text)?.description == date, "\(text)")
  }
}
