import AssayModel

/// The words of one language of which figures are made, ready to be found.
final class FigureWords: Sendable {
  /// A word with which a number begins.
  enum Term: Sendable {
    case number(Double)
    case scale(Double)
    /// A number that is not said; at least so much.
    case multitude(Double)
  }

  let groupMark: UInt8
  let decimalMark: UInt8
  let terms: WordTrie
  let termList: [Term]
  /// Whether a number word may begin with two bytes.
  let beginnings: [Bool]
  let scales: WordTrie
  let scaleList: [Double]
  let few: WordTrie
  let fewBefore: WordTrie
  let one: WordTrie
  let oneBefore: WordTrie
  let ones: WordTrie
  /// Denominators; for the words of several, negative in ``fractionList``.
  let fractions: WordTrie
  let fractionList: [Double]
  let ordinals: WordTrie
  let joins: WordTrie
  /// The place behind which numbers are joined: 100 in English, 10 in Spanish.
  let joinPlace: Double
  let of: WordTrie
  let boundsBefore: WordTrie
  let boundsAfter: WordTrie
  let signs: WordTrie
  let tolerances: WordTrie
  let ranges: [Range]
  let labels: WordTrie
  let notFigures: WordTrie
  let sizes: WordTrie
  let uncounted: WordTrie
  let counted: WordTrie
  let beforeNouns: WordTrie
  let units: UnitWords

  /// Words that make a range of two numbers.
  struct Range: Sendable {
    /// Stands before the first number; `nil` when none is needed.
    let opener: WordTrie?
    let joint: WordTrie
  }

  init(_ language: LanguageFile) {
    let common = LanguageFile.common
    let marks = language.words("digits")
    func mark(_ name: String) -> UInt8? {
      marks.firstIndex { $0 == name }.flatMap { marks.dropFirst($0 + 1).first?.utf8.first }
    }
    groupMark = mark("group") ?? UInt8(ascii: ",")
    decimalMark = mark("decimal") ?? UInt8(ascii: ".")
    let scalePhrases = language.phrases("scales")
    scaleList = scalePhrases.map { Double($0.meaning) ?? 1 }
    scales = language.trie("scales")
    let numbers = language.phrases("multitudes") + language.phrases("numbers") + scalePhrases
    let multitudes = language.phrases("multitudes").count
    let plain = multitudes + language.phrases("numbers").count
    termList = numbers.enumerated().map { place, phrase in
      let value = Double(phrase.meaning) ?? 0
      return place < multitudes ? .multitude(value) : place < plain ? .number(value) : .scale(value)
    }
    terms = WordTrie(numbers.enumerated().map { ($1.phrase, $0) })
    beginnings = Self.withCapitals(terms.beginnings())
    few = language.trie("few")
    fewBefore = language.trie("few", direction: .backward)
    one = language.trie("one")
    oneBefore = language.trie("one", direction: .backward)
    ones = language.trie("ones")
    var denominators: [Double] = []
    var fractionWords: [(String, Int)] = []
    for (place, entry) in language.phrases("fractions").enumerated() {
      let denominator = Double(entry.meaning) ?? 1
      denominators.append(place % 2 == 0 ? denominator : -denominator)
      fractionWords.append((entry.phrase, place))
    }
    fractionList = denominators
    fractions = WordTrie(fractionWords)
    ordinals = language.trie("ordinals")
    joins = language.trie("joins")
    joinPlace = language.phrases("joins").first.flatMap { Double($0.meaning) } ?? 100
    of = language.trie("of")
    boundsBefore = Self.bounds(language.phrases("bounds"), .backward)
    boundsAfter = Self.bounds(language.phrases("bounds-after"), .onward)
    signs = Self.bounds(common.phrases("signs"), .backward)
    tolerances = language.trie("tolerances")
    ranges = Dictionary(grouping: language.phrases("ranges"), by: \.meaning)
      .sorted { $0.key > $1.key }.map { opener, phrases in
        Range(
          opener: opener.isEmpty ? nil : WordTrie([(opener, 0)], .backward),
          joint: WordTrie(phrases.map { ($0.phrase, 0) }))
      }
    labels = language.trie("labels", direction: .backward)
    notFigures = language.trie("not-figures")
    sizes = language.trie("sizes")
    uncounted = WordTrie(language.words("uncounted").map { (String($0), 0) })
    counted = WordTrie(language.words("counted").map { (String($0), 0) })
    beforeNouns = WordTrie(language.words("before-nouns").map { (String($0), 0) })
    units = UnitWords(language, common)
  }

  /// Bounds by their signs: `>=`.
  private static func bounds(
    _ phrases: [(phrase: String, meaning: String)], _ direction: WordTrie.Direction
  ) -> WordTrie {
    WordTrie(
      phrases.map { entry in
        let sign = entry.meaning + " "
        let bound = Bound.allCases.first { $0.sign == sign } ?? .exactly
        return (entry.phrase, Int(bound.rawValue))
      }, direction)
  }

  /// The same for words in capitals.
  static func withCapitals(_ beginnings: [Bool]) -> [Bool] {
    var all = beginnings
    for pair in beginnings.indices where beginnings[pair] {
      let (first, second) = (pair >> 8, pair & 0xFF)
      for upper in capitals(first) {
        for next in capitals(second) { all[upper << 8 | next] = true }
      }
    }
    return all
  }

  private static func capitals(_ byte: Int) -> [Int] {
    0x61...0x7A ~= byte ? [byte, byte - 0x20] : 0xA0...0xBE ~= byte ? [byte, byte - 0x20] : [byte]
  }
}
