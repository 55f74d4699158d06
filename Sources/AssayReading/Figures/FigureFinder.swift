import AssayModel
import AssayText

/// Finds the figures of a text in one language.
///
/// A figure begins at a digit or a number word; the words of bound and the currency before it are
/// looked for from there. Not figures: years alone, dates, times of day, ordinals, codes (`F-16`),
/// numbers of telephones, versions and sections, and names such as `24/7`. Any bytes are legal;
/// a number too great for a `Double` is none.
/// - Complexity: O(bytes).
package struct FigureFinder: Sendable {
  let words: FigureWords

  package init(_ language: LanguageFile) { words = FigureWords(language) }

  /// One for each language that the program knows, in the order of `LanguageFile.all`.
  package static let all: [(tag: String, finder: FigureFinder)] = LanguageFile.all.map {
    ($0.tag, FigureFinder($0))
  }

  /// The finder for a BCP 47 tag such as `en-US`; `nil` for a language that has none.
  package static func of(tag: String) -> FigureFinder? {
    let primary = tag.prefix { $0 != "-" }.lowercased()
    return all.first { $0.tag == primary }?.finder
  }

  /// The figures in a stretch of `bytes`, in order, none within another.
  ///
  /// - Parameters:
  ///   - range: where to look, a sentence for instance; words of a figure stand in it.
  ///   - apart: stretches in order in which no figure begins or ends, the dates of the text.
  package func figures(
    in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, apart: [Span] = []
  ) -> [FoundFigure] {
    var scan = FigureScan(
      text: ByteReading(bytes: bytes, end: range.upperBound), words: words,
      start: range.lowerBound, apart: apart)
    scan.run()
    return scan.figures
  }

  /// The figures in `bytes`.
  package func figures(in bytes: [UInt8], apart: [Span] = []) -> [FoundFigure] {
    bytes.withUnsafeBufferPointer { figures(in: $0, range: 0..<bytes.count, apart: apart) }
  }
}
