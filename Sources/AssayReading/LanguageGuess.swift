import AssayText

/// Tells the language of a text by the most frequent words of each language that is known.
package struct LanguageGuess: Sendable {
  /// How many bytes at the beginning of a text are read.
  private static let reach = 1 << 12
  /// How many words have to be known, and which share of all words.
  private static let (leastWords, leastShare) = (5, 0.08)
  /// How much more known words the language must have than any other.
  private static let lead = 1.5

  /// For each frequent word the languages that have it, by their places in `languages`.
  private let words: [String: [Int]]
  private let languages: [LanguageFile]

  /// - Parameter languages: in the order that decides between equals.
  package init(_ languages: [LanguageFile] = LanguageFile.all) {
    self.languages = languages
    var words: [String: [Int]] = [:]
    for (place, language) in languages.enumerated() {
      for word in Set(language.words("telling").map { WordFolding.words(of: String($0)) }) {
        words[word, default: []].append(place)
      }
    }
    self.words = words
  }

  /// The BCP 47 tag of the language; `nil` where the words do not tell.
  package func tag(of text: [UInt8]) -> String? {
    var folded: [UInt8] = []
    text.prefix(Self.reach).withUnsafeBufferPointer {
      WordFolding.appendWords(of: $0, to: &folded)
    }
    var counts = [Int](repeating: 0, count: languages.count)
    var total = 0
    for word in folded.split(separator: UInt8(ascii: " ")) {
      total += 1
      guard word.count <= 12 else { continue }
      for place in words[String(decoding: word, as: UTF8.self)] ?? [] { counts[place] += 1 }
    }
    guard let most = counts.max(), let place = counts.firstIndex(of: most),
      most >= Self.leastWords, Double(most) >= Self.leastShare * Double(total)
    else { return nil }
    let next = counts.enumerated().filter { $0.offset != place }.map(\.element).max() ?? 0
    return Double(most) >= Self.lead * Double(next) ? languages[place].tag : nil
  }
}
