import AssayModel
import AssayText

/// Finds the dates of a text in one language, absolute ones and those that count from publication.
///
/// - A year stands alone from 1500 to 2099 (from 1000 behind words such as `in` or `since`), where
///   it counts nothing and measures nothing.
/// - `07/10/2012` has a date when a number above 12 or the language says which is the day.
/// - `early`, `mid` and `late` are thirds: of a year four months, of a month ten days, of a decade
///   three or four years, of a century 33 or 34.
/// - `since` and `by` include the date, `before` and `after` do not.
/// - A weekday, and a day or month without a year, is the last such on or before publication, since
///   reports tell what was; with `next` the first after it, with `this` the first on or after it,
///   with `last` the last before it. A week runs from Monday to Sunday.
/// - `two years ago` is a year, `three days ago` a day; `the last two years` are the days up to
///   publication.
///
/// Any bytes are legal.
/// - Complexity: O(bytes).
package struct DateFinder: Sendable {
  let words: DateWords

  package init(_ language: LanguageFile) {
    words = DateWords(language, figures: FigureWords(language))
  }

  /// One for each language that the program knows, in the order of `LanguageFile.all`.
  package static let all: [(tag: String, finder: DateFinder)] = LanguageFile.all.map {
    ($0.tag, DateFinder($0))
  }

  /// The finder for a BCP 47 tag such as `en-US`; `nil` for a language that has none.
  package static func of(tag: String) -> DateFinder? {
    let primary = tag.prefix { $0 != "-" }.lowercased()
    return all.first { $0.tag == primary }?.finder
  }

  /// The dates in a stretch of `bytes`, in order, none within another.
  ///
  /// - Parameters:
  ///   - range: where to look, a sentence for instance; words of a date stand in it.
  ///   - published: when the text was published, for what counts from there.
  package func dates(
    in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, published: PartialDate? = nil
  ) -> [FoundDate] {
    var scan = DateScan(
      text: ByteReading(bytes: bytes, end: range.upperBound), words: words,
      start: range.lowerBound, clock: PublicationClock(published))
    scan.run()
    return scan.dates
  }

  /// The dates in `bytes`.
  package func dates(in bytes: [UInt8], published: PartialDate? = nil) -> [FoundDate] {
    bytes.withUnsafeBufferPointer { dates(in: $0, range: 0..<bytes.count, published: published) }
  }
}
