import AssayAnalysis
import AssayText
import Testing

@Suite struct CopiesLawsTests {
  private static func words(_ count: Int, _ random: inout SplitMix) -> [String] {
    (0..<count).map { _ in "w\(Int.random(in: 0..<5000, using: &random))" }
  }

  /// Runs of the guaranteed length or more that make half of one unit are always found.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func findsAllAboveTheGuarantee(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let options = CopyOptions()
    var units: [String] = []
    var planted: [[Int]] = []
    for _ in 0..<300 {
      var copy: [String] = []
      var source: [String] = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let run = Self.words(
          options.guaranteedWords + Int.random(in: 0...6, using: &random), &random)
        copy += Self.words(Int.random(in: 0...run.count, using: &random), &random) + run
        source = Bool.random(using: &random) ? source + run : run + source
        source += Self.words(Int.random(in: 0...60, using: &random), &random)
      }
      planted.append([units.count, units.count + 1])
      units += [copy.joined(separator: " "), source.joined(separator: ", ")]
    }
    let found = try CopiesCases.matches(of: units, options)
    #expect(found.map { [$0.first, $0.second] } == planted, "seed \(seed)")
  }

  /// Whatever is found reads the same in both units, and nothing is counted twice.
  @Test(arguments: [4, 5] as [UInt64])
  func spansReadTheSame(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let pool = ["Été", "e\u{301}te", "ok", "中文", "naïve", "a-b", "\u{AD}x", "👍", "1", "ﬁn"]
    let units = (0..<200).map { _ in
      (0..<Int.random(in: 0...40, using: &random)).map { _ in
        pool[Int.random(in: 0..<pool.count, using: &random)]
      }.joined(separator: Bool.random(using: &random) ? " " : " — ")
    }
    let found = try CopiesCases.matches(of: units, CopyOptions(runWords: 3, containment: 0.2))
    #expect(!found.isEmpty)
    for match in found {
      let texts = [units[match.first], units[match.second]].map { Array($0.utf8) }
      for span in match.spans {
        let read = zip(texts, [span.first, span.second]).map {
          WordFolding.words(of: String(decoding: $0[$1.start..<$1.end], as: UTF8.self))
        }
        #expect(read[0] == read[1], "seed \(seed)")
        #expect(read[0].split(separator: " ").count == span.wordCount)
      }
      for places in [
        match.spans.map { $0.firstWord..<$0.firstWord + $0.wordCount },
        match.spans.map { $0.secondWord..<$0.secondWord + $0.wordCount },
      ] {
        let ordered = places.sorted { $0.lowerBound < $1.lowerBound }
        #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      }
      #expect(max(match.firstContainment, match.secondContainment) >= 0.2)
    }
  }

  @Test func answersTheSameTwice() throws {
    var random = SplitMix(seed: 6)
    let units = (0..<400).map { _ in
      (0..<30).map { _ in "\(Int.random(in: 0..<8, using: &random))" }.joined(separator: " ")
    }
    let found = try CopiesCases.matches(of: units)
    #expect(try CopiesCases.matches(of: units) == found)
  }

  /// Text and its folded form have the same words, whatever the bytes.
  @Test func readsWordsAsFoldingDoes() throws {
    var random = SplitMix(seed: 7)
    var finder = CopyFinder(CopyOptions(sharedWords: 1))
    var counts: [Int] = []
    for unit in 0..<400 {
      let scalars: [Unicode.Scalar?] = (0..<60).map { _ in
        Unicode.Scalar(UInt32.random(in: 0..<(1 << UInt32(unit % 18)), using: &random))
      }
      var bytes = scalars.compactMap(\.self).flatMap { Array(String($0).utf8) }
      for _ in 0..<unit % 5 { bytes[Int.random(in: 0..<30, using: &random)] = 0xE4 }
      bytes += Array(" \(unit)".utf8)
      var folded: [UInt8] = []
      bytes.withUnsafeBufferPointer {
        WordFolding.appendWords(of: $0, to: &folded)
        finder.add($0, document: 0)
      }
      folded.withUnsafeBufferPointer { finder.add($0, document: 1) }
      counts.append(folded.split(separator: 0x20).count)
    }
    let found = try finder.matches().filter { $0.second == $0.first + 1 }
    #expect(found.map(\.first) == (0..<400).map { 2 * $0 })
    #expect(found.map(\.sharedWords) == counts)
    #expect(found.allSatisfy { $0.spans.count == 1 })
  }

  /// Long words and broken bytes have their true places.
  @Test func placesLongWords() throws {
    let long = String(repeating: "x", count: 300) + " a b c d e"
    let match = try #require(try CopiesCases.matches(of: [long, "y " + long]).first)
    #expect(match.spans.map(\.second) == [Span(2, 2 + long.utf8.count)])
  }

  /// The runs are those that looking for the longest free one again and again would find.
  @Test(arguments: [8, 9, 10] as [UInt64])
  func tilesLikeTheDefinition(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let options = CopyOptions(
      shingleWords: 3, windowShingles: 1, runWords: 3, sharedWords: 3, containment: 0)
    for _ in 0..<150 {
      let short = (0..<Int.random(in: 10...25, using: &random)).map { _ in
        Int.random(in: 0..<4, using: &random)
      }
      let long = (0..<Int.random(in: 26...40, using: &random)).map { _ in
        Int.random(in: 0..<4, using: &random)
      }
      let texts = [short, long].map { $0.map(String.init).joined(separator: " ") }
      let spans = try CopiesCases.matches(of: texts, options).first?.spans ?? []
      #expect(
        spans.map { [$0.firstWord, $0.secondWord, $0.wordCount] } == tiles(short, long, least: 3),
        "seed \(seed): \(texts)")
    }
  }
}

/// Greedy string tiling as it is defined: place, place and length of each run.
private func tiles(_ short: [Int], _ long: [Int], least: Int) -> [[Int]] {
  var short: [Int?] = short
  var long: [Int?] = long
  var tiles: [[Int]] = []
  while true {
    var best = [0, 0, least - 1]
    for first in short.indices {
      for second in long.indices {
        let room = min(short.count - first, long.count - second)
        let count = (0..<room).prefix {
          short[first + $0] != nil && short[first + $0] == long[second + $0]
        }.count
        if count > best[2] { best = [first, second, count] }
      }
    }
    guard best[2] >= least else { return tiles.sorted { $0[0] < $1[0] } }
    tiles.append(best)
    for offset in 0..<best[2] { (short[best[0] + offset], long[best[1] + offset]) = (nil, nil) }
  }
}
