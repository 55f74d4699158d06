import AssayModel
import AssayQuery
import AssayReading
import AssayText

extension AnalysisRunner {
  /// The rows of `kwic`.
  func kwic(_ options: Analysis.KwicScope) throws -> Table {
    let reader = try TextReader(workspace)
    let index = reader.index
    let scope = try reader.scope(of: input)
    let matcher = PatternMatcher(options.pattern, in: index, monitor)
    var matches = try matcher.matches(options.reach, in: scope)
    try sort(&matches, options, index)
    let lines = KwicLines(
      matches, index, context: options.context, PassageWords(workspace, index))
    let reason =
      matches.count > 0
      ? nil : TextReasons(reader, scope).reason(options.pattern, options.reach)
    let passages = matches.passages
    return Table(
      rowCount: matches.count,
      cells: try place(of: passages, index) + [
        .texts { lines.line($0).left }, .texts { lines.line($0).match },
        .texts { lines.line($0).right },
        .lateCounts { lines.line($0).start }, .lateCounts { lines.line($0).end },
      ],
      emptyReason: reason,
      grounds: { row in
        Table.Grounds(
          rule: "“\(lines.line(row).match)” stands in "
            + "@\((try? reader.sourceID(ofPassage: Int(passages[row]))) ?? ""):",
          passages: [index.key(ofPassage: Int(passages[row]))])
      })
  }

  /// The columns that say where passages stand.
  func place(of passages: [Int32], _ index: WordIndex) throws(Cancelled) -> [Table.Cells] {
    var sources: [Int32] = []
    sources.reserveCapacity(passages.count)
    var (document, last) = (-1, 0..<0)
    for (place, passage) in passages.enumerated() {
      try monitor.check(at: place)
      if !last.contains(Int(passage)) {
        document = index.document(ofPassage: Int(passage))
        last = index.passages(ofDocument: document)
      }
      sources.append(index.source(ofDocument: document))
    }
    return [
      .keys(sources),
      .lateCounts { index.paragraphNumber(ofPassage: Int(passages[$0])) },
      .lateCounts { index.sentenceNumber(ofPassage: Int(passages[$0])) },
    ]
  }

  /// Sorts matches by their words or those around them; what is alike stays as it is.
  private func sort(
    _ matches: inout WordMatches, _ options: Analysis.KwicScope, _ index: WordIndex
  ) throws {
    guard options.order != .text else { return }
    let reach = max(options.context, 1)
    let found = matches
    /// The words to compare, nearest first: as positions and a step.
    func walk(_ row: Int) -> (from: Int, step: Int, count: Int) {
      let start = Int(found.starts[row])
      let end = start + Int(found.lengths[row])
      let document = index.positions(
        ofPassages: index.passages(
          ofDocument: index.document(ofPassage: Int(found.passages[row]))))
      switch options.order {
      case .left: return (start - 1, -1, min(reach, start - document.lowerBound))
      case .right: return (end, 1, min(reach, document.upperBound - end))
      case .match, .text: return (start, 1, end - start)
      }
    }
    let walks = try (0..<found.count).map(monitor) { walk($0) }
    let order = try found.starts.indices.sorted(monitor) { one, other in
      let (first, second) = (walks[one], walks[other])
      for place in 0..<min(first.count, second.count) {
        let left = index.word(at: first.from + place * first.step)
        let right = index.word(at: second.from + place * second.step)
        if left != right { return left < right }
      }
      return first.count != second.count ? first.count < second.count : one < other
    }
    matches.starts = order.map { found.starts[$0] }
    matches.lengths = order.map { found.lengths[$0] }
    matches.passages = order.map { found.passages[$0] }
  }
}

extension TextReader {
  /// The id of the source in whose document a passage stands.
  func sourceID(ofPassage passage: Int) throws -> String {
    let document = index.document(ofPassage: passage)
    return try workspace.ids.id(of: Int64(index.source(ofDocument: document)), .source)
  }
}
