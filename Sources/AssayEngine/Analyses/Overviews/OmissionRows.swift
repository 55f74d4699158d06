import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// How many rows `omissions` gives at most.
  private static let mostRows = 100_000

  /// The rows of `omissions`.
  func omissions(
    least: Int, of source: Int64?, _ options: Analysis.OriginOptions
  ) throws -> Table {
    let evidence = try EvidenceReader(workspace).evidence(of: input)
    let found = try Omissions(
      claims: evidence.claims, sources: evidence.sources, predicates: evidence.predicates,
      questions: evidence.questions, least: least, limit: Self.mostRows,
      of: source.map { Int32(truncatingIfNeeded: $0) }, monitor)
    let rows = found.rows
    let origins = try originCounts(found, evidence, options)
    let claims = evidence.claims
    let facts = rows.map { $0.key.fact }
    let answers = rows.map { $0.key.answer }
    return Table(
      rowCount: rows.count,
      cells: [
        .keys(rows.map(\.source)), .keys(facts.map(\.subject)), .keys(facts.map(\.predicate)),
        .keys(facts.map(\.object)), .keys(answers.map(\.question)),
        .texts { row in
          let (question, answer) = answers[row]
          guard question > 0 else { return nil }
          return evidence.questions.answers[Int(question)][Int(answer)]
        },
        .counts(rows.map { Int32(truncatingIfNeeded: $0.carriers) }), .counts(origins),
        .counts(rows.map { Int32(truncatingIfNeeded: $0.others) }),
        .numbers(rows.map { $0.share.rounded(toPlaces: 4) }),
        .keys(rows.map { claims.keys[Int($0.example)] }),
      ],
      emptyReason: rows.isEmpty ? emptyReason(evidence, least: least, of: source) : nil,
      notes: found.isCut ? ["cut: there are more; narrow the claims, or raise `least`"] : [],
      grounds: { row in
        Table.Grounds(
          rule: Self.rule(rows[row]),
          claims: [
            ("carried by", found.claims(carrying: found.topics[row]).map { claims.keys[Int($0)] })
          ])
      })
  }

  /// For each row how many origins the claims have that carry what is left out.
  private func originCounts(
    _ found: Omissions, _ evidence: Evidence, _ options: Analysis.OriginOptions
  ) throws -> [Int32] {
    guard !found.rows.isEmpty else { return [] }
    let facts = options.usesFigures ? try Facts(evidence, monitor) : nil
    let origins = try originSet(options, evidence, facts)
    var known: [Int32: Int32] = [:]
    try monitor.enter(.counting, of: found.topics.count)
    return try found.topics.map(monitor) { topic throws(Cancelled) in
      if let count = known[topic] { return count }
      let count = try origins.components(of: found.claims(carrying: topic)[...], monitor).count
      known[topic] = Int32(truncatingIfNeeded: count)
      return Int32(truncatingIfNeeded: count)
    }
  }

  private func emptyReason(_ evidence: Evidence, least: Int, of source: Int64?) -> String {
    let claims = evidence.claims
    if let source, !claims.sources.contains(Int32(truncatingIfNeeded: source)) {
      return "none of \(claims.count) claims is of this source"
    }
    let count = Set(claims.sources).count
    // One that leaves it out, and those that carry it.
    guard count > least else {
      return "the claims have \(count) source\(count == 1 ? "" : "s"), and \(least + 1) are needed"
    }
    let carriers = least == 1 ? "another source says" : "\(least) other sources say"
    return "nothing that \(carriers) is left out by a source that covers it"
  }

  private static func rule(_ row: Omissions.Row) -> String {
    let topic = row.key.answer.question > 0 ? "question" : "subject"
    return "\(row.carriers) of \(row.others) other sources that cover the \(topic) carry it; "
      + "this source covers the \(topic) and does not."
  }
}

extension Omissions.Key {
  /// The parts of a fact; 0 where there is none.
  fileprivate var fact: (subject: Int32, predicate: Int32, object: Int32) {
    if case .fact(let subject, let predicate, let object) = self {
      (subject, predicate, object)
    } else {
      (0, 0, 0)
    }
  }

  /// The question, 0 for none, and the place of its answer.
  fileprivate var answer: (question: Int32, answer: Int32) {
    if case .answer(let question, let answer) = self { (question, answer) } else { (0, 0) }
  }
}
