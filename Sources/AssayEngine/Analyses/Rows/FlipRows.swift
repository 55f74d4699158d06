import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// How much work leaving out each origin in turn may be: origins times votes.
  private static let mostWork = 5_000_000

  /// The rows of `weigh flips`.
  func flips(_ weighing: Weighing) throws -> Table {
    let work = weighing.voting.voters.count * weighing.votes.count
    guard work <= Self.mostWork else {
      throw Diagnostic(
        .tooManyPairs, at: analysis.span,
        "\(weighing.voting.voters.count) origins are too many to leave out one after the other",
        hint: "narrow the claims first: `where`, `on`, `about`")
    }
    let flips = try weighing.votes.flips(monitor)
    let (facts, voting, claims) = (weighing.facts, weighing.voting, weighing.evidence.claims)
    let content = ContentWords(weighing.evidence, workspace.ids)
    func first(_ place: Int32) -> Int32 {
      let value = facts.values[Int(voting.values[Int(place)])]
      return facts.members[value.claims.lowerBound]
    }
    func words(_ places: [Int32], _ item: Int32) -> String {
      places.map { place in
        let value = facts.values[Int(voting.values[Int(place)])]
        let question = facts.items[Int(voting.items[Int(item)].item)].question
        return content.of(Int(first(place)), question, value.answer) ?? "it holds"
      }.joined(separator: "; ")
    }
    let examples = flips.map { first($0.before.first ?? $0.after.first ?? 0) }
    let topics = try TopicCells(
      weighing.evidence, facts,
      flips.indices.map { (voting.items[Int(flips[$0].item)].item, examples[$0]) }, monitor)
    var cells: [Table.Cells] = [
      .keys(flips.map { voting.voters[Int($0.source)] }), .texts { flips[$0].model.name },
    ]
    cells += topics.cells
    cells.append(.texts { words(flips[$0].before, flips[$0].item) })
    cells.append(.texts { words(flips[$0].after, flips[$0].item) })
    cells.append(.keys(examples.map { claims.keys[Int($0)] }))
    return Table(
      rowCount: flips.count, cells: cells,
      emptyReason: "no model prefers another value when one origin is left out",
      grounds: { row in
        let flip = flips[row]
        let name =
          (try? workspace.ids.id(of: Int64(voting.voters[Int(flip.source)]), .source)) ?? ""
        return Table.Grounds(
          rule: "\(flip.model.name) prefers another value when @\(name) is left out.",
          claims: [("", [claims.keys[Int(examples[row])]])])
      })
  }
}
