import AssayAnalysis
import AssayModel
import AssayQuery
import AssayReading
import AssayText

extension AnalysisRunner {
  /// The rows of `dispersion`.
  func dispersion(_ options: Analysis.DispersionScope) throws -> Table {
    let reader = try TextReader(workspace)
    let index = reader.index
    let groups = try reader.groups(of: input, keyCount: options.keyCount)
    let parts = options.keyCount > 0 ? groups.scopes : Self.documents(of: groups.scopes[0], index)
    let sizes = parts.map { $0.tokenCount(in: index) }
    var measures: [Dispersion] = []
    var counts: [Int] = []
    for pattern in options.patterns {
      let matcher = PatternMatcher(pattern, in: index, monitor)
      let found =
        options.keyCount > 0
        ? try parts.map { try matcher.matches(.sentence, in: $0).count }
        : try matchCounts(of: matcher.matches(.sentence, in: groups.scopes[0]), in: parts)
      measures.append(Dispersion(counts: found, sizes: sizes))
      counts.append(found.reduce(0, +))
    }
    let filled = sizes.count { $0 > 0 }
    let what = options.keyCount > 0 ? "group" : "document"
    func numbers(_ measure: KeyPath<Dispersion, Double?>) -> Table.Cells {
      .numbers(measures.map { ($0[keyPath: measure] ?? .nan).rounded(toPlaces: 4) })
    }
    let scope = TextScope(parts.flatMap(\.ranges))
    let reason = TextReasons(reader, scope).reasonWithoutPattern
    let absent = options.patterns.indices.filter { counts[$0] == 0 }
    return Table(
      rowCount: reason == nil ? measures.count : 0,
      cells: [
        .texts { options.words[$0] }, .counts(counts.map { Int32(clamping: $0) }),
        .counts(measures.map { Int32(clamping: $0.range) }),
        .counts(measures.map { _ in Int32(clamping: filled) }),
        numbers(\.deviationOfProportions), numbers(\.normalizedDeviation), numbers(\.juilland),
      ],
      emptyReason: reason,
      notes: reason != nil
        ? []
        : absent.map { TextReasons(reader, scope).reason(options.patterns[$0], .sentence) },
      grounds: { row in
        Table.Grounds(
          rule: "Its \(counts[row]) places lie in \(measures[row].range) of \(filled) "
            + "\(what)\(filled == 1 ? "" : "s") with words.")
      })
  }

  /// How many matches lie in each part; the parts follow each other in the text.
  private func matchCounts(
    of matches: WordMatches, in parts: [TextScope]
  ) throws(Cancelled) -> [Int] {
    var counts = [Int](repeating: 0, count: parts.count)
    var part = 0
    for (row, passage) in matches.passages.enumerated() {
      try monitor.check(at: row)
      while let last = parts[part].ranges.last, last.upperBound <= Int(passage) { part += 1 }
      counts[part] += 1
    }
    return counts
  }

  /// The parts of a text that are of one document each.
  private static func documents(of scope: TextScope, _ index: WordIndex) -> [TextScope] {
    var parts: [[Range<Int>]] = []
    var last = -1
    for (document, passages) in index.documents(of: scope) {
      if document != last { parts.append([]) }
      last = document
      parts[parts.count - 1].append(passages)
    }
    return parts.map { TextScope($0) }
  }
}
