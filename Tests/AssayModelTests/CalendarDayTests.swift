import AssayModel
import Testing

@Suite struct CalendarDayTests {
  /// Days whose numbers are known from elsewhere (`date -u -d … +%s`, Hinnant's own tests).
  static let table: [(year: Int, month: Int, day: Int, number: Int64)] = [
    (1970, 1, 1, 0),
    (1969, 12, 31, -1),
    (2000, 2, 29, 11_016),
    (2000, 3, 1, 11_017),
    (1900, 3, 1, -25_508),
    (1600, 2, 29, -135_081),
    (2012, 10, 7, 15_620),
    (0, 1, 1, -719_528),
    (0, 12, 31, -719_163),
    (9999, 12, 31, 2_932_896),
  ]

  @Test(arguments: table)
  func hasItsNumber(year: Int, month: Int, day: Int, number: Int64) {
    #expect(CalendarDay.number(year: year, month: month, day: day) == number)
    #expect(CalendarDay.civil(number) == (year, month, day))
  }

  @Test func followTheDayBeforeThem() {
    var expected: Int64 = CalendarDay.number(year: -1, month: 1, day: 1)
    for year in -1...2101 {
      for month in 1...12 {
        for day in 1...CalendarDay.count(inMonth: month, of: year) {
          let number = CalendarDay.number(year: year, month: month, day: day)
          guard number == expected, CalendarDay.civil(number) == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day) is \(number), not \(expected)")
            return
          }
          expected += 1
        }
      }
    }
  }

  static let lengths: [(month: Int, year: Int, count: Int)] = [
    (2, 2000, 29), (2, 1900, 28), (2, 2004, 29), (2, 2001, 28), (2, 0, 29), (4, 2001, 30),
    (12, 2001, 31),
  ]

  @Test(arguments: lengths)
  func monthsHaveTheirLength(month: Int, year: Int, count: Int) {
    #expect(CalendarDay.count(inMonth: month, of: year) == count)
  }
}
