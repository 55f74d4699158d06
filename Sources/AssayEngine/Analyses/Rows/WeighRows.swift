import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// The rows of `weigh`.
  func weigh(_ options: Analysis.WeighOptions) throws -> Table {
    let evidence = try EvidenceReader(workspace).evidence(of: input)
    guard evidence.claims.count > 0 else { return Table(rowCount: 0, cells: []) }
    let facts = try Facts(evidence, monitor)
    let origins = try originSet(options.origins, evidence, facts)
    let voting = try Voting(evidence, facts, origins, monitor)
    guard let votes = voting.votes else { throw refused("there are too many votes") }
    if let refusal = votes.refusal { throw refused(refusal.summary) }
    let weighing = Weighing(evidence, facts, origins, voting, votes)
    switch options.rows {
    case .values: return try values(weighing)
    case .trust: return try trust(weighing)
    case .flips: return try flips(weighing)
    }
  }

  private func refused(_ reason: String) -> Diagnostic {
    Diagnostic(
      .nothingToWeigh, at: analysis.span, Self.lowered(reason),
      hint: "`support` counts outlets and origins without a model")
  }

  /// A sentence as a message has it: without capital and full stop.
  private static func lowered(_ sentence: String) -> String {
    let words = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// Only what is disputed is shown: items with two values or more.
  private func values(_ weighing: Weighing) throws(Cancelled) -> Table {
    let scores = try weighing.votes.scores(under: TrustModel.allCases, monitor)
    let winners = try scores.map { each throws(Cancelled) in
      try weighing.votes.winners(by: each, monitor)
    }
    let rows = try weighing.disputedRows(winners, monitor)
    let facts = weighing.facts
    let words = ContentWords(weighing.evidence, workspace.ids)
    let claims = weighing.evidence.claims
    let members = try rows.map(monitor) { facts.claims(of: facts.values[Int($0.value)]) }
    let topics = try TopicCells(
      weighing.evidence, facts,
      rows.indices.map(monitor) { (rows[$0].item, members[$0].first ?? 0) }, monitor)
    var numbers: [Int: Int32] = [:]
    let items = try rows.map(monitor) { row -> Int32 in
      let number = numbers[row.itemPlace] ?? Int32(numbers.count + 1)
      numbers[row.itemPlace] = number
      return number
    }
    var cells: [Table.Cells] = [.counts(items)] + topics.cells
    cells.append(
      .texts { row in
        words.of(
          Int(members[row].first ?? 0), facts.items[Int(rows[row].item)].question,
          facts.values[Int(rows[row].value)].answer)
      })
    cells.append(
      .counts(
        try members.map(monitor) { own in
          Int32(Set(own.map { claims.sources[Int($0)] }).count)
        }))
    cells.append(
      .counts(
        try members.map(monitor) { own throws(Cancelled) in
          Int32(try weighing.origins.components(of: own, monitor).count)
        }))
    cells.append(.counts(try rows.map(monitor) { $0.models }))
    cells.append(.counts(try rows.map(monitor) { $0.tied }))
    for score in scores {
      cells.append(
        .numbers(try rows.map(monitor) { Self.shown(score.scores[Int($0.place)]) }))
    }
    cells.append(.keys(members.map { claims.keys[Int($0.first ?? 0)] }))
    let undisputed = weighing.voting.items.count - numbers.count
    return Table(
      rowCount: rows.count, cells: cells,
      emptyReason: rows.isEmpty ? "nothing is disputed" : nil,
      notes: ["scores under models, not truth"]
        + (undisputed > 0
          ? ["\(undisputed) undisputed item\(undisputed == 1 ? "" : "s") not shown"] : []),
      grounds: { row in
        Table.Grounds(
          rule: "Votes of origins; \(rows[row].models) of 8 models prefer this value alone.",
          claims: [("", members[row].map { claims.keys[Int($0)] })])
      })
  }

  private func trust(_ weighing: Weighing) throws(Cancelled) -> Table {
    let evidence = weighing.evidence
    let origins = weighing.origins
    let sources = try Set(evidence.claims.sources).sorted(monitor) {
      evidence.sources.rank[Int($0)] < evidence.sources.rank[Int($1)]
    }
    var numbers: [Int32: Int] = [:]
    for (number, voter) in weighing.voting.voters.enumerated() { numbers[voter] = number }
    let voters = sources.map { numbers[origins.roots[Int($0)]] ?? 0 }
    var cells: [Table.Cells] = [
      .keys(sources), .keys(sources.map { origins.roots[Int($0)] }),
      .counts(voters.map { weighing.voting.voteCounts[$0] }),
    ]
    for scores in try weighing.votes.scores(under: TrustModel.allCases, monitor) {
      cells.append(.numbers(voters.map { Self.shown(scores.trust[$0]) }))
    }
    return Table(
      rowCount: sources.count, cells: cells,
      notes: ["trust under models, each on a scale of its own"])
  }

  /// Four digits behind the point are more than any of the models means.
  private static func shown(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }
}

/// The votes of some claims, and what they were made of.
struct Weighing {
  let evidence: Evidence
  let facts: Facts
  let origins: Origins
  let voting: Voting
  let votes: Votes

  init(
    _ evidence: Evidence, _ facts: Facts, _ origins: Origins, _ voting: Voting, _ votes: Votes
  ) {
    (self.evidence, self.facts, self.origins) = (evidence, facts, origins)
    (self.voting, self.votes) = (voting, votes)
  }

  /// A value of a disputed item.
  struct Row {
    let itemPlace: Int
    let item: Int32
    /// Its place among the values that are voted on, and in the facts.
    let place: Int32
    let value: Int32
    let models: Int32
    let tied: Int32
  }

  /// The values of items of which two cannot both hold, item after item, what more models prefer first.
  func disputedRows(_ winners: [Winners], _ monitor: WorkMonitor) throws(Cancelled) -> [Row] {
    var rows: [Row] = []
    for (number, item) in voting.items.enumerated() {
      try monitor.check(at: number)
      guard item.isDisputed else { continue }
      let own = item.values.map { index in
        let place = Int32(truncatingIfNeeded: index)
        var (models, tied): (Int32, Int32) = (0, 0)
        for winner in winners where winner[number].contains(place) {
          if winner[number].count == 1 { models += 1 } else { tied += 1 }
        }
        return Row(
          itemPlace: number, item: item.item, place: place, value: voting.values[index],
          models: models, tied: tied)
      }
      rows += own.sorted { (-$0.models, -$0.tied, $0.place) < (-$1.models, -$1.tied, $1.place) }
    }
    return rows
  }
}
