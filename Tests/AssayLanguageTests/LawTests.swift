import AssayLanguage
import AssayText
import Testing

/// What holds of all programs, tried on many.
@Suite struct LawTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func parseAfterPrintIsIdentity(seed: UInt64) {
    var trees = RandomTree(seed: seed)
    for round in 0..<1500 {
      let query = trees.query(round % 6)
      let printed = Printer.text(of: query)
      guard case .success(let again) = read(printed), again.count == 1,
        case .query(let tree) = again[0]
      else {
        Issue.record("seed \(seed), round \(round): not read: \(printed)")
        return
      }
      guard Shape.of(tree) == Shape.of(query), Printer.text(of: tree) == printed else {
        Issue.record(
          "seed \(seed), round \(round): \(printed)\n\(Shape.of(query))\n\(Shape.of(tree))")
        return
      }
    }
  }

  static let programs = [
    "claims | about @peru | where when overlaps 2012..2014 and mode != plan | count by source.publisher",
    "let figures = claims | where value is present\nfigures | sort -value, id | take 5",
    "expect count(claims | where not (a = 1 or b in (1, 2))) >= 20, \"lost\"",
    "def near(a, b) = claims | where place within $a and value > 84 million USD",
    "let $x = -5 + 3 * (2 - 1) / 4 ; param y: date = 2012-10..2014",
    "claims | summarize n = count(), most = max(value) by subject, predicate | derive x = n * 2",
    "help where; describe claims; set width 80; quit",
    "claims | where says has \"a \\\"b\\\" \\u{E9}\" or hedge matches \"^x.*\"",
    RecordParserTests.corpus,
  ]

  /// Bytes that break a grammar where it can be broken.
  private static let pieces: [String] = [
    "(", ")", "{", "}", "[", "]", "|", "\"", "\"\"\"", "\\", "\n", ";", ",", ".", "..", "=", "~",
    "-",
    "@", "$", "#", "%", "2012", "198X", "5 million", "not", "and", "is", "in", "claims", "source a",
    "claim", "fact", "use", "let", "é", "\u{1}", "where", " ",
  ]

  @Test(arguments: [1, 2] as [UInt64])
  func noBytesMakeATrap(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    for _ in 0..<10_000 {
      let count = Int.random(in: 0...60, using: &generator)
      let isText = Bool.random(using: &generator)
      let bytes = (0..<count).map { _ in
        isText
          ? UInt8.random(in: 9...126, using: &generator)
          : UInt8.random(in: 0...255, using: &generator)
      }
      Self.readBothWays(bytes)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func noMutationMakesATrap(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    for round in 0..<3000 {
      var bytes = Array(Self.programs[round % Self.programs.count].utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let start = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...8, using: &generator))
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        bytes.replaceSubrange(
          start..<end, with: Bool.random(using: &generator) ? Array(piece.utf8) : [])
      }
      Self.readBothWays(bytes)
    }
  }

  /// Reads the bytes as a program and as a corpus; faults lie within them, none twice, and a
  /// program without any obeys the law of the printer.
  private static func readBothWays(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch read(bytes) {
    case .success(let tree):
      let printed = tree.map { Printer.text(of: $0) }.joined(separator: "\n")
      guard case .success(let again) = read(printed) else {
        Issue.record("not read again: \(text.debugDescription)\n\(printed)")
        return
      }
      #expect(Shape.of(again) == Shape.of(tree), "\(text.debugDescription)")
    case .failure(let faults):
      #expect(Set(faults.all).count == faults.all.count, "\(text.debugDescription)")
      for fault in faults.all {
        let span = fault.span
        #expect((span?.start ?? 0) <= (span?.end ?? 0) && (span?.end ?? 0) <= bytes.count)
      }
    }
    let source = SourceText(name: "", bytes: bytes)
    guard source.encodingFault() == nil else { return }
    var parser = RecordParser(source)
    while parser.next() != nil {}
    #expect(Set(parser.faults).count == parser.faults.count, "\(text.debugDescription)")
  }
}
