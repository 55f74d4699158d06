import AssayAnalysis
import AssayModel
import AssayQuery
import AssayReading
import AssayText

extension AnalysisRunner {
  /// The rows of `collocates`.
  func collocates(_ options: Analysis.CollocateScope) throws -> Table {
    let reader = try TextReader(workspace)
    let groups = try reader.groups(of: input, keyCount: options.keyCount)
    let matcher = PatternMatcher(options.pattern, in: reader.index, monitor)
    var counter = CollocateCounter(reader.index, monitor)
    var list = CollocateList()
    var matchCount = 0
    try monitor.enter(.counting)
    for (number, scope) in groups.scopes.enumerated() {
      let matches = try matcher.matches(options.reach, in: scope)
      matchCount += matches.count
      let found = try counter.neighbours(
        of: matches, left: options.left, right: options.right, options.reach, in: scope)
      try list.add(found, group: number, options, monitor)
    }
    let scope = TextScope(groups.scopes.flatMap(\.ranges))
    return table(
      list, groups, reader,
      emptyReason: matchCount == 0
        ? TextReasons(reader, scope).reason(options.pattern, options.reach)
        : "no word stands \(options.least) times near the \(matchCount) matches"
          + (options.leastDocuments > 1 ? " in \(options.leastDocuments) documents" : ""))
  }

  private func table(
    _ list: CollocateList, _ groups: TextGroups, _ reader: TextReader, emptyReason: String
  ) -> Table {
    let index = reader.index
    let rows = list.rows
    func numbers(_ measure: (Cooccurrence) -> Double?, places: Int = 4) -> Table.Cells {
      .numbers(rows.map { (measure($0.counts) ?? .nan).rounded(toPlaces: places) })
    }
    return Table(
      rowCount: rows.count,
      cells: groups.cells(rows.map(\.group)) + [
        .texts { index.text(of: Int(rows[$0].word)) },
        .counts(rows.map { Int32(clamping: Int($0.counts.together)) }),
        .counts(rows.map(\.documents)),
        .counts(rows.map { Int32(clamping: Int($0.counts.second)) }),
        numbers({ $0.expected }), numbers(\.logDice), numbers(\.logLikelihood),
        numbers(\.mutualInformation), numbers(\.tScore), numbers(\.logRatio),
      ],
      emptyReason: emptyReason,
      grounds: { row in
        let counts = rows[row].counts
        return Table.Grounds(
          rule:
            "It stands \(Int(counts.together).times) among the \(Int(counts.first)) words of the "
            + "windows, and \(Int(counts.second).times) among the \(Int(counts.total)) words of the "
            + "text; the words of the matches are in neither number.")
      })
  }
}

/// Words near matches, group after group, in each those that belong most to them first.
private struct CollocateList {
  struct Row {
    let group: Int32
    let word: Int32
    let documents: Int32
    let counts: Cooccurrence
  }

  private(set) var rows: [Row] = []

  mutating func add(
    _ found: NeighbourCounts, group: Int, _ options: Analysis.CollocateScope,
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var kept: [(score: Double, row: Row)] = []
    for place in found.words.indices {
      try monitor.check(at: place)
      guard found.together[place] >= options.least,
        found.documents[place] >= options.leastDocuments
      else { continue }
      let counts = Cooccurrence(
        together: Double(found.together[place]), first: Double(found.windowSize),
        second: Double(found.frequencies[place]), total: Double(found.textSize))
      kept.append(
        (
          (counts.logDice ?? 0).rounded(toPlaces: 4),
          Row(
            group: Int32(truncatingIfNeeded: group), word: found.words[place],
            documents: found.documents[place], counts: counts)
        ))
    }
    rows += try kept.sorted(monitor) { one, other in
      one.score != other.score ? one.score > other.score : one.row.word < other.row.word
    }.map(\.row)
  }
}

extension Int {
  /// `1 time`, `2 times`.
  var times: String { self == 1 ? "1 time" : "\(self) times" }
}
