import AssayModel
import Testing

/// The strings of three EDTF libraries, where their data lies beside the project.
@Suite(.enabled(if: SharedData.exists(SharedData.edtf), "needs ../shared/data/edtf"))
struct EDTFTests {
  /// Whether the doc comment of `PartialDate` admits the string, `..` written for `/`.
  ///
  /// Not admitted: years below 0 or above 9999, times of day, seasons, `%`, unknown months and
  /// days, years or decades of other lengths, an unknown end without dots.
  static func isAdmitted(_ text: String) -> Bool {
    text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      let isOpen = part == ".." && text != "../.." && text.contains("/")
      return isOpen
        || part.wholeMatch(of: /\d{4}(-(0\d|1[0-2])(-\d\d)?)?[~?]?|\d\d(\dX|XX)[~?]?/) != nil
    }
  }

  /// The range as the language writes it.
  static func translated(_ text: String) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    // An end that is unknown, not open, has no words here.
    return parts.count == 2 && !parts.contains("")
      ? parts.map { $0 == ".." ? "" : $0 }.joined(separator: "..") : text
  }

  @Test func acceptEveryAdmittedString() {
    let rows = SharedData.rows(SharedData.edtf + "/valid.tsv").filter { "01".contains($0[1]) }
    var admitted = 0
    for text in rows.map({ $0[2] }) {
      let date = PartialDate(Self.translated(text))
      #expect((date != nil) == Self.isAdmitted(text), "\(text)")
      if date != nil { admitted += 1 }
    }
    #expect(admitted >= 60, "of \(rows.count)")
  }

  /// Intervals that two libraries refuse since the end may begin before the beginning; here they
  /// are the days from the first of the one to the last of the other.
  static let wellDefined: Set<String> = ["0000-01-03/0000-01", "0000-02/0000"]

  @Test func refuseEveryInvalidString() {
    for row in SharedData.rows(SharedData.edtf + "/invalid.tsv") where row.count > 2 {
      #expect(PartialDate(row[2]) == nil, "\(row[2])")
      if Self.wellDefined.contains(row[2]) || row[2] == "[1760..]" { continue }
      #expect(PartialDate(Self.translated(row[2])) == nil, "\(row[2])")
    }
  }

  @Test func haveTheBoundsOfGoEDTF() throws {
    var compared = 0
    for row in SharedData.rows(SharedData.edtf + "/bounds_go.tsv")
    where "01".contains(row[0]) && Self.isAdmitted(row[1]) {
      let date = try #require(PartialDate(Self.translated(row[1])), "\(row[1])")
      // An open end has no instant there.
      let lower = row[1].hasPrefix("..") ? CalendarDay.beginning : Self.day(row[2])
      let upper = row[1].hasSuffix("..") ? CalendarDay.end : Self.day(row[5])
      #expect(date.first == lower, "\(row)")
      #expect(date.last == upper, "\(row)")
      compared += 1
    }
    #expect(compared >= 20)
  }

  private static func day(_ instant: String) -> Int64 {
    PartialDateTests.number(String(instant.prefix(10)))
  }
}
