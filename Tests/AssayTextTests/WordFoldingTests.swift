import AssayText
import Testing

@Suite struct WordFoldingTests {
  static let folded: [(text: String, words: String)] = [
    ("", ""), ("  ..  ", ""), ("The Board, (1854).", "the board 1854"), ("don't", "don t"),
    ("@[`{/:", ""), ("A-Z a_z 0+9", "a z a z 0 9"),
    ("École naïve", "ecole naive"), ("E\u{301}cole", "ecole"), ("\u{301}a", "a"),
    ("Straße STRAẞE", "strasse strasse"), ("Ærø Ørsted Łódź", "aero orsted lodz"),
    ("İstanbul ılık", "istanbul ilik"), ("ﬁn Ⅳ x² Ａ１", "fin iv x2 a1"), ("Đặng Việt", "dang viet"),
    ("ΟΔΥΣΣΕΎΣ οδυσσεύς", "οδυσσευσ οδυσσευσ"), ("Ёлка Йод", "елка иод"), ("Աբգ", "աբգ"),
    ("中文字a", "中 文 字 a"), ("x中1", "x 中 1"), ("カナ、かな", "カ ナ か な"), ("한국어 말", "한국어 말"),
    ("so\u{AD}fa \u{FEFF}bed", "sofa bed"), ("a\u{200B}b", "ab"), ("a—b…c", "a b c"),
    ("👩‍👧 ok 👍", "ok"), ("мʼя don’t", "м я don t"), ("\u{0}a\u{7F}", "a"),
    // Accents, points and harakat vanish.
    ("Ё е\u{308} й", "е е и"), ("ὁ λόγος", "ο λογοσ"), ("שָׁלוֹם", "שלום"), ("كِتَابٌ", "كتاب"),
    // Vowels, conjuncts and tones belong to their word.
    ("का की के, क", "का की के क"), ("दिन दान", "दिन दान"), ("सर्वे\u{200D}क्षण", "सर्वेक्षण"),
    ("\u{958} क\u{93C}", "क\u{93C} क\u{93C}"), ("ที่นี่ ทีนี", "ที่นี่ ทีนี"), ("தமிழ் தமழ", "தமிழ் தமழ"),
    ("க\u{BCA} க\u{BC6}\u{BBE}", "க\u{BC6}\u{BBE} க\u{BC6}\u{BBE}"), ("বাংলা বংল", "বাংলা বংল"),
    ("ភាសា ភស", "ភាសា ភស"),
    ("བོད བད", "བོད བད"), ("မြန်မာ", "မြန်မာ"), ("か が は ぱ", "か が は ぱ"),
  ]

  @Test(arguments: folded)
  func keepsWordsOnly(text: String, words: String) {
    #expect(WordFolding.words(of: text) == words)
  }

  static let broken: [(bytes: [UInt8], words: String)] = [
    ([0xFF], ""), ([0x61, 0xFF, 0x62], "a b"), ([0x61, 0xC3], "a"), ([0xE4, 0xB8, 0x61], "a"),
    ([0x61, 0xED, 0xA0, 0x80, 0x62], "a b"), ([0xF4, 0x90, 0x80, 0x80], ""),
  ]

  @Test(arguments: broken)
  func separatesAtBrokenBytes(bytes: [UInt8], words: String) {
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { WordFolding.appendWords(of: $0, to: &out) }
    #expect(String(decoding: out, as: UTF8.self) == words)
  }

  @Test func appendsToWhatIsThere() {
    var out = Array("x".utf8)
    Array(" A b ".utf8).withUnsafeBufferPointer { WordFolding.appendWords(of: $0, to: &out) }
    #expect(String(decoding: out, as: UTF8.self) == "xa b")
  }

  /// Longer than the room in which words are collected, cut at every place.
  @Test func joinsLongTexts() {
    for lead in 0..<40 {
      let text = String(repeating: "x", count: lead) + String(repeating: " Été, 中 ß-", count: 500)
      let words = String(repeating: "x", count: lead) + String(repeating: " ete 中 ss", count: 500)
      #expect(WordFolding.words(of: text) == (lead == 0 ? String(words.dropFirst()) : words))
    }
  }

  /// Folding what is folded changes nothing, whatever the scalar.
  @Test func isIdempotent() {
    var unlike: [String] = []
    for case let scalar? in (0..<0x3_0000).map({ Unicode.Scalar($0 as UInt32) }) {
      let once = WordFolding.words(of: String(Character(scalar)))
      if WordFolding.words(of: once) != once { unlike.append(String(scalar.value, radix: 16)) }
    }
    #expect(unlike.isEmpty)
  }
}
