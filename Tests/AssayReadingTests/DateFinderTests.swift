import AssayModel
import AssayReading
import AssayText
import Testing

@Suite struct DateFinderTests {
  /// Texts with their dates marked, and each date; a relative one with `+`, one without days `-`.
  /// Publication is Wednesday 10 October 2012.
  static let english: [(marked: String, dates: [String])] = [
    ("On «7 October 2012» in Lima.", ["2012-10-07"]),
    (
      "«October 7, 2012», «Oct. 7, 2012» and «7th of October, 2012».",
      ["2012-10-07", "2012-10-07", "2012-10-07"]
    ),
    ("On «Monday, 8 October 2012», at 10:30.", ["2012-10-08"]),
    ("«October 2012», «October of 2012»", ["2012-10", "2012-10"]),
    (
      "«2012-10-07», «07/10/2012», «13/10/2012», «10/13/2012», «07.10.2012»",
      ["2012-10-07", "-", "2012-10-13", "2012-10-13", "2012-10-07"]
    ),
    ("In «2012», «since 2015», «by 2020», «until 2014».", ["2012", "2015..", "..2020", "..2014"]),
    ("«Before May 2012» and «after 3 June 2013».", ["..2012-04", "2013-06-04.."]),
    ("The «1980s», «the late 1980s», «since the 1980s».", ["198X", "1987..1989", "1980.."]),
    (
      "«early 2012», «mid-2012», «late October 2012»",
      ["2012-01..2012-04", "2012-05..2012-08", "2012-10-21..2012-10-31"]
    ),
    (
      "«Between 2012 and 2014», «from 2010 to 2011», «2012-2014», «2012–14».",
      ["2012..2014", "2010..2011", "2012..2014", "2012..2014"]
    ),
    (
      "«From March to May 2012», «7–9 October 2012», «October 7-9, 2012».",
      ["2012-03..2012-05", "2012-10-07..2012-10-09", "2012-10-07..2012-10-09"]
    ),
    ("«From November to March 2012»", ["2011-11..2012-03"]),
    ("The «20th century» and the «nineteenth century».", ["19XX", "18XX"]),
    ("«spring 2012», «winter of 2011»", ["2012-21", "2011-24"]),
    ("«Yesterday», «today» and «tomorrow».", ["2012-10-09+", "2012-10-10+", "2012-10-11+"]),
    (
      "«last week», «this month», «next year»",
      ["2012-10-01..2012-10-07+", "2012-10+", "2013+"]
    ),
    (
      "On «Saturday», «last Wednesday», «this Friday», «next Monday», «Wednesday».",
      ["2012-10-06+", "2012-10-03+", "2012-10-12+", "2012-10-15+", "2012-10-10+"]
    ),
    (
      "«Two years ago», «three days ago», «a year ago», «2 months ago».",
      ["2010+", "2012-10-07+", "2011+", "2012-08+"]
    ),
    ("In «recent years»; «a few years ago».", ["-+", "-+"]),
    (
      "«The last two years», «the past 30 days».",
      ["2010-10-10..2012-10-10+", "2012-09-10..2012-10-10+"]
    ),
    (
      "On «7 October», «December 8» and in «May»; «last October».",
      ["2012-10-07+", "2011-12-08+", "2012-05+", "2012-10+"]
    ),
    ("He may march; 2012 soldiers; 2,012; F-2012; $2012; 1200; Vision 2030.", []),
    ("In «2012» soldiers came; «30 February 2012».", ["2012", "-"]),
  ]

  static let spanish: [(marked: String, dates: [String])] = [
    (
      "El «7 de octubre de 2012», «octubre de 2012», el «07/10/2012».",
      ["2012-10-07", "2012-10", "2012-10-07"]
    ),
    (
      "En «el siglo XX», en «los años 80», en «la década de 1990», «los años noventa».",
      ["19XX", "198X", "199X", "199X"]
    ),
    (
      "El «año pasado», la «semana pasada», el «sábado», «ayer».",
      ["2011+", "2012-10-01..2012-10-07+", "2012-10-06+", "2012-10-09+"]
    ),
    ("«Hace dos años» y «hace tres días»; en «los últimos años».", ["2010+", "2012-10-07+", "-+"]),
    (
      "«Desde 2015 hasta 2020», «entre 2012 y 2014», «antes de 2010», «desde 2015».",
      ["2015..2020", "2012..2014", "..2009", "2015.."]
    ),
    ("«A principios de 2012» y en «mayo».", ["2012-01..2012-04", "2012-05+"]),
    ("«Este año», «el próximo mes», el «sábado pasado».", ["2012+", "2012-11+", "2012-10-06+"]),
  ]

  @Test(arguments: english)
  func findsEnglishDates(marked: String, dates: [String]) throws {
    try expect(dates, in: marked, "en")
  }

  @Test(arguments: spanish)
  func findsSpanishDates(marked: String, dates: [String]) throws {
    try expect(dates, in: marked, "es")
  }

  private func expect(_ dates: [String], in marked: String, _ tag: String) throws {
    let text = MarkedText(marked)
    let finder = try #require(DateFinder.of(tag: tag))
    let found = finder.dates(in: text.bytes, published: PartialDate("2012-10-10"))
    #expect(found.map { ($0.date?.description ?? "-") + ($0.isRelative ? "+" : "") } == dates)
    func words(_ span: Span) -> String {
      String(decoding: text.bytes[span.start..<span.end], as: UTF8.self)
    }
    #expect(found.map { words($0.span) } == text.spans.map(words))
  }

  /// What relative dates are when publication is known to the month, to the year, or not at all.
  static let published: [(text: String, month: String?, year: String?)] = [
    ("yesterday", nil, nil),
    ("last week", nil, nil),
    ("last month", "2012-09", nil),
    ("last year", "2011", "2011"),
    ("two years ago", "2010", "2010"),
    ("in May", "2012-05", nil),
    ("on 7 October", nil, nil),
    ("on 7 May", "2012-05-07", nil),
    ("the last two years", nil, nil),
  ]

  @Test(arguments: published)
  func needsPublicationAsFarAsItCounts(text: String, month: String?, year: String?) throws {
    let finder = try #require(DateFinder.of(tag: "en"))
    func date(_ published: String?) -> String? {
      let found = finder.dates(
        in: Array(text.utf8), published: published.flatMap { PartialDate($0) })
      return found.first?.date?.description
    }
    #expect(date("2012-10") == month)
    #expect(date("2012") == year)
    #expect(date(nil) == nil)
    #expect(date("2010..") == nil)
  }

  @Test func anyBytesAreReadWithoutATrap() throws {
    var generator = SplitMix(seed: 19)
    let pieces =
      [
        "1", "7", "12", "80", "1980", "2012", "9999", "0000", "-", "–", "/", ".", ",", " ",
        "\u{A0}", "s",
        "th", "October", "octubre", "May", "Saturday", "sábado", "last", "next", "ago", "two",
        "years",
        "week", "century", "siglo", "XX", "XIV", "since", "between", "and", "the", "de", "hace",
        "los años", "spring", "in", "early", "mid",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0]]
    let published = ["2012-10-10", "2012", "0000-01-01", "9999-12-31", "..2012"].map {
      PartialDate($0)
    }
    for (tag, finder) in DateFinder.all {
      for turn in 0..<20_000 {
        let count = Int.random(in: 0...12, using: &generator)
        let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
        var last = 0
        for date in finder.dates(in: bytes, published: published[turn % published.count]) {
          #expect(
            date.span.start >= last && date.span.end <= bytes.count, "seed 19: \(tag) \(bytes)")
          #expect(date.date.map { $0.first <= $0.last } ?? true, "seed 19: \(tag) \(bytes)")
          last = date.span.end
        }
      }
    }
  }
}
