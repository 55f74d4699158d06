import AssayText

/// The phrases and words of one or more languages, made ready for a scan over sentences.
///
/// Made once for each choice of languages; ``of(tag:)`` keeps them.
package struct CueLexicon: Sendable {
  private(set) var table = CueWordTable()
  /// What each word can be, by its number.
  private(set) var meanings: [WordClass] = []
  /// Stems by their first three letters.
  private var stems: [UInt32: [Stem]] = [:]
  private var stemFilter: [Bool] = Array(repeating: false, count: 1024)
  /// The endings of verbs, in bytes of folded letters.
  private var endings: [[UInt8]] = []
  private(set) var phrases = PhraseTree()
  /// The number of `and`, or -1.
  private(set) var and: Int32 = -1

  private struct Stem: Sendable {
    let letters: [UInt8]
    let number: Int32
  }

  package init(_ languages: [LanguageFile]) {
    for language in languages {
      for (section, meaning) in WordClass.sections {
        for word in language.words(section) { add(word: word, meaning) }
      }
      for (section, meaning) in PhraseTree.sections {
        for entry in language.entries(section) { add(phrase: entry, meaning) }
      }
    }
    and = table.number(of: WordLetters.hash(of: "and".utf8))
  }

  /// The rules for a document in a language; all of them if it is not said, or not known.
  package static func of(tag: String?) -> CueLexicon {
    guard let tag, let file = LanguageFile.of(tag: tag) else { return every }
    return single.first { $0.tag == file.tag }?.lexicon ?? every
  }

  private static let every = CueLexicon(LanguageFile.all)
  private static let single = LanguageFile.all.map { (tag: $0.tag, lexicon: CueLexicon([$0])) }

  private mutating func add(word: Substring, _ meaning: WordClass) {
    let letters = WordScan.folded(word)
    if letters.first == UInt8(ascii: "*") {
      endings.append(Array(letters.dropFirst()))
    } else {
      meanings[Int(number(of: letters))].formUnion(meaning)
    }
  }

  /// The number of a word or of a `stem*`, a new one if it has none yet.
  private mutating func number(of letters: [UInt8]) -> Int32 {
    let isStem = letters.last == UInt8(ascii: "*") && letters.count > 3
    let number = table.add(WordLetters.hash(of: letters))
    if Int(number) == meanings.count { meanings.append([]) }
    guard isStem else { return number }
    let stem = Stem(letters: Array(letters.dropLast()), number: number)
    let key = Self.key(of: stem.letters)
    if stems[key]?.contains(where: { $0.number == number }) != true {
      stems[key, default: []].append(stem)
      stems[key]?.sort { $0.letters.count > $1.letters.count }
      stemFilter[Int((key &* 0x9E37_79B1) >> 22)] = true
    }
    return number
  }

  private static func key(of letters: [UInt8]) -> UInt32 {
    letters.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The number of the longest stem that a word begins with, or -1.
  ///
  /// - Parameter key: the first three letters of the word.
  @inline(__always)
  func stem(key: UInt32, of letters: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard stemFilter[Int((key &* 0x9E37_79B1) >> 22)] else { return -1 }
    return longestStem(key, letters)
  }

  private func longestStem(_ key: UInt32, _ letters: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let list = stems[key] else { return -1 }
    for stem in list where letters.count >= stem.letters.count {
      if WordScan.begins(letters, with: stem.letters) { return stem.number }
    }
    return -1
  }

  /// Whether a word ends as verbs do, at least two letters before the ending.
  func endsAsVerb(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    endings.contains { ending in
      letters.count >= ending.count + 2
        && zip(letters.suffix(ending.count), ending).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
  }

  private mutating func add(phrase entry: String, _ meaning: PhraseTree.Meaning) {
    let words = entry.split(separator: " ")
    var meaning = meaning
    var literal = words[...]
    if case .speaker = meaning {
      if literal.first == "X" {
        literal = literal.dropFirst()
        meaning = .speaker(.before)
      } else if literal.last == "X" {
        literal = literal.dropLast()
        meaning = .speaker(.after)
      } else if let slot = literal.firstIndex(of: "X's") {
        let suffix = literal[(slot + 1)...].map { steps(of: $0) }
        phrases.add(
          literal[..<slot].map { steps(of: $0) }, .speaker(.within), suffix: suffix)
        return
      }
    }
    let condition = literal.firstIndex(of: "+").map { literal.endIndex - $0 - 1 } ?? 0
    phrases.add(
      literal.filter { $0 != "+" }.map { steps(of: $0) }, meaning, condition: condition)
  }

  /// The words that may stand in one place of a phrase.
  private mutating func steps(of part: Substring) -> [Int32] {
    if part == "#" { return [PhraseTree.anyNumber] }
    if part == "~" { return [PhraseTree.gap] }
    return part.split(separator: "/").map { number(of: WordScan.folded($0)) }
  }
}
