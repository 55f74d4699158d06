import AssayModel
import AssayReading
import Glibc
import Testing

/// Counts and ranks, against counting without an index and against numbers worked out by hand.
@Suite struct WordCountTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func countsWordsAndRuns(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<30 {
      let documents = WordSamples.random(&random)
      let sample = try WordSamples(documents)
      let parts = (0..<sample.index.passageCount).filter { _ in Bool.random(using: &random) }
      for scope in [sample.all, TextScope(parts.map { $0..<$0 + 1 })] {
        for size in 1...3 {
          let (expected, documents) = naive(sample, scope, size)
          #expect(try counted(sample, scope, size) == expected, "seed \(seed), size \(size)")
          #expect(
            try counted(sample, scope, size, documents: true) == documents, "seed \(seed)")
        }
      }
    }
  }

  private func naive(
    _ sample: WordSamples, _ scope: TextScope, _ size: Int
  ) -> (counts: [String: Int], documents: [String: Int]) {
    var counts: [String: Int] = [:]
    var documents: [String: Set<Int>] = [:]
    for passage in scope.ranges.joined() {
      let words = sample.passages[passage]
      guard words.count >= size else { continue }
      for start in 0...words.count - size {
        let run = words[start..<start + size].joined(separator: " ")
        guard !run.isEmpty else { continue }
        counts[run, default: 0] += 1
        documents[run, default: []].insert(sample.index.document(ofPassage: passage))
      }
    }
    return (counts, documents.mapValues(\.count))
  }

  private func counted(
    _ sample: WordSamples, _ scope: TextScope, _ size: Int, documents: Bool = false
  ) throws -> [String: Int] {
    let index = sample.index
    var found: [String: Int] = [:]
    if size == 1 {
      var counter = WordCounter(index, .idle)
      // The second time in a room that has been used.
      _ = try counter.counts(in: TextScope(sample.index.passageCount > 0 ? [0..<1] : []))
      let counts = try counter.counts(in: scope)
      for (place, word) in counts.words.enumerated() {
        found[index.text(of: Int(word))] = Int(
          documents ? counts.documents[place] : counts.counts[place])
      }
      #expect(counts.tokenCount == scope.tokenCount(in: index))
      return found
    }
    let counts = try NgramCounter(index, size: size, .idle).counts(in: scope, least: 1)
    for (place, position) in counts.positions.enumerated() {
      let run = (Int(position)..<Int(position) + size).map { index.text(of: index.word(at: $0)) }
      found[run.joined(separator: " ")] = Int(
        documents ? counts.documents[place] : counts.counts[place])
    }
    return found
  }

  static let passages: WordSamples.Documents = [
    [["red fish", "blue fish and a red house", "one", "a red red bird here"]]
  ]

  private func ranked(_ search: String) throws -> [(passage: Int, score: Double)] {
    let sample = try WordSamples(Self.passages)
    let ranking = try PassageRanking(
      try WordSearch(reading: search), in: sample.index, sample.all, .idle)
    return zip(ranking.passages, ranking.scores).map { (Int($0), $1) }
  }

  /// Four passages of 2, 6, 1 and 5 words; `red` stands in three, `fish` in two of them.
  @Test func ranksByBM25() throws {
    func score(_ having: Double, _ frequency: Double, _ length: Double) -> Double {
      let weight = log(1 + (4 - having + 0.5) / (having + 0.5))
      return weight * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / 3.5))
    }
    let found = try ranked("red fish")
    let expected = [
      (0, score(3, 1, 2) + score(2, 1, 2)), (1, score(3, 1, 6) + score(2, 1, 6)),
      (3, score(3, 2, 5)),
    ]
    #expect(found.map(\.passage) == expected.map(\.0))
    for (one, other) in zip(found, expected) { #expect(abs(one.score - other.1) < 1e-4) }
  }

  static let searches: [(search: String, passages: Set<Int>)] = [
    ("red", [0, 1, 3]), ("+red fish", [0, 1, 3]), ("+red +fish", [0, 1]), ("red -fish", [3]),
    ("'red fish'", [0]), ("fish near/2 red", [0]), ("fish near/3 red", [0, 1]),
    ("red near fish", [0, 1]), ("h*", [1, 3]), ("(one|bird)", [2, 3]), ("-red one", [2]),
    ("green", []), ("+green red", []), ("'a red' -'red red'", [1]), ("-green one", [2]),
  ]

  @Test(arguments: searches)
  func finds(search: String, passages: Set<Int>) throws {
    #expect(Set(try ranked(search).map(\.passage)) == passages)
  }
}
