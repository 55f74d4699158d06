import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// The rows of `hypotheses`.
  func hypotheses(
    _ question: Int64, _ options: Analysis.OriginOptions, givesClaims: Bool
  ) throws -> Table {
    let reader = EvidenceReader(workspace)
    let evidence = try reader.evidence(of: input)
    let key = Int32(truncatingIfNeeded: question)
    let facts = options.usesFigures ? try Facts(evidence, monitor) : nil
    let origins = try originSet(options, evidence, facts)
    let bearing = evidence.claims.sources.indices.filter { place in
      evidence.claims.answers(of: place).contains { $0.question == key }
    }.map { Int32(truncatingIfNeeded: $0) }
    var numbers = [Int32](repeating: -1, count: evidence.claims.count)
    for (claim, number) in zip(
      bearing, try origins.components(of: bearing[...], monitor).numbers)
    { numbers[Int(claim)] = number }
    let found = try Hypotheses(
      on: key, claims: evidence.claims, sources: evidence.sources, questions: evidence.questions,
      credibility: reader.credibility(of: evidence.claims), retracted: evidence.retracted,
      origin: numbers,
      parts: { (claims) throws(Cancelled) in
        try origins.components(of: claims[...], monitor).numbers
      }, monitor)
    guard !found.rows.isEmpty else { return nothing(evidence.claims.count, found, givesClaims) }
    let names = evidence.questions.answers[Int(key)]
    if givesClaims { return try claimTable(found, names, evidence.claims) }
    return answerTable(
      found, names, try reader.answerTexts(of: question), evidence.claims,
      allowsSeveral: evidence.questions.allows(severalTo: key))
  }

  /// Without evidence all answers would stand first, which says nothing.
  private func nothing(_ count: Int, _ found: Hypotheses, _ givesClaims: Bool) -> Table {
    Table(
      rowCount: 0,
      cells: analysis.rows.columns.filter { $0.storage == .row }.map { _ in .counts([]) },
      emptyReason: "none of \(count) claim\(count == 1 ? "" : "s") bears on the question")
  }

  /// A row for each answer.
  private func answerTable(
    _ found: Hypotheses, _ names: [String], _ texts: [String], _ claims: ClaimTable,
    allowsSeveral: Bool
  ) -> Table {
    let order = found.answers.indices.sorted {
      (found.answers[$0].standing, $0) < (found.answers[$1].standing, $1)
    }
    let answers = order.map { found.answers[$0] }
    func counts(_ count: (Hypotheses.Answer) -> Int) -> Table.Cells {
      .counts(answers.map { Int32(truncatingIfNeeded: count($0)) })
    }
    return Table(
      rowCount: answers.count,
      cells: [
        .texts { names[order[$0]] }, counts(\.standing), .booleans(answers.map(\.isTied)),
        .numbers(answers.map(\.against)), .numbers(answers.map(\.support)),
        counts(\.consistentClaims), counts(\.inconsistentClaims),
        counts(\.consistentOrigins), counts(\.inconsistentOrigins),
        .texts { texts.indices.contains(order[$0]) ? texts[order[$0]] : nil },
      ],
      notes: notes(found, allowsSeveral: allowsSeveral),
      grounds: { row in Self.grounds(found, order[row], claims) })
  }

  private func notes(_ found: Hypotheses, allowsSeveral: Bool) -> [String] {
    let several = "several answers may hold, so a claim for one is not against the others"
    let count = found.retractedCount
    let retracted = "\(count) claim\(count == 1 ? " was" : "s were") taken back and left out"
    return (allowsSeveral ? [several] : []) + (count > 0 ? [retracted] : [])
      + [sensitivity(of: found)]
  }

  /// How much rests on single claims.
  private func sensitivity(of found: Hypotheses) -> String {
    if found.answers.allSatisfy({ $0.against == 0 }) { return "nothing is against any answer" }
    let claims = found.rows.count { $0.withoutClaim.leadersChange }
    guard claims == 0 else {
      let count = claims == 1 ? "1 claim" : "any of \(claims) claims"
      return "leaving out \(count) changes what stands first: "
        + "`\(analysis.words) claims` shows `flips`"
    }
    return found.rows.contains { $0.withoutOrigin.leadersChange }
      ? "no single claim changes what stands first, but an origin does"
      : "no single claim or origin changes what stands first"
  }

  private static func grounds(
    _ found: Hypotheses, _ answer: Int, _ claims: ClaimTable
  ) -> Table.Grounds {
    func keys(_ cell: Hypotheses.Cell) -> [Int32] {
      found.rows.indices.filter { found.cells(of: $0).dropFirst(answer).first == cell }.map {
        claims.keys[Int(found.rows[$0].claim)]
      }
    }
    return Table.Grounds(
      rule: "The answer with the least weight against it stands first; an origin counts once, "
        + "with the weightiest of its claims.",
      claims: [
        ("inconsistent", keys(.inconsistent)), ("consistent", keys(.consistent)),
        ("neutral", keys(.neutral)), ("silent", keys(.silent)),
      ].filter { !$0.1.isEmpty })
  }

  /// A row for each claim.
  private func claimTable(
    _ found: Hypotheses, _ names: [String], _ claims: ClaimTable
  ) throws(Cancelled) -> Table {
    let rows = found.rows
    let cells = try rows.indices.map(monitor) { Array(found.cells(of: $0)) }
    func leaders(_ change: Hypotheses.Sensitivity) -> String? {
      guard change.leadersChange else { return nil }
      return change.leaders.map { names[Int($0)] }.joined(separator: "; ")
    }
    let columns = try names.indices.map { answer throws(Cancelled) in
      Table.Cells.words(
        try cells.map(monitor) { $0[answer].rawValue }, ClosedList.consistency.words)
    }
    return Table(
      rowCount: rows.count,
      cells: [.keys(rows.map { claims.keys[Int($0.claim)] })] + columns + [
        .numbers(try rows.map(monitor) { $0.weight }),
        .numbers(try rows.map(monitor) { $0.diagnosticity.rounded(toPlaces: 4) }),
        .texts { leaders(rows[$0].withoutClaim) }, .texts { leaders(rows[$0].withoutOrigin) },
      ],
      grounds: { row in
        Table.Grounds(
          rule: "A claim for an answer is consistent with it and, where only one can hold, "
            + "inconsistent with the others.",
          claims: [("", [claims.keys[Int(rows[row].claim)]])])
      })
  }
}
