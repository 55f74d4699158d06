import AssayText

/// Reads word patterns.
///
///     pattern     = run { "|" run }
///     run         = { word | "*" | "**" | "*{" least "," most "}" | "(" pattern ")" }
///
/// A Chinese character or kana is a word of its own. A `*` that touches one stands for none to five
/// words, so that `秘鲁*` is whatever begins so.
struct WordPatternParser {
  private static let deepest = 16
  private static let longest = 500
  private static let widest = 100

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private var count = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The whole pattern.
  mutating func pattern() throws(WordPatternFault) -> [WordPattern.Element] {
    let runs = try alternatives(from: 0)
    guard index == bytes.count else {
      throw WordPatternFault("`)` closes nothing", at: Span(index, index + 1))
    }
    let elements = Self.withoutLooseEnds(runs.count == 1 ? runs[0] : [.oneOf(runs)])
    guard elements.contains(where: \.needsWord) else {
      throw WordPatternFault(
        "there is no word to look for", at: Span(0, bytes.count),
        hint: elements.isEmpty ? nil : "every alternative needs a word besides `*`")
    }
    return elements
  }

  /// A gap at an end matches as few words as it may.
  private static func withoutLooseEnds(
    _ elements: [WordPattern.Element]
  ) -> [WordPattern.Element] {
    var elements = elements
    for place in Set([0, elements.count - 1]) where elements.indices.contains(place) {
      if case .gap(let least, _) = elements[place] {
        elements[place] = .gap(least: least, most: least)
      }
    }
    return elements
  }

  /// Runs with `|` between them, up to a `)` or the end.
  private mutating func alternatives(
    from open: Int
  ) throws(WordPatternFault) -> [[WordPattern.Element]] {
    var runs: [[WordPattern.Element]] = []
    while true {
      let start = index
      let run = try run()
      let isAlone = runs.isEmpty && byte != UInt8(ascii: "|")
      guard !run.isEmpty || isAlone && depth == 0 else {
        throw WordPatternFault(
          isAlone ? "there is nothing between the parentheses" : "an alternative has no word",
          at: Span(isAlone ? open : max(start - 1, 0), min(index + 1, bytes.count)),
          hint: "write `(one|other)`")
      }
      runs.append(run)
      guard byte == UInt8(ascii: "|") else { return runs }
      index += 1
    }
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func run() throws(WordPatternFault) -> [WordPattern.Element] {
    var elements: [WordPattern.Element] = []
    while let byte, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      if byte == UInt8(ascii: "(") {
        elements.append(try group())
      } else if byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte {
        index += 1
      } else {
        elements += try chunk()
      }
    }
    return elements
  }

  private mutating func group() throws(WordPatternFault) -> WordPattern.Element {
    let open = index
    guard depth < Self.deepest else {
      throw WordPatternFault(
        "parentheses are nested more than \(Self.deepest) deep", at: Span(open, open + 1))
    }
    if open > 0, isLetter(at: open - 1) { throw partOfWord(at: open) }
    depth += 1
    index += 1
    let runs = try alternatives(from: open)
    guard byte == UInt8(ascii: ")") else {
      throw WordPatternFault("`(` is not closed", at: Span(open, open + 1))
    }
    index += 1
    depth -= 1
    if isLetter(at: index) { throw partOfWord(at: index) }
    return .oneOf(runs)
  }

  private func isLetter(at place: Int) -> Bool {
    guard bytes.indices.contains(place) else { return false }
    let byte = bytes[place]
    return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
      || byte == UInt8(ascii: "*")
  }

  private func partOfWord(at place: Int) -> WordPatternFault {
    WordPatternFault(
      "alternatives are whole words", at: Span(place, min(place + 1, bytes.count)),
      hint: "write `(exercise|exercises)`, or `exercise*`")
  }

  /// What stands between blanks: words, with wildcards, or a gap.
  private mutating func chunk() throws(WordPatternFault) -> [WordPattern.Element] {
    if let gap = try gap() { return [gap] }
    let start = index
    var reader = WordFormReader()
    while let byte, !" |()\t\n\r".utf8.contains(byte) {
      if byte == UInt8(ascii: "*") {
        reader.addWildcard()
        index += 1
      } else {
        let (value, length) = bytes.withUnsafeBufferPointer { $0.scalar(at: index) }
        reader.add(value)
        index += length
      }
    }
    let forms = reader.finish()
    count += forms.count
    guard count <= Self.longest else {
      throw WordPatternFault("a pattern has at most \(Self.longest) words", at: Span(start, index))
    }
    return forms
  }

  /// `*`, `**` or `*{2,4}`, if that is all that stands here.
  private mutating func gap() throws(WordPatternFault) -> WordPattern.Element? {
    let start = index
    var end = index
    while end < bytes.count, bytes[end] == UInt8(ascii: "*") { end += 1 }
    guard end > start else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: "{") {
      return try bounds(start, from: end + 1)
    }
    guard end == bytes.count || " |()\t\n\r".utf8.contains(bytes[end]) else { return nil }
    index = end
    switch end - start {
    case 1: return .gap(least: 1, most: 1)
    case 2: return .gap(least: 0, most: 5)
    default:
      throw WordPatternFault(
        "`\(String(repeating: "*", count: end - start))` is no gap", at: Span(start, end),
        hint: "`*` is one word, `**` none to five, `*{2,8}` two to eight")
    }
  }

  private mutating func bounds(
    _ start: Int, from digits: Int
  ) throws(WordPatternFault) -> WordPattern.Element {
    let close = bytes[digits...].firstIndex(of: UInt8(ascii: "}"))
    let span = Span(start, close.map { $0 + 1 } ?? bytes.count)
    let hint = "write `*{2,4}` for two to four words, `*{3}` for three"
    guard let close else { throw WordPatternFault("`{` is not closed", at: span, hint: hint) }
    let parts = String(decoding: bytes[digits..<close], as: UTF8.self)
      .split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0.drop { $0 == " " }) }
    guard numbers.count == parts.count, 1...2 ~= numbers.count, let least = numbers.first,
      let most = numbers.last, 0...most ~= least
    else { throw WordPatternFault("a gap needs one or two numbers", at: span, hint: hint) }
    guard most <= Self.widest else {
      throw WordPatternFault("a gap has at most \(Self.widest) words", at: span)
    }
    index = close + 1
    return .gap(least: least, most: most)
  }
}

/// Folds letters and wildcards to words.
private struct WordFormReader {
  private var forms: [WordPattern.Element] = []
  private var pieces: [[UInt8]] = [[]]
  /// Whether what stands right before the word at hand is a word of one character.
  private var followsCharacter = false

  mutating func addWildcard() {
    // Two in a row are one.
    if pieces.count > 1, pieces[pieces.count - 1].isEmpty { return }
    pieces.append([])
  }

  mutating func add(_ scalar: UInt32) {
    if scalar < 0x80 {
      let lower = UInt8(truncatingIfNeeded: scalar | 0x20)
      let isWord = lower &- 0x61 < 26 || scalar &- 0x30 < 10
      if isWord { pieces[pieces.count - 1].append(lower) } else { endWord() }
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WordFolding.longestFolding) { room in
      guard let start = room.baseAddress else { return }
      let (effect, count) = WordFolding.fold(scalar, to: start)
      if effect == .separates { endWord() }
      if effect == .standsAlone { endWord(beforeCharacter: true) }
      pieces[pieces.count - 1].append(contentsOf: room[..<count])
      if effect == .standsAlone {
        endWord()
        followsCharacter = true
      }
    }
  }

  /// - Parameter beforeCharacter: whether a word of one character comes next.
  private mutating func endWord(beforeCharacter: Bool = false) {
    if pieces.count == 2, pieces.allSatisfy(\.isEmpty) {
      // Beside a character `*` is what else a reader counts to its word.
      let isLoose = followsCharacter || beforeCharacter
      forms.append(isLoose ? .gap(least: 0, most: 5) : .gap(least: 1, most: 1))
    } else if pieces.count > 1 || !pieces[0].isEmpty {
      forms.append(.word(WordForm(pieces.map { String(decoding: $0, as: UTF8.self) })))
    }
    pieces = [[]]
    followsCharacter = false
  }

  mutating func finish() -> [WordPattern.Element] {
    endWord()
    return forms
  }
}
