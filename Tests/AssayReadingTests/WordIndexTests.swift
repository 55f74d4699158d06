import AssayModel
import AssayReading
import AssayText
import Glibc
import Testing

/// What stands in a word index, and what becomes of a damaged one.
@Suite struct WordIndexTests {
  static let texts: WordSamples.Documents = [
    [["The base, the Base.", "¿Qué pasó?"], ["Don't!"]],
    [],
    [["THE end of the base"]],
  ]

  @Test func holdsTheWordsInTheirOrder() throws {
    let sample = try WordSamples(Self.texts)
    let index = sample.index
    let stream = (0..<index.tokenCount).map { index.text(of: index.word(at: $0)) }
    #expect(
      stream == [
        "the", "base", "the", "base", "que", "paso", "don", "t", "the", "end", "of", "the", "base",
      ])
    #expect(
      (0..<index.wordCount).map(index.text)
        == ["base", "don", "end", "of", "paso", "que", "t", "the"])
    let base = try #require(index.word("base"))
    #expect(index.frequency(of: base) == 3)
    #expect(index.documentFrequency(of: base) == 2)
    var positions: [Int32] = []
    index.appendPositions(of: base, to: &positions)
    #expect(positions == [1, 3, 12])
    #expect(index.word("bas") == nil)
    #expect(index.word("") == nil)
    #expect(index.words(beginningWith: Array("t".utf8)).map(index.text) == ["t", "the"])
  }

  @Test func knowsWherePassagesStand() throws {
    let index = try WordSamples(Self.texts).index
    #expect(index.documentCount == 3 && index.passageCount == 4)
    #expect((0..<4).map { index.positions(ofPassage: $0) } == [0..<4, 4..<6, 6..<8, 8..<13])
    #expect((0..<3).map { index.passages(ofDocument: $0) } == [0..<3, 3..<3, 3..<4])
    #expect((0..<4).map { index.document(ofPassage: $0) } == [0, 0, 0, 2])
    #expect((0..<13).map { index.passage(at: $0) } == [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 3])
    #expect((0..<4).map { index.paragraph(ofPassage: $0) } == [0..<2, 0..<2, 2..<3, 3..<4])
    #expect((0..<4).map { index.key(ofPassage: $0) } == [1, 2, 3, 4])
    #expect((0..<4).map { index.sentenceNumber(ofPassage: $0) } == [1, 2, 1, 1])
    #expect((0..<3).map { index.source(ofDocument: $0) } == [1, 2, 3])
  }

  @Test func mayBeEmpty() throws {
    let sample = try WordSamples([])
    #expect(sample.index.tokenCount == 0 && sample.index.wordCount == 0)
    #expect(try sample.matches("a") == [])
    #expect(sample.all.isEmpty)
  }

  private func path() -> String { "/tmp/assay-words-\(getpid())-\(UInt64.random(in: 0...(.max)))" }

  @Test func isFoundAgain() throws {
    let path = path()
    defer { unlink(path) }
    _ = try WordSamples.build(Self.texts, path)
    let found = try #require(WordIndexFile.open(path, WordSamples.identity))
    #expect(found.tokenCount == 13)
    #expect(WordIndexFile.open(path, WordIndex.Identity(first: 1, second: 3)) == nil)
    #expect(WordIndexFile.open(path + "-", WordSamples.identity) == nil)
    #expect(access("\(path).new.\(getpid())", F_OK) != 0)
  }

  /// A byte changed, a file cut short or grown: never an index, unless the bytes are as they were.
  @Test func isNotFoundWhenDamaged() throws {
    let path = path()
    defer { unlink(path) }
    _ = try WordSamples.build(Self.texts, path)
    let whole = try bytes(of: path)
    for place in stride(from: 0, to: whole.count, by: 7) {
      var damaged = whole
      damaged[place] ^= 0x81
      try write(damaged, to: path)
      #expect(WordIndexFile.open(path, WordSamples.identity) == nil, "byte \(place)")
    }
    for count in [0, 1, 95, 96, 97, whole.count - 1] {
      try write(Array(whole[..<count]), to: path)
      #expect(WordIndexFile.open(path, WordSamples.identity) == nil, "\(count) bytes")
    }
    try write(whole + [0], to: path)
    #expect(WordIndexFile.open(path, WordSamples.identity) == nil)
  }

  /// What was written over with the time of the file put back is read without going beyond it.
  @Test func readsNothingBeyondAForgedFile() throws {
    let path = path()
    defer { unlink(path) }
    _ = try WordSamples.build(Self.texts, path)
    let whole = try bytes(of: path)
    var status = stat()
    stat(path, &status)
    for place in stride(from: 96, to: whole.count, by: 4) {
      var damaged = whole
      for byte in place..<min(place + 4, whole.count) { damaged[byte] = 0xFF }
      try write(damaged, to: path)
      utimensat(AT_FDCWD, path, [status.st_mtim, status.st_mtim], 0)
      guard let index = WordIndexFile.open(path, WordSamples.identity) else { continue }
      let pattern = try WordPattern(reading: "(the|*e) ** base")
      let scope = TextScope(allOf: index)
      _ = try PatternMatcher(pattern, in: index, .idle).matches(.document, in: scope)
      var counter = WordCounter(index, .idle)
      _ = try counter.counts(in: TextScope([0..<1, 2..<3]))
    }
  }

  private func bytes(of path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(descriptor, &bytes, bytes.count)
    return Array(bytes[..<max(count, 0)])
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(descriptor) }
    #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
  }
}

/// Words as `has` sees them.
@Suite struct WordScannerTests {
  /// A text, and its words with the text that each covers.
  static let table: [(text: String, words: [String], covered: [String])] = [
    ("", [], []), ("  .,", [], []), ("one", ["one"], ["one"]),
    ("Don't stop.", ["don", "t", "stop"], ["Don", "t", "stop"]),
    ("Perú—ÁRBOL", ["peru", "arbol"], ["Perú", "ÁRBOL"]),
    ("e\u{301}te\u{301}", ["ete"], ["e\u{301}te\u{301}"]),
    ("co\u{AD}operate", ["cooperate"], ["co\u{AD}operate"]),
    ("\u{301}a", ["a"], ["a"]), ("ǅ 3½", ["dz", "3", "1", "2"], ["ǅ", "3", "½"]),
    ("日本 abc", ["日", "本", "abc"], ["日", "本", "abc"]), ("a日b", ["a", "日", "b"], ["a", "日", "b"]),
    ("x2 9000", ["x2", "9000"], ["x2", "9000"]),
  ]

  private func scan(_ bytes: [UInt8]) -> (words: [String], spans: [Range<Int>]) {
    var found: (words: [String], spans: [Range<Int>]) = ([], [])
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = WordScanner()
      scanner.begin(bytes)
      while scanner.next() {
        found.words.append(String(decoding: scanner.word, as: UTF8.self))
        found.spans.append(scanner.start..<scanner.end)
      }
    }
    return found
  }

  @Test(arguments: table.indices)
  func findsWords(row: Int) {
    let (text, words, covered) = Self.table[row]
    let found = scan(Array(text.utf8))
    guard text != "ǅ 3½" else {
      // How a fraction is folded is left to the table; both agree.
      #expect(found.words.joined(separator: " ") == WordFolding.words(of: text))
      return
    }
    #expect(found.words == words)
    #expect(found.spans.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == covered)
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func agreesWithHas(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
        case 1: bytes += Array("\u{301}".utf8)
        case 2:
          let scalar = UInt32.random(in: 0x80..<0x11_0000, using: &random)
          if let scalar = Unicode.Scalar(scalar) { bytes += Array(String(Character(scalar)).utf8) }
        case 3: bytes.append(UInt8(ascii: " "))
        default: bytes.append(UInt8.random(in: 0x41...0x7A, using: &random))
        }
      }
      var folded: [UInt8] = []
      bytes.withUnsafeBufferPointer { WordFolding.appendWords(of: $0, to: &folded) }
      let words = scan(bytes).words.joined(separator: " ")
      #expect(words == String(decoding: folded, as: UTF8.self), "seed \(seed): \(bytes)")
    }
  }

  @Test func takesAWordOfAnyLength() {
    let text = String(repeating: "ßx", count: 50_000)
    #expect(scan(Array(text.utf8)).words == [WordFolding.words(of: text)])
  }
}
