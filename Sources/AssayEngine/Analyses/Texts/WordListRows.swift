import AssayModel
import AssayQuery
import AssayReading
import AssayText

extension AnalysisRunner {
  /// The rows of `words` and `ngrams`.
  func wordList(_ options: Analysis.WordListScope) throws -> Table {
    let reader = try TextReader(workspace)
    let groups = try reader.groups(of: input, keyCount: options.keyCount)
    var list = WordList(size: options.size)
    try monitor.enter(.counting)
    if options.size == 1 {
      var counter = WordCounter(reader.index, monitor)
      for (number, scope) in groups.scopes.enumerated() {
        let found = try counter.counts(in: scope, least: options.least)
        try list.add(found, group: number, monitor)
      }
    } else {
      let counter = NgramCounter(reader.index, size: options.size, monitor)
      for (number, scope) in groups.scopes.enumerated() {
        let found = try counter.counts(in: scope, least: options.least)
        try list.add(found, group: number, reader.index, monitor)
      }
    }
    return table(list, groups, reader, options)
  }

  private func table(
    _ list: WordList, _ groups: TextGroups, _ reader: TextReader,
    _ options: Analysis.WordListScope
  ) -> Table {
    let index = reader.index
    var cells = groups.cells(list.groups)
    cells += [
      .texts { row in
        let first = Int(list.things[row])
        guard options.size > 1 else { return index.text(of: first) }
        return (first..<first + options.size).map { index.text(of: index.word(at: $0)) }
          .joined(separator: " ")
      },
      .counts(list.counts), .counts(list.documents),
    ]
    if options.size == 1 {
      cells.append(
        .numbers(
          list.counts.indices.map { row in
            let total = Double(list.tokenCounts[Int(list.groups[row])])
            return (Double(list.counts[row]) * 1_000_000 / total).rounded(toPlaces: 1)
          }))
    }
    let scope = TextScope(groups.scopes.flatMap(\.ranges))
    return Table(
      rowCount: list.counts.count, cells: cells,
      emptyReason: TextReasons(reader, scope).reasonWithoutPattern ?? list.emptyReason(options),
      grounds: { row in
        Table.Grounds(
          rule: "\(list.counts[row]) of \(list.tokenCounts[Int(list.groups[row])]) "
            + (options.size == 1 ? "words" : "runs of \(options.size) words")
            + " are this one; case and accents do not count.")
      })
  }
}

/// What was counted, group after group, in each the most frequent first.
private struct WordList {
  private let size: Int
  /// For each row its group.
  private(set) var groups: [Int32] = []
  /// The number of the word, or a position at which the run stands.
  private(set) var things: [Int32] = []
  private(set) var counts: [Int32] = []
  private(set) var documents: [Int32] = []
  /// For each group how many words or runs it has.
  private(set) var tokenCounts: [Int] = []

  init(size: Int) { self.size = size }

  mutating func add(_ found: WordCounts, group: Int, _ monitor: WorkMonitor) throws(Cancelled) {
    tokenCounts.append(found.tokenCount)
    let order = try found.counts.indices.sorted(monitor) { one, other in
      found.counts[one] != found.counts[other]
        ? found.counts[one] > found.counts[other] : found.words[one] < found.words[other]
    }
    append(order, group, things: found.words, found.counts, found.documents)
  }

  mutating func add(
    _ found: NgramCounts, group: Int, _ index: WordIndex, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    tokenCounts.append(found.total)
    let size = size
    let order = try found.counts.indices.sorted(monitor) { one, other in
      if found.counts[one] != found.counts[other] { return found.counts[one] > found.counts[other] }
      let (first, second) = (Int(found.positions[one]), Int(found.positions[other]))
      for place in 0..<size {
        let (left, right) = (index.word(at: first + place), index.word(at: second + place))
        if left != right { return left < right }
      }
      return false
    }
    append(order, group, things: found.positions, found.counts, found.documents)
  }

  private mutating func append(
    _ order: [Int], _ group: Int, things: [Int32], _ counts: [Int32], _ documents: [Int32]
  ) {
    groups += repeatElement(Int32(truncatingIfNeeded: group), count: order.count)
    for place in order {
      self.things.append(things[place])
      self.counts.append(counts[place])
      self.documents.append(documents[place])
    }
  }

  /// Why there is no row although there is text.
  func emptyReason(_ options: Analysis.WordListScope) -> String {
    let total = tokenCounts.reduce(0, +)
    let what = size == 1 ? "word" : "run of \(size) words"
    return options.least == 1
      ? "no sentence has \(size) words"
      : "no \(what) stands there \(options.least) times; there are \(total) in all"
  }
}
