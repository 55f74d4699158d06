import AssayModel
import Testing

@Suite struct PartialDateTests {
  /// What is written, the first and last day as `yyyy-mm-dd` (empty when open), and how it is
  /// shown.
  static let dates: [(text: String, first: String, last: String)] = [
    ("2012", "2012-01-01", "2012-12-31"),
    ("0000", "0000-01-01", "0000-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("2012-02", "2012-02-01", "2012-02-29"),
    ("2012-10-07", "2012-10-07", "2012-10-07"),
    ("198X", "1980-01-01", "1989-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2012~", "2012-01-01", "2012-12-31"),
    ("2012-10?", "2012-10-01", "2012-10-31"),
    ("198X~", "1980-01-01", "1989-12-31"),
    ("2023-06-01..2023-12-31", "2023-06-01", "2023-12-31"),
    ("2012..2014", "2012-01-01", "2014-12-31"),
    ("2012-03..2012-05", "2012-03-01", "2012-05-31"),
    ("2012-03-02..2014", "2012-03-02", "2014-12-31"),
    ("198X..2001~", "1980-01-01", "2001-12-31"),
    ("2015..", "2015-01-01", ""),
    ("..1990", "", "1990-12-31"),
    ("..1990-02", "", "1990-02-28"),
    ("2012-01..2012-12", "2012-01-01", "2012-12-31"),
    ("2012?~", "2012-01-01", "2012-12-31"),
    ("2012-XX", "2012-01-01", "2012-12-31"),
    ("2012-XX-XX", "2012-01-01", "2012-12-31"),
    ("2012-02-XX", "2012-02-01", "2012-02-29"),
    ("2012-02-XX~", "2012-02-01", "2012-02-29"),
    ("2012-21", "2012-03-01", "2012-05-31"),
    ("2012-22?", "2012-06-01", "2012-08-31"),
    ("2012-23", "2012-09-01", "2012-11-30"),
    ("2011-24", "2011-12-01", "2012-02-29"),
    ("2003-22..2004-22", "2003-06-01", "2004-08-31"),
    ("2012-03..2012-XX", "2012-03-01", "2012-12-31"),
  ]

  /// What EDTF writes, how the language shows it, and whether EDTF has it back as it was.
  static let edtf: [(text: String, shown: String, back: String)] = [
    ("2012/2014", "2012..2014", "2012/2014"),
    ("2004-02-01/2005", "2004-02-01..2005", "2004-02-01/2005"),
    ("2015/..", "2015..", "2015/.."),
    ("2015/", "2015..", "2015/.."),
    ("../1990-02", "..1990-02", "../1990-02"),
    ("/1990", "..1990", "../1990"),
    ("2012%", "2012?~", "2012%"),
    ("1984?/2004-06~", "1984?..2004-06~", "1984?/2004-06~"),
    ("2003/2004-06-11%", "2003..2004-06-11?~", "2003/2004-06-11%"),
    ("198X%", "198X?~", "198X%"),
    ("2012-XX", "2012-XX", "2012-XX"),
    ("2012-24", "2012-24", "2012-24"),
    ("2012-10-07", "2012-10-07", "2012-10-07"),
  ]

  @Test(arguments: edtf)
  func readAndWriteEDTF(text: String, shown: String, back: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.description == shown)
    #expect(date.edtf == back)
    #expect(PartialDate(shown) == date)
  }

  @Test(arguments: dates)
  func meanTheirDays(text: String, first: String, last: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.first == (first.isEmpty ? CalendarDay.beginning : Self.number(first)))
    #expect(date.last == (last.isEmpty ? CalendarDay.end : Self.number(last)))
    #expect(date.description == text)
  }

  static let impossible = [
    "", " ", "-", "..", "...", "1854-13", "1854-00", "1854-02-30", "1900-02-29", "1854-9",
    "1854-09-8", "2015..2012", "12", "12345", "X", "198Y", "1XXX", "XXXX", "198X-10", "2012-1X",
    "2012~~", "~2012", "2012-10-07-08", "2012..2013..2014", "+2012", "-2012",
    "2012-", "2012-10-", "２０１２", "2012 ", " 2012", "2012.. 2014", "2012-+1", "20 2",
    "/", "../..", "/..", "../", "2012//2014", "2012/2013/2014", "2012..2013/2014", "2014/2012",
    "2012-10-03/2012-10", "2012~?", "2012%%", "2012?%", "%", "?~", "2012-X", "2012-XX-01",
    "198X-XX", "2012-25", "2012-20", "2012-21-01", "9999-24", "-0050", "Y17000", "XXXX-XX",
    "2004-01-01T10:10:10Z", "156X-12-25", "[1667,1668]", "2004-06~-11", "?2004",
  ]

  @Test(arguments: impossible)
  func refuseWhatIsNoDate(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func plainWordsGiveTheDaysBack() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<20_000 {
      let first = Int64.random(in: -719_528...2_932_896, using: &generator)
      let length = Int64.random(in: 0...800, using: &generator)
      let last = min(first + length, 2_932_896)
      let words = PartialDate.words(first: first, last: last)
      let date = PartialDate(words)
      #expect(date?.first == first && date?.last == last, "seed 7: \(words)")
    }
  }

  @Test func anyBytesAreReadWithoutATrap() {
    var generator = SplitMix(seed: 11)
    let alphabet = Array("0123456789-X~?%/. ".utf8) + [0xC3, 0xFF, 0]
    for _ in 0..<50_000 {
      let count = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      if let date = PartialDate(bytes) { #expect(date.first <= date.last, "seed 11: \(bytes)") }
    }
  }

  static func number(_ day: String) -> Int64 {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    return CalendarDay.number(year: parts[0], month: parts[1], day: parts[2])
  }
}

/// A small generator of numbers that a seed repeats.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
