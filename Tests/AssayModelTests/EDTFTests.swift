import AssayModel
import Testing

/// The strings of three EDTF libraries, where their data lies beside the project.
@Suite(.enabled(if: SharedData.exists(SharedData.edtf), "needs ../shared/data/edtf"))
struct EDTFTests {
  /// Whether the doc comment of `PartialDate` admits the string.
  ///
  /// Not admitted: years below 0 or above 9999, times of day, years or decades of other lengths, an
  /// unknown year, an interval without any end, words of other dialects.
  static func isAdmitted(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return isAdmittedDate(parts[0]) }
    let ends = parts.filter { !$0.isEmpty && $0 != ".." }
    return parts.count == 2 && !ends.isEmpty && ends.allSatisfy(isAdmittedDate)
  }

  private static func isAdmittedDate(_ text: Substring) -> Bool {
    let month = /(\d{4}-(0\d|1[0-2]|2[1-4]|XX)|\d{4}|\d{3}X|\d\dXX)[~?%]?/
    let day = /\d{4}-((0\d|1[0-2])-(\d\d|XX)|XX-XX)[~?%]?/
    return text.wholeMatch(of: month) != nil || text.wholeMatch(of: day) != nil
  }

  @Test(arguments: ["0", "1"])
  func acceptEveryAdmittedString(level: String) {
    let rows = SharedData.rows(SharedData.edtf + "/valid.tsv").filter { $0[1] == level }
    var accepted = 0
    for text in rows.map({ $0[2] }) {
      let date = PartialDate(text)
      #expect((date != nil) == Self.isAdmitted(text), "\(text)")
      if date != nil { accepted += 1 }
    }
    print("EDTF level \(level): \(accepted) accepted of \(rows.count) valid strings")
    #expect(accepted >= (level == "0" ? 52 : 103), "of \(rows.count)")
  }

  /// What one library alone refuses: intervals with seasons, which another holds to be valid.
  static let withSeasons: Set<String> = ["2018/2018-23", "2018-01?/2018-23", "2012-21/2012-22"]

  @Test func refuseEveryInvalidString() {
    for row in SharedData.rows(SharedData.edtf + "/invalid.tsv") where row.count > 2 {
      #expect((PartialDate(row[2]) != nil) == Self.withSeasons.contains(row[2]), "\(row[2])")
    }
  }

  @Test func haveTheBoundsOfGoEDTF() throws {
    var compared = 0
    for row in SharedData.rows(SharedData.edtf + "/bounds_go.tsv")
    where "01".contains(row[0]) && Self.isAdmitted(row[1]) {
      let date = try #require(PartialDate(row[1]), "\(row[1])")
      // An open or unknown end has no instant there.
      #expect(date.first == (row[2].isEmpty ? CalendarDay.beginning : Self.day(row[2])), "\(row)")
      #expect(date.last == (row[5].isEmpty ? CalendarDay.end : Self.day(row[5])), "\(row)")
      compared += 1
    }
    print("EDTF bounds: \(compared) compared")
    #expect(compared >= 32)
  }

  @Test func giveBackWhatEDTFWrites() {
    for row in SharedData.rows(SharedData.edtf + "/valid.tsv") where Self.isAdmitted(row[2]) {
      guard let date = PartialDate(row[2]) else { continue }
      #expect(PartialDate(date.edtf) == date, "\(row[2])")
      #expect(PartialDate(date.description) == date, "\(row[2])")
    }
  }

  private static func day(_ instant: String) -> Int64 {
    PartialDateTests.number(String(instant.prefix(10)))
  }
}
