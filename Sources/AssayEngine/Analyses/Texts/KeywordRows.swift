import AssayAnalysis
import AssayModel
import AssayQuery
import AssayReading
import AssayText

extension AnalysisRunner {
  /// The rows of `keywords`.
  func keywords(_ options: Analysis.KeywordScope) throws -> Table {
    let reader = try TextReader(workspace)
    let index = reader.index
    let groups = try reader.groups(of: input, keyCount: options.keyCount)
    let all = TextScope(groups.scopes.flatMap(\.ranges))
    let other = try analysis.against.map { try reader.scope(of: $0) }
    // Groups are compared with the rest of the rows, the rows as a whole with the rest of the corpus.
    let whole = options.keyCount > 0 ? all : TextScope(allOf: index)
    var counter = WordCounter(index, monitor)
    let reference = try counter.counts(in: other ?? whole)
    var list = KeywordList(reference, wordCount: index.wordCount, isRest: other == nil)
    try monitor.enter(.counting)
    for (number, scope) in groups.scopes.enumerated() {
      let found = try counter.counts(in: scope)
      try list.add(found, group: number, least: options.least, monitor)
    }
    var notes: [String] = []
    let shared =
      other.map {
        all.passageCount + $0.passageCount - TextScope(all.ranges + $0.ranges).passageCount
      } ?? 0
    if shared > 0 {
      notes.append("\(shared) sentence\(shared == 1 ? " is" : "s are") in both texts")
    }
    return table(
      list, groups, reader, notes: notes,
      emptyReason: TextReasons(reader, all).reasonWithoutPattern
        ?? (list.hasNothingToCompare
          ? "there is no other text to compare with"
          : "no word stands \(options.least) times in the two texts together"))
  }

  private func table(
    _ list: KeywordList, _ groups: TextGroups, _ reader: TextReader, notes: [String],
    emptyReason: String
  ) -> Table {
    let index = reader.index
    let rows = list.rows
    return Table(
      rowCount: rows.count,
      cells: groups.cells(rows.map(\.group)) + [
        .texts { index.text(of: Int(rows[$0].word)) },
        .counts(rows.map { Int32(clamping: Int($0.key.count)) }),
        .counts(rows.map { Int32(clamping: Int($0.key.otherCount)) }),
        .numbers(rows.map { ($0.key.count * 1_000_000 / $0.key.size).rounded(toPlaces: 1) }),
        .numbers(
          rows.map { ($0.key.otherCount * 1_000_000 / $0.key.otherSize).rounded(toPlaces: 1) }),
        .numbers(rows.map(\.score)),
        .numbers(rows.map { ($0.key.logRatio ?? .nan).rounded(toPlaces: 4) }),
      ],
      emptyReason: emptyReason, notes: notes,
      grounds: { row in
        let key = rows[row].key
        return Table.Grounds(
          rule: "It stands \(Int(key.count).times) among \(Int(key.size)) words, and "
            + "\(Int(key.otherCount).times) among the \(Int(key.otherSize)) of the other text.")
      })
  }
}

/// Words that are more frequent in one text than in another, group after group.
private struct KeywordList {
  struct Row {
    let group: Int32
    let word: Int32
    let key: Keyness
    /// The log-likelihood, rounded, so that what looks equal is sorted as equal.
    let score: Double
  }

  private(set) var rows: [Row] = []
  private var reference: [Int32]
  private let referenceSize: Int
  /// Whether the text at hand is a part of the reference, which is compared with its rest.
  private let isRest: Bool
  /// Whether no text had another one beside it.
  private(set) var hasNothingToCompare = true

  init(_ counts: WordCounts, wordCount: Int, isRest: Bool) {
    var reference = [Int32](repeating: 0, count: wordCount)
    for (word, count) in zip(counts.words, counts.counts) { reference[Int(word)] = count }
    (self.reference, referenceSize, self.isRest) = (reference, counts.tokenCount, isRest)
  }

  mutating func add(
    _ found: WordCounts, group: Int, least: Int, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let size = Double(found.tokenCount)
    let otherSize = Double(referenceSize - (isRest ? found.tokenCount : 0))
    guard size > 0, otherSize > 0 else { return }
    hasNothingToCompare = false
    var counts = [Int32](repeating: 0, count: reference.count)
    for (word, count) in zip(found.words, found.counts) { counts[Int(word)] = count }
    var kept: [Row] = []
    for word in reference.indices {
      try monitor.check(at: word)
      let other = reference[word] - (isRest ? counts[word] : 0)
      guard counts[word] + other >= least else { continue }
      let key = Keyness(
        count: Double(counts[word]), size: size, otherCount: Double(other), otherSize: otherSize)
      kept.append(
        Row(
          group: Int32(truncatingIfNeeded: group), word: Int32(truncatingIfNeeded: word), key: key,
          score: key.logLikelihood.rounded(toPlaces: 4)))
    }
    rows += try kept.sorted(monitor) { one, other in
      one.score != other.score ? one.score > other.score : one.word < other.word
    }
  }
}
