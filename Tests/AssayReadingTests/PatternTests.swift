import AssayModel
import AssayReading
import AssayText
import Testing

/// What patterns match, against a table and against a search without an index.
@Suite struct PatternTests {
  static let texts: WordSamples.Documents = [
    [
      ["They held joint military exercises in May.", "Joint exercises were a joint exercise."],
      ["He said that it was said, according to the army.", "Troops came."],
    ],
    [["The army stated it."], ["According", "to the army."]],
  ]

  static let table: [(pattern: String, matches: [String])] = [
    ("army", ["army", "army", "army"]), ("ARMÝ", ["army", "army", "army"]), ("navy", []),
    ("joint * exercise*", ["joint military exercises"]),
    ("joint ** exercise*", ["joint military exercises", "joint exercises", "joint exercise"]),
    ("joint *{1,2} exercises", ["joint military exercises"]),
    ("joint *{0,1} exercise*", ["joint military exercises", "joint exercises", "joint exercise"]),
    ("joint exercise", ["joint exercise"]),
    ("(said|stated|according to)", ["said", "said", "according to", "stated"]),
    ("said|stated", ["said", "said", "stated"]),
    ("(said|stated) (that|it)", ["said that", "stated it"]),
    ("* army", ["the army", "the army", "the army"]), ("army *", ["army stated"]),
    ("** army", ["army", "army", "army"]), ("army **", ["army", "army", "army"]),
    ("*cis*", ["exercises", "exercises", "exercise"]),
    (
      "*s",
      [
        "exercises", "exercises", "was", "troops",
      ]
    ),
    ("e*e", ["exercise"]), ("according to", ["according to"]),
    (
      "\"joint, exercise!\"",
      [
        "joint exercise"
      ]
    ),
    ("(he (said|held) that|were a)", ["were a", "he said that"]),
  ]

  @Test(arguments: table.indices)
  func matches(row: Int) throws {
    let (pattern, matches) = Self.table[row]
    #expect(try WordSamples(Self.texts).matches(pattern) == matches, "\(pattern)")
  }

  @Test func reachAsFarAsIsSaid() throws {
    let sample = try WordSamples(Self.texts)
    #expect(try sample.matches("may joint") == [])
    #expect(try sample.matches("may joint", .paragraph) == ["may joint"])
    #expect(try sample.matches("exercise he", .paragraph) == [])
    #expect(try sample.matches("exercise he", .document) == ["exercise he"])
    #expect(try sample.matches("came the", .document) == [])
    #expect(try sample.matches("according to", in: TextScope([4..<7])) == [])
    #expect(
      try sample.matches("according to", .document, in: TextScope([4..<7])) == ["according to"])
    #expect(try sample.matches("army", in: TextScope([4..<5])) == ["army"])
  }

  /// Where each character is a word, `*` beside one is what else belongs to the same word.
  static let characters: [(pattern: String, matches: [String])] = [
    ("秘鲁", ["秘 鲁", "秘 鲁"]), ("秘 鲁", ["秘 鲁", "秘 鲁"]), ("秘鲁*", ["秘 鲁", "秘 鲁"]),
    ("*秘鲁*", ["秘 鲁", "秘 鲁"]), ("秘*军", ["秘 鲁 军", "秘 鲁 的 军"]), ("秘鲁 *", ["秘 鲁 军", "秘 鲁 的"]),
    ("* 鲁", ["秘 鲁", "秘 鲁"]), ("दिन", ["दिन"]), ("दान", ["दान"]), ("दि*", ["दिन"]),
  ]

  @Test(arguments: characters.indices)
  func matchesCharacters(row: Int) throws {
    let (pattern, matches) = Self.characters[row]
    let sample = try WordSamples([[["秘鲁军", "秘鲁的军"], ["दिन दान"]]])
    #expect(try sample.matches(pattern) == matches, "\(pattern)")
  }

  static let patterns = [
    "a", "a b", "a * b", "ab*", "*b*", "a ** c", "(a|b c) d", "((a|b) *{0,2} c|ab)", "* a",
    "*{1,3} a *", "(a b|a) c", "a *{2,4} (b|ab*)", "(a|ab) (b|abc|c d)", "*c (a|* b)",
  ]

  /// Every pattern on made-up texts gives what trying it at each word gives.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func agreeWithTryingAll(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<40 {
      let documents = WordSamples.random(&random)
      let sample = try WordSamples(documents)
      for pattern in Self.patterns {
        let elements = try WordPattern(reading: pattern).elements
        let expected = sample.passages.flatMap { words in
          words.indices.compactMap { start -> String? in
            Self.ends(elements[...], words, start).min().map {
              words[start..<$0].joined(separator: " ")
            }
          }
        }
        #expect(try sample.matches(pattern) == expected, "seed \(seed): \(pattern), \(documents)")
      }
    }
  }

  /// Everywhere that a match from `start` on may end.
  private static func ends(
    _ elements: ArraySlice<WordPattern.Element>, _ words: [String], _ start: Int
  ) -> Set<Int> {
    guard let element = elements.first else { return [start] }
    let after: Set<Int>
    switch element {
    case .word(let form):
      after = start < words.count && fits(words[start], form) ? [start + 1] : []
    case .gap(let least, let most):
      after = Set((least...most).map { start + $0 }.filter { $0 <= words.count })
    case .oneOf(let runs):
      after = runs.reduce(into: []) { $0.formUnion(ends($1[...], words, start)) }
    }
    return after.reduce(into: []) { $0.formUnion(ends(elements.dropFirst(), words, $1)) }
  }

  private static func fits(_ word: String, _ form: WordForm) -> Bool {
    var rest = word[...]
    guard !form.isExact else { return word == form.pieces[0] }
    guard rest.hasPrefix(form.pieces[0]) else { return false }
    rest = rest.dropFirst(form.pieces[0].count)
    for piece in form.pieces.dropFirst().dropLast() {
      while !rest.isEmpty, !rest.hasPrefix(piece) { rest = rest.dropFirst() }
      guard rest.hasPrefix(piece) else { return false }
      rest = rest.dropFirst(piece.count)
    }
    return rest.hasSuffix(form.pieces[form.pieces.count - 1])
  }
}

/// Patterns and searches that cannot be read, with the fault marked.
@Suite struct PatternFaultTests {
  static let patterns: [(marked: String, message: String)] = [
    ("«»", "there is no word to look for"), ("«* *»", "there is no word to look for"),
    ("«, !»", "there is no word to look for"), ("«(a|*) ***{1,2}»", "there is no word to look for"),
    ("a «(»b", "`(` is not closed"), ("a«)» b", "`)` closes nothing"),
    ("(a«|)»", "an alternative has no word"),
    ("«()» a", "there is nothing between the parentheses"),
    ("exercis«(»e|es)", "alternatives are whole words"),
    ("(a|b)«s»", "alternatives are whole words"),
    ("a «***» b", "`***` is no gap"), ("a «*{3,1}» b", "a gap needs one or two numbers"),
    ("a «*{}» b", "a gap needs one or two numbers"), ("a «*{2,3 b»", "`{` is not closed"),
    ("a «*{0,101}» b", "a gap has at most 100 words"),
  ]

  @Test(arguments: patterns.dropFirst(4) + patterns.prefix(3))
  func patternIsFaulty(marked: String, message: String) throws {
    try expectFault(marked, message) { text throws(WordPatternFault) in
      _ = try WordPattern(reading: text)
    }
  }

  static let searches: [(marked: String, message: String)] = [
    ("«»", "there is no word to look for"), ("«-a -b»", "all words are excluded"),
    ("a «+» b", "`+` stands before a word"), ("a «'b c»", "the phrase is not closed"),
    ("a «near/0» b", "the distance is 1 to 100 words"), ("a «near»", "a word has to follow `near`"),
    ("a near/3 «near/4» b", "`near` joins two words or phrases"),
    ("a near «near» b", "`near` joins two words or phrases"),
    ("«near/5»", "`near/…` stands between two words or phrases"),
    ("+«near/5» b", "`near/…` stands between two words or phrases"),
    ("a near b «near» c", "`near` joins two words or phrases"), ("a '«(»b'", "`(` is not closed"),
    ("b «*»", "there is no word to look for"),
  ]

  @Test(arguments: searches)
  func searchIsFaulty(marked: String, message: String) throws {
    try expectFault(marked, message) { text throws(WordPatternFault) in
      _ = try WordSearch(reading: text)
    }
  }

  private func expectFault(
    _ marked: String, _ message: String, _ read: (String) throws(WordPatternFault) -> Void
  ) throws {
    let parts = marked.split(omittingEmptySubsequences: false) { "«»".contains($0) }
    try #require(parts.count == 3)
    let start = parts[0].utf8.count
    do throws(WordPatternFault) {
      try read(parts.joined())
      Issue.record("no fault in \(marked)")
    } catch {
      #expect(error.message == message)
      #expect(error.span == Span(start, start + parts[1].utf8.count), "\(marked)")
    }
  }
}
