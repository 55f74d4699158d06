import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// The rows of `support`.
  func support(_ options: Analysis.OriginOptions) throws -> Table {
    let evidence = try EvidenceReader(workspace).evidence(of: input)
    let facts = try Facts(evidence, monitor)
    let origins = try originSet(options, evidence, facts)
    let support = try Support(evidence, facts, origins, monitor)
    let claims = evidence.claims
    let words = ContentWords(evidence, workspace.ids)
    let (ids, rows) = (workspace.ids, support.rows)
    func members(_ row: Int) -> ArraySlice<Int32> {
      facts.claims(of: facts.values[Int(rows[row].value)])
    }
    let topics = try TopicCells(
      evidence, facts, rows.map(monitor) { ($0.item, $0.firstClaim) }, monitor)
    let cells: [Table.Cells] =
      topics.cells + [
        .texts { row in
          let value = facts.values[Int(rows[row].value)]
          return words.of(
            Int(rows[row].firstClaim), facts.items[Int(rows[row].item)].question, value.answer)
        },
        .counts(try rows.map(monitor) { Int32(facts.values[Int($0.value)].claims.count) }),
        .counts(try rows.map(monitor) { $0.outlets }),
        .counts(try rows.map(monitor) { $0.origins }),
        .counts(try rows.map(monitor) { $0.speakers }),
        .booleans(try rows.map(monitor) { $0.origins == 1 }),
        .texts { row in
          let sources = Set(members(row).map { claims.sources[Int($0)] })
          let names = sources.compactMap { try? ids.id(of: Int64($0), .source) }
          return names.sorted().joined(separator: "; ")
        },
        .keys(try rows.map(monitor) { claims.keys[Int($0.firstClaim)] }),
      ]
    return Table(
      rowCount: rows.count, cells: cells,
      emptyReason: "none of \(claims.count) claims states a fact or answers a question",
      grounds: { [monitor] row throws(Cancelled) in
        try Self.grounds(members(row), evidence, origins, monitor)
      })
  }

  /// The claims of a value, origin by origin.
  private static func grounds(
    _ members: ArraySlice<Int32>, _ evidence: Evidence, _ origins: Origins,
    _ monitor: WorkMonitor
  ) throws(Cancelled) -> Table.Grounds {
    let (count, numbers) = try origins.components(of: members, monitor)
    var groups = [[Int32]](repeating: [], count: count)
    for (claim, number) in zip(members, numbers) {
      groups[Int(number)].append(evidence.claims.keys[Int(claim)])
    }
    let outlets = Set(members.map { evidence.claims.sources[Int($0)] }).count
    let rule =
      "\(outlets) outlet\(outlets == 1 ? "" : "s"), \(count) origin\(count == 1 ? "" : "s"): "
      + "sources that are tied, and claims of one speaker, count once."
    return Table.Grounds(
      rule: rule,
      claims: groups.enumerated().map { ("origin \($0.offset + 1)", $0.element) })
  }

  /// The rows of `origins`.
  func origins(_ options: Analysis.OriginOptions) throws -> Table {
    let evidence = try EvidenceReader(workspace).evidence(of: input)
    let facts = options.usesFigures ? try Facts(evidence, monitor) : nil
    let origins = try originSet(options, evidence, facts)
    var counts = [Int32](repeating: 0, count: evidence.sources.count)
    for source in evidence.claims.sources where Int(source) < counts.count {
      counts[Int(source)] += 1
    }
    let speakers =
      origins.rules.contains(.speaker) ? try EvidenceReader(workspace).ranks(of: .entity) : []
    let listed = try SourceTies(evidence, origins, counts, speakers: speakers, monitor)
    let rows = listed.rows
    return Table(
      rowCount: rows.count,
      cells: [
        .keys(rows.map(\.source)),
        .words(rows.map { $0.tie?.reason.rawValue ?? 255 }, ClosedList.originTie.words),
        .keys(rows.map { $0.tie?.other ?? 0 }), .keys(rows.map { $0.tie?.speaker ?? 0 }),
        .texts { rows[$0].detail },
        .keys(rows.map { origins.roots[Int($0.source)] }),
        .counts(rows.map { counts[Int($0.source)] }),
      ],
      emptyReason: "there is no claim, so no source",
      notes: [listed.summary])
  }
}

/// The sources of some claims with what ties them, row by row.
private struct SourceTies {
  struct Row {
    let source: Int32
    let tie: Origins.Tie?

    /// How far the tie goes, in words.
    var detail: String? {
      guard let tie else { return nil }
      switch tie.reason {
      case .derivation: return "declared"
      case .wording: return "\(Int((tie.measure * 100).rounded()))% of the words"
      case .figures: return "\(Int(tie.measure)) figures that few others give"
      case .speaker: return "\(Int(tie.measure)) claim\(tie.measure == 1 ? "" : "s")"
      }
    }
  }

  let rows: [Row]
  /// How many outlets and origins there are.
  let summary: String

  /// - Parameter speakers: for each entity's key its place in the order of ids.
  init(
    _ evidence: Evidence, _ origins: Origins, _ counts: [Int32], speakers: [Int32],
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let sources = try counts.indices.filter { counts[$0] > 0 }.sorted(monitor) {
      evidence.sources.rank[$0] < evidence.sources.rank[$1]
    }
    var bySource: [Int32: [Origins.Tie]] = [:]
    let ties = try origins.ties + Self.speakerTies(evidence, origins, speakers, monitor)
    for (place, tie) in ties.enumerated() {
      try monitor.check(at: place)
      bySource[tie.source, default: []].append(tie)
    }
    var rows: [Row] = []
    for (place, source) in sources.enumerated() {
      try monitor.check(at: place)
      let key = Int32(truncatingIfNeeded: source)
      let ties = bySource[key] ?? []
      rows += ties.isEmpty ? [Row(source: key, tie: nil)] : ties.map { Row(source: key, tie: $0) }
    }
    self.rows = rows
    let count = Set(sources.map { origins.roots[$0] }).count
    summary =
      "\(sources.count) outlet\(sources.count == 1 ? "" : "s"), "
      + "\(count) origin\(count == 1 ? "" : "s"), and claims of one speaker count once besides"
  }

  /// Pairs of sources that report one speaker, once for each pair and speaker.
  private static func speakerTies(
    _ evidence: Evidence, _ origins: Origins, _ speakers: [Int32], _ monitor: WorkMonitor
  ) throws(Cancelled) -> [Origins.Tie] {
    guard origins.rules.contains(.speaker) else { return [] }
    let claims = evidence.claims
    var bySpeaker: [Int32: [Int32: Int]] = [:]
    for claim in 0..<claims.count {
      try monitor.check(at: claim)
      guard claims.speakers[claim] > 0 else { continue }
      bySpeaker[claims.speakers[claim], default: [:]][claims.sources[claim], default: 0] += 1
    }
    func rank(_ source: Int32) -> Int32 { evidence.sources.rank[Int(source)] }
    var ties: [Origins.Tie] = []
    func place(_ speaker: Int32) -> Int32 {
      speakers.indices.contains(Int(speaker)) ? speakers[Int(speaker)] : speaker
    }
    for speaker in bySpeaker.keys.sorted(by: { place($0) < place($1) }) {
      guard let counts = bySpeaker[speaker], counts.count > 1 else { continue }
      let sources = try counts.keys.sorted(monitor) { rank($0) < rank($1) }
      // Each with the first is enough to say that all report one.
      for source in sources.dropFirst() {
        ties.append(
          Origins.Tie(
            source: source, other: sources[0], reason: .speaker,
            measure: Double(counts[source] ?? 0), speaker: speaker))
      }
    }
    return ties
  }
}
